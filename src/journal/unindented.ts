import { escapeSegment } from '../yaml/pointer.js';
import { isMapping } from './entries.js';
import type { Entry } from './journal.js';
import type { Source } from './source.js';

/**
 * The keys that stand below an empty `context` at its own indentation, and the line of each as it is written; null where
 * `context` is not empty, or what follows it could not stand in it. `known` are the keys of an entry.
 */
export function unindentedContext(
  entry: Entry,
  index: number,
  known: readonly string[],
  { locate, textAt }: Source,
): { readonly keys: readonly string[]; readonly lines: readonly string[] } | null {
  if (!isMapping(entry) || entry.context !== null) return null;
  const names = Object.keys(entry);
  const after = names.slice(names.indexOf('context') + 1);
  const end = after.findIndex((name) => known.includes(name) || name.startsWith('x-'));
  const keys = end < 0 ? after : after.slice(0, end);
  const isLine = (key: string) => {
    const value = entry[key];
    const isValue = typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
    return isValue && !textAt(locate(pointer(index, key))).includes('\n');
  };
  if (keys.length === 0 || !keys.every(isLine)) return null;
  const lines = keys.map((key) => {
    const path = pointer(index, key);
    return `${textAt(locate(path, 'key'))}: ${textAt(locate(path))}`;
  });
  return { keys, lines };
}

function pointer(index: number, key: string): string {
  return `/${index}/${escapeSegment(key)}`;
}
