import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { repositoryDamaged } from './failures.js';
import { type GitContext, gitResult, runGit } from './process.js';

/**
 * The branch that HEAD names, without `refs/heads/`; null where HEAD is detached.
 *
 * Reads the HEAD file (gitrepository-layout(5)), which costs a commit no process; asks git where that file
 * does not say, as with reftables (`ref: refs/heads/.invalid`) or from a subfolder.
 */
export async function currentBranch(context: GitContext): Promise<string | null> {
  const head = readHead(context);
  if (head === null || head === 'ref: refs/heads/.invalid') {
    return (await runGit(context, ['branch', '--show-current'])).trim() || null;
  }
  return shortName(head.replace(/^ref: /, ''));
}

/**
 * Throws Failure where HEAD has no commit that git can read for another reason than that there is none yet: the ref that
 * HEAD leads to, through symbolic refs, does not exist then, and nothing is said of it.
 */
export async function requireUnborn(context: GitContext): Promise<void> {
  const head = await gitResult(context, ['symbolic-ref', 'HEAD']);
  const refs = await gitResult(context, ['for-each-ref', head.output.trim() || 'HEAD']);
  if ([head.exitCode, refs.exitCode].some((code) => code !== 0) || refs.output + refs.errors !== '')
    throw repositoryDamaged();
}

/** A branch without `refs/heads/`; null for anything else. */
export function shortName(ref: string): string | null {
  return ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : null;
}

function readHead(context: GitContext): string | null {
  try {
    return readFileSync(join(gitDirectory(context), 'HEAD'), 'utf8').trim();
  } catch {
    // Not where a plain checkout has it: null sends the question to git.
    return null;
  }
}

// gitdir: /home/ada/project/.git/worktrees/hotfix
/** Where a plain checkout, a linked worktree, or `GIT_DIR` has git's folder; from a subfolder it is not there. */
export function gitDirectory({ directory, environment }: GitContext): string {
  if (environment.GIT_DIR) return resolve(directory, environment.GIT_DIR);
  const dotGit = join(directory, '.git');
  try {
    return resolve(directory, /^gitdir: (.*)$/m.exec(readFileSync(dotGit, 'utf8'))?.[1] ?? dotGit);
  } catch {
    return dotGit;
  }
}
