import schema from '../../schemas/interactions.schema.json' with { type: 'json' };
import { pointerSegments } from '../yaml/pointer.js';
import { quotedText } from '../yaml/quote.js';
import { isMapping, isPO } from './entries.js';
import type { SchemaProblem } from './schema-problem.js';
import type { Source } from './source.js';

/** A journal that breaks its schema: its value, and what it was read from. */
export interface Subject extends Source {
  readonly value: unknown;
}

/** Where something in it is wrong. */
export type Place = Pick<SchemaProblem, 'path' | 'location' | 'key' | 'name' | 'indentation'>;

/** Where a JSON Pointer leads. */
export function placeOf(path: string, subject: Subject): Place {
  const { value, locate, textAt, lineAt } = subject;
  const segments = pointerSegments(path);
  const isItem = Array.isArray(valueAt(value, parentOf(path)));
  const keyAt = locate(path, 'key');
  const written = textAt(keyAt);
  const asKey = written.includes('\n') ? quotedText(segments.at(-1) ?? '') : written;
  const name = segments.length < 2 ? '' : isItem ? '-' : asKey;
  const parentAt = locate(parentOf(path));
  const isInBrackets = /[[{]/.test(lineAt(parentAt.line).charAt(parentAt.column - 1));
  const indentation = isInBrackets ? null : keyAt.column - 1 + (isItem ? 0 : 2);
  return { path, location: locate(path), key: segments.slice(1).join('.'), name, indentation };
}

/** The keys that an entry may have. */
export function knownKeys(entry: unknown): string[] {
  const { developerEntry, ownerEntry, nobodysEntry } = schema.$defs;
  if (isPO(entry)) return Object.keys(ownerEntry.properties);
  const isSigned = isMapping(entry) && typeof entry.who === 'string';
  return Object.keys((isSigned ? developerEntry : nobodysEntry).properties);
}

/** Whether a text still offers all the words of a template: `OK | KO`. */
export function isChoice(written: string, words: readonly string[]): boolean {
  const choices = written.split(/[|/]/).map((choice) => choice.trim());
  return words.every((word) => choices.includes(word));
}

/** The value at a JSON Pointer. */
export function valueAt(value: unknown, pointer: string): unknown {
  return pointerSegments(pointer).reduce<unknown>((at, segment) => (at as Record<string, unknown>)[segment], value);
}

/** The JSON Pointer of what holds the value at another. */
export function parentOf(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}
