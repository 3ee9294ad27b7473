/** The languages that every text exists in. */
export type Language = 'en' | 'fr';

/** A text, or what holds texts, in every language. */
export type Translated<T = string> = Readonly<Record<Language, T>>;

/** What is said of something wrong: the fact in one sentence, and the remedy as something to type. */
export type Words<Help = string> = readonly [message: string, help: Help];
