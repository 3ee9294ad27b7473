import { defineCommand } from './command.js';

export const explain = defineCommand({
  name: 'explain',
  summary: {
    en: 'list the rules, or explain one: what it wants, why, and how to fix it',
    fr: 'lister les règles, ou en expliquer une : ce qu’elle exige, pourquoi, comment corriger',
  },
  operands: [{ name: { en: 'rule', fr: 'règle' } }],
  run: async ({ operands: [id] }, context) => {
    const { explainRule, explainRules } = await import('../report/explain.js');
    context.writeOutput(id === undefined ? explainRules(context) : explainRule(id, context));
    return 0;
  },
});
