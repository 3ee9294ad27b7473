/** A language of messages. Every text exists in each of them. */
export type Language = 'en' | 'fr';

export type Translated<T = string> = Readonly<Record<Language, T>>;

/** `message` states the fact in one sentence, `help` is something to type. */
export type Words<Help = string> = readonly [message: string, help: Help];

/** Returns the language of the first variable that is set, as `fr_CA.UTF-8`. */
export function environmentLanguage({
  LC_ALL,
  LC_MESSAGES,
  LANG,
}: Readonly<Record<string, string | undefined>>): Language {
  // `frp_FR` is another language.
  return /^fr(?![a-z])/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'fr' : 'en';
}
