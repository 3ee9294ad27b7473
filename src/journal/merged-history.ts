import { answeredCount, isPO, keyOf, sameButStatus } from './entries.js';
import { firstMissing, type Loss, Places, verdictOf } from './history.js';
import type { Entries, Entry } from './journal.js';

/**
 * Returns the first thing that a merge breaks, null if it breaks nothing. Each parent's sound entries have to be there
 * in their own order, statuses aside. If one side altered an unanswered entry of the merge base, its version may stand
 * for the other's. A merge answers nothing: it adds no PO's entry, though it may mend an unsound one, and a developer's
 * entry that it adds comes after the PO's last. With `baseUnreadable`, what it seems to add of the PO's may be a parent's.
 */
export function firstLossInMerge(
  parents: readonly Entries[],
  mergeBase: readonly Entry[] | null,
  after: readonly Entry[],
  baseUnreadable = false,
): Loss | null {
  const lists = parents.map(({ entries }) => entries);
  const places = new Places(after);
  const added = addedByDevelopers(lists, after);
  const isReplaced = replacements(lists, mergeBase, places);
  for (const [parent, before] of parents.entries()) {
    const answered = answeredCount(before.entries);
    // What the PO wrote or answered stays as it is, whatever the other side did to it.
    const mayDiffer = (index: number) => index >= answered && !isPO(before.entries[index]);
    const loss = firstMissing(before, places, (index) => mayDiffer(index) && isReplaced(parent, index));
    if (loss) return { ...loss, parent };
  }
  const answers = baseUnreadable ? [] : newAnswers(lists, mergeBase, after);
  const answered = answers.find(addsAnswer(parents, places, after));
  if (answered !== undefined) return { kind: 'answered', index: answered, po: true };
  const lastAnswer = after.findLastIndex(isPO);
  const late = added.find((index) => index < lastAnswer);
  return late === undefined ? null : { kind: 'late', index: late, po: false };
}

/** Returns a test, to be called once for each new PO's entry. It is false while an unsound entry is left to mend. */
function addsAnswer(parents: readonly Entries[], places: Places, after: readonly Entry[]): (index: number) => boolean {
  const broken = parents.flatMap(({ entries, unsound }) =>
    entries.filter(
      (entry, index) => unsound.has(index) && (isPO(entry) || verdictOf(entry) !== null) && places.count(entry) === 0,
    ),
  );
  const mendable = new Map<string | null, number>();
  for (const entry of new Map(broken.map((each) => [keyOf(each), each])).values()) {
    mendable.set(verdictOf(entry), (mendable.get(verdictOf(entry)) ?? 0) + 1);
  }
  return (index) => {
    const verdict = [verdictOf(after[index]), null].find((each) => (mendable.get(each) ?? 0) > 0);
    if (verdict === undefined) return true;
    mendable.set(verdict, (mendable.get(verdict) ?? 0) - 1);
    return false;
  };
}

function addedByDevelopers(parents: readonly (readonly Entry[])[], after: readonly Entry[]): number[] {
  const had = new Places(parents.flat());
  return [...after.keys()].filter((index) => !isPO(after[index]) && had.count(after[index]) === 0);
}

/** Returns a test: does another parent's altered version of the same merge-base entry stand for an entry? */
function replacements(
  parents: readonly (readonly Entry[])[],
  mergeBase: readonly Entry[] | null,
  places: Places,
): (parent: number, index: number) => boolean {
  if (mergeBase === null) return () => false;
  const indexes = parents.map((entries) => locateBaseEntries(mergeBase, entries));
  const baseIndexes = indexes.map((list) => new Map(list.map((index, baseIndex) => [index, baseIndex])));
  return (parent, index) => {
    const baseIndex = baseIndexes[parent]?.get(index);
    if (baseIndex === undefined) return false;
    return indexes.some((list, other) => {
      const version = parents[other]?.[list[baseIndex] ?? -1];
      return other !== parent && !sameButStatus(version, mergeBase[baseIndex]) && places.count(version) > 0;
    });
  };
}

/** Finds each merge-base entry in a parent's list, unchanged or (a developer's) altered; -1 if it is not there. */
function locateBaseEntries(mergeBase: readonly Entry[], entries: readonly Entry[]): number[] {
  const [old, now] = [new Places(mergeBase), new Places(entries)];
  let next = 0;
  return mergeBase.map((entry) => {
    const found = now.from(entry, next);
    if (found >= 0) {
      next = found + 1;
      return found;
    }
    // An entry that is still elsewhere was moved, not altered.
    if (isPO(entry) || now.count(entry) >= old.count(entry)) return -1;
    // A new answer to the entry above may come in between.
    while (isPO(entries[next]) && old.count(entries[next]) === 0) next++;
    return next < entries.length && old.count(entries[next]) === 0 ? next++ : -1;
  });
}

/**
 * Returns the indexes in `after` of the PO's entries that no parent has, extra copies included. If the merge base is
 * known, copies that the parents added independently all count as theirs.
 */
export function newAnswers(
  parents: readonly (readonly Entry[])[],
  mergeBase: readonly Entry[] | null,
  after: readonly Entry[],
): number[] {
  const had = parents.map(countAnswers);
  const hadBase = mergeBase && countAnswers(mergeBase);
  const seen = new Map<string, number>();
  return [...after.keys()].filter((index) => {
    const entry = after[index];
    if (!isPO(entry)) return false;
    const key = keyOf(entry);
    const copies = (seen.get(key) ?? 0) + 1;
    seen.set(key, copies);
    const counts = had.map((answers) => answers.get(key) ?? 0);
    const base = hadBase?.get(key) ?? 0;
    const shared = hadBase === null ? 0 : counts.reduce((sum, number) => sum + number - base, base);
    return copies > Math.max(0, shared, ...counts);
  });
}

function countAnswers(entries: readonly Entry[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of entries.filter(isPO).map(keyOf)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
