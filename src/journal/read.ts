import validateBuiltIn from '../../schemas/interactions.schema.json?validator';
import { locateLater } from '../yaml/locate-later.js';
import { soundValue } from '../yaml/sound.js';
import { type Blob, readText } from '../yaml/text.js';
import type { Entry, Journal } from './journal.js';
import { entriesOfParts, type KnownEntries, type KnownEntry, partsOf } from './known-entries.js';
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

/**
 * Reads a journal and judges it by its schema, whatever the bytes. Throws Failure only where a schema of the
 * repository's own can't be used.
 */
export async function readJournal(
  { path, sprint, ...blob }: JournalBlob,
  { validate, known = new Map() }: ReadOptions = {},
): Promise<Journal> {
  const text = readText(blob);
  if (typeof text !== 'string') return { path, sprint, text: null, state: 'unreadable', reason: text };
  const journal = { path, sprint, text };
  const parts = validate ? null : partsOf(text);
  const found = parts && entriesOfParts(parts, known, readParts);
  if (!parts || !found) return (await import('./read-whole.js')).readWhole(journal, validate ?? builtIn);
  const entries = found.map(({ entry }) => entry);
  const isSound = found.every(({ sound }) => sound);
  const judged = isSound
    ? { validated: entries.length, schemaProblems: [] }
    : (await import('./read-whole.js')).judgeParts(text, parts, entries, builtIn);
  const locate = locateLater(async () => (await import('./locate-in-parts.js')).partsLocator(text, parts));
  return { ...journal, state: 'read', value: entries, entries, ...judged, cutTexts: [], locate };
}

/** The entries of a text that can be read entry by entry, in which there is at least one; null of any other. */
export function readEntries(text: string, known: KnownEntries): Entry[] | null {
  const parts = partsOf(text);
  const found = parts && entriesOfParts(parts, known, readParts);
  return found?.map(({ entry }) => entry) ?? null;
}

function readParts(text: string): KnownEntry[] | null {
  const list = soundValue(text)?.value;
  if (!Array.isArray(list)) return null;
  const allSound = errorsOf(list).length === 0;
  return list.map((entry) => ({ entry, sound: allSound || errorsOf([entry]).length === 0 }));
}

/** A journal with more errors than this has been told enough. */
export const mostErrors = 1000;

// Entry by entry, to stop at enough errors and know how far it came.
function builtIn(value: unknown): readonly SchemaError[] {
  if (!Array.isArray(value) || value.length === 0) return errorsOf(value);
  const errors: SchemaError[] = [];
  for (const [index, entry] of value.entries()) {
    for (const error of errorsOf([entry])) {
      errors.push({ ...error, instancePath: `/${index}${error.instancePath.slice('/0'.length)}` });
    }
    if (errors.length > mostErrors) break;
  }
  return errors;
}

function errorsOf(value: unknown): readonly SchemaError[] {
  return validateBuiltIn(value) ? [] : (validateBuiltIn.errors ?? []);
}
