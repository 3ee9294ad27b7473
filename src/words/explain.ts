import type { Language } from '../language.js';

/** Where a rule holds, as the table abbreviates it. */
export type Place = 'S' | 'C' | 'K' | 'R' | 'push' | 'PR';

interface ExplainWords {
  /** The heads of the table's columns. */
  readonly heads: readonly string[];
  readonly places: Readonly<Record<Place, string>>;
  readonly more: string;
  readonly why: string;
  readonly remedy: string;
  readonly where: string;
  readonly configure: string;
  readonly takesEffect: string;
}

/** The words of `explain` that belong to no rule, in both languages. */
export const explainWords: Readonly<Record<Language, ExplainWords>> = {
  en: {
    heads: ['rule', 'default', 'on', 'what it wants'],
    places: {
      S: 'the files of the commit being made, and of a range’s tip',
      C: 'every commit, when it is made and in a range',
      K: 'the files as S, and those of every commit of a range that changes more than journals',
      R: 'the files of a range’s tip alone: at the push and in CI',
      push: 'a push',
      PR: 'a pull or merge request, in CI',
    },
    more: 'npx sprint-check explain <rule> says why, and how to mend it.',
    why: 'Why',
    remedy: 'To mend it',
    where: 'Judged on',
    configure: 'To configure it ("error", "warn" or "off"), in package.json',
    takesEffect: 'It takes effect from the next commit on.',
  },
  fr: {
    heads: ['règle', 'défaut', 'sur', 'ce qu’elle veut'],
    places: {
      S: 'les fichiers du commit en cours, ou du dernier commit d’un intervalle',
      C: 'chaque commit, au moment où il est fait et dans un intervalle',
      K: 'les fichiers comme S, et ceux de chaque commit d’un intervalle qui change plus que des journaux',
      R: 'les fichiers du dernier commit d’un intervalle seulement : au push et en CI',
      push: 'un push',
      PR: 'une pull request ou merge request, en CI',
    },
    more: 'npx sprint-check explain <règle> dit pourquoi, et comment réparer.',
    why: 'Pourquoi',
    remedy: 'Pour réparer',
    where: 'Contrôlée sur',
    configure: 'Pour la configurer ("error", "warn" ou "off"), dans package.json',
    takesEffect: 'Prend effet dès le prochain commit.',
  },
};
