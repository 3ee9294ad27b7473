import { defineCommand } from './command.js';

export const fix = defineCommand({
  name: 'fix',
  summary: {
    en: 'repair in a journal what has one right answer (default: the sprint’s)',
    fr: 'réparer dans un journal ce qui n’a qu’une bonne réponse (par défaut : celui du sprint)',
  },
  operands: [{ name: { en: 'file', fr: 'fichier' }, repeated: true }],
  run: async ({ operands }, context) => (await import('../fix/fix.js')).fix(operands, context),
});
