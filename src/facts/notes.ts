import { isMapping } from '../journal/entries.js';
import { instant } from '../journal/when.js';
import type { LocatePointer } from '../yaml/locate.js';
import { type Location, locator } from '../yaml/location.js';
import type { SyntaxProblem, UnreadableReason } from '../yaml/problem.js';
import { readYamlText, valueLocator, type YamlText } from '../yaml/read.js';
import { type Blob, readText } from '../yaml/text.js';
import { fencedBlocks } from './fences.js';

export type HeaderProblem =
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason }
  | { readonly kind: 'syntax'; readonly problem: SyntaxProblem }
  | { readonly kind: 'key'; readonly key: HeaderKey; readonly written: unknown };

export type HeaderKey = 'sprint_id' | 'started_at' | 'interaction_log' | 'status';

/** The sprint header: the first fenced YAML block of the notes that has a line starting `sprint_id:`. */
export interface Header {
  /** Empty if the header is sound. */
  readonly problems: readonly HeaderProblem[];
  /** A safe integer from 1; null if it can't be read. */
  readonly sprintId: number | null;
  /** Milliseconds since the epoch; null if it is absent or can't be read. */
  readonly startedAt: number | null;
  readonly interactionLog: string | null;
}

/** `PO_NOTES.md` (the config's `notes`) as a blob of git holds it. */
export interface Notes {
  readonly path: string;
  /** As written, without the byte order mark, which no column counts; null if it is not text. */
  readonly text: string | null;
  readonly header: Header | null;
  /** If no header is found: where `sprint_id` stands misspelt, in front matter or in another kind of fence. */
  readonly lostHeader: Location | null;
  /** Finds the header's values in the notes; null without a header. */
  readonly locate: LocatePointer | null;
}

/** Reads the notes and their sprint header. Never throws, whatever the bytes. */
export function readNotes({ path, ...blob }: Blob & { readonly path: string }): Notes {
  const text = readText(blob);
  if (typeof text !== 'string') {
    return {
      path,
      text: null,
      header: brokenHeader([{ kind: 'unreadable', reason: text }]),
      lostHeader: null,
      locate: null,
    };
  }
  const yaml = headerYaml(text);
  if (yaml === null) return { path, text, header: null, lostHeader: lostHeader(text), locate: null };
  return { path, text, header: headerOf(readYamlText(yaml)), lostHeader: null, locate: valueLocator(yaml) };
}

/** Returns the header's YAML, preceded by blanks so that its places are those of the notes; null if there is none. */
export function headerYaml(text: string): string | null {
  const block = fencedBlocks(text).find(({ info, indentation, start, end }) => {
    const firstLine = new RegExp(`^ {0,${indentation}}sprint_id:`, 'm');
    return /^ya?ml(?!\S)/i.test(info) && firstLine.test(text.slice(start, end));
  });
  return block ? text.slice(0, block.start).replace(/[^\r\n]/g, ' ') + text.slice(block.start, block.end) : null;
}

function lostHeader(text: string): Location | null {
  const line = /^[ \t]*["']?(sprint[_ -]?id)["']?[ \t]*:/im.exec(text);
  if (!line) return null;
  const [whole, key = ''] = line;
  const start = line.index + whole.indexOf(key);
  return locator(text)(start, start + key.length);
}

function headerOf(yaml: YamlText): Header {
  if (yaml.state === 'unreadable') return brokenHeader([{ kind: 'unreadable', reason: yaml.reason }]);
  if (yaml.state === 'broken') return brokenHeader([{ kind: 'syntax', problem: yaml.problem }]);
  return checkHeader(yaml.value);
}

function checkHeader(value: unknown): Header {
  // To YAML, `sprint_id:3` is a text.
  const header = isMapping(value) ? value : { sprint_id: value };
  const { sprint_id: id, interaction_log: log } = header;
  const startedAt = instant(header.started_at);
  const sound: Readonly<Record<HeaderKey, boolean>> = {
    sprint_id: Number.isSafeInteger(id) && (id as number) > 0,
    started_at: !Object.hasOwn(header, 'started_at') || startedAt !== null,
    interaction_log: !Object.hasOwn(header, 'interaction_log') || isFilled(log),
    status: !Object.hasOwn(header, 'status') || isFilled(header.status),
  };
  const wrong = (Object.keys(sound) as HeaderKey[]).filter((key) => !sound[key]);
  return {
    problems: wrong.map((key) => ({ kind: 'key', key, written: header[key] })),
    sprintId: sound.sprint_id ? (id as number) : null,
    startedAt,
    interactionLog: isFilled(log) ? log : null,
  };
}

function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function brokenHeader(problems: readonly HeaderProblem[]): Header {
  return { problems, sprintId: null, startedAt: null, interactionLog: null };
}
