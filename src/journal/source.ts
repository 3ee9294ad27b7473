import type { LocatePointer } from '../yaml/locate.js';
import type { Location } from '../yaml/location.js';
import { pointerSegments } from '../yaml/pointer.js';
import { plainOrQuoted } from '../yaml/quote.js';
import type { Place } from './schema-problem.js';

/** A journal that can be read: its value, and what its file holds at the places of it, as it is written there. */
export interface Source {
  readonly value: unknown;
  readonly locate: LocatePointer;
  /** A line without its end; lines count from 1. */
  readonly lineAt: (line: number) => string;
  /** The text of a value or key; each further line without the indentation that the first one has. */
  readonly textAt: (location: Location) => string;
}

export function sourceOf(text: string, value: unknown, locate: LocatePointer): Source {
  const lines = text.split(/\r\n|\n|\r/);
  const lineAt = (line: number) => lines[line - 1] ?? '';
  const textAt = ({ line, column, endLine, endColumn }: Location) => {
    if (line === endLine) return lineAt(line).slice(column - 1, endColumn - 1);
    const indentation = new RegExp(`^ {0,${Math.min(column - 1, 1000)}}`);
    const further = [...lines.slice(line, endLine - 1), lineAt(endLine).slice(0, endColumn - 1)];
    return [lineAt(line).slice(column - 1), ...further.map((each) => each.replace(indentation, ''))].join('\n');
  };
  return { value, locate, lineAt, textAt };
}

/** Where a JSON Pointer leads. */
export function placeOf(path: string, { value, locate }: Source): Place {
  const segments = pointerSegments(path);
  const isItem = Array.isArray(valueAt(value, parentOf(path)));
  const name = segments.length < 2 ? '' : isItem ? '-' : plainOrQuoted(segments.at(-1) ?? '');
  const indentation = locate(path, 'key').column - 1 + (isItem ? 0 : 2);
  return { path, location: locate(path), key: segments.slice(1).join('.'), name, indentation };
}

/** The value at a JSON Pointer. */
export function valueAt(value: unknown, pointer: string): unknown {
  return pointerSegments(pointer).reduce<unknown>((at, segment) => (at as Record<string, unknown>)[segment], value);
}

/** The JSON Pointer of what holds the value at another. */
export function parentOf(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}

/** What YAML takes for a comment where the value of a key, or an item, should stand: `#12 fixed`; null where there is none. */
export function commentInPlaceOf(path: string, { locate, lineAt }: Source): string | null {
  const { endLine, endColumn } = locate(path, 'key');
  const behind = lineAt(endLine).slice(endColumn - 1);
  return /^\s*:?\s*(#.*)/.exec(behind)?.[1]?.trimEnd() ?? null;
}

/**
 * The value that a comma without a blank cuts in two where it stands in braces: for the `2` of
 * `{ env: https://example.app?ids=1,2, pr: 3 }` it is env's, up to the next comma that a blank follows; null where none does.
 */
export function valueCutByComma(path: string, { locate, lineAt }: Source): { name: string; written: string } | null {
  const { line, column, endLine, endColumn } = locate(path, 'key');
  const [before, behind] = [lineAt(line).slice(0, column - 1), lineAt(endLine).slice(endColumn - 1)];
  const start = before.lastIndexOf(': ') + 2;
  const name = /[^\s{,:]+$/.exec(before.slice(Math.max(0, start - 200), start - 2))?.[0];
  const isCut = /^[^\s{}[\]"'][^\s{}]*,$/.test(before.slice(start));
  if (name === undefined || !isCut || line !== endLine) return null;
  const rest = /^[^\s{}]*?(?=,?(?:\s|\}|$))/.exec(behind)?.[0] ?? '';
  return { name, written: lineAt(line).slice(start, endColumn - 1) + rest };
}

/** Whether a line, from 1, of a journal that can't be read stands in an entry of the PO's: the last `who` above it says so. */
export function isSignedPO(text: string | null, line: number | undefined): boolean {
  const above = (text ?? '').split(/\r\n|\n|\r/).slice(0, line ?? 0);
  const who = above.findLast((each) => /^\s*(?:-\s+)?(?:\{\s*)?who:/.test(each));
  return who !== undefined && /who:\s*["']?PO["']?\s*(?:,|$)/i.test(who);
}
