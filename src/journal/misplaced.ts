import { isCollection, isSeq, type ParsedNode } from 'yaml';
import { locator } from '../yaml/location.js';
import type { Fault, SyntaxProblem } from '../yaml/problem.js';
import { isMapping } from './entries.js';
import type { Entry } from './journal.js';
import { knownKeys } from './schema-problems.js';

/** Finds text, or an entry, whose indentation broke the YAML as `broken` says, or the schema if that is null. */
export function misplaced(text: string, broken: SyntaxProblem['kind'] | null): SyntaxProblem | null {
  const fault =
    (broken === 'open-quote' ? null : misplacedBlock(text)) ??
    misplacedQuote(text) ??
    (broken === 'other' ? misplacedEntry(text) : null);
  if (fault === null) return null;
  const { start, end, ...problem } = fault;
  return { ...problem, location: locator(text)(start, end) };
}

const entryKey = /^(?:- +)?(?:who|when|topic|did|ask|context|status|actions|reply|details|action|x-[\w-]*):(?:\s|$)/;

// did: |
// - The search, by place
function misplacedBlock(text: string): Fault | null {
  const column = keyColumn(text);
  const keys =
    /^( *(?:- +)?)(?:(topic|did|ask|details):[ \t]*[|>]\S*|(context):(?:[ \t]*[|>]\S*)?)[ \t]*\r?\n(?:[ \t]*\r?\n)*(?=( *)(\S.*)$)/gm;
  for (const { 0: whole, 1: before = '', 2: key, 3: context, 4: blanks = '', 5: line = '', index } of text.matchAll(
    keys,
  )) {
    if (before.length !== column || blanks.length > column || line.startsWith('#') || entryKey.test(line)) continue;
    return misplacedLine(key ?? context ?? '', index + whole.length + blanks.length, line);
  }
  return null;
}

// did: "The search,
// by place"
function misplacedQuote(text: string): Fault | null {
  const column = keyColumn(text);
  const quoted =
    /^ *(?:- +)?(topic|did|ask|context|details):[ \t]+(?:"[^"\\]*(?:\\[\s\S][^"\\]*)*"|'[^']*(?:''[^']*)*')[ \t]*(?:#.*)?$/gm;
  for (const { 0: whole, 1: key = '', index } of text.matchAll(quoted)) {
    const lines = whole.matchAll(/\n( *)(\S.*)/g);
    const found = Array.from(lines).find(([, blanks = '']) => blanks.length <= column);
    const [, blanks = '', line = ''] = found ?? [];
    if (!found || entryKey.test(line)) continue;
    return misplacedLine(key, index + found.index + 1 + blanks.length, line);
  }
  return null;
}

function misplacedLine(key: string, start: number, line: string): Fault {
  return { kind: 'misplaced-text', start, end: start + line.trimEnd().length, subject: key };
}

function keyColumn(text: string): number {
  return (/^( *)- /m.exec(text)?.[1] ?? '').length + 2;
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

// - who: ChatGPT
//   topic: Sprint S3
// - did: The search, by place
/** Finds a dash in front of keys that the entry above lacks, which has `who`. */
export function superfluousDash(
  text: string,
  entries: readonly Entry[],
  root: ParsedNode | null,
): SyntaxProblem | null {
  const index = entries.findIndex((entry, place) => goesOn(entries[place - 1], entry));
  const [above, node] = isSeq<ParsedNode>(root) ? root.items.slice(index - 1) : [];
  if (index < 0 || [root, above, node].some((each) => !isCollection(each) || each.flow)) return null;
  const dash = text.lastIndexOf('-', (node?.range[0] ?? 0) - 1);
  return { kind: 'superfluous-dash', subject: '', location: locator(text)(dash, dash + 1) };
}

function goesOn(above: Entry, entry: Entry): boolean {
  if (!isMapping(above) || !isMapping(entry) || !Object.hasOwn(above, 'who')) return false;
  const known = knownKeys(above);
  return Object.keys(entry).every((key) => known.includes(key) && !Object.hasOwn(above, key));
}
