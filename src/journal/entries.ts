import type { Entry, Journal } from './journal.js';

/** Returns the entries of a readable journal, which is a list of at least one mapping; null for any other. */
export function entriesOf(journal: Journal | null): readonly Entry[] | null {
  return journal?.state === 'read' && journal.entries.some(isMapping) ? journal.entries : null;
}

export function sameValue(one: unknown, other: unknown): boolean {
  return one === other || keyOf(one) === keyOf(other);
}

export function sameButStatus(one: Entry, other: Entry): boolean {
  return one === other || keyWithoutStatus(one) === keyWithoutStatus(other);
}

/** Ignores case: an entry signed `po` is unsound, but still the PO's. */
export function isPO(entry: Entry): boolean {
  return isMapping(entry) && typeof entry.who === 'string' && entry.who.toUpperCase() === 'PO';
}

export function isMapping(entry: Entry): entry is Readonly<Record<string, unknown>> {
  return typeof entry === 'object' && entry !== null && !Array.isArray(entry);
}

/** The keys that say what the PO answers. */
export const answerKeys: readonly string[] = ['reply', 'details', 'action'];

/** Counts the entries, from the first on, that a PO's entry follows. */
export function answeredCount(entries: readonly Entry[]): number {
  return Math.max(entries.findLastIndex(isPO), 0);
}

/** Returns a text that is equal for two plain values exactly when they are equal. */
export function keyOf(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  // JSON.stringify would turn NaN and the infinities into null.
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(keyOf).join()}]`;
  return keyOfMapping(Object.entries(value));
}

/** A cache, because each entry is compared with the commit before its own and the one after. */
const keys = new WeakMap<object, string>();

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
