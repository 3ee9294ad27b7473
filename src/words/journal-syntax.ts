import type { Language, Words } from '../language.js';
import type { SyntaxProblem } from '../yaml/problem.js';
import { schemaWords } from './schema.js';
import type { SchemaFinding } from './schema-values.js';
import { syntaxWords } from './syntax.js';

/** A journal that is not YAML, at one place; `inQuotes`: what the schema would say of the value there in quotes. */
export interface SyntaxFinding {
  readonly problem: SyntaxProblem;
  readonly inQuotes: SchemaFinding | null;
}

export function journalSyntaxWords(language: Language, { problem, inQuotes }: SyntaxFinding): Words {
  const [message, help] = syntaxWords[language](problem, 'entries');
  if (inQuotes === null) return [message, help];
  const words = schemaWords(language, inQuotes);
  // A text has to be in quotes all the same.
  return inQuotes.problem.kind === 'unfilled' ? [message, `${help}\n${words[1]}`] : words;
}
