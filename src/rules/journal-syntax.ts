import { syntaxWords } from '../words/yaml.js';
import type { SyntaxProblem } from '../yaml/problem.js';
import { defineRule } from './rule.js';

interface Data {
  readonly path: string;
  readonly problem: SyntaxProblem;
}

const words = (language: 'en' | 'fr', { problem, path }: Data) =>
  syntaxWords[language](problem, { path, fixable: true });

/** A journal that is not one YAML 1.2 document. */
export default defineRule<Data>({
  id: 'journal/syntax',
  severity: 'error',
  words: {
    en: {
      summary: 'A journal is one YAML 1.2 document.',
      why: 'A journal that each reader understands differently, or not at all, settles nothing.',
      message: (data) => words('en', data).message,
      help: (data) => words('en', data).help,
    },
    fr: {
      summary: 'Un journal est un unique document YAML 1.2.',
      why: 'Un journal que chacun comprend à sa façon, ou pas du tout, ne tranche rien.',
      message: (data) => words('fr', data).message,
      help: (data) => words('fr', data).help,
    },
  },
  snapshot: ({ journals }) =>
    journals.flatMap((journal) => {
      if (journal.state !== 'broken') return [];
      const { path, problems } = journal;
      return problems.map((problem) => ({ data: { path, problem }, file: path, location: problem.location }));
    }),
});
