import type { LocatePointer } from '../yaml/locate.js';
import { locateLater } from '../yaml/locate-later.js';
import { readYamlText, valueLocator } from '../yaml/read.js';
import { cutTexts } from './cut-texts.js';
import type { Entry, Journal, ReadJournal } from './journal.js';
import type { Part } from './known-entries.js';
import { partsLocator } from './locate-in-parts.js';
import { mostErrors, type Validate } from './read.js';
import type { SchemaError } from './schema-problem.js';
import { schemaProblems } from './schema-problems.js';

/** Reads a journal as one document, and judges it by a schema: what is wrong with it, and where. */
export function readWhole(
  journal: { readonly path: string; readonly sprint: number; readonly text: string },
  validate: Validate,
): Journal {
  const { text } = journal;
  const file = readYamlText(text);
  if (file.state === 'unreadable') return { ...journal, state: 'unreadable', reason: file.reason };
  if (file.state === 'broken') return { ...journal, state: 'broken', problems: file.problems };
  const { value } = file;
  const entries = Array.isArray(value) ? value : [];
  return {
    ...journal,
    state: 'read',
    value,
    entries,
    ...judge(value, file.locate, validate),
    cutTexts: cutTexts(text, file),
    // The nodes of a file take 100 times its size: a range has no room for those of every journal.
    locate: locateLater(async () => valueLocator(text)),
  };
}

/** Judges entries that were read by themselves by a schema. */
export function judgeParts(
  text: string,
  parts: readonly Part[],
  entries: readonly Entry[],
  validate: Validate,
): Judged {
  return judge(entries, partsLocator(text, parts), validate);
}

type Judged = Pick<ReadJournal, 'validated' | 'schemaProblems'>;

function judge(value: unknown, locate: LocatePointer, validate: Validate): Judged {
  const all = validate(value);
  const errors = all.slice(0, mostErrors);
  const whole = Array.isArray(value) ? value.length : 0;
  return {
    validated: errors.length === all.length ? whole : entryOf(errors.at(-1)),
    schemaProblems: schemaProblems(errors, { value, locate }),
  };
}

/** The index of the entry that an error is about, from 0; 0 for an error about the whole journal. */
function entryOf(error: SchemaError | undefined): number {
  return Number(error?.instancePath.split('/')[1] ?? 0);
}
