/** The languages that every text exists in. */
export type Language = 'en' | 'fr';

/** A text, or what holds texts, in every language. */
export type Translated<T = string> = Readonly<Record<Language, T>>;

/** What is said of something wrong: the fact in one sentence, and the remedy as something to type. */
export type Words<Help = string> = readonly [message: string, help: Help];

/** The language that an environment asks for: the first of these that is set decides, as in `fr_CA.UTF-8`. */
export function environmentLanguage({
  LC_ALL,
  LC_MESSAGES,
  LANG,
}: Readonly<Record<string, string | undefined>>): Language {
  // `frp_FR` is another language.
  return /^fr(?![a-z])/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'fr' : 'en';
}
