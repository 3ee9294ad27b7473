/** A place in a file. Lines and columns are 1-based, columns are UTF-16 code units, `endColumn` is exclusive. */
export interface Location {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Locates the half-open range `start`..`end` of offsets (UTF-16 code units). */
export type Locate = (start: number, end: number) => Location;

/** Locates ranges in `text`, in which LF, CRLF and a lone CR each end a line. */
export function locator(text: string): Locate {
  let lineStarts: number[] | null = null;
  return (start, end) => {
    const starts = lineStarts ?? [
      0,
      ...Array.from(text.matchAll(/\r\n|\n|\r/g), ({ 0: end, index }) => index + end.length),
    ];
    lineStarts = starts;
    const first = starts.findLastIndex((each) => each <= start);
    const last = starts.findLastIndex((each) => each <= Math.max(start, end));
    return {
      line: first + 1,
      column: start - (starts[first] ?? 0) + 1,
      endLine: last + 1,
      endColumn: Math.max(start, end) - (starts[last] ?? 0) + 1,
    };
  };
}

export interface Line {
  /** Offset in the text. */
  readonly start: number;
  readonly content: string;
}

export function lineAt(text: string, offset: number): Line {
  const start = text.slice(0, offset).lastIndexOf('\n') + 1;
  const end = text.indexOf('\n', offset);
  return { start, content: text.slice(start, end < 0 ? text.length : end).replace(/\r$/, '') };
}
