import { isSeq, stringify } from 'yaml';
import { isMapping, sameValue } from '../journal/entries.js';
import type { Entry } from '../journal/journal.js';
import { applyEdits, lineEnding, valueEdits, withFinalNewline } from '../worktree/edits.js';
import { readYamlText } from '../yaml/read.js';

/** The texts of an entry by their keys, in the order in which they are written. */
export type Fields = Readonly<Record<string, string>>;

/** Values as YAML on lines of their own: a text of several lines as a block, no other one folded. LF ends each line. */
export function yamlOf(values: unknown): string {
  const text = stringify(values, { lineWidth: 0, blockQuote: 'literal' });
  // Some control characters stand in its double quotes as they are, where YAML 1.2 excludes them.
  return text.replace(/[^\P{Cc}\t\n]/gu, (character) => `\\x${character.charCodeAt(0).toString(16)}`);
}

/** The text of a journal with an entry behind all others, which stay as they are; null where its end takes none. */
export function withEntry(text: string, fields: Fields): string | null {
  const list = readList(text);
  if (list === null) return null;
  const indentation = ' '.repeat(list.column);
  const lines = yamlOf([fields]).split('\n');
  const entry = lines.map((line) => (line === '' ? '' : indentation + line));
  const start = withFinalNewline(text);
  const ending = lineEnding(text);
  const isApart = text.trim() === '' || /(?:\n|\r\n?)[ \t]*(?:\n|\r\n?)$/.test(start);
  const written = start + (isApart ? '' : ending) + entry.join(ending);
  return sameValue(readList(written)?.entries, [...list.entries, fields]) ? written : null;
}

/** The text of a journal with every pending entry done; nothing but those values changes. */
export function withoutPending(text: string): string {
  const yaml = readYamlText(text);
  if (yaml.state !== 'read') return text;
  const edits = valueEdits(text, yaml, (key, value) => (key === 'status' && value === 'pending' ? 'done' : null));
  return applyEdits(text, edits);
}

export function isPending(entry: Entry): entry is Readonly<Record<string, unknown>> {
  return isMapping(entry) && entry.status === 'pending';
}

/** A journal as far as one can add to it. */
export interface List {
  readonly entries: readonly Entry[];
  /** Where the dashes stand, from 0. */
  readonly column: number;
}

/** A list with a dash before each item, or an empty file; null for anything else. */
export function readList(text: string): List | null {
  const yaml = readYamlText(text);
  if (yaml.state !== 'read') return null;
  if (yaml.root === null) return { entries: [], column: 0 };
  if (!isSeq(yaml.root) || yaml.root.flow) return null;
  return { entries: yaml.value as Entry[], column: yaml.locate('').column - 1 };
}
