import type { Translated } from '../language.js';

/** What is said of a text at a key of which YAML takes a part for a comment. */
export const cutTextWords: Translated<(key: string) => string> = {
  en: (key) => `YAML drops the “#” in ${key} and the rest of its line as a comment.`,
  fr: (key) => `YAML ignore le « # » de ${key} et la suite de sa ligne, pris pour un commentaire.`,
};
