import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { repositoryDamaged } from './failures.js';
import { type GitContext, gitResult, runGit } from './process.js';

/**
 * Returns HEAD's branch, without `refs/heads/`; null if HEAD is detached. Reads the HEAD file
 * (gitrepository-layout(5)), which saves each commit a process, and asks git if the file does not tell, as with
 * reftables (`ref: refs/heads/.invalid`) or in a subfolder.
 */
export async function currentBranch(context: GitContext): Promise<string | null> {
  const head = readHead(context);
  if (head === null || head === 'ref: refs/heads/.invalid') {
    return (await runGit(context, ['branch', '--show-current'])).trim() || null;
  }
  return shortName(head.replace(/^ref: /, ''));
}

/** Throws Failure unless HEAD is unborn: its ref does not exist, and git reports no error about it. */
export async function requireUnborn(context: GitContext): Promise<void> {
  const head = await gitResult(context, ['symbolic-ref', 'HEAD']);
  const refs = await gitResult(context, ['for-each-ref', head.output.trim() || 'HEAD']);
  if ([head.exitCode, refs.exitCode].some((code) => code !== 0) || refs.output + refs.errors !== '')
    throw repositoryDamaged();
}

/** Null for a ref that is no branch. */
export function shortName(ref: string): string | null {
  return ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : null;
}

function readHead(context: GitContext): string | null {
  try {
    return readFileSync(join(gitDirectory(context), 'HEAD'), 'utf8').trim();
  } catch {
    // Not a plain checkout: the caller asks git.
    return null;
  }
}

// gitdir: /home/ada/project/.git/worktrees/hotfix
/** Finds git's folder by `GIT_DIR`, in a linked worktree or in a plain checkout. In a subfolder it does not exist. */
export function gitDirectory({ directory, environment }: GitContext): string {
  if (environment.GIT_DIR) return resolve(directory, environment.GIT_DIR);
  const dotGit = join(directory, '.git');
  try {
    return resolve(directory, /^gitdir: (.*)$/m.exec(readFileSync(dotGit, 'utf8'))?.[1] ?? dotGit);
  } catch {
    return dotGit;
  }
}
