import type { Entry, Journal } from './journal.js';

/** The entries of a journal that can be read, which is a list of at least one mapping; null for any other. */
export function entriesOf(journal: Journal | null): readonly Entry[] | null {
  return journal?.state === 'read' && journal.entries.some(isMapping) ? journal.entries : null;
}

/** Whether two plain values are the same: entries, or lists of them. */
export function sameValue(one: unknown, other: unknown): boolean {
  return one === other || keyOf(one) === keyOf(other);
}

/** Whether two entries are the same by value, their `status` aside. */
export function sameButStatus(one: Entry, other: Entry): boolean {
  return one === other || keyWithoutStatus(one) === keyWithoutStatus(other);
}

/** Whether an entry is the PO's: its `who` is PO in any case. */
export function isPO(entry: Entry): boolean {
  return isMapping(entry) && typeof entry.who === 'string' && entry.who.toUpperCase() === 'PO';
}

/** Whether an entry is a mapping, as every entry should be. */
export function isMapping(entry: Entry): entry is Readonly<Record<string, unknown>> {
  return typeof entry === 'object' && entry !== null && !Array.isArray(entry);
}

/** How many entries, from the first on, are answered: a PO's entry follows them. */
export function answeredCount(entries: readonly Entry[]): number {
  return Math.max(entries.findLastIndex(isPO), 0);
}

/** A text that two plain values share if, and only if, they are the same. */
export function keyOf(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  // As JSON has it NaN and the infinities would be null.
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(keyOf).join()}]`;
  return keyOfMapping(Object.entries(value));
}

/** Each entry is compared with those of the commit before and of the one after. */
const keys = new WeakMap<object, string>();

/** A text that two entries share if, and only if, they are the same, the `status` of a mapping aside. */
export function keyWithoutStatus(entry: Entry): string {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return keyOf(entry);
  const key = keys.get(entry) ?? keyOfMapping(Object.entries(entry).filter(([name]) => name !== 'status'));
  keys.set(entry, key);
  return key;
}

function keyOfMapping(pairs: readonly (readonly [string, unknown])[]): string {
  const texts = pairs.map(([name, value]) => `${JSON.stringify(name)}:${keyOf(value)}`);
  return `{${texts.sort().join()}}`;
}
