import { existsSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Config } from '../config/config.js';
import { ownConfig } from '../facts/policy.js';
import type { GitContext } from '../git/process.js';
import { workTreeRoot } from '../git/worktree.js';
import { diskSnapshot } from '../worktree/disk.js';
import { readTextFile } from '../worktree/files.js';

/** The work tree, and the package in it that brings the hooks. */
export interface Project {
  readonly root: string;
  /** The folder of package.json, from the root, `/`-separated, empty at the root. */
  readonly folder: string;
  readonly packageManager: 'npm' | 'pnpm' | 'yarn';
  /** Yarn 2 or later. */
  readonly isNewerYarn: boolean;
  /** Precedes a command in a hook: `yarn ` if Yarn keeps no `node_modules`, else nothing. */
  readonly runner: string;
  /** The path of husky's installed program. */
  readonly husky: string | null;
  readonly config: Config;
  /** The root from where the user stands: empty there, `../` one folder below. */
  readonly toRoot: string;
}

/** Throws Failure outside a work tree, or if the config is unreadable. */
export async function readProject(context: GitContext): Promise<Project> {
  const root = realpathSync.native(await workTreeRoot(context));
  const directory = realpathSync.native(context.directory);
  const folder = packageFolder(root, directory);
  const up = relative(directory, root);
  const places = [join(root, folder), root];
  const isThere = (name: string) => places.some((place) => existsSync(join(place, name)));
  const yarn = isThere('yarn.lock') ? 'yarn' : 'npm';
  return {
    root,
    folder,
    packageManager: isThere('pnpm-lock.yaml') ? 'pnpm' : yarn,
    isNewerYarn: places.some((place) => readTextFile(join(place, 'yarn.lock'))?.includes('\n__metadata:')),
    runner: isThere('.pnp.cjs') ? 'yarn ' : '',
    husky:
      places.map((place) => join(place, 'node_modules/husky/bin.js')).find((program) => existsSync(program)) ?? null,
    config: await ownConfig(diskSnapshot(root)),
    toRoot: up && `${up.replaceAll(sep, '/')}/`,
  };
}

/** Prefers the root, because the whole repository shares its hooks; else the nearest folder above the user. */
function packageFolder(root: string, directory: string): string {
  const names = relative(root, directory).split(sep);
  const above = names.map((_, index) => names.slice(0, names.length - index).join('/'));
  return ['', ...above].find((folder) => existsSync(join(root, folder, 'package.json'))) ?? '';
}
