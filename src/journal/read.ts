import validateEntries from '../../schemas/interactions.schema.json?validator';
import { readYamlText, valueLocator } from '../yaml/read.js';
import { type Blob, fromUtf16, readText } from '../yaml/text.js';
import { cutTexts } from './cut-texts.js';
import type { Journal, ValidEntry } from './journal.js';
import { misplaced, superfluousDash } from './misplaced.js';
import type { SchemaError } from './schema-problem.js';
import { schemaProblems } from './schema-problems.js';
import { sourceOf } from './source.js';

export interface JournalBlob extends Blob {
  readonly path: string;
  readonly sprint: number;
}

/** Reads a journal and validates it against its schema. Never throws, whatever the bytes. */
export function readJournal({ path, sprint, ...blob }: JournalBlob): Journal {
  const text = readText(blob);
  if (typeof text !== 'string') {
    const decoded = text.kind === 'utf-16' ? fromUtf16(blob.bytes) : null;
    const bytes = decoded === null ? null : Buffer.from(decoded);
    const journal = bytes && readJournal({ path, sprint, mode: blob.mode, size: bytes.length, bytes });
    return { path, sprint, text: null, state: 'unreadable', reason: text, decoded: journal };
  }
  const journal = { path, sprint, text };
  const yaml = readYamlText(text);
  if (yaml.state === 'unreadable') return { ...journal, state: 'unreadable', reason: yaml.reason, decoded: null };
  if (yaml.state === 'broken') {
    const { kind } = yaml.problem;
    const problem = kind === 'other' || kind === 'open-quote' ? misplaced(text, kind) : null;
    return { ...journal, state: 'broken', problem: problem ?? yaml.problem };
  }
  const { value, root } = yaml;
  const entries = Array.isArray(value) ? value : [];
  const { errors, valid } = validate(value);
  // One mistake, for which the schema would report many errors.
  const problem = errors.length > 0 ? (misplaced(text, null) ?? superfluousDash(text, entries, root)) : null;
  if (problem) return { ...journal, state: 'broken', problem };
  return {
    ...journal,
    state: 'read',
    entries,
    valid,
    cutTexts: cutTexts(text, root),
    schemaProblems: errors.length === 0 ? [] : schemaProblems(errors, sourceOf(text, value, yaml.locate)),
    // Parses the text again when needed: its nodes take a hundred times its size, and few journals need a location.
    locate: valueLocator(text),
  };
}

const maxErrors = 1000;

interface Validated {
  readonly errors: readonly SchemaError[];
  readonly valid: readonly ValidEntry[];
}

/** Validates each entry by itself, to learn which ones are valid. */
function validate(value: unknown): Validated {
  if (!Array.isArray(value) || value.length === 0) return { errors: errorsOf(value), valid: [] };
  const errors: SchemaError[] = [];
  const valid: ValidEntry[] = [];
  for (const [index, entry] of value.entries()) {
    const found = errorsOf([entry]);
    if (found.length === 0) valid.push({ index, entry });
    for (const error of found.slice(0, maxErrors - errors.length)) {
      errors.push({ ...error, instancePath: `/${index}${error.instancePath.slice('/0'.length)}` });
    }
  }
  return { errors, valid };
}

function errorsOf(value: unknown): readonly SchemaError[] {
  return validateEntries(value) ? [] : (validateEntries.errors ?? []);
}
