import { answeredCount, isPO, sameButStatus, sameValue } from './entries.js';
import type { Entry } from './journal.js';

/** An entry that a journal had and that a change did not keep. */
export interface Loss {
  /** `gone`: nowhere any more; `moved`: at another place; `altered`: something else stands at its place. */
  readonly kind: 'gone' | 'moved' | 'altered';
  /** Its index in the journal before the change, from 0. */
  readonly index: number;
  /** Whether it is the PO's. */
  readonly po: boolean;
}

/**
 * The first entry that a change lost; null where none is. A journal only grows: entries stay where they are,
 * a PO's entry as it is, and one that a PO's entry follows but for its `status`. An entry that nobody has
 * answered yet may be altered.
 */
export function firstLoss(before: readonly Entry[], after: readonly Entry[]): Loss | null {
  const answered = answeredCount(before);
  for (const [index, entry] of before.entries()) {
    const now = after[index];
    const po = isPO(entry);
    if (po ? sameValue(entry, now) : sameButStatus(entry, now)) continue;
    if (count(after, entry) >= count(before, entry)) return { kind: 'moved', index, po };
    const replaced = now === undefined || before.some((other, at) => at > index && sameButStatus(other, now));
    if (replaced) return { kind: 'gone', index, po };
    if (po || index < answered || isPO(now)) return { kind: 'altered', index, po };
  }
  return null;
}

/**
 * The first entry of a merge's parent that the merge lost; null where none is. Each parent's entries are all
 * there in their own order, statuses aside, whatever stands between them; an unanswered entry of the merge
 * base that either side altered stands for the other's.
 */
export function firstLossInMerge(
  parents: readonly (readonly Entry[])[],
  mergeBase: readonly Entry[] | null,
  after: readonly Entry[],
): Loss | null {
  const known = parents.flat();
  // Entries of the merge's own, each of which may stand for one of the merge base's that both sides altered.
  const own = after.filter((entry) => !isPO(entry) && count(known, entry) === 0);
  const replaced = new Map<number, Entry>();
  const isReplaced = (index: number): boolean => {
    if (mergeBase === null || index >= mergeBase.length) return false;
    const forms = parents.map((entries) => entries[index]).filter((form) => form !== undefined);
    if (forms.some((form) => count(after, form) > 0)) return true;
    const form = replaced.get(index) ?? own.shift();
    if (form !== undefined) replaced.set(index, form);
    return form !== undefined;
  };
  for (const before of parents) {
    const loss = firstMissing(before, after, isReplaced);
    if (loss) return loss;
  }
  return null;
}

/** The first of a parent's entries that is not in `after` in its order, and that nothing stands for. */
function firstMissing(
  before: readonly Entry[],
  after: readonly Entry[],
  isReplaced: (index: number) => boolean,
): Loss | null {
  const answered = answeredCount(before);
  let next = 0;
  for (const [index, entry] of before.entries()) {
    const found = after.findIndex((other, at) => at >= next && sameButStatus(entry, other));
    const po = isPO(entry);
    if (found >= 0) next = found + 1;
    else if (po || index < answered || !isReplaced(index)) {
      return { kind: count(after, entry) > 0 ? 'moved' : 'gone', index, po };
    }
  }
  return null;
}

/**
 * The indexes in `after` of the PO's entries that no parent has, a further copy of one that it has included. Of a
 * merge whose merge base is known, copies that its parents have made apart are all theirs.
 */
export function newAnswers(
  parents: readonly (readonly Entry[])[],
  mergeBase: readonly Entry[] | null,
  after: readonly Entry[],
): number[] {
  return [...after.keys()].filter((index) => {
    const entry = after[index];
    if (!isPO(entry)) return false;
    const copies = (entries: readonly Entry[]) => entries.filter((other) => sameValue(entry, other)).length;
    const had = parents.map(copies);
    const shared =
      mergeBase === null ? 0 : had.reduce((sum, number) => sum + number - copies(mergeBase), copies(mergeBase));
    return copies(after.slice(0, index + 1)) > Math.max(0, shared, ...had);
  });
}

/** How often an entry stands in a list, statuses aside. */
function count(entries: readonly Entry[], entry: Entry): number {
  return entries.filter((other) => sameButStatus(entry, other)).length;
}
