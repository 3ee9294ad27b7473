import { answeredCount, isMapping, isPO, keyWithoutStatus, sameButStatus, sameValue } from './entries.js';
import type { Entries, Entry } from './journal.js';

/** How a change of a journal breaks what was agreed on. */
export interface Loss {
  /**
   * Of an entry that was there: `gone`; `moved`; `altered`; `turned`: a PO's OK became a KO, or the reverse. Of one that
   * was not: `inserted` before others; `answered`: a merge adds a PO's entry; `late`: a merge adds an entry that the
   * PO's answers follow.
   */
  readonly kind: 'gone' | 'moved' | 'altered' | 'turned' | 'inserted' | 'answered' | 'late';
  /** Its index, from 0: in the journal before the change for the first four, after it for the others. */
  readonly index: number;
  readonly po: boolean;
  /** In a merge, the index of the list of a parent's entries that had it. */
  readonly parent?: number;
  readonly reply?: 'OK' | 'KO';
}

/** Where the entries of a list stand, their statuses aside. */
export class Places {
  readonly #indexes = new Map<string, number[]>();

  constructor(entries: readonly Entry[]) {
    for (const [index, entry] of entries.entries()) {
      const key = keyWithoutStatus(entry);
      const indexes = this.#indexes.get(key);
      if (indexes) indexes.push(index);
      else this.#indexes.set(key, [index]);
    }
  }

  count(entry: Entry): number {
    return this.#indexes.get(keyWithoutStatus(entry))?.length ?? 0;
  }

  /** The first index of an entry that is `least` or more; -1 where there is none. */
  from(entry: Entry, least: number): number {
    const indexes = this.#indexes.get(keyWithoutStatus(entry)) ?? [];
    let [low, high] = [0, indexes.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((indexes[middle] ?? 0) < least) low = middle + 1;
      else high = middle;
    }
    return indexes[low] ?? -1;
  }
}

/**
 * The first thing that a change broke; null where it broke nothing. Sound entries stay, in their order, and new ones
 * come after them; a PO's answer may come right behind what it answers. A sound PO's entry, and a sound entry that a
 * PO's entry follows, stay as they are but for their `status`. An entry that is not sound may be mended or taken out.
 */
export function firstLoss({ entries: before, unsound }: Entries, after: readonly Entry[]): Loss | null {
  const [old, now] = [new Places(before), new Places(after)];
  const answered = answeredCount(before);
  // A PO's entry that is new, or a further copy of one, and a developer's entry somewhere before it.
  const isInserted = (index: number) =>
    index > 0 && isPO(after[index]) && now.count(after[index]) > old.count(after[index]);
  let soundLeft = before.length - unsound.size;
  let next = 0;
  for (const [index, entry] of before.entries()) {
    const po = isPO(entry);
    if (!unsound.has(index)) soundLeft--;
    while (!sameButStatus(entry, after[next]) && isInserted(next) && now.from(entry, next + 1) >= 0) next++;
    const found = after[next];
    if (sameButStatus(entry, found)) {
      if (po && !unsound.has(index) && !sameValue(entry, found)) return { kind: 'altered', index, po };
      next++;
      continue;
    }
    if (unsound.has(index)) {
      // What is not sound was mended, where something new stands in its place and there is room for the sound ones behind
      // it, or else taken out.
      const hasRoom = after.length - next > soundLeft;
      if (hasRoom && old.count(found) === 0 && isPO(found) === po) {
        const reply = verdictOf(entry);
        if (po && reply !== null && verdictOf(found) !== reply) return { kind: 'turned', index, po, reply };
        next++;
      }
      continue;
    }
    const place = now.from(entry, next);
    if (place >= 0) return between(old, after, next, index, po);
    // An unanswered entry that was altered may follow a PO's answer to the one above it.
    if (!po) while (isInserted(next)) next++;
    const altered = after[next];
    if (altered === undefined || old.count(altered) > 0 || isPO(altered) !== po) return { kind: 'gone', index, po };
    if (po || index < answered) return { kind: 'altered', index, po };
    next++;
  }
  return null;
}

/** What stands where an entry should, which follows only later: another one of the old entries, or a new one. */
function between(old: Places, after: readonly Entry[], next: number, index: number, po: boolean): Loss {
  const entry = after[next];
  if (old.count(entry) > 0) return { kind: 'moved', index, po };
  return { kind: 'inserted', index: next, po: isPO(entry) };
}

/** What a PO's reply reads as, but for its case; null where that is neither OK nor KO. */
export function verdictOf(entry: Entry): 'OK' | 'KO' | null {
  const reply = isMapping(entry) && typeof entry.reply === 'string' ? entry.reply.trim().toUpperCase() : '';
  return reply === 'OK' || reply === 'KO' ? reply : null;
}

/**
 * The first sound entry that does not stand among others in its order, its status aside, unless another one stands for
 * it (`isReplaced`, by its index); null where none is missing.
 */
export function firstMissing(
  { entries: before, unsound }: Entries,
  after: Places,
  isReplaced: (index: number) => boolean = () => false,
): Loss | null {
  let next = 0;
  for (const [index, entry] of before.entries()) {
    if (unsound.has(index)) continue;
    const found = after.from(entry, next);
    if (found >= 0) next = found + 1;
    else if (!isReplaced(index)) return { kind: after.count(entry) > 0 ? 'moved' : 'gone', index, po: isPO(entry) };
  }
  return null;
}

/**
 * The first sound entry of any of several lists that is not in `after`, in its order. An unanswered one that `held` has
 * too may have been altered, as far as that allows.
 */
export function firstOfAll(
  lists: readonly Entries[],
  after: readonly Entry[],
  held: Entries | null = null,
): Loss | null {
  const [places, common] = [new Places(after), new Places(held?.entries ?? [])];
  for (const list of lists) {
    const answered = answeredCount(list.entries);
    const isAltered = (entry: Entry) => !isPO(entry) && places.count(entry) === 0 && common.count(entry) > 0;
    const loss = firstMissing(list, places, (index) => index >= answered && isAltered(list.entries[index]));
    if (loss) return loss;
  }
  return null;
}

/**
 * Whether a change of a journal is the PO's answer and nothing else: it gains the PO's entries, moves the `status` of
 * earlier entries, mends or takes out PO's entries that are not sound.
 */
export function onlyAnswers({ entries: before, unsound }: Entries, after: readonly Entry[]): boolean {
  const kept = before.filter((entry, index) => !isPO(entry) || !unsound.has(index));
  let next = 0;
  for (const entry of after) {
    if (sameButStatus(kept[next], entry)) next++;
    else if (!isPO(entry)) return false;
  }
  return next === kept.length;
}
