import type { Language } from '../language.js';

/** The language that an environment asks for: the first of these that is set decides, as in `fr_CA.UTF-8`. */
export function environmentLanguage({
  LC_ALL,
  LC_MESSAGES,
  LANG,
}: Readonly<Record<string, string | undefined>>): Language {
  // `frp_FR` is another language.
  return /^fr(?![a-z])/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'fr' : 'en';
}
