import type { LocatePointer } from '../yaml/locate.js';
import { locator } from '../yaml/location.js';
import { pointerSegments } from '../yaml/pointer.js';
import { valueLocator } from '../yaml/read.js';
import type { Part } from './known-entries.js';

/** Locates the values of a journal whose entries can be read by themselves; only the entry asked for is parsed. */
export function partsLocator(text: string, parts: readonly Part[]): LocatePointer {
  const locate = locator(text);
  // Of the last entry asked for: what is found stands in the order of the file.
  let last: { readonly index: number; readonly locate: LocatePointer } | null = null;
  const inPart = (index: number): LocatePointer => {
    if (last?.index === index) return last.locate;
    const { text: own, start: offset } = parts[index] as Part;
    const locatePart = valueLocator(own, (start, end) => locate(offset + start, offset + end));
    last = { index, locate: locatePart };
    return locatePart;
  };
  return (pointer, part) => {
    const [segment] = pointerSegments(pointer);
    const index = Number(segment);
    if (index in parts) return inPart(index)(`/0${pointer.slice(`/${segment}`.length)}`, part);
    const [from, to] = [inPart(0)(''), inPart(parts.length - 1)('')];
    return { ...from, endLine: to.endLine, endColumn: to.endColumn };
  };
}
