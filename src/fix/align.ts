import { isPO, sameButStatus } from '../journal/entries.js';
import { Places } from '../journal/history.js';
import type { Entry } from '../journal/journal.js';

/** What one side of a merge made of the entries that the two have in common. */
export interface Aligned {
  /** For each entry of the merge base its index in the side, altered or not; null where it is gone. */
  readonly places: readonly (number | null)[];
  /** The indexes of the entries that the side added: first those above all of the merge base's, then those below each. */
  readonly added: readonly (readonly number[])[];
}

/** Finds the merge base's entries in a side. One that was altered is taken for the next new entry of the same hand. */
export function align(base: readonly Entry[], side: readonly Entry[]): Aligned {
  const places = sameEntries(base, side);
  const added: number[][] = Array.from({ length: base.length + 1 }, () => []);
  let next = 0;
  for (let index = 0; index <= base.length; ) {
    const missing = runOfNull(places, index);
    const end = places[index + missing] ?? side.length;
    let below = index;
    let waiting: number[] = [];
    for (; next < end; next++) {
      const altered = base.findIndex(
        (entry, at) => at >= below && at < index + missing && isPO(entry) === isPO(side[next]),
      );
      if (altered < 0) {
        waiting.push(next);
        continue;
      }
      added[below]?.push(...waiting);
      waiting = [];
      places[altered] = next;
      below = altered + 1;
    }
    // Where entries are gone, what was added comes below all of them.
    added[index + missing]?.push(...waiting);
    index += missing + 1;
    next = end + 1;
  }
  return { places, added };
}

/** For each entry its index in another list, statuses aside, in order; null for those that are not there. */
export function sameEntries(one: readonly Entry[], other: readonly Entry[]): (number | null)[] {
  const places = new Places(other);
  let next = 0;
  return one.map((entry) => {
    const isNext = next < other.length && sameButStatus(entry, other[next]);
    const found = isNext ? next : places.from(entry, next);
    if (found >= 0) next = found + 1;
    return found < 0 ? null : found;
  });
}

function runOfNull(places: readonly (number | null)[], start: number): number {
  const end = places.findIndex((place, index) => index >= start && place !== null);
  return (end < 0 ? places.length : end) - start;
}
