import type { Change } from '../facts/facts.js';
import { shallow } from '../facts/history.js';
import { type CommitHeader, parseCommit } from '../git/commit.js';
import { parseRawDiff, rawDiff, treeDiff } from '../git/diff.js';
import type { Git } from '../git/git.js';
import type { ObjectReader } from '../git/objects.js';
import { type GitContext, runGit } from '../git/process.js';

/** A commit of a range, as git has it. */
export interface RangeCommit extends CommitHeader {
  readonly oid: string;
  /** The changes against each parent; for a root commit against no files at all. */
  readonly diffs: readonly (readonly Change[])[];
}

// 9a3c1de… 1f6f8ac… 77b0c1a…
/**
 * The commits that `tip` reaches and none of `excluded` does, parents before children. The number of processes
 * does not depend on the number of commits.
 *
 * @throws Failure where a shallow clone cuts the range off.
 */
export async function commitsOf(
  context: GitContext,
  git: Git,
  objects: ObjectReader,
  tip: string,
  excluded: readonly string[],
): Promise<RangeCommit[]> {
  const negative = excluded.map((oid) => `^${oid}`);
  const listed = await git.ask('rev-list', '--topo-order', '--reverse', '--parents', tip, ...negative, '--');
  const lines = listed.split('\n').filter(Boolean);
  const commits = await Promise.all(
    lines.map(async (line) => {
      const [oid = '', ...parents] = line.split(' ');
      const commit = await readCommit(objects, oid);
      // Where git knows fewer parents than the commit names, the clone is cut off there.
      if (commit.parents.length !== parents.length) throw shallow();
      return { ...commit, oid };
    }),
  );
  const diffs = await readDiffs(context, commits);
  return commits.map((commit, index) => ({ ...commit, diffs: diffs[index] ?? [] }));
}

/** The header of a commit. Throws Failure where a shallow clone lacks it. */
export async function readCommit(objects: ObjectReader, oid: string): Promise<CommitHeader> {
  const commit = await objects.read(oid);
  if (!commit?.content || commit.type !== 'commit') throw shallow();
  return parseCommit(commit.content);
}

/** The changes between two commits. */
export async function diffBetween(context: GitContext, from: string, to: string): Promise<Change[]> {
  const output = await runGit(context, treeDiff(from, to));
  return parseRawDiff(output.toString('utf8').split('\0'));
}

// 9a3c1de…\0:100644 100644 bcd1234… 0123456… M\0app.ts\0
async function readDiffs(
  context: GitContext,
  commits: readonly (CommitHeader & { readonly oid: string })[],
): Promise<Change[][][]> {
  if (commits.length === 0) return [];
  // A line for each parent: "commit parent" compares the two; a root commit stands alone.
  const pairs = commits.map(({ oid, parents }) =>
    parents.length === 0 ? [oid] : parents.map((one) => `${oid} ${one}`),
  );
  const args = ['diff-tree', '--stdin', '--root', '--always', ...rawDiff];
  const output = await runGit(context, args, `${pairs.flat().join('\n')}\n`);
  const answers: string[][] = [];
  const fields = output.toString('utf8').split('\0');
  for (let index = 0; index < fields.length - 1; index++) {
    const field = fields[index] as string;
    if (field.startsWith(':')) answers.at(-1)?.push(field, fields[++index] as string);
    else answers.push([]);
  }
  const diffs = answers.map(parseRawDiff);
  return pairs.map((lines) => diffs.splice(0, lines.length));
}
