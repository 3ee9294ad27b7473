import type { Edit } from '../worktree/edits.js';
import { lineNumber } from '../worktree/edits.js';
import { lineAt } from '../yaml/location.js';
import { parse } from '../yaml/parse.js';

/** How many columns a tab may be meant to fill; with 0 it goes. */
const widths = [2, 4, 8, 0];

/**
 * Spaces in place of the tabs that indent the line at an offset, and the lines below it that start with one: by the
 * width under which YAML reads furthest. Null where it gets past that line under none.
 */
export function spacesForTabs(text: string, offset: number): Edit | null {
  const source = text.replace(/\r(?!\n)/g, '\n');
  const { start, content } = lineAt(source, offset);
  // Of a line of blanks alone none is needed.
  if (/^[ \t]*$/.test(content)) return { start, end: start + content.length, text: '' };
  const end = endOfRun(source, start);
  const run = source.slice(start, end);
  // In lines that belong together, a dash may be part of a text.
  const indented = source[start] === '\t' ? /^[ \t]+(?=\S)/gm : /^[ \t]*(?:-[ \t]+)*(?=\S)/;
  const least = leastIndentation(source.slice(0, start));
  let [furthest, best]: [number, string | null] = [lineNumber(source, start), null];
  for (const width of widths) {
    const spaced = run.replace(indented, (indentation) => expand(indentation, width));
    if (spaced.search(/\S/) < least) continue;
    const reached = firstBroken(source.slice(0, start) + spaced + source.slice(end));
    if (reached > furthest) [furthest, best] = [reached, spaced];
  }
  if (best === null) return null;
  return { start, end, text: text.includes('\n') ? best : best.replaceAll('\n', '\r') };
}

/** Where the lines end, from `start` on, that start with a tab or are blank: the first one only where it starts with a space. */
function endOfRun(source: string, start: number): number {
  let next = start;
  do {
    const lineEnd = source.indexOf('\n', next);
    next = lineEnd < 0 ? source.length : lineEnd + 1;
  } while (next < source.length && source[start] === '\t' && /^(?:\t|[ \t\r]*\n)/.test(source.slice(next)));
  return next;
}

/** How deep a line has to be indented: deeper than a key above it whose value is still to come. */
function leastIndentation(above: string): number {
  const [, before = null] =
    /^( *(?:- +)*)\S.*:[ \t]*(?:[|>][-+\d]*[ \t]*)?\s*$/m.exec(above.trimEnd().split('\n').at(-1) ?? '') ?? [];
  return before === null ? 0 : before.length + 1;
}

function expand(indentation: string, width: number): string {
  let spaced = '';
  for (const character of indentation) {
    if (character !== '\t') spaced += character;
    else if (width > 0) spaced += ' '.repeat(width - (spaced.length % width));
  }
  return spaced;
}

/** The line, from 1, at which YAML can't read on. */
function firstBroken(text: string): number {
  const parsed = parse(text);
  if (parsed.state !== 'parsed') return 0;
  return parsed.complaint === null ? Number.POSITIVE_INFINITY : lineNumber(text, parsed.complaint.start);
}
