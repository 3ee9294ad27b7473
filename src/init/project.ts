import { existsSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Config } from '../config/config.js';
import { type ConfigPath, configPaths } from '../config/problem.js';
import { ownConfig } from '../facts/policy.js';
import type { GitContext } from '../git/process.js';
import { workTreeRoot } from '../git/worktree.js';
import { diskSnapshot } from '../worktree/disk.js';
import { readTextFile } from '../worktree/files.js';

/** The work tree and the package in it that brings the hooks. */
export interface Project {
  readonly root: string;
  /** The folder of package.json from the root, `/`-separated, empty at the root; null where there is no package.json. */
  readonly folder: string | null;
  readonly packageManager: PackageManager;
  /** The script of package.json that runs at an install and after. */
  readonly installScript: 'prepare' | 'postinstall';
  /** Whether Yarn keeps packages without a `node_modules`, where only `yarn <command>` finds a command. */
  readonly isPlugAndPlay: boolean;
  /** The config as it lies on disk. */
  readonly config: Config;
  /** The file that holds it, or is to. */
  readonly configFile: ConfigPath;
  /** The root, from where the user stands: empty there, `../` one folder below. */
  readonly toRoot: string;
  /** The folder of package.json, from where the user stands: empty there. */
  readonly toPackage: string;
}

type PackageManager = 'npm' | 'pnpm' | 'yarn';

/** Throws Failure outside a work tree, or where the config can't be read. */
export async function readProject(context: GitContext): Promise<Project> {
  const root = realpathSync.native(await workTreeRoot(context));
  const directory = realpathSync.native(context.directory);
  const folder = packageFolder(root, directory);
  const up = relative(directory, root);
  const places = [...new Set([join(root, folder ?? ''), root])];
  return {
    root,
    folder,
    packageManager: packageManagerOf(places),
    installScript: installScriptOf(places),
    isPlugAndPlay: places.some((place) => existsSync(join(place, '.pnp.cjs'))),
    config: await ownConfig(diskSnapshot(root)),
    // A package.json may hold none, and two files that do are a Failure.
    configFile: configPaths.findLast((path) => existsSync(join(root, path))) ?? '.sprint-checkrc.yaml',
    toRoot: up && `${up.replaceAll(sep, '/')}/`,
    toPackage: relative(directory, join(root, folder ?? '')).replaceAll(sep, '/'),
  };
}

/** The root where it holds a package.json, since hooks are the whole repository's; else the nearest folder above the user. */
function packageFolder(root: string, directory: string): string | null {
  if (existsSync(join(root, 'package.json'))) return '';
  const names = relative(root, directory).split(sep).filter(Boolean);
  for (let depth = names.length; depth > 0; depth--) {
    const folder = names.slice(0, depth).join('/');
    if (existsSync(join(root, folder, 'package.json'))) return folder;
  }
  return null;
}

function packageManagerOf(places: readonly string[]): PackageManager {
  for (const place of places) {
    if (existsSync(join(place, 'package-lock.json'))) return 'npm';
    if (existsSync(join(place, 'pnpm-lock.yaml'))) return 'pnpm';
    if (existsSync(join(place, 'yarn.lock'))) return 'yarn';
  }
  return 'npm';
}

/**
 * Yarn from version 2 on runs no `prepare`. A `postinstall` would also run where a published package is installed, and
 * fail there without husky.
 */
function installScriptOf(places: readonly string[]): Project['installScript'] {
  const isNewerYarn = places.some((place) => readTextFile(join(place, 'yarn.lock'))?.includes('\n__metadata:'));
  const isPublished = !/"private"\s*:\s*true/.test(readTextFile(join(`${places[0]}`, 'package.json')) ?? '');
  return isNewerYarn && !isPublished ? 'postinstall' : 'prepare';
}
