import type { ObjectReader } from '../git/objects.js';
import type { ReadJournal } from '../journal/journal.js';
import { readJournal } from '../journal/read.js';
import { isSignedPO } from '../journal/source.js';
import { fileOf } from '../worktree/disk.js';
import { mergeJournals, type NoMerge } from './merge.js';
import { repair } from './repair.js';

/** The merged text of a journal in conflict, or why it can't be merged. */
export type Resolved = string | NoMerge | { readonly kind: 'edited' | 'po-first' };

interface Conflict {
  readonly path: string;
  readonly sprint: number;
  /** The file on disk. */
  readonly bytes: Buffer;
  readonly developers: readonly string[];
  readonly mayEditPO: boolean;
}

const marker = /^(?:<{7}|\|{7}|={7}|>{7})(?: .*)?$/;

/** Merges a journal from the stages of the index (git-ls-files(1)); null if it has no conflict of git's. */
export async function resolveConflict(objects: ObjectReader, conflict: Conflict): Promise<Resolved | null> {
  const { path, bytes, developers } = conflict;
  const [base, ours, theirs, merging] = await Promise.all([
    ...[1, 2, 3].map((stage) => objects.read(`:${stage}:${path}`)),
    objects.read('MERGE_HEAD^{commit}'),
  ]);
  if (!ours && !theirs) return null;
  const stages = [base, ours, theirs].map((stage) => stage?.content ?? null);
  const lines = bytes.toString('utf8').split(/\r?\n/);
  // git writes no markers to a file that it takes for binary, such as UTF-16: it leaves one side's.
  const isOneSide = ours && theirs && stages.some((content) => content?.equals(bytes));
  if (!isOneSide && !lines.some((line) => marker.test(line))) return null;
  const known = new Set(stages.flatMap((content) => content?.toString('utf8').split(/\r?\n/) ?? []));
  // Somebody has begun to resolve it by hand.
  if (lines.some((line) => !known.has(line) && !marker.test(line))) return { kind: 'edited' };
  const [common = null, one, other] = stages.map((content) => content && readSide(conflict, content));
  if (!one || !other || (base && !common)) return { kind: isBrokenByPO(conflict, stages) ? 'po-first' : 'by-hand' };
  // In a rebase each commit is judged against the one before it, so that ours have to come first.
  return mergeJournals(common, one, other, { developers, byDate: merging !== null });
}

/** Tells whether only the PO may mend what keeps a side from being read. */
function isBrokenByPO({ path, sprint, mayEditPO }: Conflict, stages: readonly (Buffer | null)[]): boolean {
  const sides = mayEditPO ? [] : stages.flatMap((content) => content ?? []);
  return sides.some((content) => {
    const journal = readJournal({ path, sprint, ...fileOf(content) });
    return journal.state === 'broken' && isSignedPO(journal.text, journal.problem.location.line);
  });
}

function readSide({ path, sprint, mayEditPO }: Conflict, content: Buffer): ReadJournal | null {
  const repaired = repair(fileOf(content), mayEditPO);
  if ('kind' in repaired) return null;
  const journal = readJournal({ path, sprint, ...fileOf(repaired.text) });
  return journal.state === 'read' ? journal : null;
}
