import { isSeq } from 'yaml';
import validateBuiltIn from '../../schemas/interactions.schema.json?validator';
import { locationAt } from '../yaml/location.js';
import { readYamlText, type YamlText } from '../yaml/read.js';
import { type Blob, readText } from '../yaml/text.js';
import { cutTexts } from './cut-texts.js';
import type { Entry, Journal, ReadJournal } from './journal.js';
import { entriesByText, type KnownEntries } from './known-entries.js';
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

/** What reading a journal may go by. */
export interface ReadOptions {
  /** Stands for the built-in schema. */
  readonly validate?: Validate | undefined;
  /** Entries that were read before, of journals judged by the built-in schema. */
  readonly known?: KnownEntries;
}

/** Reads a journal and judges it by its schema. It never throws, whatever the bytes. */
export async function readJournal(
  { path, sprint, ...blob }: JournalBlob,
  { validate, known }: ReadOptions = {},
): Promise<Journal> {
  const text = readText(blob);
  if (typeof text !== 'string') return { path, sprint, text: null, state: 'unreadable', reason: text };
  const journal = { path, sprint, text };
  const entries = validate ? null : entriesByText(text, known ?? new Map(), soundEntry);
  // Only a diagnostic asks where something stands, and rarely one alone.
  let file: YamlText | undefined;
  const locate: ReadJournal['locate'] = (...pointer) => {
    file ??= readYamlText(text);
    return file.state === 'read' ? file.locate(...pointer) : locationAt(text, 0, 0);
  };
  if (entries) return { ...journal, state: 'read', value: entries, entries, cutTexts: [], schemaProblems: [], locate };
  return readWhole(journal, validate ?? builtIn);
}

async function readWhole(
  journal: { readonly path: string; readonly sprint: number; readonly text: string },
  validate: Validate,
): Promise<Journal> {
  const file = { text: journal.text, ...readYamlText(journal.text) };
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

// An alias could reach into another entry.
const alias = /(?:^|[\s,[{])\*[^\s*]/;

function soundEntry(part: string): { readonly entry: Entry } | null {
  if (alias.test(part)) return null;
  const file = { text: part, ...readYamlText(part) };
  if (file.state !== 'read' || !isSeq(file.root) || file.root.items.length !== 1) return null;
  if (errorsOf(file.value).length > 0 || cutTexts(file).length > 0) return null;
  return { entry: (file.value as Entry[])[0] };
}

// Entry by entry, since ajv copies the errors it has so far at each `$ref` behind which it finds another.
function builtIn(value: unknown): readonly SchemaError[] {
  if (!Array.isArray(value) || value.length === 0) return errorsOf(value);
  return value.flatMap((entry, index) =>
    errorsOf([entry]).map((error) => ({
      ...error,
      instancePath: `/${index}${error.instancePath.slice('/0'.length)}`,
    })),
  );
}

function errorsOf(value: unknown): readonly SchemaError[] {
  return validateBuiltIn(value) ? [] : (validateBuiltIn.errors ?? []);
}
