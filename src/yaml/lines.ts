/** A line of a text, without what ends it. */
export interface Line {
  /** Its offset in the text. */
  readonly start: number;
  readonly content: string;
}

/** The line that an offset is on. */
export function lineAt(text: string, offset: number): Line {
  const start = text.slice(0, offset).lastIndexOf('\n') + 1;
  const end = text.indexOf('\n', offset);
  return { start, content: text.slice(start, end < 0 ? text.length : end).replace(/\r$/, '') };
}
