import stringWidth from 'string-width';
import type { Diagnostic } from './types.js';
import { visible } from './visible.js';

/** A line of a file, ready for a terminal. */
export interface ExcerptLine {
  /** 1-based. */
  readonly number: number;
  readonly text: string;
  /** 0-based screen columns; null on the lines around. */
  readonly caret: { readonly start: number; readonly width: number } | null;
}

const linesBefore = 2;
const linesAfter = 1;
/** A longer line is cut to this many characters around the caret, the `…` included. */
const longestLine = 160;

/** Returns the lines of `source` around a diagnostic's place, with a caret under it. */
export function excerpt(diagnostic: Diagnostic, source: string): ExcerptLine[] {
  const { line, column, endLine, endColumn } = diagnostic;
  if (line === null || column === null) return [];
  const lines = source.split(/\r\n|\n|\r/);
  // The empty line after the last line end is no line, unless the diagnostic points at it.
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
