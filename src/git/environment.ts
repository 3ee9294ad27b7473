import { existsSync } from 'node:fs';
import { platform } from 'node:os';
import { delimiter, isAbsolute, join } from 'node:path';

/** Variables that bend what a pathspec means, so that a path of ours could match something else, or that cut history off. */
const bending = [
  'GIT_ICASE_PATHSPECS',
  'GIT_GLOB_PATHSPECS',
  'GIT_NOGLOB_PATHSPECS',
  'GIT_LITERAL_PATHSPECS',
  'GIT_SHALLOW_FILE',
];

/**
 * The environment that git is started with: the hook's own (its index, its quarantined objects), but
 * with replace refs and grafts off, no optional lock taken, pathspecs that mean what they say, and messages that are
 * not translated.
 */
export function gitEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const result: NodeJS.ProcessEnv = {
    ...environment,
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_GRAFT_FILE: '',
    GIT_OPTIONAL_LOCKS: '0',
    LC_ALL: 'C',
  };
  for (const name of bending) delete result[name];
  return result;
}

/**
 * The program to start for git; null where there is none. Left to itself, Windows would take a `git.exe` of the working
 * directory first, and that is the repository which is judged.
 */
export function locateGit(environment: NodeJS.ProcessEnv, isWindows = platform() === 'win32'): string | null {
  if (!isWindows) return 'git';
  const [, path = ''] = Object.entries(environment).find(([name]) => name.toUpperCase() === 'PATH') ?? [];
  const folders = path.split(delimiter).map((folder) => folder.replaceAll('"', ''));
  const places = folders.filter((folder) => isAbsolute(folder)).map((folder) => join(folder, 'git.exe'));
  return places.find((file) => existsSync(file)) ?? null;
}
