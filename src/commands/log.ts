import { defineCommand } from './command.js';

const text = { en: 'text', fr: 'texte' };

export const log = defineCommand({
  name: 'log',
  summary: {
    en: 'append a developer’s entry to the journal',
    fr: 'ajouter au journal une entrée du développeur',
  },
  flags: {
    did: {
      value: text,
      required: true,
      words: { en: 'what was done (-: read from stdin)', fr: 'ce qui a été fait (- : lu sur l’entrée standard)' },
    },
    ask: {
      value: text,
      required: true,
      words: { en: 'what the PO should test', fr: 'ce que le PO doit tester' },
    },
    context: {
      value: text,
      required: true,
      words: { en: 'where: addresses, test accounts, the PR', fr: 'où : adresses, comptes de test, PR' },
    },
    'no-add': {
      words: { en: 'do not stage the journal', fr: 'ne pas indexer le journal' },
    },
  },
  run: async ({ flags: { did, ask, context: where, 'no-add': notStaged } }, context) =>
    (await import('../write/log.js')).log({ did, ask, context: where, add: !notStaged }, context),
});
