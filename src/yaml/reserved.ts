import { type Line, lineAt } from './location.js';
import { type Complaint, parse } from './parse.js';
import type { Fault } from './problem.js';
import { inQuotes } from './quote.js';

const item = /^(?<lead>[ \t]*(?:- +)*)(?<key>[\p{L}_][\p{L}\p{N}_.-]*:[ \t]+)?(?<rest>\S.*)$/u;
// What a value may start with by mistake, and what it may hold: indicators of YAML 1.2 (5.3).
const reserved = /^(?:[@`%*&!|>?,[\]{}]|- |(?!["']).*:(?:[ \t]|$))/;
// What the parser says where a value starts with a quote and can't be a quoted one.
const notQuoted = /^Invalid escape sequence| at node end$|^Comments must be separated/;

/**
 * A value that YAML takes for something else. That it is the cause is proven: with the value in quotes, the parser gets
 * past it. The value runs to the end of its line, also over ` #`: nothing that was written gets lost.
 */
export function reservedValue(text: string, { message, start }: Complaint): Fault | null {
  const line = lineAt(text, start);
  // That a bracket is never closed shows on the line below it.
  const lineAbove = lineAt(text, text.slice(0, line.start).trimEnd().length);
  return (
    proven(text, valueOn(text, line, reserved)) ??
    proven(text, notQuoted.test(message) ? valueOn(text, line, /^["']/) : null) ??
    proven(text, valueOn(text, lineAbove, /^[[{]/))
  );
}

/** An anchor, a tag or an alias, with the line in quotes where it may have been meant as text. */
export function perhapsText(text: string, fault: Fault): Fault {
  const value = valueOn(text, lineAt(text, fault.start), /^(?!.*: )[&*!]/);
  return value?.start === fault.start ? { ...fault, quoted: value.quoted } : fault;
}

interface Value {
  readonly start: number;
  readonly end: number;
  /** As written. */
  readonly subject: string;
  readonly inner: string;
  /** Its key, or the dash of its item, and the value in quotes. */
  readonly quoted: string;
}

/** The value on a line, where it matches and ends there: one that goes on below has no one right answer. */
function valueOn(text: string, line: Line, pattern: RegExp): Value | null {
  const { lead = '', key = '', rest = '' } = item.exec(line.content)?.groups ?? {};
  // Blanks of YAML alone: others, such as U+FEFF and the no-break space, belong to the value.
  const subject = /^.*[^ \t]/.exec(rest)?.[0] ?? '';
  if (!pattern.test(subject) || (key === '' && lead.trim() === '')) return null;
  const start = line.start + lead.length + key.length;
  const end = start + subject.length;
  const indentation = key === '' ? lead.trimEnd().length - 1 : lead.length;
  const below = /^\s*\n( *)[^\s#]/.exec(text.slice(end))?.[1] ?? '';
  if (below.length > indentation) return null;
  const inner = key.startsWith('actions:') ? listInQuotes(subject) : inQuotes(withoutQuotes(subject));
  return inner === null ? null : { start, end, subject, inner, quoted: `${key || '- '}${inner}` };
}

function proven(text: string, value: Value | null): Fault | null {
  if (!value) return null;
  const { start, end, subject, inner, quoted } = value;
  const mended = parse(text.slice(0, start) + inner + text.slice(end));
  const isPast = mended.state === 'parsed' && (mended.complaint?.start ?? Infinity) > start + inner.length;
  return isPast ? { kind: 'reserved-value', start, end, subject, quoted } : null;
}

/** `'don't: b'` without its quotes, which were meant to be such; `"OK" and "KO"` as it is. */
function withoutQuotes(value: string): string {
  const [, quote = '', inner = ''] = /^(["'])(.*)\1$/.exec(value) ?? [];
  const quotesWithin = quote === '' ? 2 : inner.split(quote).length - 1;
  return quotesWithin === 0 || quotesWithin % 2 === 1 ? inner : value;
}

/** The texts of a list on one line, each in quotes: of a journal's keys `actions` alone takes a list. Null for any other value. */
function listInQuotes(value: string): string | null {
  const [, only, list = ''] = /^(?:- (.+)|\[([^"'[\]{}]+)\]?)$/.exec(value) ?? [];
  const texts = (only === undefined ? list.split(',') : [only]).map((text) => text.trim()).filter(Boolean);
  return texts.length === 0 ? null : `[${texts.map(inQuotes).join(', ')}]`;
}
