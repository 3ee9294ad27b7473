import { keyWithoutStatus } from './entries.js';
import type { Entries } from './journal.js';

/** Entries that a change of others, which differ from them, is carried over to: the change made it `after` of `before`. */
export function goneOn(known: Entries, before: readonly Entries[], after: Entries): Entries {
  const had = new Set(before.flatMap(({ entries }) => entries).map(keyWithoutStatus));
  const has = new Set(after.entries.map(keyWithoutStatus));
  const result = listed(known).filter(({ key }) => has.has(key) || !had.has(key));
  let previous: string | null = null;
  for (const added of listed(after)) {
    if (!had.has(added.key)) {
      const place = result.findIndex(({ key }) => key === previous);
      result.splice(place < 0 ? result.length : place + 1, 0, added);
    }
    previous = added.key;
  }
  const unsound = result.flatMap(({ isSound }, index) => (isSound ? [] : [index]));
  return { entries: result.map(({ entry }) => entry), unsound: new Set(unsound) };
}

function listed({ entries, unsound }: Entries) {
  return entries.map((entry, index) => ({ entry, key: keyWithoutStatus(entry), isSound: !unsound.has(index) }));
}
