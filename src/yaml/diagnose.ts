import { lineAt } from './location.js';
import type { Complaint } from './parse.js';
import type { Fault } from './problem.js';
import { reservedValue } from './reserved.js';

/** Finds the mistake behind the parser's first complaint. `refused` is the first anchor, tag or alias, if any. */
export function diagnose(text: string, complaint: Complaint, refused: Fault | null): Fault {
  return (
    conflictMarker(text) ??
    fusedItem(text, complaint) ??
    reservedValue(text, complaint) ??
    missingDash(text, complaint) ??
    tabIndentation(text, complaint) ??
    (refused && refused.start <= complaint.start ? refused : faultOfParser(text, complaint))
  );
}

// <<<<<<< HEAD
/** The first conflict marker (git-merge(1)). */
function conflictMarker(text: string): Fault | null {
  const match = /^(?:<{7}|\|{7}|={7}|>{7})(?: .*)?(?=\r?$)/m.exec(text);
  if (!match) return null;
  return { kind: 'conflict-marker', start: match.index, end: match.index + match[0].trimEnd().length, subject: '' };
}

//   status: pending- who: ChatGPT
/** A list item on the last line of the one above: it was appended to a file without a final newline. */
export function fusedItem(text: string, { start: offset }: Pick<Fault, 'start'>): Fault | null {
  const line = lineAt(text, offset);
  const above = Array.from(text.slice(0, line.start).matchAll(firstKey)).at(-1);
  const lines = text.slice(above?.index, line.start + line.content.length);
  const fused = Array.from(lines.matchAll(/(?<=\S)( *)- +([\w-]+):(?=\s|$)/g));
  const item = fused.find(([, blanks, key]) => blanks === above?.[1] && key === above?.[2]);
  if (!above || !item) return null;
  const end = above.index + item.index + item[0].length;
  return { kind: 'misplaced-entry', start: end - item[0].trimStart().length, end, subject: '' };
}

const firstKey = /^( *)- +([\w-]+):/gm;

/** A misplaced line that repeats the first key of the list item above it. */
function missingDash(text: string, { start: offset }: Complaint): Fault | null {
  const { start, content } = lineAt(text, offset);
  const [, indentation = '', key = ''] = /^( *)([\w-]+):(?: |$)/.exec(content) ?? [];
  const [, , first] = Array.from(text.slice(0, start).matchAll(firstKey)).at(-1) ?? [];
  if (key === '' || first !== key) return null;
  const at = start + indentation.length;
  return { kind: 'missing-dash', start: at, end: at + key.length, subject: key };
}

function tabIndentation(text: string, { message, start: offset }: Complaint): Fault | null {
  // The parser reports an unclosed quote above the line that breaks the text off.
  const above = message.startsWith('Missing closing') ? /^[^\n]*\n(?: *\r?\n)*/.exec(text.slice(offset)) : null;
  const { start, content } = lineAt(text, offset + (above?.[0].length ?? 0));
  const [indentation = '', tabs = ''] = /^ *(?:- *)*(\t+)/.exec(content) ?? [];
  const end = start + indentation.length;
  return tabs === '' ? null : { kind: 'tab-indentation', start: end - tabs.length, end, subject: '' };
}

function faultOfParser(text: string, { message, start, end }: Complaint): Fault {
  if (/^Missing closing/.test(message)) {
    // The parser points past what it takes for the quoted text.
    const opening = text.lastIndexOf(/["']/.exec(message)?.[0] ?? '', start - 1);
    return { kind: 'open-quote', start: opening, end: opening + 1, subject: '' };
  }
  const isBracket = / end with a [\]}]$|^Missing , | within flow collections$/.test(message);
  return { kind: isBracket ? 'bracket' : 'other', start, end: Math.max(start, end), subject: '' };
}
