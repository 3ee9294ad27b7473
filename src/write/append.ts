import { isMap, isScalar, isSeq } from 'yaml';
import { isMapping, sameValue } from '../journal/entries.js';
import type { Entry } from '../journal/journal.js';
import { applyEdits, type Edit } from '../worktree/edits.js';
import { readYamlText } from '../yaml/read.js';
import { scalar } from './scalar.js';
import { lineEnding, withFinalNewline } from './text.js';

/** The texts of an entry by their keys, in the order in which they are written. */
export type Fields = Readonly<Record<string, string>>;

/** An entry as an item of a YAML list, its dash `column` columns from the left; LF ends each line but the last. */
export function entryText(fields: Fields, column = 0): string {
  const lines = Object.entries(fields).map(([key, text]) => `${key}: ${scalar(text, column + 4)}`);
  const indentation = ' '.repeat(column);
  return `${indentation}- ${lines.join(`\n${indentation}  `)}`;
}

/**
 * The text of a journal with an entry behind all others, which stay as they are; `unlistable` where it holds something
 * else than a list of one item a dash, `closed` where nothing can follow its end.
 */
export function withEntry(text: string, fields: Fields): string | Unwritable {
  const list = readList(text);
  if (list === null) return { reason: 'unlistable' };
  const ending = lineEnding(text);
  const entry = `${entryText(fields, list.column)}\n`.replaceAll('\n', ending);
  const start = withFinalNewline(text);
  // A blank line may become part of the text above it.
  const separators = text.trim() === '' || /(?:\n|\r\n?)[ \t]*(?:\n|\r\n?)$/.test(start) ? [''] : [ending, ''];
  const written = separators.map((separator) => start + separator + entry);
  const wanted = [...list.entries, fields];
  return written.find((candidate) => sameValue(readList(candidate)?.entries, wanted)) ?? { reason: 'closed' };
}

export interface Unwritable {
  readonly reason: 'unlistable' | 'closed';
}

/** The text of a journal with every pending entry done; nothing but those values changes. */
export function withoutPending(text: string): string {
  const items = readList(text)?.items ?? [];
  return applyEdits(
    text,
    items.flatMap((item) => statusEdit(text, item)),
  );
}

export function isPending(entry: Entry): entry is Readonly<Record<string, unknown>> {
  return isMapping(entry) && entry.status === 'pending';
}

interface List {
  readonly entries: readonly Entry[];
  readonly items: readonly unknown[];
  /** Where the dashes stand, from 0. */
  readonly column: number;
}

/** A list with a dash before each item, or an empty file; null for anything else. */
function readList(text: string): List | null {
  const yaml = readYamlText(text);
  if (yaml.state !== 'read') return null;
  if (yaml.root === null) return { entries: [], items: [], column: 0 };
  if (!isSeq(yaml.root) || yaml.root.flow) return null;
  return { entries: yaml.value as Entry[], items: yaml.root.items, column: yaml.locate('').column - 1 };
}

function statusEdit(text: string, item: unknown): Edit[] {
  if (!isMap(item)) return [];
  return item.items.flatMap(({ key, value }): Edit[] => {
    if (!isScalar(key) || key.value !== 'status' || !isScalar(value) || value.value !== 'pending') return [];
    const [start = 0, end = 0] = value.range ?? [];
    const written = text.slice(start, end);
    // Quotes stay as they are.
    return [{ start, end, text: written.includes('pending') ? written.replace('pending', 'done') : 'done' }];
  });
}
