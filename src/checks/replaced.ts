import { mergeBase } from '../git/merge-base.js';
import type { Judged } from '../judge.js';
import type { ListedCommit } from '../range/commits.js';
import type { Repository } from '../range/range.js';
import { contains } from '../range/refs.js';
import type { OpenRange } from './open-range.js';

/** Returns the commits that one commit replaces, the one it follows, and those it keeps as parents. */
export async function replacedBy(
  repository: Repository,
  range: OpenRange,
  fromFault: readonly ListedCommit[],
  errors: readonly Judged[],
): Promise<{ readonly replaced: readonly ListedCommit[]; readonly start: string | null; readonly merged: string[] }> {
  const [firstFaulty] = fromFault;
  if (!firstFaulty) return { replaced: [], start: range.tip, merged: [] };
  // Commits before the first faulty one stay.
  if (isLine(fromFault) && !errors.some(concernsEntries)) {
    return { replaced: fromFault, start: firstFaulty.parents[0] ?? null, merged: [] };
  }
  const start = await startOf(repository, range, firstFaulty);
  return { replaced: range.listed, start, merged: await parentsToKeep(repository, range.listed, start) };
}

/** Tells whether the last commits of a range are a line: they are if none is a merge. */
function isLine(commits: readonly ListedCommit[]): boolean {
  return commits.every(({ parents }) => parents.length < 2);
}

/**
 * Tells whether entries were lost, altered or forged. The whole range is replaced then: from an earlier base, with
 * fewer entries to keep, there are fewer ways to read what was done.
 */
function concernsEntries({ rule, data }: Judged): boolean {
  // What the PO left unreadable is kept, for the PO to correct.
  return rule.id === 'journal/history' || (rule.id === 'journal/po-identity' && !data.baseUnreadable);
}

/** Returns what one commit of the whole range follows; null for a root commit. */
async function startOf(
  repository: Repository,
  { base, tip, listed }: OpenRange,
  first: ListedCommit,
): Promise<string | null> {
  const { context } = repository;
  // After a forced push, or if --from has moved on, the tip does not contain the base, whose new commits have to stay.
  const start = base === null ? (first.parents[0] ?? null) : await mergeBase(context, base, tip);
  // Commits merged in from outside must not be made again.
  for (const oid of mergedIn(listed)) if (start !== null && (await contains(repository, oid, start))) return oid;
  return start;
}

/** Returns the commits that a range merged in from outside, the last first. */
function mergedIn(listed: readonly ListedCommit[]): string[] {
  const known = new Set(listed.map(({ oid }) => oid));
  return listed.flatMap(({ parents }) => parents.slice(1).filter((oid) => !known.has(oid))).toReversed();
}

/** Returns those of them that neither `start` contains, nor a commit merged in later. */
async function parentsToKeep(
  repository: Repository,
  listed: readonly ListedCommit[],
  start: string | null,
): Promise<string[]> {
  const kept: string[] = [];
  for (const oid of mergedIn(listed)) {
    const reached = [...kept, ...(start === null ? [] : [start])].map((commit) => contains(repository, commit, oid));
    if (!(await Promise.all(reached)).includes(true)) kept.push(oid);
  }
  return kept;
}
