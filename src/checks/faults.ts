import type { CommitFacts, JournalChange, LostEntry } from '../facts/facts.js';
import { parentName } from '../facts/journal-changes.js';
import { isPO, keyWithoutStatus } from '../journal/entries.js';
import type { Loss } from '../journal/history.js';
import type { Entries } from '../journal/journal.js';
import type { Judged } from '../judge.js';

/** What refused commits did to a journal, and mending has to undo. */
export interface Faults {
  /** Keys of added entries that mending may remove: forged answers, and altered versions of earlier entries. */
  readonly removable: Set<string>;
  /** Removed entries, which have to come back. */
  readonly removed: LostEntry[];
}

export function addFaults(facts: CommitFacts, found: readonly Judged[], faults: Map<string, Faults>): void {
  for (const change of facts.journalChanges) {
    const { path, after, entries } = change;
    const errors = found.filter(({ severity, file }) => severity === 'error' && file === path);
    const losses = errors.filter(({ rule }) => rule.id === 'journal/history').map(({ data }): Loss => data.loss);
    const isForged = errors.some(({ rule }) => rule.id === 'journal/po-identity');
    const isDeleted = after === null && (losses.length > 0 || errors.some(({ rule }) => rule.id === 'journal/missing'));
    if (!isDeleted && (!entries || (losses.length === 0 && !isForged))) continue;
    const known = faults.get(path) ?? { removable: new Set(), removed: [] };
    faults.set(path, known);
    if (isDeleted || losses.length > 0) known.removed.push(...removedBy(facts, change));
    for (const key of removableKeys(change, losses, isForged)) known.removable.add(key);
  }
}

function removedBy(facts: CommitFacts, { before, entries }: JournalChange): LostEntry[] {
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

/** Returns what a mended journal has to have: the sound entries of `list` and the removed ones, less the removable. */
export function entriesToKeep({ removable, removed }: Faults, list: Entries | null, from: string): LostEntry[] {
  const all = [...(list ? soundEntries(list, from) : []), ...removed];
  return all.filter(({ entry }) => !removable.has(keyWithoutStatus(entry)));
}

function removableKeys({ before, entries }: JournalChange, losses: readonly Loss[], isForged: boolean): string[] {
  const had = new Set(before.flatMap((list) => list.entries).map(keyWithoutStatus));
  const has = new Set(entries?.entries.map(keyWithoutStatus));
  const kinds = new Set(losses.map(({ kind }) => kind));
  // A guess, since entries have no id: from [a, yes] to [a2, yes, b], a2 is a altered, and b is new. Of the added
  // entries, the first ones count as altered, as many as are gone.
  const gone = [...had].filter((key) => !has.has(key)).length;
  const altered = losses.length === 0 ? 0 : kinds.has('gone') ? gone - 1 : gone;
  const added = (entries?.entries ?? []).filter((entry) => !had.has(keyWithoutStatus(entry)));
  const isRemovable = (index: number) => index < altered || ((isForged || kinds.has('answered')) && isPO(added[index]));
  return added.filter((_, index) => isRemovable(index)).map(keyWithoutStatus);
}
