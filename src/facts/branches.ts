import type { Config } from '../config/config.js';

/** Tells whether commits on a branch are judged; on a detached HEAD (null) they always are. */
export async function isJudgedBranch(config: Config, branch: string | null): Promise<boolean> {
  return branch === null || matchesAny(branch, config.branches);
}

/** Tells whether a name or path matches a glob (picomatch; leading dots and line feeds are matched too). */
export async function matchesAny(name: string, globs: readonly string[]): Promise<boolean> {
  return (await matching([name], globs)).has(name);
}

export async function matching(names: readonly string[], globs: readonly string[]): Promise<ReadonlySet<string>> {
  const matched = new Set(names.filter((name) => globs.includes('**') || globs.includes(name)));
  // Most configs have no glob to compile, so picomatch is loaded on demand.
  if (globs.length === 0 || matched.size === names.length) return matched;
  const { default: picomatch } = await import('picomatch');
  const matches = picomatch([...globs], { dot: true, flags: 's' });
  return new Set(names.filter((name) => matched.has(name) || matches(name)));
}
