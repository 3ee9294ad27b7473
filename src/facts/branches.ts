import type { Config } from '../config/config.js';

/** Whether commits on a branch are judged; on a detached HEAD (null) they always are. */
export async function isJudgedBranch(config: Config, branch: string | null): Promise<boolean> {
  return branch === null || matchesAny(branch, config.branches);
}

/** Whether a name or path matches one of the globs (picomatch; a leading dot is no exception). */
export async function matchesAny(name: string, globs: readonly string[]): Promise<boolean> {
  // Few configs have a glob to compile: its library is loaded for those.
  if (globs.length === 0 || globs.includes('**') || globs.includes(name)) return globs.length > 0;
  const { default: picomatch } = await import('picomatch');
  return picomatch([...globs], { dot: true })(name);
}

/** Those of the names or paths that match one of the globs. */
export async function matching(names: readonly string[], globs: readonly string[]): Promise<ReadonlySet<string>> {
  if (globs.length === 0) return new Set();
  const matches = await Promise.all(names.map((name) => matchesAny(name, globs)));
  return new Set(names.filter((_, index) => matches[index]));
}
