import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { gitDirectory } from './head.js';
import { type GitContext, runGit } from './process.js';

/**
 * Returns the root of the work tree. In a hook of a linked worktree git sets `GIT_DIR` alone, and would take the hook's
 * working directory for the root; `gitdir` in the worktree's git folder names the right one (gitrepository-layout(5)).
 */
export async function workTreeRoot(context: GitContext): Promise<string> {
  const { GIT_DIR, GIT_WORK_TREE } = context.environment;
  const file = join(gitDirectory(context), 'gitdir');
  // /home/ada/hotfix/.git
  if (GIT_DIR && !GIT_WORK_TREE && existsSync(file))
    return dirname(resolve(dirname(file), readFileSync(file, 'utf8').trim()));
  return (await runGit(context, ['rev-parse', '--show-toplevel'])).trimEnd();
}

/** Throws Failure in a bare repository and in git's own folder. Starts no git in a hook, which starts at the root. */
export async function requireWorkTree(context: GitContext): Promise<void> {
  const { directory, environment } = context;
  if (environment.GIT_DIR || existsSync(join(directory, '.git'))) return;
  await runGit(context, ['rev-parse', '--show-toplevel']);
}

// frontend/src/
/** Returns the user's folder from the root of the work tree, as `frontend/src/`; empty at the root. */
export async function userPrefix(context: GitContext): Promise<string> {
  return context.environment.GIT_PREFIX ?? (await runGit(context, ['rev-parse', '--show-prefix'])).trimEnd();
}

/**
 * Returns the folder that a hook has changed into, from the root, as `frontend`, if the user is outside it and so does
 * not find the programs of its package; else empty. Hooks start at the root, with `GIT_PREFIX`.
 */
export async function hookPackage(context: GitContext): Promise<string> {
  const { GIT_PREFIX } = context.environment;
  if (GIT_PREFIX === undefined) return '';
  const [root, directory] = [await workTreeRoot(context), context.directory].map((path) => realpathSync.native(path));
  const folder = relative(`${root}`, `${directory}`).replaceAll('\\', '/');
  return folder.startsWith('..') || GIT_PREFIX.startsWith(`${folder}/`) ? '' : folder;
}
