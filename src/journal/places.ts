import type { Entry } from './journal.js';
import { keyOf, keyWithoutStatus } from './keys.js';

/** How often each of the PO's entries stands in a list, by its key. */
export function countAnswers(answers: readonly Entry[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of answers.map(keyOf)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Where entries stand in a list, statuses aside. The list is gone through when it is first asked for. */
export class Places {
  readonly #entries: readonly Entry[];
  #indexes: ReadonlyMap<string, readonly number[]> | null = null;

  constructor(entries: readonly Entry[]) {
    this.#entries = entries;
  }

  /** How often an entry stands there. */
  count(entry: Entry): number {
    return this.#of(entry).length;
  }

  /** The last index of an entry, from 0; -1 where it is not there. */
  last(entry: Entry): number {
    return this.#of(entry).at(-1) ?? -1;
  }

  /** The first index of an entry that is `least` or more; -1 where there is none. */
  from(entry: Entry, least: number): number {
    const indexes = this.#of(entry);
    let low = 0;
    let high = indexes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((indexes[middle] ?? 0) < least) low = middle + 1;
      else high = middle;
    }
    return indexes[low] ?? -1;
  }

  #of(entry: Entry): readonly number[] {
    this.#indexes ??= indexesByKey(this.#entries);
    return this.#indexes.get(keyWithoutStatus(entry)) ?? [];
  }
}

function indexesByKey(entries: readonly Entry[]): ReadonlyMap<string, readonly number[]> {
  const byKey = new Map<string, number[]>();
  for (const [index, entry] of entries.entries()) {
    const key = keyWithoutStatus(entry);
    const indexes = byKey.get(key);
    if (indexes) indexes.push(index);
    else byKey.set(key, [index]);
  }
  return byKey;
}
