import type { Entry, Journal } from './journal.js';
import { keyOf, keyWithoutStatus } from './keys.js';

/** The entries of a journal; null where they can't be read. */
export function entriesOf(journal: Journal | null): readonly Entry[] | null {
  return journal?.state === 'read' ? journal.entries : null;
}

/** Whether two plain values are the same: entries, or lists of them. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  // Item by item, since most entries of two lists are one and the same.
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => sameValue(item, other[index]));
  }
  return keyOf(one) === keyOf(other);
}

/** Whether two entries are the same by value, their `status` aside. */
export function sameButStatus(one: Entry, other: Entry): boolean {
  // Entries are read once each, so that most pairs are one and the same, and need no keys.
  return one === other || keyWithoutStatus(one) === keyWithoutStatus(other);
}

/** Whether an entry is the PO's. */
export function isPO(entry: Entry): boolean {
  return isMapping(entry) && entry.who === 'PO';
}

/** Whether an entry is a mapping, as every entry should be. */
export function isMapping(entry: Entry): entry is Readonly<Record<string, unknown>> {
  return typeof entry === 'object' && entry !== null && !Array.isArray(entry);
}

/** How many entries, from the first on, are answered: a PO's entry follows them. */
export function answeredCount(entries: readonly Entry[]): number {
  return Math.max(entries.findLastIndex(isPO), 0);
}

/**
 * Whether `after` is `before` with nothing but PO's entries added at its end and the `status` of earlier
 * entries moved: all that a PO's answer does to a journal.
 */
export function onlyAnswers(before: readonly Entry[], after: readonly Entry[]): boolean {
  return (
    after.length >= before.length &&
    before.every((entry, index) => sameButStatus(entry, after[index])) &&
    after.slice(before.length).every(isPO)
  );
}
