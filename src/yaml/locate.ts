import { isCollection, isMap, isPair, isSeq, type Node, type Pair } from 'yaml';
import type { Locate, Location } from './location.js';
import { pointerSegments } from './pointer.js';
import { keyOf } from './value.js';

/** Locates the value at a JSON Pointer (RFC 6901), or its key; if nothing is there, the nearest thing above it. */
export type LocatePointer = (pointer: string, part?: 'value' | 'key') => Location;

type Child = Pick<Pair<Node | null, Node | null>, 'key' | 'value'>;

export function pointerLocator(root: Node | null, text: string, locate: Locate): LocatePointer {
  return (pointer, part = 'value') => {
    let value = root;
    let key: Node | null = null;
    for (const segment of pointerSegments(pointer)) {
      const child = childOf(value, segment, text);
      if (!child) return locate(...rangeOf(value));
      key = child.key;
      value = child.value ?? child.key;
    }
    return locate(...rangeOf(part === 'key' ? (key ?? value) : value));
  };
}

function childOf(node: Node | null, segment: string, text: string): Child | undefined {
  if (isMap<Node | null, Node | null>(node)) return node.items.find(({ key }) => keyOf(key, text) === segment);
  const value = isSeq<Node | null>(node) ? node.items[Number(segment)] : null;
  return value ? { key: null, value } : undefined;
}

function rangeOf(node: Node | null): [start: number, end: number] {
  const start = node?.range?.[0] ?? 0;
  return [start, Math.max(start, endOf(node))];
}

// yaml's range of a block collection includes the line breaks and comments that follow it.
function endOf(node: Node | null): number {
  const [, end = 0] = node?.range ?? [];
  if (!isCollection(node) || node.flow) return end;
  const last = node.items.at(-1);
  if (isPair<Node | null, Node | null>(last)) return endOf(last.value ?? last.key);
  return last ? endOf(last as Node) : end;
}
