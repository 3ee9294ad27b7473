import type { Language, Words } from '../language.js';
import type { SyntaxProblem } from '../yaml/problem.js';
import { quotedText } from '../yaml/quote.js';
import { schemaWords } from './schema.js';
import type { SchemaFinding } from './schema-values.js';
import { syntaxWords } from './syntax.js';

/** A journal that is not YAML, at one place; `inQuotes`: what the schema would say of the value there in quotes. */
export interface SyntaxFinding {
  readonly problem: SyntaxProblem;
  readonly inQuotes: SchemaFinding | null;
}

export function journalSyntaxWords(language: Language, { problem, inQuotes }: SyntaxFinding): Words {
  const words = syntaxWords[language](problem, 'entries');
  if (inQuotes === null) return words;
  const [message, help] = schemaWords(language, inQuotes);
  // A text has to be in quotes all the same.
  if (inQuotes.problem.kind === 'unfilled') return [words[0], `${words[1]}\n${help}`];
  return [message, [help, ...restOf(inQuotes)].join('\n')];
}

/** What else stood in the place of a word, at a key that takes text. */
function restOf({ problem }: SchemaFinding): string[] {
  if (problem.kind !== 'unknown-word' || problem.key === 'who') return [];
  const { key, written, resembles } = problem;
  const start = resembles === null ? 0 : written.toLowerCase().indexOf(resembles.toLowerCase()) + resembles.length;
  const rest = written.slice(start).replace(/^[\s\p{P}]+/u, '');
  return rest === '' ? [] : [`${key === 'reply' || key === 'action' ? 'details' : 'x-note'}: ${quotedText(rest)}`];
}
