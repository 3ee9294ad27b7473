import validateBuiltIn from '../../schemas/interactions.schema.json?validator';
import { readYaml } from '../yaml/read.js';
import type { Blob } from '../yaml/text.js';
import { cutTexts } from './cut-texts.js';
import type { Journal } from './journal.js';
import type { SchemaError } from './schema-problem.js';

/** Tells where a value breaks a schema; empty where it keeps to it. */
export type Validate = (value: unknown) => readonly SchemaError[];

/** A journal as git holds it. */
export interface JournalBlob extends Blob {
  /** `/`-separated, from the repository's root. */
  readonly path: string;
  /** The number of the folder it lies in. */
  readonly sprint: number;
}

/** Reads a journal and judges it by `validate`, by default the built-in schema. It never throws, whatever the bytes. */
export async function readJournal(
  { path, sprint, ...blob }: JournalBlob,
  validate: Validate = builtIn,
): Promise<Journal> {
  const file = readYaml(blob);
  const journal = { path, sprint, text: file.text };
  if (file.state === 'unreadable') return { ...journal, state: 'unreadable', reason: file.reason };
  if (file.state === 'broken') return { ...journal, state: 'broken', problems: file.problems };
  const { value, locate } = file;
  const errors = validate(value);
  return {
    ...journal,
    state: 'read',
    value,
    entries: Array.isArray(value) ? value : [],
    cutTexts: cutTexts(file),
    schemaProblems: errors.length === 0 ? [] : (await import('./schema-problems.js')).schemaProblems(errors, file),
    locate,
  };
}

function builtIn(value: unknown): readonly SchemaError[] {
  return validateBuiltIn(value) ? [] : (validateBuiltIn.errors ?? []);
}
