import type { Language } from '../language.js';

const en = {
  columns: { rule: 'rule', severity: 'default', judges: 'on', wants: 'what it wants' },
  // What the letters of the table stand for.
  legend:
    'S: on the files of a commit being made, and of a range’s tip; C: on every commit; K: as S, and on commits that change more than journals; R: on a range’s tip; push, PR: on those.',
  more: 'sprint-check explain <rule> says why, and how to mend it.',
  why: 'Why',
  remedy: 'To mend it',
  judges: 'Judged on',
  judged: {
    S: 'the files, of the commit being made or of a range’s tip',
    K: 'the files of the commit being made, of a range’s tip, and of every commit that changes more than journals',
    C: 'every commit, when it is made and in a range',
    R: 'the tip of a range: at the push and in CI',
    push: 'a push',
    request: 'a pull or merge request, in CI',
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
      'S : sur les fichiers du commit en cours, et du dernier d’un intervalle ; C : sur chaque commit ; K : comme S, et sur les commits qui changent plus que des journaux ; R : sur le dernier d’un intervalle ; push, PR : sur ceux-ci.',
    more: 'sprint-check explain <règle> dit pourquoi, et comment réparer.',
    why: 'Pourquoi',
    remedy: 'Pour réparer',
    judges: 'Jugée sur',
    judged: {
      S: 'les fichiers du commit en cours, ou du dernier commit d’un intervalle',
      K: 'les fichiers du commit en cours, du dernier d’un intervalle, et de tout commit qui change plus que des journaux',
      C: 'chaque commit, quand il se fait et dans un intervalle',
      R: 'le dernier commit d’un intervalle : au push et en CI',
      push: 'un push',
      request: 'une pull request ou merge request, en CI',
    },
    configure: 'Pour la configurer ("error", "warn" ou "off"), dans package.json',
    takesEffect: 'Cela prend effet à partir du prochain commit.',
  },
};
