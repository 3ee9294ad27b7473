import { type Complaint, parse } from './parse.js';
import type { Fault } from './problem.js';
import { inQuotes } from './quote.js';

/** What the parser's first complaint about `text` really is. */
export function diagnose(text: string, complaint: Complaint): Fault {
  const known = conflictMarker(text, complaint) ?? reservedValue(text, complaint) ?? tabIndentation(text, complaint);
  return known ?? asParsed(text, complaint);
}

interface Line {
  readonly start: number;
  readonly content: string;
}

// <<<<<<< HEAD
/** A line that git leaves in a file with conflicts (git-merge(1)). */
function conflictMarker(text: string, { start: offset }: Complaint): Fault | null {
  const { start, content } = lineAt(text, offset);
  const marker = /^(?:<{7}|\|{7}|={7}|>{7})(?: .*)?$/.exec(content)?.[0];
  return marker === undefined ? null : { kind: 'conflict-marker', start, end: start + marker.length, subject: '' };
}

const item = /^(?<lead>[ \t]*(?:- +)*)(?<key>[\p{L}_][\p{L}\p{N}_.-]*:[ \t]+)?(?<rest>\S.*)$/u;
// What a value may start with by mistake, and what it may hold: indicators of YAML 1.2 (5.3).
const reserved = /^(?:[@`%*&!|>?,[\]{}]|(?!["']|- ).*:(?:[ \t]|$))/;

/**
 * A plain value that YAML takes for something else. That it is the cause is proven: with the value in quotes, the
 * parser gets past it. The value runs to the end of its line, also over ` #`: nothing that was written gets lost.
 */
function reservedValue(text: string, { start: offset }: Complaint): Fault | null {
  const line = lineAt(text, offset);
  // That a bracket is never closed shows on the line below it.
  const lineAbove = lineAt(text, text.slice(0, line.start).trimEnd().length);
  return quoteValue(text, line, reserved) ?? quoteValue(text, lineAbove, /^[[{]/);
}

function quoteValue(text: string, line: Line, reserved: RegExp): Fault | null {
  const { lead = '', key = '', rest = '' } = item.exec(line.content)?.groups ?? {};
  const value = rest.trimEnd();
  if (!reserved.test(value) || (key === '' && lead.trim() === '')) return null;
  const start = line.start + lead.length + key.length;
  const end = start + value.length;
  const indentation = key === '' ? lead.trimEnd().length - 1 : lead.length;
  const below = /^\s*\n( *)[^\s#]/.exec(text.slice(end))?.[1] ?? '';
  // A value that goes on below has no one right answer.
  if (below.length > indentation) return null;
  const inner = key.startsWith('actions:') ? listInQuotes(value) : inQuotes(value);
  if (inner === null) return null;
  const mended = parse(text.slice(0, start) + inner + text.slice(end));
  const later = mended.kind === 'broken' && mended.complaint.start > start + inner.length;
  if (mended.kind !== 'parsed' && !later) return null;
  return { kind: 'reserved-value', start, end, subject: value, quoted: `${key || '- '}${inner}` };
}

/** The texts of a list on one line, each in quotes: of a journal's keys `actions` alone takes a list. Null for any other value. */
function listInQuotes(value: string): string | null {
  const texts = /^\[([^"'[\]{}]+)\]?$/.exec(value)?.[1]?.split(',') ?? [];
  const items = texts.map((text) => text.trim()).filter((text) => text !== '');
  return items.length === 0 ? null : `[${items.map(inQuotes).join(', ')}]`;
}

function tabIndentation(text: string, { start: offset }: Complaint): Fault | null {
  const { start, content } = lineAt(text, offset);
  const [indentation = '', tabs = ''] = /^ *(\t+)/.exec(content) ?? [];
  const end = start + indentation.length;
  return tabs === '' ? null : { kind: 'tab-indentation', start: end - tabs.length, end, subject: '' };
}

function lineAt(text: string, offset: number): Line {
  const start = text.slice(0, offset).lastIndexOf('\n') + 1;
  const end = text.indexOf('\n', offset);
  return { start, content: text.slice(start, end < 0 ? text.length : end).replace(/\r$/, '') };
}

// Of the parser's codes, some stand for many things; its sentences tell them apart.
const sentences: readonly (readonly [sentence: RegExp, kind: Fault['kind']])[] = [
  [/^Invalid escape sequence/, 'bad-escape'],
  [/^Missing closing/, 'open-quote'],
  [/ end with a [\]}]$/, 'open-bracket'],
  [/^Missing , /, 'missing-comma'],
  [/^Implicit (?:map )?keys need/, 'missing-colon'],
  [/^Unexpected block-seq-ind/, 'list-behind-key'],
  [/ at node end$|^Comments must be separated/, 'text-behind'],
  [/^Nested mappings/, 'nested-mapping'],
  [/ start at the same column$|^Sequence item without|^Block scalar .* indented/, 'bad-indentation'],
];

function asParsed(text: string, { code, message, start, end }: Complaint): Fault {
  if (code === 'TAG_RESOLVE_FAILED') return { kind: 'unknown-tag', start, end, subject: text.slice(start, end) };
  const kind = sentences.find(([sentence]) => sentence.test(message))?.[1] ?? 'other';
  if (kind === 'text-behind' && isFirst(text, start)) return { kind: 'bad-indentation', start, end, subject: '' };
  if (kind === 'bad-escape') return { kind, start, end, subject: message.replace(/^Invalid escape sequence /, '') };
  if (kind === 'open-bracket') return { kind, start, end, subject: message.slice(-1) };
  if (kind !== 'open-quote') return { kind, start, end, subject: '' };
  // The parser points behind what it takes for the text in quotes.
  const opening = text.lastIndexOf(/["']/.exec(message)?.[0] ?? '', start - 1);
  return { kind, start: opening, end: opening + 1, subject: '' };
}

/** Whether nothing but blanks stands before an offset on its line. */
function isFirst(text: string, offset: number): boolean {
  const { start } = lineAt(text, offset);
  return text.slice(start, offset).trim() === '';
}
