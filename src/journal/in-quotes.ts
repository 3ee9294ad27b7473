import schema from '../../schemas/interactions.schema.json' with { type: 'json' };
import type { SyntaxProblem } from '../yaml/problem.js';
import type { SchemaProblem } from './schema-problem.js';
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

/** Tells whether quotes can make the value valid: names, dates and enumerated values take no free text. */
export function takesQuotes(problem: Pick<SyntaxProblem, 'quoted'>): boolean {
  return !['who', 'when', ...Object.keys(fixedWords)].includes(keyOfQuoted(problem));
}

/** Returns what the schema refuses even in quotes, or null. `names` may sign; `entry` is the text around the value. */
export function faultInQuotes(problem: SyntaxProblem, names: readonly string[], entry: string): SchemaProblem | null {
  const { kind, subject: written, location } = problem;
  if (kind !== 'reserved-value') return null;
  const key = keyOfQuoted(problem);
  const place = { path: '', location, key, name: key, indentation: 0 };
  if (key === 'when') return { ...place, kind: 'not-a-date', written };
  if (!takesQuotes(problem)) {
    const words = key === 'who' ? names : (fixedWords[key] ?? []);
    const [first = ''] = /[\p{L}\p{N}_-]+/u.exec(written) ?? [];
    const resembles = words.find((word) => word.toLowerCase() === first.toLowerCase()) ?? null;
    const needed = resembles === 'KO' ? ['details', 'action'] : [];
    const hasNot = (name: string) => !new RegExp(`^ *(?:- +)?${name}:`, 'm').test(entry);
    const [, rest = ''] = /^["']?\w+["']?[\s:,;.–—-]*([\s\S]*)$/.exec(written) ?? [];
    const details = key === 'reply' && hasNot('details') ? rest.trim() : '';
    return { ...place, kind: 'unknown-word', written, words, resembles, lacks: needed.filter(hasNot), details };
  }
  const fault = textKeys.has(key) ? textFault(written) : null;
  return fault && { ...place, ...fault };
}
