import type { Locate, Location } from '../yaml/location.js';

/** A text that is to stand in place of the half-open range `start`..`end` of offsets. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies edits, which are in order and do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  return edits.reduceRight((whole, edit) => whole.slice(0, edit.start) + edit.text + whole.slice(edit.end), text);
}

/** Locates a range as if the text were one line, so that `rangeAt` gives its offsets back. */
export const asOneLine: Locate = (start, end) => ({ line: 1, column: start + 1, endLine: 1, endColumn: end + 1 });

/** The offsets of a location that `asOneLine` gave. */
export function rangeAt({ column, endColumn }: Location): { readonly start: number; readonly end: number } {
  return { start: column - 1, end: endColumn - 1 };
}

/** The number, from 1, of the line that an offset is on. */
export function lineNumber(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\n|\r/).length;
}
