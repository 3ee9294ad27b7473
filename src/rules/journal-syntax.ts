import { syntaxWords } from '../words/syntax.js';
import type { SyntaxProblem } from '../yaml/problem.js';
import { defineRule } from './rule.js';

export default defineRule<SyntaxProblem>({
  id: 'journal/syntax',
  severity: 'error',
  where: 'K',
  words: {
    en: {
      summary: 'A journal is one YAML 1.2 document, without anchors, aliases, tags or directives.',
      why: 'A journal that each reader understands differently, or not at all, settles nothing.',
      remedy:
        'Correct the line shown: put quotes around the value, as in context: "env: https://…", or replace the tab with spaces.',
      message: (problem) => syntaxWords.en(problem, 'entries').message,
      help: (problem) => syntaxWords.en(problem, 'entries').help,
    },
    fr: {
      summary: 'Un journal est un seul document YAML 1.2, sans ancre, alias, tag ni directive.',
      why: 'Un journal que chacun comprend à sa façon, ou pas du tout, ne tranche rien.',
      remedy:
        'Corrigez la ligne indiquée : mettez la valeur entre guillemets, comme dans context: "env: https://…", ou remplacez la tabulation par des espaces.',
      message: (problem) => syntaxWords.fr(problem, 'entries').message,
      help: (problem) => syntaxWords.fr(problem, 'entries').help,
    },
  },
  check: ({ journals }) =>
    journals.flatMap((journal) => {
      if (journal.state !== 'broken') return [];
      const { path, problems } = journal;
      return problems.map((problem) => ({ data: problem, file: path, location: problem.location }));
    }),
});
