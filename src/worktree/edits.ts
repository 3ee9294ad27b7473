import { isMap, isScalar, isSeq } from 'yaml';
import type { Locate, Location } from '../yaml/location.js';
import type { YamlText } from '../yaml/read.js';

/** Replaces the half-open range `start`..`end` of offsets. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The edits must be in order, and not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  return edits.reduceRight((whole, edit) => whole.slice(0, edit.start) + edit.text + whole.slice(edit.end), text);
}

export interface ValueEdit extends Edit {
  readonly key: string;
}

/** Replaces texts in a journal's entries, and keeps their quotes; `wanted` returns the new text, or null. */
export function valueEdits(
  text: string,
  yaml: Extract<YamlText, { state: 'read' }>,
  wanted: (key: string, value: string, entry: unknown) => string | null,
): ValueEdit[] {
  if (!isSeq(yaml.root)) return [];
  const entries = yaml.value as readonly unknown[];
  return yaml.root.items.flatMap((item, index) => {
    const pairs = isMap(item) ? item.items : [];
    return pairs.flatMap(({ key, value }) => {
      if (!isScalar<string>(key) || !isScalar(value) || typeof value.value !== 'string') return [];
      const word = wanted(key.value, value.value, entries[index]);
      if (word === null || word === value.value) return [];
      const [start = 0, end = 0] = value.range ?? [];
      const written = text.slice(start, end);
      const edited = written.includes(value.value) ? written.replace(value.value, word) : word;
      return [{ key: key.value, start, end, text: edited }];
    });
  });
}

/** Locates a range as if the text were one line, so that `rangeAt` can return its offsets. */
export const asOneLine: Locate = (start, end) => ({ line: 1, column: start + 1, endLine: 1, endColumn: end + 1 });

export function rangeAt({ column, endColumn }: Location): { readonly start: number; readonly end: number } {
  return { start: column - 1, end: endColumn - 1 };
}

/** 1-based. */
export function lineNumber(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\n|\r/).length;
}

/** CRLF if most lines end with it, else LF. */
export function lineEnding(text: string): '\r\n' | '\n' {
  const all = text.split('\n').length - 1;
  return (text.split('\r\n').length - 1) * 2 > all ? '\r\n' : '\n';
}

export function withFinalNewline(text: string): string {
  return text === '' || /[\r\n]$/.test(text) ? text : text + lineEnding(text);
}
