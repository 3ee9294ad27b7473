/** The languages that every text exists in. */
export type Language = 'en' | 'fr';

/** A text, or what holds texts, in every language. */
export type Translated<T = string> = Readonly<Record<Language, T>>;
