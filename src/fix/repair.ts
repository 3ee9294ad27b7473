import { isPO } from '../journal/entries.js';
import { fixedWords, takesQuotes } from '../journal/in-quotes.js';
import { isSignedPO } from '../journal/source.js';
import { applyEdits, asOneLine, type Edit, lineEnding, lineNumber, rangeAt, valueEdits } from '../worktree/edits.js';
import type { SyntaxProblem, UnreadableReason } from '../yaml/problem.js';
import { readYamlText } from '../yaml/read.js';
import { type Blob, readText } from '../yaml/text.js';
import { spacesForTabs } from './tabs.js';

/** One thing that was repaired; lines count from 1. */
export type Repair =
  | { readonly kind: 'encoding' }
  | { readonly kind: 'line-ends'; readonly to: 'LF' | 'CRLF' }
  | { readonly kind: 'tabs'; readonly line: number; readonly lastLine: number }
  /** `written`: the key, or the dash of an item, with what stands there now. */
  | { readonly kind: 'value'; readonly line: number; readonly written: string };

export interface Repaired {
  readonly text: string;
  readonly repairs: readonly Repair[];
}

/** Nobody's journal has more to be repaired than this; each repair reads the whole text again. */
const mostRepairs = 1000;

/**
 * Repairs in a journal what has one right answer, and keeps every other character; gives the reason where it is no text.
 * The PO's entries are left alone where not `mayEditPO`.
 */
export function repair(file: Blob, mayEditPO: boolean): Repaired | UnreadableReason {
  const decoded = decode(file);
  if (typeof decoded !== 'string') return decoded;
  const end = lineEnding(decoded);
  const text = decoded.replace(/\r\n?|\n/g, end);
  const isUtf8 = Buffer.from(decoded).equals(file.bytes);
  const repairs: readonly Repair[] = [
    ...(isUtf8 ? [] : [{ kind: 'encoding' } as const]),
    ...(text === decoded ? [] : [{ kind: 'line-ends', to: end === '\n' ? 'LF' : 'CRLF' } as const]),
  ];
  return inRightCase(readableYaml({ text, repairs }, mayEditPO), mayEditPO);
}

/** A file's text, without byte order marks, from UTF-16 too where that decodes without loss; or why there is none. */
function decode(file: Blob): string | UnreadableReason {
  const read = readText(file);
  const text = typeof read === 'object' && read.kind === 'utf-16' ? fromUtf16(file.bytes) : read;
  return typeof text === 'string' ? text.replace(/^\ufeff+/, '') : (text ?? read);
}

function fromUtf16(bytes: Uint8Array): string | null {
  const isBigEndian = bytes[0] === 0xfe || bytes[0] === 0;
  try {
    return new TextDecoder(isBigEndian ? 'utf-16be' : 'utf-16le', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function readableYaml({ text: original, repairs: before }: Repaired, mayEditPO: boolean): Repaired {
  const repairs = [...before];
  let text = original;
  while (repairs.length < mostRepairs) {
    const yaml = readYamlText(text, asOneLine);
    if (yaml.state !== 'broken') break;
    const { start } = rangeAt(yaml.problem.location);
    const isLeftToPO = !mayEditPO && isSignedPO(text, lineNumber(text, start));
    const found = isLeftToPO ? null : repairOf(text, yaml.problem);
    if (!found) break;
    text = applyEdits(text, [found.edit]);
    repairs.push(found.repair);
  }
  return { text, repairs };
}

function repairOf(text: string, problem: SyntaxProblem): { readonly edit: Edit; readonly repair: Repair } | null {
  const { kind, quoted } = problem;
  const { start, end } = rangeAt(problem.location);
  const line = lineNumber(text, start);
  if (kind === 'tab-indentation') {
    const edit = spacesForTabs(text, start);
    if (!edit) return null;
    const lastLine = lineNumber(text.slice(0, edit.end).trimEnd(), edit.end);
    return { edit, repair: { kind: 'tabs', line, lastLine: Math.max(line, lastLine) } };
  }
  if (quoted === undefined || !takesQuotes(problem) || !(kind === 'reserved-value' || isSurelyText(text, problem)))
    return null;
  // Of an anchor, a tag or an alias the location is that of its name alone; the value runs to the end of the line.
  const valueEnd = kind === 'reserved-value' ? end : start + (/^.*\S/.exec(text.slice(start))?.[0].length ?? 0);
  // Behind the key, or the dash.
  const edit = { start, end: valueEnd, text: quoted.slice(quoted.indexOf(' ') + 1) };
  return { edit, repair: { kind: 'value', line, written: quoted } };
}

/** Whether what YAML takes for an alias, an anchor or a tag means nothing as such: nothing it could go with is there. */
function isSurelyText(text: string, { kind, subject }: SyntaxProblem): boolean {
  if (kind !== 'refused') return false;
  const name = subject.slice(1);
  if (subject.startsWith('*')) return !text.includes(`&${name}`);
  if (subject.startsWith('&')) return !text.includes(`*${name}`);
  return /^![^!<]/.test(subject);
}

const wordsOfKeys = new Map(Object.entries({ who: ['PO'], ...fixedWords }));

/** The text with its fixed words as the schema has them, where they differ from it in their case alone. */
function inRightCase({ text, repairs }: Repaired, mayEditPO: boolean): Repaired {
  const yaml = readYamlText(text, asOneLine);
  if (yaml.state !== 'read') return { text, repairs };
  const edits = valueEdits(text, yaml, (key, value, entry) => {
    const words = isPO(entry) && !mayEditPO ? [] : (wordsOfKeys.get(key) ?? []);
    return words.find((word) => word.toUpperCase() === value.toUpperCase()) ?? null;
  });
  const words = edits.map(({ start, key, text: word }): Repair => {
    return { kind: 'value', line: lineNumber(text, start), written: `${key}: ${word}` };
  });
  return { text: applyEdits(text, edits), repairs: [...repairs, ...words] };
}
