import { lstatSync, readdirSync, readFileSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { Files } from '../facts/files.js';
import type { Folder, Snapshot } from '../facts/snapshot.js';
import { foldersTo } from '../facts/sprint.js';
import { type GitObject, largestBlob } from '../git/objects.js';
import { folderMode, type TreeEntry } from '../git/tree.js';
import { unreadable } from '../words/files.js';
import type { Blob } from '../yaml/text.js';

/** The work tree as a snapshot, with paths as object names. Like git, it sees nothing behind a symbolic link. */
export function diskSnapshot(root: string): Snapshot {
  return {
    files: new Files({ read: async (path) => readObject(root, path) }),
    entry: async (path) => diskEntry(root, path),
    list: async (folder) => listFolder(root, folder),
  };
}

export function fileOf(content: string | Buffer): Blob {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return { mode: '100644', size: bytes.length, bytes };
}

function diskEntry(root: string, path: string): TreeEntry | null {
  for (const folder of foldersTo(path)) if (!stat(root, folder)?.isDirectory()) return null;
  const found = stat(root, path);
  return found && { mode: modeOf(found), oid: path };
}

function listFolder(root: string, folder: string): Folder {
  if (folder !== '' && diskEntry(root, folder)?.mode !== folderMode) return new Map();
  const entries = new Map<string, TreeEntry>();
  for (const found of attempt(folder, () => readdirSync(join(root, folder), { withFileTypes: true }))) {
    entries.set(found.name, { mode: modeOf(found), oid: folder === '' ? found.name : `${folder}/${found.name}` });
  }
  return entries;
}

function modeOf(found: Pick<Stats, 'isDirectory' | 'isSymbolicLink'>): string {
  if (found.isDirectory()) return folderMode;
  return found.isSymbolicLink() ? '120000' : '100644';
}

function readObject(root: string, path: string): GitObject | null {
  const size = stat(root, path)?.size;
  if (size === undefined) return null;
  const content = size > largestBlob ? null : attempt(path, () => readFileSync(join(root, path)));
  return { oid: path, type: 'blob', size, content };
}

function stat(root: string, path: string): Stats | null {
  return attempt(path, () => lstatSync(join(root, path), { throwIfNoEntry: false })) ?? null;
}

function attempt<Result>(path: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw unreadable(path, (error as Error).message);
  }
}
