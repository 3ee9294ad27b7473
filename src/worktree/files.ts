import { randomUUID } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmdirSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { foldersTo } from '../facts/sprint.js';
import { Failure } from '../failure.js';
import { linkInTheWay, somethingInTheWay, unreadable, unwritable } from '../words/files.js';
import { replaceFile } from './replace.js';

/** What is to stand at a path, `/`-separated, from the root. */
export interface FileToWrite {
  readonly path: string;
  readonly text: string;
}

/**
 * Writes files below `root`, all of them or, where one can't be written, none: each as a temporary file beside its place,
 * which is then renamed. A file that is replaced keeps its mode. Never writes through a symbolic link.
 *
 * @throws Failure where a file can't be written.
 */
export function writeFiles(root: string, files: readonly FileToWrite[]): void {
  /** What takes back each step that was done. */
  const undo: (() => void)[] = [];
  try {
    const prepared = files.map((file) => naming(file.path, () => prepare(root, file, undo)));
    for (const { path, temporary, target, present } of prepared) {
      naming(path, () => replaceFile(temporary, target));
      undo.push(() => (present ? writeFileSync(target, present) : rmSync(target, { force: true })));
    }
  } catch (error) {
    for (const step of undo.toReversed()) ignoringErrors(step);
    throw error;
  }
}

interface Prepared {
  readonly path: string;
  readonly temporary: string;
  readonly target: string;
  /** What stood there; null where nothing did. */
  readonly present: Buffer | null;
}

function prepare(root: string, { path, text }: FileToWrite, undo: (() => void)[]): Prepared {
  for (const folder of foldersTo(path)) ensureFolder(root, folder, undo);
  const target = join(root, path);
  const present = stat(target);
  if (present?.isSymbolicLink()) throw linkInTheWay(path);
  if (present && !present.isFile()) throw somethingInTheWay(path);
  if (present) accessSync(target, constants.W_OK);
  const before = present ? readFileSync(target) : null;
  const temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
  const descriptor = openSync(temporary, 'wx');
  undo.push(() => rmSync(temporary, { force: true }));
  try {
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  if (present) chmodSync(temporary, present.mode & 0o7777);
  return { path, temporary, target, present: before };
}

function ensureFolder(root: string, path: string, undo: (() => void)[]): void {
  const folder = join(root, path);
  const present = stat(folder);
  if (present?.isSymbolicLink()) throw linkInTheWay(path);
  if (present?.isDirectory()) return;
  if (present) throw somethingInTheWay(path);
  mkdirSync(folder);
  undo.push(() => rmdirSync(folder));
}

function stat(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}

function naming<Result>(path: string, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    throw error instanceof Failure ? error : unwritable(path, (error as Error).message);
  }
}

/** What can't be taken back stays; the first error is the one to be told. */
function ignoringErrors(act: () => void): void {
  try {
    act();
  } catch {}
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
