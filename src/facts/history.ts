import { parseCommit } from '../git/commit.js';
import type { ObjectReader } from '../git/objects.js';
import { type GitContext, runGit } from '../git/process.js';
import { isShallow, shallow } from '../git/shallow.js';
import type { Reading } from './files.js';

// 1758542400 1f6f8ac2b3a9d0c6e1a6d1a2bd7d1a3c9a0f3b11
/** Commits that touch a folder. */
interface Touching {
  /** Where git starts to look. */
  readonly tip: string;
  readonly folder: string;
  /** How far back they count, in milliseconds since the epoch. */
  readonly since: number;
  /**
   * git stops looking behind a commit dated before `since`. A commit being made, which has no time to lose, leaves it at
   * that; a range looks behind such a commit too, which may have been given its date to hide what it follows.
   */
  readonly thorough: boolean;
}

/**
 * The committer dates of commits that touch a folder, in milliseconds since the epoch.
 *
 * @throws Failure where a shallow clone cuts the history off within that time.
 */
export async function datesTouching(
  { context, objects }: Pick<Reading, 'context' | 'objects'>,
  { tip, folder, since, thorough }: Touching,
): Promise<number[]> {
  const limit = thorough ? [] : [`--max-age=${Math.floor(since / 1000)}`];
  const args = ['rev-list', '--timestamp', '--full-history', ...limit, tip, '--', `:(top,literal)${folder}`];
  const lines = (await runGit(context, args)).split('\n').filter(Boolean);
  const commits = lines.map((line) => line.split(' ') as [string, string]);
  const recent = commits.filter(([date]) => Number(date) * 1000 >= since);
  if (recent.length > 0 && (await isShallow(context))) {
    const oids = recent.map(([, oid]) => oid);
    await refuseCutOff(context, objects, oids);
  }
  return recent.map(([date]) => Number(date) * 1000);
}

/** Whether a commit from `tip` back to `since` (milliseconds since the epoch) changed one of the paths. */
export async function touchedSince(
  context: GitContext,
  tip: string,
  paths: readonly string[],
  since: number,
): Promise<boolean> {
  const pathspecs = paths.map((path) => `:(top,literal)${path}`);
  const args = ['rev-list', '-n', '1', `--max-age=${Math.floor(since / 1000)}`, tip, '--', ...pathspecs];
  return (await runGit(context, args)).length > 0;
}

// 9a3c1de… 1f6f8ac… 77b0c1a…
/** Throws where git knows fewer parents of a commit than it names: there the clone is cut off, and what came before is unknown. */
async function refuseCutOff(context: GitContext, objects: ObjectReader, oids: readonly string[]): Promise<void> {
  const args = ['rev-list', '--parents', '--no-walk=unsorted', '--stdin'];
  const lines = (await runGit(context, args, `${oids.join('\n')}\n`)).split('\n').filter(Boolean);
  for (const [oid = '', ...parents] of lines.map((line) => line.split(' '))) {
    const commit = await objects.read(oid);
    if (!commit?.content || parseCommit(commit.content).parents.length !== parents.length) throw shallow();
  }
}
