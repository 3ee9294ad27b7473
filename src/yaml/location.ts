/** A place in a file as written: lines and columns count from 1, columns in UTF-16 code units, `endColumn` is exclusive. */
export interface Location {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Gives the location of the half-open range `start`..`end` of offsets (UTF-16 code units) in a text. */
export type Locate = (start: number, end: number) => Location;

/** Locates ranges in `text`, which is searched for line ends once; LF, CRLF and a lone CR each end a line. */
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
  /** Its offset in the text. */
  readonly start: number;
  readonly content: string;
}

export function lineAt(text: string, offset: number): Line {
  const start = text.slice(0, offset).lastIndexOf('\n') + 1;
  const end = text.indexOf('\n', offset);
  return { start, content: text.slice(start, end < 0 ? text.length : end).replace(/\r$/, '') };
}
