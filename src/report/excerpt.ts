import stringWidth from 'string-width';
import type { Diagnostic } from './types.js';
import { visible } from './visible.js';

/** A line of a file, ready for a terminal. */
export interface ExcerptLine {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  /** The screen columns of the caret, from 0; null on the lines around. */
  readonly caret: { readonly start: number; readonly width: number } | null;
}

const linesBefore = 2;
const linesAfter = 1;
/** Of a longer line only this many characters around the caret are shown, a mark where it is cut among them. */
const longestLine = 160;

/** The lines of `source` around a diagnostic's place, with the caret under it as a terminal shows it. */
export function excerpt(diagnostic: Diagnostic, source: string): ExcerptLine[] {
  const { line, column, endLine, endColumn } = diagnostic;
  if (line === null || column === null) return [];
  const lines = source.split(/\r\n|\n|\r/);
  // Behind the last line's end there is no line, unless it is what is pointed at.
  const last = lines.at(-1) === '' && lines.length > line ? lines.length - 1 : lines.length;
  const first = Math.max(1, line - linesBefore);
  return lines.slice(first - 1, Math.min(line + linesAfter, last)).map((text, index) => {
    const number = first + index;
    if (number !== line) return { number, text: screen(crop(text, 0).text), caret: null };
    const end = endLine === line && endColumn !== null ? endColumn : text.length + 1;
    return { number, ...withCaret(text, column - 1, Math.max(end - 1, column)) };
  });
}

function withCaret(line: string, start: number, end: number): Pick<ExcerptLine, 'text' | 'caret'> {
  const { text, offset } = crop(line, start);
  const before = stringWidth(screen(text.slice(0, start - offset)));
  const marked = stringWidth(screen(text.slice(start - offset, end - offset)));
  return { text: screen(text), caret: { start: before, width: Math.max(marked, 1) } };
}

function crop(line: string, around: number): { text: string; offset: number } {
  if (line.length <= longestLine) return { text: line, offset: 0 };
  const start = Math.max(0, Math.min(around - longestLine / 2, line.length - longestLine));
  const end = start + longestLine;
  const before = start > 0 ? '…' : '';
  const after = end < line.length ? '…' : '';
  return { text: `${before}${line.slice(start + before.length, end - after.length)}${after}`, offset: start };
}

function screen(text: string): string {
  return visible(text.replaceAll('\t', '  '));
}
