import { type Commit, type CommitHeader, readCommit } from '../git/commit.js';
import { parseRawDiffs, rawDiff } from '../git/diff.js';
import { gitGarbled } from '../git/failures.js';
import type { ObjectReader } from '../git/objects.js';
import { type GitContext, runGit } from '../git/process.js';
import { shallow } from '../git/shallow.js';

/** A commit of a range, as it names itself. */
export interface ListedCommit extends CommitHeader {
  readonly oid: string;
}

export interface RangeCommit extends Commit {
  readonly oid: string;
}

// 9a3c1de… 1f6f8ac… 77b0c1a…
/**
 * The commits that `tip` reaches and none of `excluded` does, parents before children.
 *
 * @throws Failure where a shallow clone cuts the range off: there git knows fewer parents than a commit names.
 */
export async function listCommits(
  context: GitContext,
  objects: ObjectReader,
  tip: string,
  excluded: readonly string[],
): Promise<ListedCommit[]> {
  const negative = excluded.map((oid) => `^${oid}`);
  const output = await runGit(context, ['rev-list', '--topo-order', '--reverse', '--parents', tip, ...negative, '--']);
  const lines = output.split('\n').filter(Boolean);
  return Promise.all(
    lines.map(async (line) => {
      const [oid = '', ...known] = line.split(' ');
      const header = await readCommit(objects, oid);
      if (header.parents.length !== known.length) throw shallow();
      return { oid, ...header };
    }),
  );
}

/** The same commits with what they change. The number of processes does not depend on the number of commits. */
export async function withDiffs(context: GitContext, commits: readonly ListedCommit[]): Promise<RangeCommit[]> {
  if (commits.length === 0) return [];
  // A line for each parent: "commit parent" compares the two; a root commit stands alone.
  const lines = commits.flatMap(({ oid, parents }) =>
    parents.length === 0 ? [oid] : parents.map((parent) => `${oid} ${parent}`),
  );
  const args = ['diff-tree', '--stdin', '--root', '--always', ...rawDiff];
  const diffs = parseRawDiffs(await runGit(context, args, `${lines.join('\n')}\n`));
  if (diffs.length !== lines.length) throw gitGarbled('');
  let next = 0;
  return commits.map((commit) => {
    const first = next;
    next += Math.max(commit.parents.length, 1);
    return { ...commit, diffs: diffs.slice(first, next) };
  });
}
