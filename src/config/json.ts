import { createScanner, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { LocatePointer } from '../yaml/locate.js';
import { type Location, locator } from '../yaml/location.js';
import { escapeSegment, pointerSegments } from '../yaml/pointer.js';
import { deepest } from '../yaml/text.js';
import type { JsonFault } from './problem.js';

/** A JSON text as a tree that knows where everything stands. */
export interface JsonDocument {
  /** Of a key that stands twice, the last value. */
  readonly value: unknown;
  /** The second and further places of every key that stands twice in one object, with its JSON Pointer (RFC 6901). */
  readonly duplicates: readonly { readonly key: string; readonly pointer: string; readonly location: Location }[];
  readonly locate: LocatePointer;
}

/** What a text is that could not be read: the 65th level opens at `location`, or the first fault stands there. */
export type JsonReading =
  | { readonly state: 'read'; readonly document: JsonDocument }
  | { readonly state: 'broken'; readonly fault: JsonFault; readonly location: Location }
  | { readonly state: 'too-deep'; readonly location: Location };

/** Reads RFC 8259 JSON, so without comments and trailing commas; `text` has no byte order mark. */
export function readJson(text: string): JsonReading {
  const locate = locator(text);
  // Judged first: the parser calls itself for every level.
  const tooDeep = findTooDeep(text);
  if (tooDeep !== null) return { state: 'too-deep', location: locate(tooDeep, tooDeep + 1) };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  const error = errors.sort((one, other) => one.offset - other.offset)[0];
  if (error || !root) {
    const { fault, start, end } = faultOf(text, error);
    return { state: 'broken', fault, location: locate(start, end) };
  }
  const at = ({ offset, length }: Node) => locate(offset, offset + length);
  return {
    state: 'read',
    document: {
      value: JSON.parse(text),
      duplicates: findDuplicates(root, '').map(({ key, pointer, node }) => ({ key, pointer, location: at(node) })),
      locate: (pointer, part = 'value') => at(findNode(root, pointer, part)),
    },
  };
}

function findTooDeep(text: string): number | null {
  const scanner = createScanner(text, true);
  let depth = 0;
  while (scanner.getPosition() < text.length) {
    scanner.scan();
    const character = text[scanner.getTokenOffset()];
    if (character === '{' || character === '[') depth++;
    if (character === '}' || character === ']') depth--;
    if (depth > deepest) return scanner.getTokenOffset();
  }
  return null;
}

const faults: Readonly<Record<ReturnType<typeof printParseErrorCode>, JsonFault>> = {
  InvalidSymbol: 'value',
  InvalidNumberFormat: 'value',
  PropertyNameExpected: 'key',
  ValueExpected: 'value',
  ColonExpected: 'colon',
  CommaExpected: 'comma',
  CloseBraceExpected: 'unclosed',
  CloseBracketExpected: 'unclosed',
  EndOfFileExpected: 'text-after',
  InvalidCommentToken: 'comment',
  UnexpectedEndOfComment: 'comment',
  UnexpectedEndOfString: 'unclosed-string',
  UnexpectedEndOfNumber: 'value',
  InvalidUnicode: 'escape',
  InvalidEscapeCharacter: 'escape',
  InvalidCharacter: 'control-character',
  '<unknown ParseErrorCode>': 'value',
};

function faultOf(text: string, error: ParseError | undefined): { fault: JsonFault; start: number; end: number } {
  if (!error) return { fault: 'value', start: 0, end: 0 };
  const before = text.slice(0, error.offset).trimEnd();
  if (before.endsWith(',') && '}]'.includes(text[error.offset] ?? ' ')) {
    return { fault: 'trailing-comma', start: before.length - 1, end: before.length };
  }
  const fault = faults[printParseErrorCode(error.error)];
  return { fault, start: error.offset, end: error.offset + error.length };
}

function findDuplicates(node: Node, pointer: string): { key: string; pointer: string; node: Node }[] {
  const seen = new Set<string>();
  return (node.children ?? []).flatMap((child, index) => {
    if (node.type === 'array') return findDuplicates(child, `${pointer}/${index}`);
    const [key, value] = child.children ?? [];
    if (!key || !value) return [];
    const own = `${pointer}/${escapeSegment(key.value)}`;
    const repeated = seen.has(key.value) ? [{ key: key.value, pointer: own, node: key }] : [];
    seen.add(key.value);
    return [...repeated, ...findDuplicates(value, own)];
  });
}

function findNode(root: Node, pointer: string, part: 'value' | 'key'): Node {
  let value = root;
  let key: Node | null = null;
  for (const segment of pointerSegments(pointer)) {
    const children = value.children ?? [];
    const child =
      value.type === 'array' ? children[Number(segment)] : children.findLast((one) => keyOf(one) === segment);
    if (!child) return value;
    [key, value] = child.type === 'property' ? (child.children as [Node, Node]) : [null, child];
  }
  return part === 'key' ? (key ?? value) : value;
}

function keyOf(property: Node): unknown {
  return property.children?.[0]?.value;
}
