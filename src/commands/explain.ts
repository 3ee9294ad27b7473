import { defineCommand } from './command.js';

export const explain = defineCommand({
  name: 'explain',
  summary: {
    en: 'say what all rules want, or what one wants, why, and how to mend it',
    fr: 'dire ce que veulent les règles, ou ce que veut l’une d’elles, pourquoi, et comment réparer',
  },
  operands: [{ name: { en: 'rule', fr: 'règle' } }],
  run: async ({ operands: [id] }, context) => {
    const { explainRule, explainRules } = await import('../report/explain.js');
    context.writeOutput(id === undefined ? explainRules(context) : explainRule(id, context));
    return 0;
  },
});
