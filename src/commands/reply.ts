import { defineCommand } from './command.js';

export const reply = defineCommand({
  name: 'reply',
  summary: {
    en: 'append the PO’s answer to what is pending',
    fr: 'ajouter au journal la réponse du PO à ce qui est en attente',
  },
  operands: [{ name: { en: 'reply', fr: 'réponse' }, values: ['OK', 'KO'], required: true }],
  flags: {
    details: {
      value: { en: 'text', fr: 'texte' },
      words: {
        en: 'what was seen, needed for KO (-: read from stdin)',
        fr: 'ce qui a été constaté, nécessaire pour KO (- : lu sur l’entrée standard)',
      },
    },
    action: {
      values: ['none', 'fix'],
      words: {
        en: 'what the developer has to do (default: fix for KO, none for OK)',
        fr: 'ce que le développeur doit faire (par défaut : fix pour KO, none pour OK)',
      },
    },
    'no-add': {
      words: { en: 'do not stage the journal', fr: 'ne pas indexer le journal' },
    },
  },
  run: async ({ operands: [answer = null], flags: { details, action, 'no-add': notStaged } }, context) =>
    (await import('../write/reply.js')).reply({ reply: answer, details, action, add: !notStaged }, context),
});
