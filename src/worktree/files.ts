import { lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { foldersTo } from '../facts/sprint.js';
import { notInPlace, unreadable, unwritable } from '../words/files.js';

/** `path` is `/`-separated, from the root. */
export interface FileToWrite {
  readonly path: string;
  readonly text: string;
}

/** Writes all files, or none and throws Failure; never through a symbolic link. */
export function writeFiles(root: string, files: readonly FileToWrite[]): void {
  for (const { path } of files) requirePlace(root, path);
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

/** Only the first error is reported, and a step that can't be undone stays. */
function ignoringErrors(act: () => void): void {
  try {
    act();
  } catch {}
}

/** Throws Failure unless a path leads through folders to a file, or to nothing. */
export function requirePlace(root: string, path: string): void {
  for (const each of [...foldersTo(path), path]) {
    const found = lstatSync(join(root, each), { throwIfNoEntry: false });
    if (!found) return;
    if (each === path ? !found.isFile() : !found.isDirectory()) throw notInPlace(each);
  }
}

/** Returns a file's text with its byte order mark; null if there is no file. Throws Failure if it can't be read. */
export function readTextFile(path: string): string | null {
  try {
    if (!lstatSync(path, { throwIfNoEntry: false })) return null;
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
  } catch (error) {
    // A file is in the place of a folder; writing to the path will report it.
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return null;
    throw unreadable(path, (error as Error).message);
  }
}
