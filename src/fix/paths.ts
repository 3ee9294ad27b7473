import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Config } from '../config/config.js';
import { sprintOfJournal } from '../facts/sprint.js';
import { noJournalFile, outsideRepository } from '../words/fix.js';

/** A journal, by its path from the root of the work tree. */
export interface JournalPath {
  readonly path: string;
  readonly sprint: number;
}

/**
 * The journal that a file of the command line is. Throws Failure for any other file: what lies below the root is found
 * by its folders' names alone, so that a symbolic link among them is seen for what it is.
 */
export function journalOfArgument(root: string, directory: string, argument: string, config: Config): JournalPath {
  const path = fromRoot(realpathSync.native(root), resolve(directory, argument));
  if (path === null) throw outsideRepository(argument);
  const sprint = sprintOfJournal(config, path);
  if (sprint === null) throw noJournalFile(path, config);
  return { path, sprint };
}

function fromRoot(root: string, file: string): string | null {
  const names = [basename(file)];
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (isSameFolder(root, folder)) return names.join('/');
    if (folder === dirname(folder)) return null;
    names.unshift(basename(folder));
  }
}

function isSameFolder(root: string, folder: string): boolean {
  try {
    // The system’s own knows letter case and short names of folders, where it takes them.
    return realpathSync.native(folder) === root || join(folder) === root;
  } catch {
    // What does not exist is not the root.
    return false;
  }
}
