import { mergeBase } from '../git/merge-base.js';
import type { Judged } from '../judge.js';
import type { ListedCommit } from '../range/commits.js';
import type { Repository } from '../range/range.js';
import { contains } from '../range/refs.js';
import type { OpenRange } from './open-range.js';

/** What one commit takes the place of, what that follows, and what it has to keep as a parent. */
export async function replacedBy(
  repository: Repository,
  range: OpenRange,
  last: readonly ListedCommit[],
  errors: readonly Judged[],
): Promise<{ readonly replaced: readonly ListedCommit[]; readonly start: string | null; readonly merged: string[] }> {
  const [first] = last;
  // Those before the first one at fault are faultless, and stay.
  if (first && isLine(last) && !errors.some(isOfHistory)) {
    return { replaced: last, start: first.parents[0] ?? null, merged: [] };
  }
  const start = await startOf(repository, range, last);
  return { replaced: range.listed, start, merged: await mergedFromOutside(repository, range.listed, start) };
}

/** Whether commits follow each other without a merge, as the last ones of a range do among which there is none. */
function isLine(commits: readonly ListedCommit[]): boolean {
  return commits.every(({ parents }) => parents.length < 2);
}

/** Whether a journal lost or changed what it held: with fewer entries to keep, there are fewer ways to read what was done. */
function isOfHistory({ rule }: Judged): boolean {
  return rule.id === 'journal/history' || rule.id === 'journal/po-identity';
}

/** What one commit of all that a range changes is made on; null where that would be a root commit. */
async function startOf(
  repository: Repository,
  { base, tip, listed }: OpenRange,
  [first]: readonly ListedCommit[],
): Promise<string | null> {
  const { context } = repository;
  // Where no commit is new, all that is there stays.
  if (first === undefined) return tip;
  // After a forced push, or where --from went on, the range does not follow its base: what is new there has to stay.
  const start = base === null ? (first.parents[0] ?? null) : await mergeBase(context, base, tip);
  // What was merged in from outside is nobody's to commit again.
  for (const oid of outside(listed)) if (start !== null && (await contains(repository, oid, start))) return oid;
  return start;
}

/** The commits that a range merged in from outside, the last first. */
function outside(listed: readonly ListedCommit[]): string[] {
  const known = new Set(listed.map(({ oid }) => oid));
  return listed.flatMap(({ parents }) => parents.slice(1).filter((oid) => !known.has(oid))).toReversed();
}

/** Those of them that a commit does not reach, nor one that was merged in later. */
async function mergedFromOutside(
  repository: Repository,
  listed: readonly ListedCommit[],
  start: string | null,
): Promise<string[]> {
  const kept: string[] = [];
  for (const oid of outside(listed)) {
    const reached = [...kept, ...(start === null ? [] : [start])].map((commit) => contains(repository, commit, oid));
    if (!(await Promise.all(reached)).includes(true)) kept.push(oid);
  }
  return kept;
}
