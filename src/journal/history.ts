import { answeredCount, answerKeys, isMapping, isPO, keyWithoutStatus, sameButStatus, sameValue } from './entries.js';
import type { Entries, Entry } from './journal.js';

export interface Loss {
  /**
   * Of an entry of the old journal: `gone`, `moved`, `altered`, or `turned` (a PO's OK became a KO, or the reverse). Of
   * a new entry: `inserted` before old ones, `answered` (a merge adds a PO's entry), or `late` (a merge adds an entry
   * above an answer of the PO's).
   */
  readonly kind: 'gone' | 'moved' | 'altered' | 'turned' | 'inserted' | 'answered' | 'late';
  /** 0-based: in the old journal for the first four kinds, in the new one for the others. */
  readonly index: number;
  readonly po: boolean;
  /** In a merge, the index of the parent that has the entry. */
  readonly parent?: number;
  readonly reply?: 'OK' | 'KO';
}

/** The indexes of each entry in a list. Entries that differ only in `status` count as the same. */
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

  /** Returns the first index of an entry that is at least `least`; -1 if there is none. */
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
 * Returns the first thing that a change breaks, null if it breaks nothing. Sound entries keep their order, and new ones
 * follow them; only a PO's answer may come right behind what it answers. A sound PO's entry must not change, and a
 * sound entry that a PO's entry follows may only change its `status`. An unsound entry may be mended or taken out.
 */
export function firstLoss({ entries: before, unsound }: Entries, after: readonly Entry[]): Loss | null {
  const [old, now] = [new Places(before), new Places(after)];
  const answered = answeredCount(before);
  // A PO's entry that is new, or one more copy of an old one, with an entry above it that it can answer.
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
      // The unsound entry was mended if a new entry is in its place and enough entries follow for the sound ones;
      // otherwise it was taken out.
      const hasRoom = after.length - next > soundLeft;
      if (hasRoom && old.count(found) === 0 && isPO(found) === po) {
        const reply = verdictOf(entry);
        if (po && reply !== null && verdictOf(found) !== reply) return { kind: 'turned', index, po, reply };
        next++;
      }
      continue;
    }
    const place = now.from(entry, next);
    if (place >= 0) return insertedOrMoved(old, after, next, index, po);
    // A PO's answer to the entry above may come before an altered entry.
    if (!po) while (isInserted(next)) next++;
    const altered = after[next];
    if (altered === undefined || old.count(altered) > 0 || isPO(altered) !== po) return { kind: 'gone', index, po };
    if (po || index < answered) return { kind: 'altered', index, po };
    next++;
  }
  return null;
}

/** Says what keeps an entry from its place: an old entry that moved up, or a new one. */
function insertedOrMoved(old: Places, after: readonly Entry[], next: number, index: number, po: boolean): Loss {
  const entry = after[next];
  if (old.count(entry) > 0) return { kind: 'moved', index, po };
  return { kind: 'inserted', index: next, po: isPO(entry) };
}

/** Reads a PO's reply regardless of case; null if it is neither OK nor KO. */
export function verdictOf(entry: Entry): 'OK' | 'KO' | null {
  const reply = isMapping(entry) && typeof entry.reply === 'string' ? entry.reply.trim().toUpperCase() : '';
  return reply === 'OK' || reply === 'KO' ? reply : null;
}

/** Returns the first sound entry that is gone from `after`, or out of order, and that no other entry stands in for. */
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

/** Like `firstMissing`, for several lists. An unanswered entry that `held` contains too may have been altered. */
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

/** Tells whether a change only adds PO's entries, moves a `status`, and mends or takes out unsound PO's entries. */
export function onlyAnswers({ entries: before, unsound }: Entries, after: readonly Entry[]): boolean {
  const kept = before.filter((entry, index) => !isPO(entry) || !unsound.has(index));
  let next = 0;
  for (const entry of after) {
    if (sameButStatus(withoutAnswer(kept[next]), withoutAnswer(entry))) next++;
    else if (!isPO(entry)) return false;
  }
  return next === kept.length;
}

/** Strips an answer that was written into the entry it answers. */
function withoutAnswer(entry: Entry): Entry {
  if (!isMapping(entry) || isPO(entry) || verdictOf(entry) === null) return entry;
  return Object.fromEntries(Object.entries(entry).filter(([key]) => !answerKeys.includes(key)));
}
