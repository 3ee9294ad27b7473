import { readYamlText } from '../yaml/read.js';
import { cutTexts } from './cut-texts.js';
import type { Journal } from './journal.js';
import type { Validate } from './read.js';
import { schemaProblems } from './schema-problems.js';

/** Reads a journal as one document, and judges it by a schema: what is wrong with it, and where. It never throws. */
export function readWhole(
  journal: { readonly path: string; readonly sprint: number; readonly text: string },
  validate: Validate,
): Journal {
  const file = { text: journal.text, ...readYamlText(journal.text) };
  if (file.state === 'unreadable') return { ...journal, state: 'unreadable', reason: file.reason };
  if (file.state === 'broken') return { ...journal, state: 'broken', problems: file.problems };
  const { value, locate } = file;
  return {
    ...journal,
    state: 'read',
    value,
    entries: Array.isArray(value) ? value : [],
    cutTexts: cutTexts(file),
    schemaProblems: schemaProblems(validate(value), file),
    locate: async (pointer) => locate(pointer),
  };
}
