import type { Config } from '../config/config.js';

/** Whether commits on a branch are judged; on a detached HEAD (null) they always are. */
export async function isJudgedBranch(config: Config, branch: string | null): Promise<boolean> {
  return branch === null || matchesAny(branch, config.branches);
}

/** Whether a name or path matches one of the globs (picomatch; a leading dot is no exception, nor is a line feed). */
export async function matchesAny(name: string, globs: readonly string[]): Promise<boolean> {
  return (await matching([name], globs)).has(name);
}

export async function matching(names: readonly string[], globs: readonly string[]): Promise<ReadonlySet<string>> {
  const matched = new Set(names.filter((name) => globs.includes('**') || globs.includes(name)));
  // Few configs have a glob to compile: its library is loaded for those.
  if (globs.length === 0 || matched.size === names.length) return matched;
  const { default: picomatch } = await import('picomatch');
  const matches = picomatch([...globs], { dot: true, flags: 's' });
  return new Set(names.filter((name) => matched.has(name) || matches(name)));
}
