import type { FailureWords } from '../failure.js';
import { type Config, defaultConfig } from './config.js';
import type { ConfigKey, ConfigProblem } from './problem.js';

/** What is said of each kind of problem, in one language. */
export type ConfigWords = {
  readonly [Kind in ConfigProblem['kind']]: (problem: Extract<ConfigProblem, { kind: Kind }>) => FailureWords;
};

const examples: Readonly<Record<keyof Config, unknown>> = {
  ...defaultConfig,
  allowAfterFreeze: ['docs/**'],
  po: ['po@example.com'],
  schema: 'schemas/journal.schema.json',
  rules: { 'branch/sprint': 'off' },
  lang: 'en',
};

/** `file:line:column`, or the file alone where all of it is meant. */
export function place({ file, location }: Pick<ConfigProblem, 'file' | 'location'>): string {
  return location === null ? file : `${file}:${location.line}:${location.column}`;
}

/** A key with its value as one would type it into the file; without a value, with one that serves as an example. */
export function typed(file: ConfigProblem['file'], key: ConfigKey | null, value?: unknown): string {
  const yaml = file.endsWith('.yaml');
  if (key === null) return yaml ? 'freezeAfter: 22' : '{ "freezeAfter": 22 }';
  const shown = JSON.stringify(value ?? (key === '$schema' ? 'config.schema.json' : examples[key]));
  return yaml ? `${key}: ${shown}` : `"${key}": ${shown}`;
}

/** A command that leaves one of two configs. */
export function dropOneOf(files: readonly ConfigProblem['file'][]): string {
  return files.includes('package.json') ? 'npm pkg delete sprint-check' : `git rm --cached ${files[0]}`;
}
