import { CST, Lexer } from 'yaml';
import { type Line, lineAt } from './location.js';
import { type Complaint, parse } from './parse.js';
import type { Fault } from './problem.js';
import { inQuotes } from './quote.js';

const item = /^(?<lead>[ \t]*(?:- +)*)(?<key>[\p{L}_][\p{L}\p{N}_.-]*:[ \t]+)?(?<rest>\S.*)$/u;
// What a value may start with by mistake, and what it may hold: indicators of YAML 1.2 (5.3).
const reserved = /^(?:[@`%*&!|>?,[\]{}]|- |(?!["']).*:(?:[ \t]|$))/;
// What the parser says where a value starts with a quote and can't be a quoted one.
const notQuoted = /^Invalid escape sequence| at node end$|^Comments must be separated|^Nested mappings/;

/**
 * A value that YAML takes for something else. That it is the cause is proven: with the value in quotes, the parser gets
 * past it. The value runs to the end of its line, also over ` #`: nothing that was written gets lost.
 */
export function reservedValue(text: string, complaint: Complaint): Fault | null {
  const { message, start } = complaint;
  const line = lineAt(text, start);
  // That a bracket is never closed shows on the line below it.
  const lineAbove = lineAt(text, text.slice(0, line.start).trimEnd().length);
  return (
    proven(text, valueOn(text, line, reserved)) ??
    proven(text, notQuoted.test(message) ? valueOn(text, line, /^["']/) : null) ??
    proven(text, valueOn(text, lineAbove, /^[[{]/)) ??
    proven(text, valueInBraces(text, complaint))
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
  if (below.length > indentation || isInBrackets(text, start)) return null;
  // An entry in brackets is a mapping or a list: as a text it would be none.
  if (key === '' && /^[[{]/.test(subject) && isItemOfRoot(text, lead)) return null;
  return inQuotesAt(key, subject, start);
}

/** The value in braces, behind its key and in front of the next one or the closing brace, that holds a `: `. */
function valueInBraces(text: string, { message, start, end }: Complaint): Value | null {
  const before = text.slice(lineAt(text, start).start, start);
  const [, key = ''] = /(?:^|[{,])[ \t]*([\p{L}_][\p{L}\p{N}_.-]*:[ \t]+)$/u.exec(before) ?? [];
  const subject = text.slice(start, end).trimEnd();
  const isWhole = /^\s*(?:,?\s*\}|,\s*[\w-]+:)/.test(text.slice(start + subject.length));
  if (!message.endsWith('within flow collections') || key === '' || subject.includes('\n') || !isWhole) return null;
  // PO topic: Sprint S3
  const lacksComma = /^\S+[ \t]+[\w-]+:[ \t]/.test(subject);
  return lacksComma ? null : inQuotesAt(key, subject, start);
}

/** Whether an offset stands in brackets or braces that open above it. */
function isInBrackets(text: string, offset: number): boolean {
  let depth = 0;
  for (const lexeme of new Lexer().lex(text.slice(0, offset))) {
    if (lexeme === '[' || lexeme === '{') depth++;
    else if (lexeme === ']' || lexeme === '}') depth--;
    else if (lexeme === CST.FLOW_END) depth = 0;
  }
  return depth > 0;
}

/** Whether the dash that ends `lead` is one of the list that the whole text is. */
function isItemOfRoot(text: string, lead: string): boolean {
  return /^(?!---)[ \t]*[^\s#]/m.exec(text)?.[0] === lead.trimEnd();
}

/** A value in the quotes, or the list, that its key wants. */
function inQuotesAt(key: string, subject: string, start: number): Value | null {
  const inner = key.startsWith('actions:') ? listInQuotes(subject) : inQuotes(withoutQuotes(subject));
  const quoted = `${key.trimEnd() || '-'} ${inner}`;
  return inner === null ? null : { start, end: start + subject.length, subject, inner, quoted };
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

/**
 * A list on one line, each of its texts in quotes, or one of a text: of a journal's keys `actions` alone takes a list.
 * Null where quotes or brackets in it leave open which texts it has.
 */
function listInQuotes(value: string): string | null {
  const isList = /^\[(?:.*\]|[^\]]*)$/.test(value);
  const list = /^\[([^"'[\]{}]+)\]?$/.exec(value)?.[1] ?? '';
  const texts = isList ? list.split(',').map((text) => text.trim()) : [withoutQuotes(value.replace(/^- +/, ''))];
  const filled = texts.filter(Boolean);
  return filled.length === 0 ? null : `[${filled.map(inQuotes).join(', ')}]`;
}
