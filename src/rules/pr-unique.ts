import { defineRequestRule } from './rule.js';

export default defineRequestRule({
  id: 'pr/unique',
  severity: 'error',
  where: 'request',
  check: ({ sprint, head, base, sprintBranch, baseHoldsJournal, changesJournal }) => {
    if (sprint === null || !baseHoldsJournal || (head !== sprintBranch && !changesJournal)) return [];
    return [{ data: { sprint, base }, mend: 'help' }];
  },
  words: {
    en: {
      summary: 'A sprint has only one pull request.',
      why: 'One PR closes the sprint; what comes after it belongs to the next.',
      remedy: 'Open the next sprint, with the next sprint_id in PO_NOTES.md, and give it a pull request of its own.',
      message: ({ sprint, base }) => `Sprint S${sprint} already had its pull request: ${base} contains its journal.`,
      help: () => 'open the next sprint: npx sprint-check start',
    },
    fr: {
      summary: 'Un sprint n’a qu’une pull request.',
      why: 'Une seule PR clôt le sprint ; ce qui vient après relève du suivant.',
      remedy:
        'Ouvrez le sprint suivant, avec le sprint_id suivant dans PO_NOTES.md, et donnez-lui sa propre pull request.',
      message: ({ sprint, base }) => `Le sprint S${sprint} a déjà eu sa pull request : ${base} contient son journal.`,
      help: () => 'ouvrez le sprint suivant : npx sprint-check start',
    },
  },
});
