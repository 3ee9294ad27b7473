import type { LocatePointer } from '../yaml/locate.js';
import type { Location } from '../yaml/location.js';
import { pointerSegments } from '../yaml/pointer.js';
import { plainOrQuoted } from '../yaml/quote.js';
import type { Place } from './schema-problem.js';

/** A journal's value, and its text as written. */
export interface Source {
  readonly value: unknown;
  readonly locate: LocatePointer;
  /** Takes a 1-based number; gives the line without its end. */
  readonly lineAt: (line: number) => string;
  /** Gives the text of a value or key; further lines lose the indentation of the first. */
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

export function placeOf(path: string, { value, locate }: Source): Place {
  const segments = pointerSegments(path);
  const isItem = Array.isArray(valueAt(value, parentOf(path)));
  const name = segments.length < 2 ? '' : isItem ? '-' : plainOrQuoted(segments.at(-1) ?? '');
  const indentation = locate(path, 'key').column - 1 + (isItem ? 0 : 2);
  return { path, location: locate(path), key: segments.slice(1).join('.'), name, indentation };
}

export function valueAt(value: unknown, pointer: string): unknown {
  return pointerSegments(pointer).reduce<unknown>((at, segment) => (at as Record<string, unknown>)[segment], value);
}

export function parentOf(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}

/** Returns the comment that is in the place of a value or item: `#12 fixed`; null if there is none. */
export function commentInPlaceOf(path: string, { locate, lineAt }: Source): string | null {
  const { endLine, endColumn } = locate(path, 'key');
  const behind = lineAt(endLine).slice(endColumn - 1);
  return /^\s*:?\s*(#.*)/.exec(behind)?.[1]?.trimEnd() ?? null;
}

/**
 * Returns the value in braces that a comma without a blank cuts in two, null if there is none. For the key `2` of
 * `{ env: https://example.app?ids=1,2, pr: 3 }` it is the value of `env`, up to the next comma with a blank.
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

/** Tells whether a line (1-based) of an unreadable journal is in a PO's entry, by the last `who` above it. */
export function isSignedPO(text: string | null, line: number | undefined): boolean {
  const above = (text ?? '').split(/\r\n|\n|\r/).slice(0, line ?? 0);
  const who = above.findLast((each) => /^\s*(?:-\s+)?(?:\{\s*)?who:/.test(each));
  return who !== undefined && /who:\s*["']?PO["']?\s*(?:,|$)/i.test(who);
}
