import type { ReadJournal } from './journal.js';

export function unsoundEntries(journal: ReadJournal, _developers: readonly string[]): ReadonlySet<number> {
  return new Set(journal.schemaProblems.map(({ path }) => Number(path.split('/')[1])));
}
