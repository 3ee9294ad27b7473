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
  /** Its number in the Markdown text, from 1. */
  readonly line: number;
  /** How many UTF-16 code units of the line stand before `content`. */
  readonly indentation: number;
}

/**
 * The fenced blocks of a Markdown text, which stand outside HTML comments; an unclosed one ends with the text. Lists and
 * block quotes are not looked at.
 */
export function fencedBlocks(markdown: string): FencedBlock[] {
  const blocks: FencedBlock[] = [];
  let fence: Fence | null = null;
  let isComment = false;
  const lines = markdown.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  for (const [index, line] of lines.entries()) {
    if (isComment) isComment = !line.includes('-->');
    else if (!fence) {
      fence = openingFence(line);
      if (fence) blocks.push({ info: fence.info, lines: fence.lines });
      else isComment = /^ {0,3}<!--/.test(line) && !line.includes('-->');
    } else if (closes(fence, line)) fence = null;
    else {
      const blanks = line.length - line.trimStart().length;
      const content = line.slice(Math.min(fence.indentation, blanks));
      fence.lines.push({ content, line: index + 1, indentation: line.length - content.length });
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

/** Locates ranges of `text`, the contents of a block's lines with LF behind each, in the Markdown text. */
export function locatorIn(block: FencedBlock, text: string): Locate {
  const locate = locator(text);
  const outside = (line: number, column: number): [line: number, column: number] => {
    const inside = block.lines[line - 1];
    if (inside) return [inside.line, inside.indentation + column];
    const last = block.lines.at(-1);
    return last ? [last.line, last.indentation + last.content.length + 1] : [1, 1];
  };
  return (start, end) => {
    const inside = locate(start, end);
    const [line, column] = outside(inside.line, inside.column);
    const [endLine, endColumn] = outside(inside.endLine, inside.endColumn);
    return { line, column, endLine, endColumn };
  };
}
