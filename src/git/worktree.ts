import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { gitDirectory } from './head.js';
import { type GitContext, runGit } from './process.js';

/**
 * The root of the work tree. In a hook of a linked worktree git sets `GIT_DIR` alone, and would take the folder that
 * the hook has changed into for the root; the worktree's own folder names the file `.git` in it (gitrepository-layout(5)).
 */
export async function workTreeRoot(context: GitContext): Promise<string> {
  const { GIT_DIR, GIT_WORK_TREE } = context.environment;
  const file = join(gitDirectory(context), 'gitdir');
  // /home/ada/hotfix/.git
  if (GIT_DIR && !GIT_WORK_TREE && existsSync(file))
    return dirname(resolve(dirname(file), readFileSync(file, 'utf8').trim()));
  return (await runGit(context, ['rev-parse', '--show-toplevel'])).trimEnd();
}

// frontend/src/
/** The folder in which the user stands, from the root of the work tree, as `frontend/src/`; empty at the root. */
export async function userPrefix(context: GitContext): Promise<string> {
  const { directory, environment } = context;
  if (environment.GIT_PREFIX !== undefined) return environment.GIT_PREFIX;
  if (environment.GIT_DIR || existsSync(join(directory, '.git'))) return '';
  return (await runGit(context, ['rev-parse', '--show-prefix'])).trimEnd();
}
