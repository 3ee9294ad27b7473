import { lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { foldersTo } from '../facts/sprint.js';
import { notInPlace, unreadable, unwritable } from '../words/files.js';

/** What is to stand at a path, `/`-separated, from the root. */
export interface FileToWrite {
  readonly path: string;
  readonly text: string;
}

/**
 * Writes files below `root`, all of them or, where one can't be written, none; never through a symbolic link.
 *
 * @throws Failure where a file can't be written.
 */
export function writeFiles(root: string, files: readonly FileToWrite[]): void {
  for (const { path } of files) requirePlace(root, path);
  /** What takes back each step that was done. */
  const undo: (() => void)[] = [];
  for (const { path, text } of files) {
    try {
      writeFile(join(root, path), text, undo);
    } catch (error) {
      for (const step of undo.toReversed()) ignoringErrors(step);
      throw unwritable(path, (error as Error).message);
    }
  }
}

function writeFile(file: string, text: string, undo: (() => void)[]): void {
  const firstMade = mkdirSync(dirname(file), { recursive: true });
  if (firstMade !== undefined) undo.push(() => rmSync(firstMade, { recursive: true }));
  const before = lstatSync(file, { throwIfNoEntry: false }) ? readFileSync(file) : null;
  undo.push(() => (before ? writeFileSync(file, before) : rmSync(file, { force: true })));
  writeFileSync(file, text);
}

/** What can't be taken back stays; the first error is the one to be told. */
function ignoringErrors(act: () => void): void {
  try {
    act();
  } catch {}
}

/** Throws Failure unless a path leads through folders alone to a file, or to nothing. */
export function requirePlace(root: string, path: string): void {
  for (const each of [...foldersTo(path), path]) {
    const found = lstatSync(join(root, each), { throwIfNoEntry: false });
    if (!found) return;
    if (each === path ? !found.isFile() : !found.isDirectory()) throw notInPlace(each);
  }
}

/** The text of a file, its byte order mark included; null where there is none. Throws Failure where it can't be read. */
export function readTextFile(path: string): string | null {
  try {
    if (!lstatSync(path, { throwIfNoEntry: false })) return null;
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
  } catch (error) {
    // A file where a folder should be: what is in it is not there, and who writes it will say so.
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return null;
    throw unreadable(path, (error as Error).message);
  }
}
