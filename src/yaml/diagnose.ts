import { lineAt } from './location.js';
import type { Complaint } from './parse.js';
import type { Fault } from './problem.js';
import { reservedValue } from './reserved.js';

/** What the parser's first complaint about `text` really is; `refused` may be an anchor, a tag or an alias. */
export function diagnose(text: string, complaint: Complaint, refused: Fault | null): Fault {
  return (
    conflictMarker(text) ??
    reservedValue(text, complaint) ??
    missingDash(text, complaint) ??
    tabIndentation(text, complaint) ??
    textNotIndented(text, complaint) ??
    (refused && refused.start <= complaint.start ? refused : asParsed(text, complaint))
  );
}

// <<<<<<< HEAD
/** The first line that git left in a file with conflicts (git-merge(1)). */
function conflictMarker(text: string): Fault | null {
  const match = /^(?:<{7}|\|{7}|={7}|>{7})(?: .*)?(?=\r?$)/m.exec(text);
  if (!match) return null;
  return { kind: 'conflict-marker', start: match.index, end: match.index + match[0].trimEnd().length, subject: '' };
}

/** A line that is out of place and repeats the first key of the list item above it. */
function missingDash(text: string, { message, start: offset }: Complaint): Fault | null {
  // That a line is indented too deeply shows on the one above it.
  const below = text.indexOf('\n', offset) + 1;
  const { start, content } = lineAt(text, message.startsWith('Nested mappings') ? below : offset);
  const [, indentation = '', key = ''] = /^( *)([\w-]+):(?: |$)/.exec(content) ?? [];
  const firstKeys = Array.from(text.slice(0, start).matchAll(/^ *- +([\w-]+):/gm), ([, first]) => first);
  if (key === '' || firstKeys.at(-1) !== key) return null;
  const at = start + indentation.length;
  return { kind: 'missing-dash', start: at, end: at + key.length, subject: key, quoted: `- ${content.trim()}` };
}

function tabIndentation(text: string, { message, start: offset }: Complaint): Fault | null {
  // That a text in quotes breaks off shows above the line at which it does.
  const above = message.startsWith('Missing closing') ? /^[^\n]*\n(?: *\r?\n)*/.exec(text.slice(offset)) : null;
  const { start, content } = lineAt(text, offset + (above?.[0].length ?? 0));
  const [indentation = '', tabs = ''] = /^ *(?:- *)*(\t+)/.exec(content) ?? [];
  const end = start + indentation.length;
  return tabs === '' ? null : { kind: 'tab-indentation', start: end - tabs.length, end, subject: '' };
}

/** A line that is no deeper than the key above it, whose text should begin here: `did: |`. */
function textNotIndented(text: string, { message, start: offset }: Complaint): Fault | null {
  const { start, content } = lineAt(text, offset);
  const end = start + content.trimEnd().length;
  const above = lineAt(text, text.slice(0, start).trimEnd().length).content;
  const [, lead = '', key = ''] = /^( *(?:- +)*)([\p{L}_][\p{L}\p{N}_.-]*):[ \t]+[|>][-+\d]*[ \t]*$/u.exec(above) ?? [];
  const depth = content.search(/\S/);
  const isDeeper = key === '' || depth > lead.length;
  return isDeeper || message.startsWith('Missing closing')
    ? null
    : { kind: 'text-not-indented', start: start + depth, end, subject: key };
}

// Of the parser's codes, some stand for many things; its sentences tell them apart.
const sentences: readonly (readonly [sentence: RegExp, kind: Fault['kind']])[] = [
  [/^Missing closing/, 'open-quote'],
  [/ end with a [\]}]$|^Missing , | within flow collections$/, 'bracket'],
  [/ start at the same column$|^Sequence item without|^Block scalar .* indented|^Implicit /, 'misplaced-line'],
];

function asParsed(text: string, { message, start, end }: Complaint): Fault {
  const kind = sentences.find(([sentence]) => sentence.test(message))?.[1] ?? 'other';
  const isFirstOnLine = text.slice(lineAt(text, start).start, start).trim() === '';
  if (/ at node end$/.test(message) && isFirstOnLine) return { kind: 'misplaced-line', start, end, subject: '' };
  if (kind !== 'open-quote') return { kind, start, end, subject: '' };
  // The parser points behind what it takes for the text in quotes.
  const opening = text.lastIndexOf(/["']/.exec(message)?.[0] ?? '', start - 1);
  return { kind, start: opening, end: opening + 1, subject: '' };
}
