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
    if (after.some((other) => sameButStatus(entry, other))) return { kind: 'moved', index, po };
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
  for (const before of parents) {
    const answered = answeredCount(before);
    let next = 0;
    for (const [index, entry] of before.entries()) {
      const found = after.findIndex((other, at) => at >= next && sameButStatus(entry, other));
      if (found >= 0) {
        next = found + 1;
        continue;
      }
      const po = isPO(entry);
      if (!po && index >= answered && stoodFor(index, parents, mergeBase, after)) continue;
      return { kind: after.some((other) => sameButStatus(entry, other)) ? 'moved' : 'gone', index, po };
    }
  }
  return null;
}

/** Whether the merge holds an altered form of the merge base's entry at `index`. */
function stoodFor(
  index: number,
  parents: readonly (readonly Entry[])[],
  mergeBase: readonly Entry[] | null,
  after: readonly Entry[],
): boolean {
  if (mergeBase === null || index >= mergeBase.length) return false;
  const forms = parents.map((entries) => entries[index]);
  return after.some(
    (entry) =>
      forms.some((form) => form !== undefined && sameButStatus(form, entry)) ||
      (!isPO(entry) && !parents.flat().some((other) => sameButStatus(other, entry))),
  );
}

/** The indexes in `after` of the PO's entries that no parent has. */
export function newAnswers(parents: readonly (readonly Entry[])[], after: readonly Entry[]): number[] {
  const known = parents.flat().filter(isPO);
  return [...after.keys()].filter(
    (index) => isPO(after[index]) && !known.some((entry) => sameValue(entry, after[index])),
  );
}
