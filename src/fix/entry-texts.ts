import { isSeq, Lexer } from 'yaml';
import type { Entry, Journal } from '../journal/journal.js';
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
export function writtenJournal({ text }: Pick<Journal, 'text'>): WrittenJournal | null {
  const yaml = readYamlText(text ?? '');
  if (text === null || yaml.state !== 'read' || !isSeq(yaml.root) || yaml.root.flow) return null;
  const values = yaml.value as readonly Entry[];
  const starts: number[] = [];
  for (const item of yaml.root.items as { range?: readonly number[] | null }[]) {
    const dash = text.lastIndexOf('-', (item.range?.[0] ?? 0) - 1);
    const line = text.lastIndexOf('\n', dash) + 1;
    if (dash < 0 || line <= (starts.at(-1) ?? -1) || text.slice(line, dash).trim() !== '') return null;
    starts.push(aboveComments(text, line, dash - line));
  }
  return {
    head: text.slice(0, starts[0]),
    entries: starts.map((start, index) => ({ value: values[index], text: text.slice(start, starts[index + 1]) })),
  };
}

/** Where the comments begin that stand straight above a line and are indented no deeper: deeper ones may be text. */
function aboveComments(text: string, line: number, indentation: number): number {
  const above = text.lastIndexOf('\n', line - 2) + 1;
  const isComment = line > 0 && new RegExp(`^ {0,${indentation}}#`).test(text.slice(above, line));
  return isComment ? aboveComments(text, above, indentation) : line;
}

/** Puts entries below each other, each on lines of its own; a blank line between them where `spaced`. */
export function joinEntries(head: string, entries: readonly WrittenEntry[], spaced: boolean): string {
  const lineEnd = /\r?\n/.exec(head + entries.map(({ text }) => text).join(''))?.[0] ?? '\n';
  return entries.reduce((whole, { text }, index) => {
    const isBelow = index > 0;
    const ended = whole === '' || whole.endsWith('\n') ? whole : whole + lineEnd;
    const needsBlank = isBelow && spaced && !/\n[ \t]*\r?\n$/.test(ended);
    return ended + (needsBlank ? lineEnd : '') + text;
  }, head);
}

/** Whether blank lines stand between the entries of a journal. */
export function isSpaced({ entries }: WrittenJournal): boolean {
  return entries.slice(0, -1).some(({ text }) => /\n[ \t]*\r?\n$/.test(text));
}

/**
 * A text with the comments that another form of it has, and neither it nor the merge base: on lines of their own, below the
 * comments that it starts with, since what they stand behind there may not be here.
 */
export function withCommentsOf(text: string, other: string, base: string): string {
  const known = new Set([text, base].flatMap(commentsIn));
  const missing = [...new Set(commentsIn(other))].filter((comment) => !known.has(comment));
  const above = /^(?:[ \t]*(?:#[^\n]*)?\r?\n)*/.exec(text)?.[0].length ?? 0;
  const indentation = /^ */.exec(text.slice(above))?.[0] ?? '';
  const lineEnd = /\r?\n/.exec(text)?.[0] ?? '\n';
  return text.slice(0, above) + missing.map((each) => indentation + each + lineEnd).join('') + text.slice(above);
}

function commentsIn(text: string): string[] {
  return [...new Lexer().lex(text)].filter((token) => token.startsWith('#')).map((comment) => comment.trimEnd());
}
