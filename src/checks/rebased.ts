import type { CommitFacts } from '../facts/facts.js';
import { parseCommit } from '../git/commit.js';
import { currentBranch } from '../git/head.js';
import { gitResult } from '../git/process.js';
import type { Judged } from '../judge.js';
import type { ListedCommit } from '../range/commits.js';
import type { Repository } from '../range/range.js';
import { upstreamOf } from '../range/resolve.js';

/** The commits of a range, by object name. */
export type SeenCommits = ReadonlyMap<string, Pick<CommitFacts, 'sprint' | 'answer'> & ListedCommit>;

function freezeOf({ sprint }: Pick<CommitFacts, 'sprint'>): number {
  return sprint?.freezeAt ?? Number.POSITIVE_INFINITY;
}

/**
 * Tells whether the only fault is that a rebase gave late dates to commits made in time, and whether the branch has not
 * moved since: then ORIG_HEAD is what it was before, and resetting to it loses nothing.
 */
export async function isRebased(
  { context, objects }: Repository,
  commits: SeenCommits,
  errors: readonly Judged[],
  tip: string,
  branch: string | null,
): Promise<boolean> {
  const lateCommits = errors.map(({ commit }) => commits.get(commit ?? ''));
  if (branch === null || errors.some(({ rule }) => rule.id !== 'freeze/closed')) return false;
  if (!lateCommits.every((commit) => commit && (commit.authoredAt ?? Number.POSITIVE_INFINITY) < freezeOf(commit)))
    return false;
  const [original, last] = [await objects.read('ORIG_HEAD^{commit}'), commits.get(tip)];
  if (!original?.content || !last) return false;
  const { authoredAt, committedAt } = parseCommit(original.content);
  if (authoredAt !== last.authoredAt || committedAt === null || committedAt >= freezeOf(last)) return false;
  const before = await gitResult(context, ['rev-parse', '--verify', '--quiet', `refs/heads/${branch}@{1}`]);
  return before.output.trim() === original.oid;
}

/** Returns how to get what the rebase was made on: `pull` if it is the upstream, else `merge` by name. */
export async function pullOrMerge(repository: Repository, base: string | null): Promise<'pull' | 'merge'> {
  const branch = await currentBranch(repository.context);
  const upstream = branch === null ? null : await upstreamOf(repository, branch);
  return upstream !== null && upstream === base ? 'pull' : 'merge';
}
