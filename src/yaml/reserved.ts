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
export function reservedValue(text: string, { message, start }: Complaint): Fault | null {
  const line = lineAt(text, start);
  // That a bracket is never closed shows on the line below it.
  const lineAbove = lineAt(text, text.slice(0, line.start).trimEnd().length);
  const value =
    valueOn(text, line, reserved) ??
    (notQuoted.test(message) ? valueOn(text, line, /^["']/) : null) ??
    (/ end with a [\]}]$/.test(message) ? valueOn(text, lineAbove, /^[[{]/) : null);
  return value && isProven(text, value) ? value : null;
}

/** An anchor, a tag or an alias, with the line in quotes where it may have been meant as text. */
export function perhapsText(text: string, fault: Fault): Fault {
  const value = valueOn(text, lineAt(text, fault.start), /^(?!.*: )[&*!]/);
  return value?.start === fault.start ? { ...value, ...fault } : fault;
}

/** The value on a line, where it matches and ends there: one that goes on below has no one right answer. */
function valueOn(text: string, line: Line, pattern: RegExp): Fault | null {
  const { lead = '', key = '', rest = '' } = item.exec(line.content)?.groups ?? {};
  // Blanks of YAML alone: others, such as U+FEFF and the no-break space, belong to the value.
  const subject = /^.*[^ \t]/.exec(rest)?.[0] ?? '';
  if (!pattern.test(subject) || (key === '' && lead.trim() === '')) return null;
  // In quotes, an entry in brackets would be none, and a list of actions a single one.
  if (/^[[{]/.test(subject) && ((key === '' && /^- +$/.test(lead)) || key.startsWith('actions:'))) return null;
  const start = line.start + lead.length + key.length;
  const end = start + subject.length;
  const indentation = key === '' ? lead.trimEnd().length - 1 : lead.length;
  const below = /^\s*\n( *)[^\s#]/.exec(text.slice(end))?.[1] ?? '';
  if (below.length > indentation || isInBrackets(text, start)) return null;
  return {
    kind: 'reserved-value',
    start,
    end,
    subject,
    quoted: `${key.trimEnd() || '-'} ${inItsQuotes(key, subject)}`,
  };
}

function isInBrackets(text: string, offset: number): boolean {
  let depth = 0;
  for (const lexeme of new Lexer().lex(text.slice(0, offset))) {
    if (lexeme === '[' || lexeme === '{') depth++;
    else if (lexeme === ']' || lexeme === '}') depth--;
    else if (lexeme === CST.FLOW_END) depth = 0;
  }
  return depth > 0;
}

function isProven(text: string, { start, end, quoted = '' }: Fault): boolean {
  const inner = quoted.slice(quoted.indexOf(' ') + 1);
  const mended = parse(text.slice(0, start) + inner + text.slice(end));
  return mended.state === 'parsed' && (mended.complaint?.start ?? Infinity) > start + inner.length;
}

/** A value in quotes; in a list at `actions`, the one key of a journal that takes a list. */
function inItsQuotes(key: string, subject: string): string {
  return key.startsWith('actions:')
    ? `[${inQuotes(withoutQuotes(subject.replace(/^- +/, '')))}]`
    : inQuotes(withoutQuotes(subject));
}

/** `'don't: b'` without its quotes, which were meant to be such; `"OK" and "KO"` as it is. */
function withoutQuotes(value: string): string {
  const [, quote = '', inner = ''] = /^(["'])(.*)\1$/.exec(value) ?? [];
  const quotesWithin = quote === '' ? 2 : inner.split(quote).length - 1;
  return quotesWithin === 0 || quotesWithin % 2 === 1 ? inner : value;
}
