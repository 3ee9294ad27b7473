import { isSeq } from 'yaml';
import type { Entry, ReadJournal } from '../journal/journal.js';
import { lineEnding, withFinalNewline } from '../worktree/edits.js';
import { readYamlText } from '../yaml/read.js';

/** An entry, and the lines that it stands on: comments straight above it, and all down to the next entry. */
export interface WrittenEntry {
  readonly value: Entry;
  readonly text: string;
}

/** A journal as written, in parts. */
export interface WrittenJournal {
  /** What stands above the first entry. */
  readonly head: string;
  readonly entries: readonly WrittenEntry[];
}

/** Takes a journal apart; null where its entries do not each start with a dash on a line of their own. */
export function writtenJournal({ text }: ReadJournal): WrittenJournal | null {
  const yaml = readYamlText(text ?? '');
  if (text === null || yaml.state !== 'read' || !isSeq(yaml.root) || yaml.root.flow) return null;
  const values = yaml.value as readonly Entry[];
  const starts: number[] = [];
  for (const item of yaml.root.items as { range?: readonly number[] | null }[]) {
    const dash = text.lastIndexOf('-', (item.range?.[0] ?? 0) - 1);
    const line = text.lastIndexOf('\n', dash) + 1;
    if (dash < 0 || line <= (starts.at(-1) ?? -1) || text.slice(line, dash).trim() !== '') return null;
    // Comments that are indented deeper may be text.
    const comments = new RegExp(`(?:^ {0,${dash - line}}#[^\\n]*\\n)*(?![^])`, 'm');
    starts.push(line - (comments.exec(text.slice(0, line))?.[0].length ?? 0));
  }
  return {
    head: text.slice(0, starts[0]),
    entries: starts.map((start, index) => ({ value: values[index], text: text.slice(start, starts[index + 1]) })),
  };
}

const blankEnd = /\n[ \t]*\r?\n$/;

/** Whether blank lines stand between the entries of a journal. */
export function isSpaced({ entries }: WrittenJournal): boolean {
  return entries.some(({ text }) => blankEnd.test(text));
}

/** Puts entries below each other, each on lines of its own; a blank line between them where `spaced`. */
export function joinEntries(head: string, entries: readonly WrittenEntry[], spaced: boolean): string {
  return entries.reduce((whole, { text }, index) => {
    const above = withFinalNewline(whole);
    const needsBlank = spaced && index > 0 && !blankEnd.test(above);
    return above + (needsBlank ? lineEnding(above) : '') + text;
  }, head);
}
