import type { Translated } from '../language.js';

/** Where a rule holds, as the table of rules abbreviates it. */
export type Place = 'S' | 'C' | 'K' | 'R' | 'push' | 'PR';

const en = {
  heads: ['rule', 'default', 'on', 'what it wants'],
  places: {
    S: 'the files of the commit being made, or of the tip of a range',
    C: 'every commit, as it is made and in a range',
    K: 'the files of the commit being made or of the tip of a range, and of its commits that change more than journals',
    R: 'the files of the tip of a range only: at the push and in CI',
    push: 'a push',
    PR: 'a pull or merge request, in CI',
  },
  more: 'npx sprint-check explain <rule> says why, and how to fix it.',
  why: 'Why',
  remedy: 'How to fix it',
  where: 'Checked on',
  configure:
    'To configure it ("error", "warn" or "off"), under "sprint-check" in package.json, or in .sprint-checkrc.json or .sprint-checkrc.yaml',
  takesEffect: 'Takes effect from the next commit on; for a push or a pull request, once its destination has it.',
};

export const explainWords: Translated<typeof en> = {
  en,
  fr: {
    heads: ['règle', 'défaut', 'sur', 'ce qu’elle exige'],
    places: {
      S: 'les fichiers du commit en cours, ou du dernier commit d’un intervalle',
      C: 'chaque commit, lorsqu’il est fait et dans un intervalle',
      K: 'les fichiers du commit en cours ou du dernier d’un intervalle, et de ses commits qui changent plus que des journaux',
      R: 'les fichiers du dernier commit d’un intervalle seulement : au push et en CI',
      push: 'un push',
      PR: 'une pull request ou merge request, en CI',
    },
    more: 'npx sprint-check explain <règle> dit pourquoi, et comment corriger.',
    why: 'Pourquoi',
    remedy: 'Comment corriger',
    where: 'Porte sur',
    configure:
      'Pour la configurer ("error", "warn" ou "off"), sous "sprint-check" dans package.json, ou dans .sprint-checkrc.json ou .sprint-checkrc.yaml',
    takesEffect: 'Prend effet dès le prochain commit ; pour un push ou une pull request, dès que sa destination l’a.',
  },
};
