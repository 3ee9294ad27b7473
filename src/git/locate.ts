import { existsSync } from 'node:fs';
import { platform } from 'node:os';
import { delimiter, isAbsolute, join } from 'node:path';

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
