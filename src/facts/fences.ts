/** A fenced code block of a Markdown text (CommonMark 0.31, 4.5). */
export interface FencedBlock {
  readonly info: string;
  /** How many blanks stand before the opening fence, and may stand before each line. */
  readonly indentation: number;
  /** Where the lines between the fences start in the Markdown text, and where they end. */
  readonly start: number;
  readonly end: number;
}

/**
 * The fenced blocks of a Markdown text, which stand outside HTML comments; an unclosed one ends with the text. Lists and
 * block quotes are not looked at.
 */
export function fencedBlocks(markdown: string): FencedBlock[] {
  const blocks: FencedBlock[] = [];
  let open: (FencedBlock & { readonly marker: string }) | null = null;
  let isComment = false;
  for (const { 0: whole, 1: line = '', index } of `${markdown}\n`.matchAll(/([^\r\n]*)(?:\r\n|\n|\r)/g)) {
    if (isComment) isComment = !line.includes('-->');
    else if (!open) {
      const [, blanks = '', marker = '', info = ''] = /^( {0,3})(`{3,}(?=[^`]*$)|~{3,})(.*)$/.exec(line) ?? [];
      const [indentation, start, end] = [blanks.length, index + whole.length, markdown.length];
      if (marker !== '') open = { marker, info: info.trim(), indentation, start: Math.min(start, end), end };
      else isComment = /^ {0,3}<!--/.test(line) && !line.includes('-->');
    } else if (closes(open.marker, line)) {
      blocks.push({ ...open, end: index });
      open = null;
    }
  }
  return open ? [...blocks, open] : blocks;
}

/** Whether a line closes a fence: three or more of its characters, at least as many as open it. */
function closes(marker: string, line: string): boolean {
  const closing = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1] ?? '';
  return closing.startsWith(marker);
}
