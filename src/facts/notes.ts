import { instant } from '../journal/when.js';
import type { LocatePointer } from '../yaml/locate.js';
import type { Location } from '../yaml/location.js';
import type { SyntaxProblem, UnreadableReason } from '../yaml/problem.js';
import { readYamlText } from '../yaml/read.js';
import { type Blob, readText } from '../yaml/text.js';
import { type FencedBlock, fencedBlocks, locatorIn } from './fences.js';

/** What is wrong with the sprint header, or with the notes that hold it. */
export type HeaderProblem =
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason }
  | { readonly kind: 'syntax'; readonly problem: SyntaxProblem }
  | { readonly kind: 'not-a-mapping'; readonly location: Location }
  | { readonly kind: 'key'; readonly key: HeaderKey; readonly location: Location };

/** The keys of the sprint header that are judged; it may have others. */
export type HeaderKey = 'sprint_id' | 'started_at' | 'interaction_log' | 'status';

/** The sprint header: the first fenced YAML block of the notes that has a line starting `sprint_id:`. */
export interface Header {
  /** Empty where the header is sound. */
  readonly problems: readonly HeaderProblem[];
  /** A safe integer from 1; null where it can't be read. */
  readonly sprintId: number | null;
  /** Milliseconds since the epoch; null where the header does not have it, or it can't be read. */
  readonly startedAt: number | null;
  readonly interactionLog: { readonly value: string; readonly location: Location } | null;
}

/** `PO_NOTES.md` (the config's `notes`) as a blob of git holds it. */
export interface Notes {
  readonly path: string;
  /** The text as written, a byte order mark aside, which no column counts; null where it is not text. */
  readonly text: string | null;
  /** Null where the notes have no sprint header. */
  readonly header: Header | null;
}

/** Reads the notes and their sprint header; locations are those in the notes. It never throws, whatever the bytes. */
export function readNotes({ path, ...blob }: Blob & { readonly path: string }): Notes {
  const text = readText(blob);
  if (typeof text !== 'string') {
    return { path, text: null, header: brokenHeader([{ kind: 'unreadable', reason: text }]) };
  }
  const block = fencedBlocks(text).find(isHeader);
  return { path, text, header: block ? readHeader(block) : null };
}

function isHeader({ info, lines }: FencedBlock): boolean {
  return /^ya?ml(?!\S)/i.test(info) && lines.some(({ content }) => content.startsWith('sprint_id:'));
}

function readHeader(block: FencedBlock): Header {
  const text = block.lines.map(({ content }) => `${content}\n`).join('');
  const yaml = readYamlText(text, locatorIn(block, text));
  if (yaml.state === 'unreadable') return brokenHeader([{ kind: 'unreadable', reason: yaml.reason }]);
  if (yaml.state === 'broken') return brokenHeader(yaml.problems.map((problem) => ({ kind: 'syntax', problem })));
  const { value, locate } = yaml;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return brokenHeader([{ kind: 'not-a-mapping', location: locate('') }]);
  }
  return checkHeader(value as Readonly<Record<string, unknown>>, locate);
}

function checkHeader(header: Readonly<Record<string, unknown>>, locate: LocatePointer): Header {
  const { sprint_id: id, interaction_log: log } = header;
  const startedAt = instant(header.started_at);
  const sound: Readonly<Record<HeaderKey, boolean>> = {
    sprint_id: Number.isSafeInteger(id) && (id as number) > 0,
    started_at: !Object.hasOwn(header, 'started_at') || startedAt !== null,
    interaction_log: !Object.hasOwn(header, 'interaction_log') || isFilled(log),
    status: !Object.hasOwn(header, 'status') || isFilled(header.status),
  };
  const keys = (Object.keys(sound) as HeaderKey[]).filter((key) => !sound[key]);
  return {
    problems: keys.map((key) => ({ kind: 'key', key, location: locate(`/${key}`) })),
    sprintId: sound.sprint_id ? (id as number) : null,
    startedAt,
    interactionLog: isFilled(log) ? { value: log, location: locate('/interaction_log') } : null,
  };
}

function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function brokenHeader(problems: readonly HeaderProblem[]): Header {
  return { problems, sprintId: null, startedAt: null, interactionLog: null };
}
