import { locator } from '../yaml/location.js';
import type { Fault, SyntaxProblem } from '../yaml/problem.js';

/** Finds text, or in broken YAML an entry, that is indented so that YAML takes it for something else. */
export function misplaced(text: string, isBroken: boolean): SyntaxProblem | null {
  const fault = misplacedText(text) ?? (isBroken ? misplacedEntry(text) : null);
  if (fault === null) return null;
  const { start, end, ...problem } = fault;
  return { ...problem, location: locator(text)(start, end) };
}

const entryKey = /^(?:- +)?(?:who|when|topic|did|ask|context|status|actions|reply|details|action|x-[\w-]*):(?:\s|$)/;

// did: |
// - The search, by place
function misplacedText(text: string): Fault | null {
  const column = (/^( *)- /m.exec(text)?.[1] ?? '').length + 2;
  const keys =
    /^( *(?:- +)?)(?:(topic|did|ask|details):[ \t]*[|>]\S*|(context):(?:[ \t]*[|>]\S*)?)[ \t]*\r?\n(?:[ \t]*\r?\n)*(?=( *)(\S.*)$)/gm;
  for (const { 0: whole, 1: before = '', 2: key, 3: context, 4: blanks = '', 5: line = '', index } of text.matchAll(
    keys,
  )) {
    if (before.length !== column || blanks.length > column || line.startsWith('#') || entryKey.test(line)) continue;
    const start = index + whole.length + blanks.length;
    return { kind: 'misplaced-text', start, end: start + line.trimEnd().length, subject: key ?? context ?? '' };
  }
  return null;
}

// - who: ChatGPT
//   status: pending
//
//   - who: PO
function misplacedEntry(text: string): Fault | null {
  const [first, ...others] = text.matchAll(/^( *)- +who:/gm);
  const other = others.find(([, blanks]) => blanks !== first?.[1]);
  if (!other) return null;
  const start = other.index + (other[1] ?? '').length;
  return { kind: 'misplaced-entry', start, end: other.index + other[0].length, subject: '' };
}
