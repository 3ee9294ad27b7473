import { takesQuotes } from '../journal/in-quotes.js';
import { isSignedPO } from '../journal/source.js';
import { applyEdits, asOneLine, type Edit, lineNumber, rangeAt } from '../worktree/edits.js';
import type { SyntaxProblem, UnreadableReason } from '../yaml/problem.js';
import { readYamlText } from '../yaml/read.js';
import { decode, evenLineEnds } from './decode.js';
import type { Repair, Repaired } from './repaired.js';
import { spacesForTabs } from './tabs.js';
import { wordEdits } from './words-case.js';

/** Nobody's journal has more to be repaired than this; each repair reads the whole text again. */
const mostRepairs = 1000;

/**
 * Repairs in a journal what has one right answer, and keeps every other character; gives the reason where it is no text.
 * The PO's entries are left alone where not `mayEditPO`.
 */
export function repair(bytes: Uint8Array, mayEditPO: boolean): Repaired | UnreadableReason {
  const decoded = decode(bytes);
  return 'kind' in decoded ? decoded : inRightCase(readableYaml(evenLineEnds(decoded), mayEditPO), mayEditPO);
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
  return { edit, repair: { kind: 'quotes', line, written: quoted } };
}

/** Whether what YAML takes for an alias, an anchor or a tag means nothing as such: nothing it could go with is there. */
function isSurelyText(text: string, { kind, subject }: SyntaxProblem): boolean {
  if (kind !== 'refused') return false;
  const name = subject.slice(1);
  if (subject.startsWith('*')) return !text.includes(`&${name}`);
  if (subject.startsWith('&')) return !text.includes(`*${name}`);
  return /^![^!<]/.test(subject);
}

function inRightCase({ text, repairs }: Repaired, mayEditPO: boolean): Repaired {
  const yaml = readYamlText(text, asOneLine);
  if (yaml.state !== 'read') return { text, repairs };
  const edits = wordEdits(text, yaml, mayEditPO);
  const words = edits.map(({ start, key, text: word }): Repair => {
    return { kind: 'word', line: lineNumber(text, start), written: `${key}: ${word}` };
  });
  return { text: applyEdits(text, edits), repairs: [...repairs, ...words] };
}
