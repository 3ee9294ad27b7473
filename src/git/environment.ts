import { existsSync } from 'node:fs';
import { platform } from 'node:os';
import { delimiter, isAbsolute, join } from 'node:path';

/** They change what a pathspec means, so that a path could match something else, or cut history off. */
const removedVariables = [
  'GIT_ICASE_PATHSPECS',
  'GIT_GLOB_PATHSPECS',
  'GIT_NOGLOB_PATHSPECS',
  'GIT_LITERAL_PATHSPECS',
  'GIT_SHALLOW_FILE',
];

/** Keeps the hook's index and quarantined objects, but no replace refs, grafts, optional locks or translations. */
export function gitEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const result: NodeJS.ProcessEnv = {
    ...environment,
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_GRAFT_FILE: '',
    GIT_OPTIONAL_LOCKS: '0',
    LC_ALL: 'C',
  };
  for (const name of removedVariables) delete result[name];
  return result;
}

/** Windows by itself would prefer a `git.exe` in the working directory, which is the repository being judged. */
export function locateGit(environment: NodeJS.ProcessEnv, isWindows = platform() === 'win32'): string | null {
  if (!isWindows) return 'git';
  const [, path = ''] = Object.entries(environment).find(([name]) => name.toUpperCase() === 'PATH') ?? [];
  const folders = path.split(delimiter).map((folder) => folder.replaceAll('"', ''));
  const places = folders.filter((folder) => isAbsolute(folder)).map((folder) => join(folder, 'git.exe'));
  return places.find((file) => existsSync(file)) ?? null;
}
