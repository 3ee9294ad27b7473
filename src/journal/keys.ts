import type { Entry } from './journal.js';

/** A text that two plain values share if, and only if, they are the same. */
export function keyOf(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  // As JSON has it NaN and the infinities would be null.
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(keyOf).join()}]`;
  return keyOfMapping(Object.entries(value));
}

/** A text that two entries share if, and only if, they are the same, the `status` of a mapping aside. */
export function keyWithoutStatus(entry: Entry): string {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return keyOf(entry);
  return keyOfMapping(Object.entries(entry).filter(([name]) => name !== 'status'));
}

function keyOfMapping(pairs: readonly (readonly [string, unknown])[]): string {
  const texts = pairs.map(([name, value]) => `${JSON.stringify(name)}:${keyOf(value)}`);
  return `{${texts.sort().join()}}`;
}
