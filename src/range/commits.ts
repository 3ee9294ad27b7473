import { type Commit, type CommitHeader, readCommit } from '../git/commit.js';
import { parseRawDiffs, rawDiff } from '../git/diff.js';
import { gitGarbled } from '../git/failures.js';
import type { ObjectReader } from '../git/objects.js';
import { type GitContext, runGit } from '../git/process.js';
import { shallow } from '../git/shallow.js';

export interface ListedCommit extends CommitHeader {
  readonly oid: string;
}

export interface RangeCommit extends Commit {
  readonly oid: string;
}

// 9a3c1de… 1f6f8ac… 77b0c1a…
/**
 * Lists the commits that `tip` reaches and none of `excluded` does, parents before children. Throws Failure if a
 * shallow clone cuts the range off: git then knows fewer parents than a commit names.
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
      const [oid = '', ...knownParents] = line.split(' ');
      const header = await readCommit(objects, oid);
      if (header.parents.length !== knownParents.length) throw shallow();
      return { oid, ...header };
    }),
  );
}

/** Adds to each commit what it changes, in one process however many commits there are. */
export async function withDiffs(context: GitContext, commits: readonly ListedCommit[]): Promise<RangeCommit[]> {
  if (commits.length === 0) return [];
  // One line per parent, "commit parent", compares the two; a root commit has a line of its own.
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
