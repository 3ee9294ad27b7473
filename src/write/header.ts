import { isMap, isScalar, type Pair } from 'yaml';
import { headerYaml } from '../facts/notes.js';
import { applyEdits, type Edit } from '../worktree/edits.js';
import { readYamlText } from '../yaml/read.js';
import { scalar } from './scalar.js';
import { lineEnding, withFinalNewline } from './text.js';

/** What the sprint header is to say, in the order of its keys. */
export interface HeaderValues {
  readonly sprint_id: number;
  /** RFC 3339 */
  readonly started_at: string;
  /** From the repository's root. */
  readonly interaction_log: string;
  readonly status: string;
}

/**
 * The text of the notes with these values in their sprint header: each value in its place, a missing key below
 * `sprint_id`, a missing header at the end, below `heading`; every other character stays. Null where the header is no
 * YAML mapping.
 */
export function withHeader(text: string, values: HeaderValues, heading: string): string | null {
  const header = headerYaml(text);
  return header === null ? withNewHeader(text, values, heading) : withValues(text, header, values);
}

function withNewHeader(text: string, values: HeaderValues, heading: string): string {
  const lines = Object.entries(linked(values, './')).map(([key, value]) => `${key}: ${written(value)}`);
  const start = withFinalNewline(text);
  const header = [...(start === '' ? [] : ['']), heading, '', '```yaml', ...lines, '```', ''];
  return start + header.join(lineEnding(text));
}

function withValues(text: string, header: string, values: HeaderValues): string | null {
  const yaml = readYamlText(header);
  if (yaml.state !== 'read' || !isMap(yaml.root) || yaml.root.flow) return null;
  const present = yaml.value as Readonly<Record<string, unknown>>;
  const wanted = Object.entries(linked(values, prefixOf(present.interaction_log)));
  const edits = yaml.root.items.flatMap((pair): Edit[] => {
    const [key, value] = wanted.find(([name]) => isScalar(pair.key) && pair.key.value === name) ?? [];
    return key === undefined || present[key] === value ? [] : [valueEdit(text, pair, written(value))];
  });
  const missing = wanted.filter(([key]) => !Object.hasOwn(present, key));
  const id = /^( *)sprint_id:.*/m.exec(header);
  if (!id) return null;
  const [line, indentation = ''] = id;
  const end = id.index + line.length;
  const added = missing.map(([key, value]) => `${lineEnding(text)}${indentation}${key}: ${written(value)}`);
  const all = [...edits, { start: end, end, text: added.join('') }];
  return applyEdits(
    text,
    all.toSorted((one, other) => one.start - other.start),
  );
}

function written(value: unknown): string {
  return typeof value === 'string' ? scalar(value, 2) : String(value);
}

function linked(values: HeaderValues, prefix: string): Readonly<Record<string, string | number>> {
  return { ...values, interaction_log: `${prefix}${values.interaction_log}` };
}

/** `./`, `/` or nothing, as the header has it. */
function prefixOf(log: unknown): string {
  return typeof log === 'string' ? (/^(?:\.?\/)?/.exec(log)?.[0] ?? '') : './';
}

/** Puts a value in the place of that of a pair, or behind the colon where it has none. */
function valueEdit(text: string, { key, value }: Pair, replacement: string): Edit {
  const [start, end] = rangeOf(value);
  const present = text.slice(start ?? 0, end ?? 0).trimEnd();
  if (start !== undefined && present !== '') return { start, end: start + present.length, text: replacement };
  const [, keyEnd = 0] = rangeOf(key);
  const colon = text.indexOf(':', keyEnd) + 1;
  return { start: colon, end: colon, text: ` ${replacement}` };
}

function rangeOf(node: unknown): readonly number[] {
  return (node as { range?: readonly number[] } | null)?.range ?? [];
}
