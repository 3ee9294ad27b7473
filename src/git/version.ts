import { type GitContext, runGit } from './process.js';

export type GitVersion = readonly [major: number, minor: number];

/** The oldest git that was tested. Before 2.38 it can't tell what a merge gives, see `isPlainMerge`. */
export const oldestGit: GitVersion = [2, 30];

// git version 2.39.5 (Apple Git-154)
/** Gives NaN, which is before no version, for what can't be read. Throws Failure if git can't be run. */
export async function gitVersion(context: GitContext): Promise<GitVersion> {
  const [, major, minor] = /(\d+)\.(\d+)/.exec(await runGit(context, ['--version'])) ?? [];
  return [Number(major), Number(minor)];
}

export function isBefore([major, minor]: GitVersion, [otherMajor, otherMinor]: GitVersion): boolean {
  return major < otherMajor || (major === otherMajor && minor < otherMinor);
}
