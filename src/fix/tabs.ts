import { type Edit, lineNumber } from '../worktree/edits.js';
import { lineAt } from '../yaml/location.js';
import { parse } from '../yaml/parse.js';

/** Columns that a tab may fill; 0 if the spaces before it are enough. */
const widths = [2, 4, 8, 0];

/** Indents a line, and lines below that start with a tab, by the tab width with which YAML reads furthest. */
export function spacesForTabs(text: string, offset: number): Edit | null {
  const { start, content } = lineAt(text, offset);
  // A blank line needs no indentation.
  if (/^[ \t]*$/.test(content)) return { start, end: start + content.length, text: '' };
  const isFirst = content.startsWith('\t');
  const lines = isFirst ? /^(?:\t[^\n]*\n?|[ \t\r]*\n)+/ : /^[^\n]*/;
  const run = lines.exec(text.slice(start))?.[0] ?? '';
  const end = start + run.length;
  // In a run of lines, a dash may be part of a text.
  const indented = isFirst ? /^[ \t]+(?=\S)/gm : /^[ \t]*(?:-[ \t]+)*(?=\S)/;
  const least = leastIndentation(text.slice(0, start));
  let [furthest, best]: [number, string | null] = [lineNumber(text, start), null];
  for (const width of widths) {
    const spaced = run.replace(indented, (indentation) => expand(indentation, width));
    if (spaced.search(/\S/) < least) continue;
    const reached = firstBroken(text.slice(0, start) + spaced + text.slice(end));
    if (reached > furthest) [furthest, best] = [reached, spaced];
  }
  return best === null ? null : { start, end, text: best };
}

/** Returns the least indentation of the next line: deeper than a key above it that has no value yet. */
function leastIndentation(above: string): number {
  const lastLine = above.trimEnd().split('\n').at(-1) ?? '';
  const [, before = null] = /^( *(?:- +)*)\S.*:[ \t]*(?:[|>][-+\d]*[ \t]*)?$/.exec(lastLine) ?? [];
  return before === null ? 0 : before.length + 1;
}

function expand(indentation: string, width: number): string {
  let spaced = '';
  for (const character of indentation) {
    const filled = width === 0 ? 0 : width - (spaced.length % width);
    spaced += character === '\t' ? ' '.repeat(filled) : character;
  }
  return spaced;
}

function firstBroken(text: string): number {
  const parsed = parse(text);
  if (parsed.state !== 'parsed') return 0;
  return parsed.complaint === null ? Number.POSITIVE_INFINITY : lineNumber(text, parsed.complaint.start);
}
