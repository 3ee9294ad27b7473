import { locateIn } from '../yaml/place.js';
import { readYamlText } from '../yaml/read.js';
import { cutTexts } from './cut-texts.js';
import type { Journal } from './journal.js';
import { mostErrors, type Validate } from './read.js';
import type { SchemaError } from './schema-problem.js';
import { schemaProblems } from './schema-problems.js';

/** Reads a journal as one document, and judges it by a schema: what is wrong with it, and where. It never throws. */
export function readWhole(
  journal: { readonly path: string; readonly sprint: number; readonly text: string },
  validate: Validate,
): Journal {
  const file = { text: journal.text, ...readYamlText(journal.text) };
  if (file.state === 'unreadable') return { ...journal, state: 'unreadable', reason: file.reason };
  if (file.state === 'broken') return { ...journal, state: 'broken', problems: file.problems };
  const { value } = file;
  const entries = Array.isArray(value) ? value : [];
  const all = validate(value);
  const errors = all.slice(0, mostErrors);
  return {
    ...journal,
    state: 'read',
    value,
    entries,
    validated: errors.length === all.length ? entries.length : entryOf(errors.at(-1)),
    cutTexts: cutTexts(file),
    schemaProblems: schemaProblems(errors, file),
    locate: locateIn(async () => readYamlText(journal.text)),
  };
}

/** The index of the entry that an error is about, from 0; 0 for an error about the whole journal. */
function entryOf(error: SchemaError | undefined): number {
  return Number(error?.instancePath.split('/')[1] ?? 0);
}
