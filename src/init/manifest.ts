import { applyEdits, findNodeAtLocation, type ModificationOptions, modify, type Node, parseTree } from 'jsonc-parser';

/** Where a property goes among those that are there: behind them, or by its name where they stand in that order. */
export type Order = 'last' | 'sorted';

/**
 * JSON with a property more, at a path of keys; objects on the way that are missing are added. Every other byte stays.
 * Null where something else than an object is in the way, or the property is there.
 */
export function withProperty(
  json: string,
  path: readonly string[],
  value: unknown,
  order: Order = 'last',
): string | null {
  const root = parseTree(json);
  const present = path.map((_, depth) => root && findNodeAtLocation(root, path.slice(0, depth)));
  const isBlocked = present.some((node) => node && node.type !== 'object');
  if (!root || isBlocked || findNodeAtLocation(root, [...path])) return null;
  // A key above it that is missing goes to the end.
  const isSorted = order === 'sorted' && present.at(-1) !== undefined;
  const getInsertionIndex = (names: string[]) => (isSorted ? indexAmong(names, `${path.at(-1)}`) : names.length);
  const edits = modify(json, [...path], value, { ...styleOf(json, present.findLast(Boolean)), getInsertionIndex });
  return applyEdits(json, edits);
}

/** JSON with another value in the place of one that is there. */
export function withValue(json: string, path: readonly string[], value: unknown): string {
  return applyEdits(json, modify(json, [...path], value, {}));
}

/** Where a key belongs; behind all where they stand in another order. */
function indexAmong(names: readonly string[], key: string): number {
  const isSorted = names.every((name, index) => index === 0 || name >= `${names[index - 1]}`);
  const index = names.findIndex((name) => name > key);
  return isSorted && index >= 0 ? index : names.length;
}

/** As the file is written; an object on one line stays on it. */
function styleOf(json: string, object: Node | undefined): ModificationOptions {
  const [first] = object?.children ?? [];
  if (object && first && !json.slice(object.offset, first.offset).includes('\n')) return {};
  const unit = /\n([ \t]+)\S/.exec(json)?.[1] ?? '  ';
  const eol = json.includes('\r\n') ? '\r\n' : '\n';
  return { formattingOptions: { insertSpaces: !unit.includes('\t'), tabSize: unit.length, eol } };
}
