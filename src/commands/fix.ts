import { defineCommand } from './command.js';

export const fix = defineCommand({
  name: 'fix',
  summary: {
    en: 'repair what has one right answer in a journal (default: in conflict, else the sprint’s)',
    fr: 'réparer dans un journal ce qui n’a qu’une solution (par défaut : en conflit, sinon celui du sprint)',
  },
  operands: [{ name: { en: 'file', fr: 'fichier' }, repeated: true }],
  run: async ({ operands }, context) => (await import('../fix/fix.js')).fix(operands, context),
});
