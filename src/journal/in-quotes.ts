import schema from '../../schemas/interactions.schema.json' with { type: 'json' };
import type { SyntaxProblem } from '../yaml/problem.js';
import { type ListValue, listAround } from '../yaml/reserved.js';
import type { Place, SchemaProblem } from './schema-problem.js';
import { textFault, textKeys } from './texts.js';

const { developerEntry, ownerEntry } = schema.$defs;

/** The keys whose values are enumerated, and those values. */
export const fixedWords: Readonly<Record<string, readonly string[]>> = {
  status: developerEntry.properties.status.enum,
  reply: ownerEntry.properties.reply.enum,
  action: ownerEntry.properties.action.enum,
};

/** Finds the key of a value that YAML can't read, by the line that quotes it; empty if the line has none. */
export function keyOfQuoted({ quoted }: Pick<SyntaxProblem, 'quoted'>): string {
  return /^([\w-]+): /.exec(quoted ?? '')?.[1] ?? '';
}

/** Tells whether quotes can make the value at a line (1-based) valid. */
export function takesQuotes(problem: Pick<SyntaxProblem, 'quoted'>, text: string, line: number): boolean {
  return takesText(keyOfQuoted(problem)) && listForText(text, line) === null;
}

/** Names, dates and enumerated values take no free text. */
function takesText(key: string): boolean {
  return !['who', 'when', ...Object.keys(fixedWords)].includes(key);
}

/** Finds the list that stands in the place of a text, and that a line is part of. */
function listForText(text: string, line: number): ListValue | null {
  const list = listAround(text, line);
  return list && textKeys.has(list.key) ? list : null;
}

/** Returns what the schema refuses of a value even in quotes, or null. `names` may sign. */
export function faultInQuotes(problem: SyntaxProblem, names: readonly string[], text: string): SchemaProblem | null {
  const { kind, quoted, location } = problem;
  const lines = text.split(/\r\n|\n|\r/);
  const line = lines[location.line - 1] ?? '';
  const isItem = kind === 'other' && /^ *- /.test(line);
  const list = isItem || kind === 'reserved-value' || kind === 'refused' ? listForText(text, location.line) : null;
  const key = list?.key ?? keyOfQuoted(problem);
  const place = { path: '', location, key, name: key, indentation: list?.indentation ?? 0 };
  if (list) return { ...place, kind: 'wrong-type', wanted: 'string', text: list.written };
  if (quoted === undefined) return null;
  const written = line.slice(location.column - 1).trimEnd();
  if (key === 'when') return { ...place, kind: 'not-a-date', written };
  if (!takesText(key)) return unknownWord(place, written, key === 'who' ? names : (fixedWords[key] ?? []), lines);
  const fault = key === 'actions' || textKeys.has(key) ? textFault(written) : null;
  return fault && { ...place, ...fault };
}

/** Finds the word that was meant, in Markdown or behind an anchor or a tag, and what follows it. */
function unknownWord(place: Place, written: string, words: readonly string[], lines: readonly string[]): SchemaProblem {
  const { key, location } = place;
  const meant = written.replace(/^(?:[&!]\S*\s+)?[^\p{L}\p{N}]*/u, '');
  const behind = (word: string) => meant.slice(word.length);
  const starts = (word: string) =>
    meant.toLowerCase().startsWith(word.toLowerCase()) && !/^[\p{L}\p{N}_-]/u.test(behind(word));
  const isAnswered = lines.slice(location.line).some((line) => /^ *(?:- +)?who: *["']?PO\b/i.test(line));
  const resembles = key === 'status' && !isAnswered ? 'pending' : (words.find(starts) ?? null);
  const entry = entryAt(lines, location.line);
  const lacks = (name: string) => !entry.some((line) => new RegExp(`^ *(?:- +)?${name}:`).test(line));
  const needed = resembles === 'KO' ? ['details', 'action'].filter(lacks) : [];
  const rest = behind(resembles ?? '').replace(/^["'*_`]*[\s:,;.–—-]*/, '');
  const details = key === 'reply' && lacks('details') ? rest : '';
  return { ...place, kind: 'unknown-word', written, words, resembles, lacks: needed, details };
}

function entryAt(lines: readonly string[], line: number): readonly string[] {
  const starts = (each: string) => /^ *- /.test(each);
  const first = lines.slice(0, line).findLastIndex(starts);
  const next = lines.findIndex((each, index) => index >= line && starts(each));
  return lines.slice(Math.max(first, 0), next < 0 ? undefined : next);
}
