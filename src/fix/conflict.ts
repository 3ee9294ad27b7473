import type { ObjectReader } from '../git/objects.js';
import type { ReadJournal } from '../journal/journal.js';
import { readJournal } from '../journal/read.js';
import type { Order } from './interleave.js';
import { mergeJournals, type NoMerge } from './merge.js';
import { repair } from './repair.js';

/** What became of a journal that git left in conflict: its text, or why it has no one merge. */
export type Resolved = string | NoMerge | { readonly kind: 'side-missing' | 'side-unreadable' | 'edited' };

interface Conflict {
  readonly path: string;
  readonly sprint: number;
  /** The file on disk. */
  readonly text: string;
  readonly developers: readonly string[];
  readonly mayEditPO: boolean;
}

const marker = /^(?:<{7}|\|{7}|={7}|>{7})(?: .*)?$/;

/** Merges a journal from the stages of the index (git-ls-files(1)); null where neither git nor the file knows of a conflict. */
export async function resolveConflict(objects: ObjectReader, conflict: Conflict): Promise<Resolved | null> {
  const { path, text } = conflict;
  const [base, ours, theirs, merging] = await Promise.all([
    ...[1, 2, 3].map((stage) => objects.read(`:${stage}:${path}`)),
    objects.read('MERGE_HEAD^{commit}'),
  ]);
  if (!ours && !theirs) return null;
  const lines = text.split(/\r?\n/);
  const isMarked = lines.some((line) => marker.test(line));
  // Where a side is deleted, or is no text to git, git leaves one of them as it is.
  const isOneSide = [ours, theirs].some((side) => side?.content && isSame(side.content, text));
  if (!isMarked && !isOneSide) return null;
  if (!ours?.content || !theirs?.content) return { kind: 'side-missing' };
  const stages = [base?.content, ours.content, theirs.content];
  if (isEdited(lines, stages)) return { kind: 'edited' };
  const [common, one, other] = stages.map((content) => (content ? readSide(conflict, content) : null));
  if (!one || !other || (base && !common)) return { kind: 'side-unreadable' };
  const order: Order = merging ? 'by date' : 'ours first';
  const merged = mergeJournals(common ?? null, one, other, conflict.developers, order);
  return typeof merged === 'string' ? likeDisk(merged, text) : merged;
}

/** Whether the file has a line that none of the sides has: somebody began to resolve it by hand. */
function isEdited(lines: readonly string[], stages: readonly (Buffer | null | undefined)[]): boolean {
  const known = new Set(stages.flatMap((content) => content?.toString('utf8').split(/\r?\n/) ?? []));
  return lines.some((line) => !known.has(line) && !marker.test(line));
}

function isSame(content: Buffer, text: string): boolean {
  const [one, other] = [content.toString('utf8'), text].map((each) => each.replaceAll('\r\n', '\n'));
  return one === other;
}

function readSide({ path, sprint, mayEditPO }: Conflict, content: Buffer): ReadJournal | null {
  const repaired = repair(content, mayEditPO);
  if ('kind' in repaired) return null;
  const bytes = Buffer.from(repaired.text);
  const journal = readJournal({ path, sprint, mode: '100644', size: bytes.length, bytes });
  return journal.state === 'read' ? journal : null;
}

/** With CRLF where git has it on disk alone (core.autocrlf). */
function likeDisk(merged: string, disk: string): string {
  const isOnDiskAlone = !merged.includes('\r') && !/[^\r]\n/.test(disk);
  return isOnDiskAlone ? merged.replaceAll('\n', '\r\n') : merged;
}
