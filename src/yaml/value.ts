import { CST, isMap, isScalar, isSeq, type Node, type ParsedNode, type Scalar, type YAMLMap } from 'yaml';
import type { Fault } from './problem.js';

type Mapping = YAMLMap<Node | null, Node | null>;

export interface Evaluated {
  readonly value: unknown;
  /** The first key that is repeated, or empty, as after the value of `did: [WIP]: search`. */
  readonly fault: Fault | null;
}

/** Turns a document's root, which must hold no alias, into plain values; `text` is what it was parsed from. */
export function evaluate(root: ParsedNode | null, text: string): Evaluated {
  const faults: Fault[] = [];

  const evaluated = (node: Node | null, isItem = false): unknown => {
    if (isScalar(node)) return scalarValue(node, text);
    if (isMap<Node | null, Node | null>(node)) return mapping(node, isItem);
    return isSeq<Node | null>(node) ? node.items.map((item) => evaluated(item, true)) : null;
  };

  const mapping = (map: Mapping, isItem: boolean): object => {
    const keys = new Set<string>();
    const repeated: Node[] = [];
    const pairs = map.items.map(({ key: node, value }) => {
      const key = keyOf(node, text);
      const [start, end] = rangeOf(node);
      if (start === end) faults.push({ kind: 'other', start, end, subject: '' });
      if (keys.has(key) && node) repeated.push(node);
      keys.add(key);
      return [key, evaluated(value)] as const;
    });
    const [second] = repeated;
    if (second) faults.push(repetition(map, second, isItem && repeated.length > 1));
    return Object.fromEntries(pairs);
  };

  /** Describes a repeated key. If a list item repeats several keys, a second item starts there without its dash. */
  const repetition = (map: Mapping, node: Node, isSecondItem: boolean): Fault => {
    const [start, end] = rangeOf(node);
    return isSecondItem
      ? { kind: 'missing-dash', start, end, subject: keyOf(map.items[0]?.key ?? null, text) }
      : { kind: 'duplicate-key', start, end, subject: keyOf(node, text) };
  };

  const value = evaluated(root);
  const [fault = null] = faults.sort((one, other) => one.start - other.start);
  return { value, fault };
}

/** Returns a key as JSON Pointers have it; for a list or a mapping, its source. */
export function keyOf(node: Node | null, text: string): string {
  return isScalar(node) ? String(scalarValue(node, text) ?? '') : text.slice(...rangeOf(node)).trim();
}

// An escaped line break with the blank lines below it, or any other escape.
const escapes = /\\(?:(\r?\n)((?:[ \t]*\r?\n)+)|[\s\S])/g;

/** yaml 2.9 turns the blank lines after an escaped line break into a space; by YAML 1.2 (7.3.1) each is a line feed. */
function scalarValue(node: Scalar, text: string): unknown {
  if (node.type !== 'QUOTE_DOUBLE') return node.value;
  const written = text.slice(...rangeOf(node));
  const source = written.replace(escapes, (whole, lineBreak?: string, blankLines = '') =>
    lineBreak ? `${'\\n'.repeat(blankLines.split('\n').length - 1)}\\${lineBreak}` : whole,
  );
  if (source === written) return node.value;
  return CST.resolveAsScalar({ type: 'double-quoted-scalar', offset: 0, indent: 0, source }).value;
}

function rangeOf(node: Node | null): [start: number, end: number] {
  const [start = 0, end = 0] = node?.range ?? [];
  return [start, end];
}
