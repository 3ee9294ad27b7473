import picomatch from 'picomatch';
import type { Config } from '../config/config.js';

/** Whether commits on a branch are judged; on a detached HEAD (null) they always are. */
export function isJudgedBranch(config: Config, branch: string | null): boolean {
  return branch === null || matchesAny(branch, config.branches);
}

/** Whether a name or path matches one of the globs (picomatch; a leading dot is no exception). */
export function matchesAny(name: string, globs: readonly string[]): boolean {
  return globs.some((glob) => glob === '**' || glob === name || picomatch(glob, { dot: true })(name));
}
