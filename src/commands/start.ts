import { defineCommand } from './command.js';

export const start = defineCommand({
  name: 'start',
  summary: {
    en: 'open a sprint: its journal, its artefacts and the header in the notes',
    fr: 'ouvrir un sprint : son journal, ses artefacts et l’en-tête dans les notes',
  },
  operands: [{ name: { en: 'N', fr: 'N' } }],
  run: async ({ operands: [written = null] }, context) => (await import('../write/start.js')).start(written, context),
});
