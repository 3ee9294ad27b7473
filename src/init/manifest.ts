import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';

/** Where a property goes among those that are there: behind them, or by its name where they stand in that order. */
export type Order = 'last' | 'sorted';

type Value = string | readonly string[] | { readonly [key: string]: Value };

/**
 * JSON with a property more, at a path of keys; objects on the way that are missing are added. Every other byte stays.
 * Null where something else than an object is in the way, or the property is there.
 */
export function withProperty(
  json: string,
  path: readonly string[],
  value: Value,
  order: Order = 'last',
): string | null {
  const root = parseTree(json);
  for (let depth = path.length - 1; depth >= 0; depth--) {
    const parent = root && findNodeAtLocation(root, path.slice(0, depth));
    if (!parent) continue;
    if (parent.type !== 'object' || findNodeAtLocation(root, path.slice(0, depth + 1))) return null;
    const nested = path.slice(depth + 1).reduceRight<Value>((inner, key) => ({ [key]: inner }), value);
    return insert(json, parent, `${path[depth]}`, nested, depth === path.length - 1 ? order : 'last');
  }
  return null;
}

/** JSON with another value in the place of one that is there. */
export function withValue(json: string, path: readonly string[], value: Value): string {
  const root = parseTree(json);
  const node = root && findNodeAtLocation(root, [...path]);
  if (!node) throw new Error(`no value at ${path.join('.')}`);
  return splice(json, node.offset, node.offset + node.length, JSON.stringify(value));
}

function insert(json: string, object: Node, key: string, value: Value, order: Order): string {
  const style = styleOf(json);
  const properties = object.children ?? [];
  const [first] = properties;
  const gap = first && /^\{(\s*)/.exec(json.slice(object.offset, first.offset))?.[1];
  const isOneLine = gap !== undefined && !gap.includes('\n');
  const indentation =
    first && !isOneLine ? indentationAt(json, first.offset) : indentationAt(json, object.offset) + style.unit;
  const separator = isOneLine ? ' ' : style.lineEnd + indentation;
  const shown = isOneLine ? JSON.stringify(value) : indented(value, indentation, style);
  const property = `${JSON.stringify(key)}: ${shown}`;
  if (properties.length === 0) {
    const outer = indentationAt(json, object.offset);
    const whole = `{${style.lineEnd}${outer}${style.unit}${property}${style.lineEnd}${outer}}`;
    return splice(json, object.offset, object.offset + object.length, whole);
  }
  const follower = order === 'sorted' ? followerOf(properties, key) : undefined;
  if (follower) return splice(json, follower.offset, follower.offset, `${property},${separator}`);
  const last = properties.at(-1) as Node;
  const end = last.offset + last.length;
  return splice(json, end, end, `,${separator}${property}`);
}

/** The property before which a key belongs; none where the properties stand in another order. */
function followerOf(properties: readonly Node[], key: string): Node | undefined {
  const names = properties.map((property) => String(property.children?.[0]?.value));
  if (names.some((name, index) => index > 0 && name < `${names[index - 1]}`)) return undefined;
  return properties[names.findIndex((name) => name > key)];
}

interface Style {
  readonly unit: string;
  readonly lineEnd: string;
}

function styleOf(json: string): Style {
  return { unit: /\n([ \t]+)\S/.exec(json)?.[1] ?? '  ', lineEnd: json.includes('\r\n') ? '\r\n' : '\n' };
}

function indentationAt(json: string, offset: number): string {
  const line = json.slice(json.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

function indented(value: Value, indentation: string, { unit, lineEnd }: Style): string {
  return JSON.stringify(value, null, unit).replaceAll('\n', lineEnd + indentation);
}

function splice(text: string, start: number, end: number, inserted: string): string {
  return text.slice(0, start) + inserted + text.slice(end);
}
