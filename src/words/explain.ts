import type { Language } from '../language.js';

const en = {
  columns: { rule: 'rule', severity: 'default', judges: 'on', wants: 'what it wants' },
  // What the letters of the table stand for.
  legend: 'S: judged on the files, of the commit or of a range’s tip; C: on every commit; push, PR: on those.',
  more: 'sprint-check explain <rule> says why, and how to mend it.',
  why: 'Why',
  remedy: 'To mend it',
  judges: 'Judged on',
  judged: {
    snapshot: 'the files, of the commit being made or of a range’s tip',
    commit: 'every commit, when it is made and in a range',
    push: 'a push',
    pullRequest: 'a pull or merge request, in CI',
  },
  configure: 'To configure it ("error", "warn" or "off"), in package.json',
  takesEffect: 'It takes effect from the next commit on.',
};

/** The words of `explain` that belong to no rule, in both languages. */
export const explainWords: Readonly<Record<Language, typeof en>> = {
  en,
  fr: {
    columns: { rule: 'règle', severity: 'défaut', judges: 'sur', wants: 'ce qu’elle veut' },
    legend:
      'S : jugée sur les fichiers, du commit ou du bout d’une plage ; C : sur chaque commit ; push, PR : sur ceux-ci.',
    more: 'sprint-check explain <règle> dit pourquoi, et comment réparer.',
    why: 'Pourquoi',
    remedy: 'Pour réparer',
    judges: 'Jugée sur',
    judged: {
      snapshot: 'les fichiers, du commit en cours ou du bout d’une plage',
      commit: 'chaque commit, quand il se fait et dans une plage',
      push: 'un push',
      pullRequest: 'une pull request ou merge request, en CI',
    },
    configure: 'Pour la configurer ("error", "warn" ou "off"), dans package.json',
    takesEffect: 'Cela prend effet à partir du prochain commit.',
  },
};
