import { isCollection, isMap, isSeq, type Node } from 'yaml';
import type { LocatePointer } from '../yaml/locate.js';
import { locator } from '../yaml/location.js';
import { readYamlText } from '../yaml/read.js';
import { type Blob, readText } from '../yaml/text.js';
import type { ConfigPath, ConfigProblem } from './problem.js';
import { notJson, notYaml, problemAt, unreadable } from './words.js';

/** A file that may hold a config, as git has it. */
export interface ConfigFile extends Blob {
  readonly path: ConfigPath;
}

/** The value that a file gives for the config, not checked yet. */
export interface Source {
  readonly file: ConfigPath;
  readonly value: unknown;
  /** Takes JSON Pointers into `value`. */
  readonly locate: LocatePointer;
}

/** Reads one file that may hold a config; null for a package.json that holds none. */
export function readSource(blob: ConfigFile): Source | ConfigProblem[] | null {
  const file = blob.path;
  if (file === 'package.json' && isManifestWithout(blob)) return null;
  const text = readText(blob);
  if (typeof text !== 'string') return [unreadable(file, text)];
  return file === '.sprint-checkrc.yaml' ? readYamlSource(file, text) : readJsonSource(file, text);
}

/** Whether a package.json surely has no config. npm reads one that is not UTF-8 too. */
function isManifestWithout({ mode, size, bytes }: ConfigFile): boolean {
  if (!mode.startsWith('100') || size > bytes.length) return false;
  const json = parseJson(new TextDecoder().decode(bytes));
  return json !== null && !Object.hasOwn(Object(json.value), 'sprint-check');
}

function readYamlSource(file: ConfigPath, text: string): Source | ConfigProblem[] {
  const yaml = readYamlText(text);
  if (yaml.state === 'unreadable') return [unreadable(file, yaml.reason)];
  if (yaml.state === 'broken') return yaml.problems.map((problem) => notYaml(file, problem));
  return { file, value: yaml.value, locate: yaml.locate };
}

/** Reads JSON as YAML, which has JSON in it, and tells where things stand; `JSON.parse` tells whether it is JSON. */
function readJsonSource(file: ConfigPath, text: string): Source | ConfigProblem[] {
  const locate = locator(text);
  // Blanks for what JSON allows and YAML does not: tabs before the first value, some characters in texts.
  const yaml = readYamlText(text.replace(/(?![\n\r])[\p{Cc}\uFFFE\uFFFF]/gu, ' '), locate);
  if (yaml.state === 'unreadable') return [unreadable(file, yaml.reason)];
  if (parseJson(text) === null) {
    if (yaml.state === 'broken') return [problemAt(file, yaml.problems[0]?.location ?? null, notJson)];
    const end = endOfJson(text, yaml.root);
    return [problemAt(file, locate(end, end + 1), notJson)];
  }
  if (yaml.state === 'broken') return yaml.problems.map((problem) => notYaml(file, problem));
  if (file !== 'package.json') return { file, value: yaml.value, locate: yaml.locate };
  const { 'sprint-check': value } = yaml.value as { 'sprint-check': unknown };
  return { file, value, locate: (pointer, part) => yaml.locate(`/sprint-check${pointer}`, part) };
}

/**
 * Where YAML that is not JSON stops being JSON: at the first key or value that JSON does not know; where they are all
 * right, something stands between them, such as a comma too many, and the end of what holds them is the nearest place.
 */
function endOfJson(text: string, node: Node | null): number {
  const [start = 0, end = 0] = node?.range ?? [];
  const parts = isMap(node) ? node.items.flatMap(({ key, value }) => [key, value]) : isSeq(node) ? node.items : [];
  const broken = (parts as (Node | null)[]).find((part) => part && !parseJson(text.slice(...rangeOf(part))));
  if (broken) return endOfJson(text, broken);
  return isCollection(node) && node.flow ? end - 1 : start;
}

function rangeOf({ range }: Node): [start: number, end: number] {
  return [range?.[0] ?? 0, range?.[1] ?? 0];
}

function parseJson(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}
