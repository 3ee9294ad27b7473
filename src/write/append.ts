import { isSeq, stringify } from 'yaml';
import { isMapping, sameValue } from '../journal/entries.js';
import type { Entry } from '../journal/journal.js';
import { applyEdits, lineEnding, valueEdits, withFinalNewline } from '../worktree/edits.js';
import { readYamlText } from '../yaml/read.js';

/** The texts of an entry by key, in the order in which they are written. */
export type Fields = Readonly<Record<string, string>>;

/** Writes values as YAML on their own lines: multi-line texts as blocks, no others folded. LF ends each line. */
export function yamlOf(values: unknown): string {
  const text = stringify(values, { lineWidth: 0, blockQuote: 'literal' });
  // yaml leaves control characters unescaped that YAML 1.2 excludes.
  return text.replace(/[^\P{Cc}\t\n]/gu, (character) => `\\x${character.charCodeAt(0).toString(16)}`);
}

/** Appends an entry, and leaves the others as they are; null if the journal's end takes none. */
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

/** Sets every pending entry to done, and changes nothing else. */
export function withoutPending(text: string): string {
  const yaml = readYamlText(text);
  if (yaml.state !== 'read') return text;
  const edits = valueEdits(text, yaml, (key, value) => (key === 'status' && value === 'pending' ? 'done' : null));
  return applyEdits(text, edits);
}

export function isPending(entry: Entry): entry is Readonly<Record<string, unknown>> {
  return isMapping(entry) && entry.status === 'pending';
}

export interface List {
  readonly entries: readonly Entry[];
  /** The column of the dashes, 0-based. */
  readonly column: number;
}

/** Reads a list with a dash before each item, or an empty file; null for anything else. */
export function readList(text: string): List | null {
  const yaml = readYamlText(text);
  if (yaml.state !== 'read') return null;
  if (yaml.root === null) return { entries: [], column: 0 };
  if (!isSeq(yaml.root) || yaml.root.flow) return null;
  return { entries: yaml.value as Entry[], column: yaml.locate('').column - 1 };
}
