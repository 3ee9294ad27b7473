import { type Alias, isAlias, isMap, isScalar, type Node, type Pair, type ParsedNode, type YAMLMap } from 'yaml';
import type { Fault } from './problem.js';
import { deepest } from './text.js';

/** A document as plain values (mappings, lists, texts, numbers, booleans, null), and what its shape hid until now. */
export interface Evaluated {
  /** An alias has the very value of its anchor, not a copy. */
  readonly value: unknown;
  /** Duplicate keys, aliases without an anchor and the first alias bomb (too large, or too deep), in the order of the text; the first 1,000. */
  readonly faults: readonly Fault[];
  /** The pairs of every mapping by their keys as texts. */
  readonly pairs: Pairs;
}

export type Pairs = ReadonlyMap<YAMLMap, ReadonlyMap<string, Pair<Node | null, Node | null>>>;

/** How much the aliases of a document may expand to, in UTF-16 code units of text and one for each node. */
const largestExpansion = 1024 * 1024;

/** A text with more faults has been told enough. */
const mostFaults = 1000;

/** Evaluates a document's root in one pass; `text` is what it was parsed from. */
export function evaluate(root: ParsedNode | null, text: string): Evaluated {
  const evaluation = new Evaluation(text);
  return { value: evaluation.valueOf(root), faults: evaluation.faults, pairs: evaluation.pairs };
}

class Evaluation {
  readonly faults: Fault[] = [];
  readonly pairs = new Map<YAMLMap, Map<string, Pair<Node | null, Node | null>>>();
  readonly #text: string;
  readonly #anchors = new Map<string, Node>();
  /** What each anchored node came to; one that is missing is still being evaluated. */
  readonly #anchored = new Map<Node, { readonly value: unknown; readonly weight: number; readonly depth: number }>();
  #weight = 0;
  /** How many collections are open around the node that is being evaluated. */
  #depth = 0;
  /** The most that were open so far in the anchored node that is being evaluated, what aliases stand for included. */
  #deepest = 0;
  #expansion = 0;
  #bomb = false;

  constructor(text: string) {
    this.#text = text;
  }

  valueOf(node: Node | null): unknown {
    this.#weight++;
    if (node === null) return null;
    if (isAlias(node)) return this.#follow(node);
    const { anchor } = node as { anchor?: string };
    if (anchor === undefined) return this.#contentOf(node);
    this.#anchors.set(anchor, node);
    const [weight, before] = [this.#weight, this.#deepest];
    this.#deepest = this.#depth;
    const value = this.#contentOf(node);
    this.#anchored.set(node, { value, weight: this.#weight - weight + 1, depth: this.#deepest - this.#depth });
    this.#deepest = Math.max(before, this.#deepest);
    return value;
  }

  #contentOf(node: Node): unknown {
    if (isScalar(node)) {
      this.#weight += typeof node.value === 'string' ? node.value.length : 0;
      return node.value;
    }
    this.#depth++;
    this.#deepest = Math.max(this.#deepest, this.#depth);
    const value = isMap<Node | null, Node | null>(node)
      ? this.#mapping(node)
      : (node as { items: (Node | null)[] }).items.map((item) => this.valueOf(item));
    this.#depth--;
    return value;
  }

  #mapping(map: YAMLMap<Node | null, Node | null>): object {
    const mapping: Record<string, unknown> = {};
    const pairs = new Map<string, Pair<Node | null, Node | null>>();
    this.pairs.set(map as YAMLMap, pairs);
    for (const pair of map.items) {
      const key = this.#keyOf(pair.key);
      if (pairs.has(key)) this.#fault('duplicate-key', pair.key, key);
      else pairs.set(key, pair);
      const value = this.valueOf(pair.value);
      // Assigning to `__proto__` would set the prototype.
      if (key !== '__proto__') mapping[key] = value;
      else Object.defineProperty(mapping, key, { value, enumerable: true, configurable: true, writable: true });
    }
    return mapping;
  }

  #keyOf(node: Node | null): string {
    const value = this.valueOf(node);
    if (typeof value === 'object' && value !== null) return this.#text.slice(...rangeOf(node)).trim();
    return String(value ?? '');
  }

  #follow(alias: Alias): unknown {
    const target = this.#anchors.get(alias.source);
    if (!target) {
      this.#fault('unresolved-alias', alias, alias.source);
      return null;
    }
    const known = this.#anchored.get(target) ?? { value: null, weight: Number.POSITIVE_INFINITY, depth: 0 };
    this.#weight += known.weight;
    this.#expansion += known.weight;
    this.#deepest = Math.max(this.#deepest, this.#depth + known.depth);
    if ((this.#expansion > largestExpansion || this.#deepest > deepest) && !this.#bomb) {
      this.#bomb = true;
      this.#fault('alias-bomb', alias, alias.source);
    }
    return known.value;
  }

  #fault(kind: Fault['kind'], node: Node | null, subject: string): void {
    if (this.faults.length === mostFaults) return;
    const [start, end] = rangeOf(node);
    this.faults.push({ kind, start, end, subject });
  }
}

function rangeOf(node: Node | null): [start: number, end: number] {
  const [start = 0, end = 0] = node?.range ?? [];
  return [start, end];
}
