import { definePushRule } from './rule.js';

export default definePushRule({
  id: 'push/deletion',
  severity: 'error',
  where: 'push',
  check: ({ branch, deletion, contained }) => (deletion && !contained ? [{ data: { branch }, mend: 'help' }] : []),
  words: {
    en: {
      summary: 'A protected branch is deleted only once the default branch contains it.',
      why: 'Deleting the branch would delete the sprint’s work and its journal before the PR has merged them.',
      remedy: 'Merge the branch into the default branch first, through its PR.',
      message: ({ branch }) => `This push deletes ${branch}, whose commits the default branch does not contain.`,
      help: ({ branch }) => `merge ${branch} into the default branch first, through its PR`,
    },
    fr: {
      summary: 'Une branche protégée n’est supprimée qu’une fois contenue dans la branche par défaut.',
      why: 'Supprimer la branche supprimerait le travail du sprint et son journal avant que la PR les ait fusionnés.',
      remedy: 'Fusionnez d’abord la branche dans la branche par défaut, via sa PR.',
      message: ({ branch }) => `Ce push supprime ${branch}, dont la branche par défaut ne contient pas les commits.`,
      help: ({ branch }) => `fusionnez d’abord ${branch} dans la branche par défaut, via sa PR`,
    },
  },
});
