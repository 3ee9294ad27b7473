import type { Location } from './location.js';
import type { YamlText } from './read.js';

/** Where the value at a JSON Pointer (RFC 6901) stands, or the nearest thing above it; see `LocatePointer`. */
export type LocateLater = (pointer: string) => Promise<Location>;

const start: Location = { line: 1, column: 1, endLine: 1, endColumn: 1 };

/** Locates the values of a document that is read, at most once, when a place in it is first asked for. */
export function locateIn(read: () => Promise<YamlText>): LocateLater {
  let file: Promise<YamlText> | undefined;
  return async (pointer) => {
    file ??= read();
    const text = await file;
    return text.state === 'read' ? text.locate(pointer) : start;
  };
}
