import { isCollection, isMap, isSeq, type Node } from 'yaml';
import type { LocatePointer } from '../yaml/locate.js';
import { type Locate, type Location, locator } from '../yaml/location.js';
import { readYamlText } from '../yaml/read.js';
import { type Blob, readText } from '../yaml/text.js';
import type { ConfigPath } from './problem.js';
import { configFailure, notJson, notYaml, problemAt, unreadable } from './words.js';

export interface ConfigFile extends Blob {
  readonly path: ConfigPath;
}

/** What a file gives as config, not yet checked. */
export interface Source {
  readonly file: ConfigPath;
  readonly value: unknown;
  /** Takes JSON Pointers into `value`. */
  readonly locate: LocatePointer;
}

/** Null for a package.json without a config. JSON is read as YAML too, for locations. Throws Failure if unreadable. */
export function readSource(blob: ConfigFile): Source | null {
  const file = blob.path;
  if (file === 'package.json' && isManifestWithoutConfig(blob)) return null;
  const text = readText(blob);
  if (typeof text !== 'string') throw configFailure([unreadable(file, text)]);
  const isJson = file !== '.sprint-checkrc.yaml';
  const locate = locator(text);
  // Replaces what JSON allows and YAML does not: tabs before the first value, some characters in texts.
  const yaml = readYamlText(isJson ? text.replace(/(?![\n\r])[\p{Cc}\uFFFE\uFFFF]/gu, ' ') : text, locate);
  if (yaml.state === 'unreadable') throw configFailure([unreadable(file, yaml.reason)]);
  if (isJson && parseJson(text) === null) {
    const location = yaml.state === 'broken' ? yaml.problem.location : locateInvalidJson(text, yaml.root, locate);
    throw configFailure([problemAt(file, location ?? null, notJson)]);
  }
  if (yaml.state === 'broken') throw configFailure([notYaml(file, yaml.problem)]);
  if (file !== 'package.json') return { file, value: yaml.value, locate: yaml.locate };
  const { 'sprint-check': value } = yaml.value as { 'sprint-check': unknown };
  return { file, value, locate: (pointer, part) => yaml.locate(`/sprint-check${pointer}`, part) };
}

/** Decodes leniently, because npm reads a package.json that is not UTF-8 too. */
function isManifestWithoutConfig({ mode, size, bytes }: ConfigFile): boolean {
  if (!mode.startsWith('100') || size > bytes.length) return false;
  const json = parseJson(new TextDecoder().decode(bytes));
  return json !== null && !Object.hasOwn(Object(json.value), 'sprint-check');
}

/**
 * Finds where YAML stops being JSON: the innermost key or value that JSON can't parse. If all of them are valid, the
 * fault is between them, such as a comma too many, and the end of their collection is the nearest place.
 */
function locateInvalidJson(text: string, node: Node | null, locate: Locate): Location {
  const [start = 0, end = 0] = node?.range ?? [];
  const parts = isMap(node) ? node.items.flatMap(({ key, value }) => [key, value]) : isSeq(node) ? node.items : [];
  const broken = (parts as (Node | null)[]).find(
    (part) => part && !parseJson(text.slice(part.range?.[0], part.range?.[1])),
  );
  if (broken) return locateInvalidJson(text, broken, locate);
  const place = isCollection(node) && node.flow ? end - 1 : start;
  return locate(place, place + 1);
}

function parseJson(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}
