import { gitFailed } from './failures.js';
import { type GitContext, gitResult } from './process.js';

// 1f6f8ac2b3a9d0c6e1a6d1a2bd7d1a3c9a0f3b11
/** The best common ancestor of a commit and the others; null where they have none. Throws Failure when git fails. */
export async function mergeBase(context: GitContext, ...commits: readonly string[]): Promise<string | null> {
  const args = ['merge-base', ...commits];
  const { exitCode, output, errors } = await gitResult(context, args);
  if (exitCode === 1) return null;
  if (exitCode !== 0) throw gitFailed(args, exitCode, errors);
  return output.trim();
}
