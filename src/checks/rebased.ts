import type { CommitFacts } from '../facts/facts.js';
import { parseCommit } from '../git/commit.js';
import { currentBranch } from '../git/head.js';
import { gitResult } from '../git/process.js';
import type { Judged } from '../judge.js';
import type { ListedCommit } from '../range/commits.js';
import type { Repository } from '../range/range.js';
import { upstreamOf } from '../range/resolve.js';

/** The commits of a range, by their names. */
export type SeenCommits = ReadonlyMap<string, Pick<CommitFacts, 'sprint' | 'answer'> & ListedCommit>;

function freezeOf({ sprint }: Pick<CommitFacts, 'sprint'>): number {
  return sprint?.freezeAt ?? Number.POSITIVE_INFINITY;
}

/**
 * Whether nothing is wrong but the dates that a rebase gave to commits made in time, and it was the last that the branch
 * has seen: ORIG_HEAD names what the branch was before, and nothing has come on top that would be lost.
 */
export async function isRebased(
  { context, objects }: Repository,
  commits: SeenCommits,
  errors: readonly Judged[],
  tip: string,
  branch: string | null,
): Promise<boolean> {
  const late = errors.map(({ commit }) => commits.get(commit ?? ''));
  if (branch === null || errors.some(({ rule }) => rule.id !== 'freeze/closed')) return false;
  if (!late.every((commit) => commit && (commit.authoredAt ?? Number.POSITIVE_INFINITY) < freezeOf(commit)))
    return false;
  const [original, last] = [await objects.read('ORIG_HEAD^{commit}'), commits.get(tip)];
  if (!original?.content || !last) return false;
  const { authoredAt, committedAt } = parseCommit(original.content);
  if (authoredAt !== last.authoredAt || committedAt === null || committedAt >= freezeOf(last)) return false;
  const before = await gitResult(context, ['rev-parse', '--verify', '--quiet', `refs/heads/${branch}@{1}`]);
  return before.output.trim() === original.oid;
}

/** What the rebase was made on: the branch's upstream, to be pulled, or another commit, to be merged by its name. */
export async function mergedBy(repository: Repository, base: string | null): Promise<'pull' | 'merge'> {
  const branch = await currentBranch(repository.context);
  const upstream = branch === null ? null : await upstreamOf(repository, branch);
  return upstream !== null && upstream === base ? 'pull' : 'merge';
}
