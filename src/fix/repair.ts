import { isPO } from '../journal/entries.js';
import { fixedWords, takesQuotes } from '../journal/in-quotes.js';
import { isSignedPO } from '../journal/source.js';
import { applyEdits, asOneLine, type Edit, lineEnding, lineNumber, rangeAt, valueEdits } from '../worktree/edits.js';
import type { SyntaxProblem, UnreadableReason } from '../yaml/problem.js';
import { readYamlText } from '../yaml/read.js';
import { type Blob, fromUtf16, readText } from '../yaml/text.js';
import { spacesForTabs } from './tabs.js';

/** Lines are 1-based. */
export type Repair =
  | { readonly kind: 'encoding' }
  | { readonly kind: 'line-ends'; readonly to: 'LF' | 'CRLF' }
  | { readonly kind: 'tabs'; readonly line: number; readonly lastLine: number }
  /** `written`: the key, or an item's dash, with its new value. */
  | { readonly kind: 'value'; readonly line: number; readonly written: string };

export interface Repaired {
  readonly text: string;
  readonly repairs: readonly Repair[];
}

/** No real journal needs more; each repair reads the whole text again. */
const maxRepairs = 1000;

/** Repairs what has one right answer, and leaves the rest; without `mayEditPO` also the PO's entries. */
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
  return repairCase(repairSyntax({ text, repairs }, mayEditPO), mayEditPO);
}

/** Decodes UTF-8, and UTF-16 if no character gets lost, without byte order marks; or returns why it can't. */
function decode(file: Blob): string | UnreadableReason {
  const read = readText(file);
  const text = typeof read === 'object' && read.kind === 'utf-16' ? fromUtf16(file.bytes) : read;
  return typeof text === 'string' ? text.replace(/^\ufeff+/, '') : (text ?? read);
}

function repairSyntax({ text: original, repairs: before }: Repaired, mayEditPO: boolean): Repaired {
  const repairs = [...before];
  let text = original;
  while (repairs.length < maxRepairs) {
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
  const isText = kind === 'reserved-value' || isSurelyText(text, problem);
  if (quoted === undefined || !isText || !takesQuotes(problem, text, line)) return null;
  // The location of an anchor, tag or alias is that of its name; the value runs to the end of the line.
  const valueEnd = kind === 'reserved-value' ? end : start + (/^.*\S/.exec(text.slice(start))?.[0].length ?? 0);
  // After the key, or the dash.
  const edit = { start, end: valueEnd, text: quoted.slice(quoted.indexOf(' ') + 1) };
  return { edit, repair: { kind: 'value', line, written: quoted } };
}

/** Tells whether it surely is text: an alias without its anchor, an anchor without an alias, or a local tag. */
function isSurelyText(text: string, { kind, subject }: SyntaxProblem): boolean {
  if (kind !== 'refused') return false;
  const name = subject.slice(1);
  if (subject.startsWith('*')) return !text.includes(`&${name}`);
  if (subject.startsWith('&')) return !text.includes(`*${name}`);
  return /^![^!<]/.test(subject);
}

const wordsOfKeys = new Map(Object.entries({ who: ['PO'], ...fixedWords }));

/** Corrects the case of enumerated values. */
function repairCase({ text, repairs }: Repaired, mayEditPO: boolean): Repaired {
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
