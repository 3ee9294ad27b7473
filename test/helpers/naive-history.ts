import { isDeepStrictEqual } from 'node:util';
import { answeredCount, isMapping, isPO } from '../../src/journal/entries.ts';
import type { Loss } from '../../src/journal/history.ts';
import type { Entry } from '../../src/journal/journal.ts';

/*
 * What history.ts has to find, written as it is defined: each entry is compared with each other. -0, which Node tells
 * from 0, is left out.
 */

export function firstLoss(before: readonly Entry[], after: readonly Entry[]): Loss | null {
  for (const [index, entry] of before.entries()) {
    const now = after[index];
    const po = isPO(entry);
    if (po ? isDeepStrictEqual(entry, now) : sameButStatus(entry, now)) continue;
    if (count(after, entry) >= count(before, entry)) return { kind: 'moved', index, po };
    if (index >= after.length || count(before.slice(index + 1), now) > 0) return { kind: 'gone', index, po };
    if (po || index < answeredCount(before) || isPO(now)) return { kind: 'altered', index, po };
  }
  return null;
}

export function firstLossInMerge(
  parents: readonly (readonly Entry[])[],
  mergeBase: readonly Entry[] | null,
  after: readonly Entry[],
): Loss | null {
  const own = after.filter((entry) => !isPO(entry) && count(parents.flat(), entry) === 0);
  const replaced = new Map<number, Entry>();
  const isReplaced = (index: number) => {
    if (mergeBase === null || index >= mergeBase.length) return false;
    if (parents.some((entries) => index < entries.length && count(after, entries[index]) > 0)) return true;
    const isAltered = (entries: readonly Entry[]) =>
      index >= entries.length || !sameButStatus(entries[index], mergeBase[index]);
    if (!parents.every(isAltered)) return false;
    if (!replaced.has(index) && own.length > 0) replaced.set(index, own.shift());
    return replaced.has(index);
  };
  for (const before of parents) {
    let next = 0;
    for (const [index, entry] of before.entries()) {
      const found = after.findIndex((other, at) => at >= next && sameButStatus(entry, other));
      const po = isPO(entry);
      if (found >= 0) next = found + 1;
      else if (po || index < answeredCount(before) || !isReplaced(index)) {
        return { kind: count(after, entry) > 0 ? 'moved' : 'gone', index, po };
      }
    }
  }
  return null;
}

export function newAnswers(
  parents: readonly (readonly Entry[])[],
  mergeBase: readonly Entry[] | null,
  after: readonly Entry[],
): number[] {
  return [...after.keys()].filter((index) => {
    const copies = (list: readonly Entry[]) => list.filter((other) => isDeepStrictEqual(after[index], other)).length;
    const had = parents.map(copies);
    const base = copies(mergeBase ?? []);
    const shared = mergeBase === null ? 0 : had.reduce((sum, number) => sum + number - base, base);
    return isPO(after[index]) && copies(after.slice(0, index + 1)) > Math.max(0, shared, ...had);
  });
}

function count(entries: readonly Entry[], entry: Entry): number {
  return entries.filter((other) => sameButStatus(entry, other)).length;
}

function sameButStatus(one: Entry, other: Entry): boolean {
  return isDeepStrictEqual(withoutStatus(one), withoutStatus(other));
}

function withoutStatus(entry: Entry): Entry {
  if (!isMapping(entry)) return entry;
  const { status: _, ...rest } = entry;
  return rest;
}
