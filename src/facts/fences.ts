import { type Locate, locator } from '../yaml/location.js';

/** A fenced code block of a Markdown text (CommonMark 0.31, 4.5). */
export interface FencedBlock {
  /** What stands behind the opening fence, outer blanks aside. */
  readonly info: string;
  readonly lines: readonly FencedLine[];
}

/** A line of a fenced block. */
export interface FencedLine {
  /** Without the fence's indentation, and the markers and indentation of block quotes and list items around it. */
  readonly content: string;
  /** Its number in the Markdown text, from 1. */
  readonly line: number;
  /** How many UTF-16 code units of the line stand before `content`. */
  readonly indentation: number;
}

/** The fenced blocks of a Markdown text, also those in block quotes and list items. An unclosed one ends with what holds it. */
export function fencedBlocks(markdown: string): FencedBlock[] {
  const scanner = new Scanner();
  const lines = markdown.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  for (const [index, line] of lines.entries()) scanner.read(line, index + 1);
  return scanner.blocks;
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

/** How far the lines of a list item are indented; null for a block quote. */
type Container = number | null;

/** The block without children that is still open: a fenced block, raw HTML until a line matches `end`, or a paragraph. */
type Leaf =
  | { readonly kind: 'fence'; readonly end: RegExp; readonly indentation: RegExp; readonly lines: FencedLine[] }
  | { readonly kind: 'html'; readonly end: RegExp }
  | { readonly kind: 'paragraph' };

// Each container that a line opens has the rest of the line searched again.
const mostContainers = 64;

/** CommonMark's block structure as far as it decides what is a fence; tabs beside markers are not counted as columns. */
class Scanner {
  readonly blocks: FencedBlock[] = [];
  #containers: Container[] = [];
  #leaf: Leaf | null = null;

  read(line: string, number: number): void {
    const { rest, depth } = continueContainers(this.#containers, line);
    const isInside = depth === this.#containers.length;
    if (isInside && this.#continueLeaf(line, rest, number)) return;
    const isParagraph = this.#leaf?.kind === 'paragraph';
    const { opened, rest: content } = openContainers(rest, isParagraph && isInside, mostContainers - depth);
    const isText = opened.length === 0 && isParagraph && startsNothing(content);
    if (isText && !(isInside && /^ {0,3}(?:=+|-+) *$/.test(content))) return;
    this.#containers = [...this.#containers.slice(0, depth), ...opened];
    this.#leaf = isText ? null : this.#openLeaf(content);
  }

  #continueLeaf(line: string, rest: string, number: number): boolean {
    const leaf = this.#leaf;
    if (leaf?.kind !== 'fence' && leaf?.kind !== 'html') return false;
    if (leaf.end.test(rest)) this.#leaf = null;
    else if (leaf.kind === 'fence') {
      const content = rest.replace(leaf.indentation, '');
      leaf.lines.push({ content, line: number, indentation: line.length - content.length });
    }
    return true;
  }

  #openLeaf(content: string): Leaf | null {
    const fence = fenceStart.exec(content);
    if (fence) {
      const [, indentation = '', marker = '', info = ''] = fence;
      const lines: FencedLine[] = [];
      this.blocks.push({ info: info.trim(), lines });
      return {
        kind: 'fence',
        end: new RegExp(`^ {0,3}${marker}${marker[0]}*[ \\t]*$`),
        indentation: new RegExp(`^ {0,${indentation.length}}`),
        lines,
      };
    }
    const html = htmlBlockOf(content);
    if (html) return html.end.test(content) ? null : { kind: 'html', end: html.end };
    return startsNothing(content) && !/^ {4}/.test(content) ? { kind: 'paragraph' } : null;
  }
}

const fenceStart = /^( {0,3})(`{3,}(?=[^`]*$)|~{3,})(.*)$/;
const thematicBreak = /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/;
const heading = /^ {0,3}#{1,6}(?:[ \t]|$)/;

// The kinds 1 to 6 of HTML block (4.6); the seventh, any other tag alone on its line, is taken for text.
const blockTags =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|' +
  'fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|' +
  'menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|' +
  'track|ul';
const htmlBlocks: readonly { readonly start: RegExp; readonly end: RegExp }[] = [
  { start: /^ {0,3}<(?:pre|script|style|textarea)(?:[ \t>]|$)/i, end: /<\/(?:pre|script|style|textarea)>/i },
  { start: /^ {0,3}<!--/, end: /-->/ },
  { start: /^ {0,3}<\?/, end: /\?>/ },
  { start: /^ {0,3}<![a-z]/i, end: />/ },
  { start: /^ {0,3}<!\[CDATA\[/, end: /\]\]>/ },
  { start: new RegExp(`^ {0,3}</?(?:${blockTags})(?:[ \\t]|/?>|$)`, 'i'), end: /^[ \t]*$/ },
];

function startsNothing(content: string): boolean {
  const starts = [fenceStart, thematicBreak, heading];
  return content.trim() !== '' && !starts.some((start) => start.test(content)) && !htmlBlockOf(content);
}

function htmlBlockOf(content: string): (typeof htmlBlocks)[number] | undefined {
  // Few notes have a tag, and the first use of each pattern costs every commit.
  return /^ {0,3}</.test(content) ? htmlBlocks.find(({ start }) => start.test(content)) : undefined;
}

function continueContainers(containers: readonly Container[], line: string): { rest: string; depth: number } {
  let rest = line;
  for (const [depth, width] of containers.entries()) {
    const isBlank = rest.trim() === '';
    const marker = width === null ? /^ {0,3}> ?/.exec(rest)?.[0] : isBlank ? rest : ' '.repeat(width);
    if (marker === undefined || !rest.startsWith(marker)) return { rest, depth };
    rest = rest.slice(marker.length);
  }
  return { rest, depth: containers.length };
}

function openContainers(line: string, inParagraph: boolean, most: number): { opened: Container[]; rest: string } {
  const opened: Container[] = [];
  let rest = line;
  while (opened.length < most) {
    const quote = /^ {0,3}> ?/.exec(rest)?.[0];
    const width = quote === undefined ? itemWidth(rest, inParagraph && opened.length === 0) : null;
    if (quote === undefined && width === null) return { opened, rest };
    opened.push(width);
    rest = rest.slice(quote?.length ?? width ?? 0);
  }
  return { opened, rest };
}

/** The width of a list item's marker and the blanks behind it (5.2); null where no item starts. */
function itemWidth(line: string, inParagraph: boolean): number | null {
  const [, marker = '', number = '1', blanks = '', text = ''] =
    /^( {0,3}(?:[-+*]|(\d{1,9})[.)]))(?:( +)(.*)|$)/.exec(line) ?? [];
  if (marker === '' || thematicBreak.test(line)) return null;
  if (inParagraph && (text === '' || Number(number) !== 1)) return null;
  return text === '' || blanks.length > 4 ? marker.length + 1 : marker.length + blanks.length;
}
