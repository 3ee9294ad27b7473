import type { CommitFacts, JournalChange, LostEntry } from '../facts/facts.js';
import { parentName } from '../facts/journal-changes.js';
import { isPO, keyWithoutStatus } from '../journal/entries.js';
import type { Loss } from '../journal/history.js';
import type { Entries } from '../journal/journal.js';
import type { Judged } from '../judge.js';

/** What refused commits did to a journal, as far as their mending undoes it. */
export interface Faults {
  /** The keys of what they brought and may go again: an answer that is not the PO's, what an entry was altered to. */
  readonly mayGo: Set<string>;
  /** What they took, which has to be back. */
  readonly taken: LostEntry[];
}

export function addFaults(facts: CommitFacts, found: readonly Judged[], faults: Map<string, Faults>): void {
  for (const change of facts.journalChanges) {
    const { path, after, entries } = change;
    const errors = found.filter(({ severity, file }) => severity === 'error' && file === path);
    const losses = errors.filter(({ rule }) => rule.id === 'journal/history').map(({ data }): Loss => data.loss);
    const isForged = errors.some(({ rule }) => rule.id === 'journal/po-identity');
    const isDeleted = after === null && (losses.length > 0 || errors.some(({ rule }) => rule.id === 'journal/missing'));
    if (!isDeleted && (!entries || (losses.length === 0 && !isForged))) continue;
    const known = faults.get(path) ?? { mayGo: new Set(), taken: [] };
    faults.set(path, known);
    if (isDeleted || losses.length > 0) known.taken.push(...takenBy(facts, change));
    for (const key of broughtBy(change, losses, isForged)) known.mayGo.add(key);
  }
}

function takenBy(facts: CommitFacts, { before, entries }: JournalChange): LostEntry[] {
  const has = new Set(entries?.entries.map(keyWithoutStatus));
  const isOfParents = before.length === facts.parents.length;
  return before.flatMap((list, parent) =>
    soundEntries(list, parentName(facts, isOfParents ? parent : 0)).filter(
      ({ entry }) => !has.has(keyWithoutStatus(entry)),
    ),
  );
}

function soundEntries({ entries, unsound }: Entries, from: string): LostEntry[] {
  return entries.flatMap((entry, index) => (unsound.has(index) ? [] : [{ entry, index, from }]));
}

/** What has to be in a journal whose refused changes are mended: the entries of a list, and what was taken, but for what may go. */
export function entriesToKeep({ mayGo, taken }: Faults, list: Entries | null, from: string): LostEntry[] {
  const all = [...(list ? soundEntries(list, from) : []), ...taken];
  return all.filter(({ entry }) => !mayGo.has(keyWithoutStatus(entry)));
}

function broughtBy({ before, entries }: JournalChange, losses: readonly Loss[], isForged: boolean): string[] {
  const had = new Set(before.flatMap((list) => list.entries).map(keyWithoutStatus));
  const has = new Set(entries?.entries.map(keyWithoutStatus));
  const kinds = new Set(losses.map(({ kind }) => kind));
  // A guess, since an entry has no name of its own: of [a, yes] and [a2, yes, b], a2 is what a was altered to, and b is
  // new. As many of what is new, the first, count as altered as are gone.
  const gone = [...had].filter((key) => !has.has(key)).length;
  const altered = losses.length === 0 ? 0 : kinds.has('gone') ? gone - 1 : gone;
  const added = (entries?.entries ?? []).filter((entry) => !had.has(keyWithoutStatus(entry)));
  const goes = (index: number) => index < altered || ((isForged || kinds.has('answered')) && isPO(added[index]));
  return added.filter((_, index) => goes(index)).map(keyWithoutStatus);
}
