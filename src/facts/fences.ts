/** A fenced code block of a Markdown text (CommonMark 0.31, 4.5). */
export interface FencedBlock {
  readonly info: string;
  /** Spaces before the opening fence; every line of the block may start with as many. */
  readonly indentation: number;
  /** Offsets in the Markdown text, between the fences. */
  readonly start: number;
  readonly end: number;
}

/** Finds the fenced blocks outside HTML comments; lists are not parsed, and an unclosed block ends with the text. */
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

/** Tells whether a line closes a fence: the same character, at least as often as in the opening fence. */
function closes(marker: string, line: string): boolean {
  const closing = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1] ?? '';
  return closing.startsWith(marker);
}
