import { CST, isMap, isScalar, type Node, type Pair, type ParsedNode, type Scalar, type YAMLMap } from 'yaml';
import { lineAt } from './location.js';
import type { Fault } from './problem.js';

/** A document as plain values: mappings, lists, texts, numbers, booleans and null. */
export interface Evaluated {
  readonly value: unknown;
  /** The keys that are there twice, in the order of the text. */
  readonly faults: readonly Fault[];
  /** Where the first colon stands behind a value, as in `did: [WIP]: search`, which yaml takes for that of an empty key. */
  readonly colon: number | null;
  /** The pairs of every mapping by their keys as texts. */
  readonly pairs: Pairs;
}

/** Nobody reads more than this many problems of one file. */
const mostFaults = 100;

type NodePair = Pair<Node | null, Node | null>;

export type Pairs = ReadonlyMap<YAMLMap, ReadonlyMap<string, NodePair>>;

/** Evaluates a document's root, which holds no alias and should be a list where `isList`; `text` is what it was parsed from. */
export function evaluate(root: ParsedNode | null, text: string, isList: boolean): Evaluated {
  const faults: Fault[] = [];
  const pairs = new Map<YAMLMap, Map<string, NodePair>>();
  let colon: number | null = null;

  const evaluated = (node: Node | null, isItem = false): unknown => {
    if (node === null) return null;
    if (isScalar(node)) return scalarValue(node, text);
    if (isMap<Node | null, Node | null>(node)) return mapping(node, isItem);
    return (node as { items: (Node | null)[] }).items.map((item) => evaluated(item, true));
  };

  const mapping = (map: YAMLMap<Node | null, Node | null>, isItem: boolean): object => {
    const values: Record<string, unknown> = {};
    const byKey = new Map<string, NodePair>();
    const repeated: [string, NodePair][] = [];
    pairs.set(map as YAMLMap, byKey);
    for (const [index, pair] of map.items.entries()) {
      colon ??= colonBehindValue(map, index, text);
      const key = keyOf(pair.key);
      if (byKey.has(key)) repeated.push([key, pair]);
      else byKey.set(key, pair);
      const value = evaluated(pair.value);
      // Assigning to `__proto__` would set the prototype.
      if (key !== '__proto__') values[key] = value;
      else Object.defineProperty(values, key, { value, enumerable: true, configurable: true, writable: true });
    }
    const isWithoutDash = isList && map === (root as Node | null);
    const found = (isItem || isWithoutDash) && !map.flow ? faultOfItems(map, repeated, isWithoutDash) : null;
    const each = found ? [found] : repeated.map(([key, pair]) => faultAt('duplicate-key', pair, key));
    faults.push(...each.slice(0, mostFaults - faults.length));
    return values;
  };

  const keyOf = (node: Node | null): string => {
    const value = evaluated(node);
    if (typeof value === 'object' && value !== null) return text.slice(...rangeOf(node)).trim();
    return String(value ?? '');
  };

  /** Keys of a list item, or of what should be a list, that are there twice for one cause: it is several items. */
  const faultOfItems = (
    map: YAMLMap<Node | null, Node | null>,
    repeated: readonly [string, NodePair][],
    isWithoutDash: boolean,
  ) => {
    const [first] = map.items;
    const [second] = repeated;
    if (!first || !second || repeated.length === 1) return null;
    const [key, pair] = second;
    const lineOf = ({ key }: NodePair) => {
      const [start] = rangeOf(key);
      return `- ${lineAt(text, start).content.replace(/^[\s-]*/, '')}`;
    };
    if (isWithoutDash) return { ...faultAt('no-dashes', pair, key), quoted: lineOf(first) };
    if (key === keyOf(first.key)) return { ...faultAt('missing-dash', pair, key), quoted: lineOf(pair) };
    return { ...faultAt('fused-entries', pair, key), quoted: lineOf(first) };
  };

  const value = evaluated(root);
  return { value, faults: faults.sort((one, other) => one.start - other.start), colon, pairs };
}

function colonBehindValue({ flow, items }: YAMLMap<Node | null, Node | null>, index: number, text: string) {
  const [[, end], [start]] = [rangeOf(items[index - 1]?.value ?? null), rangeOf(items[index]?.key ?? null)];
  return !flow && end > 0 && /^[ \t]*:$/.test(text.slice(end, start + 1)) ? start : null;
}

function faultAt(kind: Fault['kind'], { key }: NodePair, subject: string): Fault {
  const [start, end] = rangeOf(key);
  return { kind, start, end, subject };
}

// An escape: of a line break, with the blank lines below it, or of anything else.
const escapes = /\\(?:(\r?\n)((?:[ \t]*\r?\n)+)|[\s\S])/g;

/** The value of a scalar. yaml 2.9 makes a blank of the blank lines behind an escaped line break; by YAML 1.2 (7.3.1) each is a line feed. */
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
