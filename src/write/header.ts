import { isMap } from 'yaml';
import { headerYaml, readNotes } from '../facts/notes.js';
import { fileOf } from '../worktree/disk.js';
import { applyEdits, type Edit, lineEnding, withFinalNewline } from '../worktree/edits.js';
import { readYamlText } from '../yaml/read.js';
import { yamlOf } from './append.js';

/** In the order of the header's keys. */
export interface HeaderValues {
  readonly sprint_id: number;
  /** RFC 3339 */
  readonly started_at: string;
  readonly interaction_log: string;
  readonly status: string;
}

/**
 * Sets the values of the sprint header: each on the line of its key, a missing key below `sprint_id`, a missing header
 * at the end of the notes. Every other character stays. Null if the header is not written one key a line, or an open
 * fence or comment above would hide it.
 */
export function withHeader(text: string, values: HeaderValues): string | null {
  if (text.startsWith('\ufeff')) {
    const rest = withHeader(text.slice(1), values);
    return rest && `\ufeff${rest}`;
  }
  const yaml = headerYaml(text);
  const written = yaml === null ? withNewHeader(text, values) : withValues(text, yaml, values);
  if (written === null) return null;
  const { header } = readNotes({ path: '', ...fileOf(written) });
  const isRead =
    header?.problems.length === 0 &&
    header.sprintId === values.sprint_id &&
    header.startedAt === Date.parse(values.started_at) &&
    header.interactionLog === values.interaction_log;
  return isRead ? written : null;
}

function withNewHeader(text: string, values: HeaderValues): string {
  const start = withFinalNewline(text);
  const header = `${start === '' ? '' : '\n'}## Sprint\n\n\`\`\`yaml\n${yamlOf(values)}\`\`\`\n`;
  return start + header.replaceAll('\n', lineEnding(text));
}

function withValues(text: string, header: string, values: HeaderValues): string | null {
  const yaml = readYamlText(header);
  if (yaml.state !== 'read' || !isMap(yaml.root)) return null;
  const present = yaml.value as Readonly<Record<string, unknown>>;
  const wanted = Object.entries(values).filter(([key, value]) => present[key] !== value);
  const missing = wanted.filter(([key]) => !Object.hasOwn(present, key));
  const indentation = /^( *)sprint_id:/m.exec(header)?.[1]?.length ?? 0;
  const lines = Array.from(header.matchAll(/[^\r\n]+/g), ({ 0: line, index }) => {
    return { content: line.slice(indentation), start: index + indentation };
  });
  const edits = lines.flatMap((line): Edit[] => {
    const [key, value] = wanted.find(([name]) => line.content.startsWith(`${name}:`)) ?? [];
    const changed = key === undefined ? [] : [valueEdit(line, key, value)];
    return line.content.startsWith('sprint_id:') ? [...changed, addition(text, line, missing)] : changed;
  });
  return applyEdits(text, edits);
}

interface Line {
  /** Without the header's indentation. */
  readonly content: string;
  readonly start: number;
}

/** Replaces all between a key and the comment after its value. */
function valueEdit({ content, start }: Line, key: string, value: unknown): Edit {
  const from = key.length + 1;
  const [comment = ''] = /[ \t]+#.*$|[ \t]*$/.exec(content.slice(from)) ?? [];
  return { start: start + from, end: start + content.length - comment.length, text: ` ${yamlOf(value).trimEnd()}` };
}

function addition(text: string, { content, start }: Line, pairs: readonly [string, unknown][]): Edit {
  const end = start + content.length;
  const indentation = /[^\r\n]*$/.exec(text.slice(0, start))?.[0] ?? '';
  const lines = pairs.map(([key, value]) => `${lineEnding(text)}${indentation}${key}: ${yamlOf(value).trimEnd()}`);
  return { start: end, end, text: lines.join('') };
}
