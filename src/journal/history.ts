import { answeredCount, isPO, sameButStatus, sameValue } from './entries.js';
import type { Entry } from './journal.js';
import { keyOf } from './keys.js';
import { countAnswers, Places } from './places.js';

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
  const [placesBefore, placesAfter] = [new Places(before), new Places(after)];
  for (const [index, entry] of before.entries()) {
    const now = after[index];
    const po = isPO(entry);
    if (po ? sameValue(entry, now) : sameButStatus(entry, now)) continue;
    if (placesAfter.count(entry) >= placesBefore.count(entry)) return { kind: 'moved', index, po };
    if (now === undefined || placesBefore.last(now) > index) return { kind: 'gone', index, po };
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
  const places = new Places(after);
  let own: readonly Entry[] | null = null;
  const replaced = new Set<number>();
  const isReplaced = (index: number): boolean => {
    if (mergeBase === null || index >= mergeBase.length) return false;
    const forms = parents.map((entries) => entries[index]).filter((form) => form !== undefined);
    if (replaced.has(index) || forms.some((form) => places.count(form) > 0)) return true;
    // Each of the merge's own entries may stand for one of the merge base's that both sides altered.
    if (forms.some((form) => sameButStatus(form, mergeBase[index]))) return false;
    own ??= ownEntries(parents, after);
    if (replaced.size === own.length) return false;
    replaced.add(index);
    return true;
  };
  for (const before of parents) {
    const loss = firstMissing(before, after, places, isReplaced);
    if (loss) return loss;
  }
  return null;
}

/** The developer's entries of a merge that no parent has. */
function ownEntries(parents: readonly (readonly Entry[])[], after: readonly Entry[]): Entry[] {
  const known = new Places(parents.flat());
  return after.filter((entry) => !isPO(entry) && known.count(entry) === 0);
}

/** The first of a parent's entries that is not in `after` in its order, and that nothing stands for. */
function firstMissing(
  before: readonly Entry[],
  after: readonly Entry[],
  places: Places,
  isReplaced: (index: number) => boolean,
): Loss | null {
  const answered = answeredCount(before);
  let next = 0;
  for (const [index, entry] of before.entries()) {
    const follows = next < after.length && sameButStatus(entry, after[next]);
    const found = follows ? next : places.from(entry, next);
    const po = isPO(entry);
    if (found >= 0) next = found + 1;
    else if (po || index < answered || !isReplaced(index)) {
      return { kind: places.count(entry) > 0 ? 'moved' : 'gone', index, po };
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
  const had = parents.map((entries) => countAnswers(entries.filter(isPO)));
  const hadBase = mergeBase && countAnswers(mergeBase.filter(isPO));
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
