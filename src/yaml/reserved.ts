import { CST, Lexer } from 'yaml';
import { type Line, lineAt } from './location.js';
import { type Complaint, parse } from './parse.js';
import type { Fault } from './problem.js';
import { inQuotes } from './quote.js';

const item = /^(?<lead>[ \t]*(?:- +)*)(?<key>[\p{L}_][\p{L}\p{N}_.-]*:[ \t]+)?(?<rest>\S.*)$/u;
// Indicators (YAML 1.2, 5.3) that a text may start with by mistake, and a colon that it may contain.
const reserved = /^(?:[@`%*&!|>?,[\]{}]|- |(?!["']).*:(?:[ \t]|$))/;
// The parser's messages about a value that starts with a quote, but is no quoted text.
const notQuoted = /^Invalid escape sequence| at node end$|^Comments must be separated|^Nested mappings/;

/**
 * Finds a value that YAML takes for something else. As proof, the parser has to get past the value once it is quoted.
 * The value runs to the end of its line, a ` #` included, so that nothing written is lost.
 */
export function reservedValue(text: string, { message, start }: Complaint): Fault | null {
  const line = lineAt(text, start);
  // The parser reports an unclosed bracket on the line below it.
  const lineAbove = lineAt(text, text.slice(0, line.start).trimEnd().length);
  const value =
    valueOn(text, line, reserved) ??
    (notQuoted.test(message) ? valueOn(text, line, /^["']/) : null) ??
    (/ end with a [\]}]$/.test(message) ? valueOn(text, lineAbove, /^[[{]/) : null);
  return value && parsesInQuotes(text, value) ? value : null;
}

/** Adds the quoted line to an anchor, tag or alias that may be meant as text. */
export function suggestQuotes(text: string, fault: Fault): Fault {
  const value = valueOn(text, lineAt(text, fault.start), /^(?!.*: )[&*!]/);
  return value?.start === fault.start ? { ...value, ...fault } : fault;
}

/** Returns the value on a line if it matches and ends there: one that goes on below has no one right answer. */
function valueOn(text: string, line: Line, pattern: RegExp): Fault | null {
  const { lead = '', key: name = '', rest = '' } = item.exec(line.content)?.groups ?? {};
  // Trim YAML's blanks only: U+FEFF, the no-break space and the like belong to the value.
  const value = /^.*[^ \t]/.exec(rest)?.[0] ?? '';
  // An action has no keys: `- Run: "npm run seed" first` is one text.
  const list = lead.includes('- ') ? listAround(text, text.slice(0, line.start).split('\n').length) : null;
  const isAction = list?.key === 'actions' && pattern.test(name + value);
  const [key, subject] = isAction ? ['', name + value] : [name, value];
  if (!pattern.test(subject) || (key === '' && lead.trim() === '')) return null;
  // Quotes would make a text of an entry in brackets, and a single item of a list of actions.
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
    quoted: `${key.trimEnd() || '-'} ${quoteFor(key, subject)}`,
  };
}

/** The value of an entry's key that is a list on the lines below it. */
export interface ListValue {
  readonly key: string;
  /** The items as written, from the dash of the first on. */
  readonly written: string;
  /** Number of spaces that each line of a text needs in its place. */
  readonly indentation: number;
}

/** Finds the list that a line (1-based) is part of; null if it is an entry's own line, or part of another value. */
export function listAround(text: string, line: number): ListValue | null {
  const column = /^ *- +/m.exec(text)?.[0].length ?? 0;
  const [deeper, dashed] = [' '.repeat(column + 1), `${' '.repeat(column)}- `];
  const isContent = (each: string) => !/^\s*(?:#|$)/.test(each);
  const isOwn = (each: string) => isContent(each) && !each.startsWith(deeper) && !each.startsWith(dashed);
  const lines = text.split(/\r\n|\n|\r/);
  const place = lines.findLastIndex((each, index) => index < line && isOwn(each));
  const next = lines.findIndex((each, index) => index > place && isOwn(each));
  const [, key] = /^ *(?:- +)?([\w-]+):[ \t]*(?:#.*)?$/.exec(lines[place] ?? '') ?? [];
  const value = lines.slice(place + 1, next < 0 ? undefined : next);
  const items = value.slice(value.findIndex(isContent), value.findLastIndex(isContent) + 1);
  const [, before] = /^( *)- /.exec(items[0] ?? '') ?? [];
  if (key === undefined || before === undefined) return null;
  const written = items.map((each) => each.slice(Math.min(before.length, each.search(/\S|$/))));
  return { key, written: written.join('\n'), indentation: column + 2 };
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

function parsesInQuotes(text: string, { start, end, quoted = '' }: Fault): boolean {
  const inner = quoted.slice(quoted.indexOf(' ') + 1);
  const mended = parse(text.slice(0, start) + inner + text.slice(end));
  return mended.state === 'parsed' && (mended.complaint?.start ?? Infinity) > start + inner.length;
}

/** Quotes a value, and puts it in a list for `actions`, the only key of a journal that takes one. */
function quoteFor(key: string, subject: string): string {
  return key.startsWith('actions:') ? `[${requoted(subject.replace(/^- +/, ''))}]` : requoted(subject);
}

// Escapes (YAML 1.2, 5.7), and backslashes that start none.
const escapes = /\\(?:[0abtnvfre\t "/\\N_LP]|x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|U[\dA-Fa-f]{8})?/g;

function requoted(value: string): string {
  const isWhole = /^"[^"\\]*(?:\\.[^"\\]*)*"$/.test(value);
  // Whoever escapes a quote or a code point means the other escapes too.
  const isEscaped = isWhole && value.match(escapes)?.some((each) => /^\\["u]/.test(each));
  return isEscaped ? value.replace(escapes, (each) => each.padEnd(2, '\\')) : inQuotes(withoutQuotes(value));
}

/** Strips the quotes of `'don't: b'`, which are meant as such; leaves `"OK" and "KO"` as it is. */
function withoutQuotes(value: string): string {
  const [, quote = '', inner = ''] = /^(["'])(.*)\1$/.exec(value) ?? [];
  const quotesWithin = quote === '' ? 2 : inner.split(quote).length - 1;
  if (quotesWithin > 0 && quotesWithin % 2 === 0) return value;
  return quote === "'" ? inner.replaceAll("''", "'") : inner;
}
