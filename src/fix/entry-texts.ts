import type { Entry, ReadJournal } from '../journal/journal.js';
import { lineEnding, withFinalNewline } from '../worktree/edits.js';
import { readList } from '../write/append.js';

/** An entry with its lines: comments directly above it, and all down to the next entry. */
export interface WrittenEntry {
  readonly value: Entry;
  readonly text: string;
}

export interface WrittenJournal {
  /** All above the first entry. */
  readonly head: string;
  readonly entries: readonly WrittenEntry[];
}

/** Splits a journal; null if an entry does not start with a dash on its own line. */
export function writtenJournal({ text }: ReadJournal): WrittenJournal | null {
  const list = text === null ? null : readList(text);
  if (text === null || list === null) return null;
  const { entries, column } = list;
  // A comment indented deeper than the dash may be part of a text.
  const start = new RegExp(`(?:^ {0,${column}}#[^\\n]*\\n)*^ {${column}}-(?=\\s)`, 'gm');
  const starts = Array.from(text.matchAll(start), ({ index }) => index);
  if (starts.length !== entries.length) return null;
  return {
    head: text.slice(0, starts[0]),
    entries: entries.map((value, index) => ({ value, text: text.slice(starts[index], starts[index + 1]) })),
  };
}

const blankEnd = /\n[ \t]*\r?\n$/;

export function isSpaced({ entries }: WrittenJournal): boolean {
  return entries.some(({ text }) => blankEnd.test(text));
}

/** If `spaced`, puts a blank line between entries. */
export function joinEntries(head: string, entries: readonly WrittenEntry[], spaced: boolean): string {
  return entries.reduce((whole, { text }, index) => {
    const above = withFinalNewline(whole);
    const needsBlank = spaced && index > 0 && !blankEnd.test(above);
    return above + (needsBlank ? lineEnding(above) : '') + text;
  }, head);
}
