import { isMapping } from './entries.js';
import type { ReadJournal } from './journal.js';
import { refusedPaths, strayedTopics } from './topics.js';

/** The entries that neither the PO nor one of the developers signs, of those whose `who` is a text. */
export function unsigned(
  { entries, schemaProblems }: ReadJournal,
  developers: readonly string[],
): { readonly index: number; readonly who: string }[] {
  const names = new Set(['PO', ...developers]);
  const refused = refusedPaths(schemaProblems);
  return entries.flatMap((entry, index) => {
    const who = isMapping(entry) ? entry.who : null;
    const isJudged = !refused.has(`/${index}/who`) && !refused.has(`/${index}`);
    return typeof who === 'string' && isJudged && !names.has(who) ? [{ index, who }] : [];
  });
}

/** The indexes, from 0, of the entries at which the schema, their `who` or their topic is at fault. */
export function unsoundEntries(journal: ReadJournal, developers: readonly string[]): ReadonlySet<number> {
  const sound = new Set(journal.sound.map(({ index }) => index));
  const unsound = new Set([...journal.entries.keys()].filter((index) => !sound.has(index)));
  for (const { index } of [...unsigned(journal, developers), ...strayedTopics(journal)]) unsound.add(index);
  return unsound;
}
