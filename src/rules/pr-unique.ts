import { defineRule } from './rule.js';

interface Repeated {
  readonly sprint: number;
  readonly base: string;
}

/** A sprint has one PR. */
export default defineRule<Repeated>({
  id: 'pr/unique',
  severity: 'error',
  words: {
    en: {
      summary: 'A sprint has one pull request.',
      why: 'One PR closes the sprint; what comes after it belongs to the next.',
      remedy: 'Open the next sprint, with the next sprint_id in PO_NOTES.md, and give it a pull request of its own.',
      message: ({ sprint, base }) => `Sprint S${sprint} already had its pull request: ${base} holds its journal.`,
      help: ({ sprint }) => `open the next sprint: sprint_id: ${sprint + 1}`,
    },
    fr: {
      summary: 'Un sprint a une seule pull request.',
      why: 'Une seule PR clôt le sprint ; ce qui vient après elle est du suivant.',
      remedy:
        'Ouvrez le sprint suivant, avec le sprint_id suivant dans PO_NOTES.md, et donnez-lui sa propre pull request.',
      message: ({ sprint, base }) => `Le sprint S${sprint} a déjà eu sa pull request : ${base} contient son journal.`,
      help: ({ sprint }) => `ouvrez le sprint suivant : sprint_id: ${sprint + 1}`,
    },
  },
  pullRequest: ({ sprint, base, baseHoldsJournal }) =>
    sprint !== null && baseHoldsJournal ? [{ data: { sprint, base } }] : [],
});
