import { gitFailed } from './failures.js';
import { type GitContext, gitResult } from './process.js';
import { isShallow, shallow } from './shallow.js';

// 1f6f8ac2b3a9d0c6e1a6d1a2bd7d1a3c9a0f3b11
/** Returns the best common ancestor of all; null if there is none. Throws Failure if a shallow clone may hide it. */
export async function mergeBase(context: GitContext, ...commits: readonly string[]): Promise<string | null> {
  // Without --octopus git compares the first commit with a merge of the others.
  const args = ['merge-base', ...(commits.length > 2 ? ['--octopus'] : []), ...commits];
  const { exitCode, output, errors } = await gitResult(context, args);
  if (exitCode === 0) return output.trim();
  if (exitCode !== 1) throw gitFailed(args, exitCode, errors);
  if (await isShallow(context)) throw shallow();
  return null;
}
