import { type Locate, locator } from '../yaml/location.js';

/** A fenced code block of a Markdown text (CommonMark 0.31, 4.5). */
export interface FencedBlock {
  /** What stands behind the opening fence, outer blanks aside. */
  readonly info: string;
  readonly lines: readonly FencedLine[];
}

export interface FencedLine {
  /** Without the fence's indentation. */
  readonly content: string;
  /** Where it starts in the Markdown text, an offset in UTF-16 code units. */
  readonly start: number;
}

/**
 * The fenced blocks of a Markdown text, which stand outside HTML comments; an unclosed one ends with the text. Lists and
 * block quotes are not looked at.
 */
export function fencedBlocks(markdown: string): FencedBlock[] {
  const blocks: FencedBlock[] = [];
  let fence: Fence | null = null;
  let isComment = false;
  for (const { 0: whole, 1: line = '', index } of markdown.matchAll(/([^\r\n]*)(?:\r\n|\n|\r|$)/g)) {
    // Behind the last line the pattern finds nothing once more.
    if (whole === '') break;
    if (isComment) isComment = !line.includes('-->');
    else if (!fence) {
      fence = openingFence(line);
      if (fence) blocks.push({ info: fence.info, lines: fence.lines });
      else isComment = /^ {0,3}<!--/.test(line) && !line.includes('-->');
    } else if (closes(fence, line)) fence = null;
    else {
      const blanks = line.length - line.trimStart().length;
      const content = line.slice(Math.min(fence.indentation, blanks));
      fence.lines.push({ content, start: index + line.length - content.length });
    }
  }
  return blocks;
}

interface Fence {
  readonly indentation: number;
  /** Three or more backticks or tildes. */
  readonly marker: string;
  readonly info: string;
  readonly lines: FencedLine[];
}

// ```yaml
function openingFence(line: string): Fence | null {
  const [, blanks = '', marker = '', info = ''] = /^( {0,3})(`{3,}(?=[^`]*$)|~{3,})(.*)$/.exec(line) ?? [];
  return marker === '' ? null : { indentation: blanks.length, marker, info: info.trim(), lines: [] };
}

function closes({ marker }: Fence, line: string): boolean {
  const closing = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1] ?? '';
  return closing.startsWith(marker);
}

/** The offset in the Markdown text of an offset in the contents of a block's lines, with LF behind each. */
export function offsetIn({ lines }: FencedBlock, offset: number): number {
  let rest = offset;
  for (const { content, start } of lines) {
    if (rest <= content.length) return start + rest;
    rest -= content.length + 1;
  }
  const last = lines.at(-1);
  return last ? last.start + last.content.length : 0;
}

/** Locates ranges of such offsets in the Markdown text. */
export function locatorIn(block: FencedBlock, markdown: string): Locate {
  const locate = locator(markdown);
  return (start, end) => locate(offsetIn(block, start), offsetIn(block, end));
}
