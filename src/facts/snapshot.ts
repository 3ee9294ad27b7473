import type { Change } from '../git/diff.js';
import { objectMissing } from '../git/failures.js';
import { requireUnborn } from '../git/head.js';
import type { GitContext } from '../git/process.js';
import { folderMode, parseTree, type TreeEntry } from '../git/tree.js';
import type { Files } from './files.js';

/** What stands in one folder, by name. */
export type Folder = ReadonlyMap<string, TreeEntry>;

/** A set of files at one moment; paths are `/`-separated, from the repository's root. */
export interface Snapshot {
  readonly files: Files;
  /** What stands at a path; null where nothing does. */
  entry(path: string): Promise<TreeEntry | null>;
  /** What stands directly in a folder; `''` is the root. Empty where there is no such folder. */
  list(folder: string): Promise<Folder>;
}

/** No files at all: the base of a first commit. */
export function emptySnapshot(files: Files): Snapshot {
  return { files, entry: async () => null, list: async () => new Map() };
}

/** The tree of a commit, or of any tree-ish name (`HEAD`, an oid). Reading it throws Failure where git lacks a tree. */
export function treeSnapshot(files: Files, treeish: string): Snapshot {
  const folders = new Map<string, Promise<Folder>>();
  const read = async (folder: string): Promise<Folder> => {
    const found = folder === '' ? null : await entry(folder);
    if (folder !== '' && found?.mode !== folderMode) return new Map();
    const name = found?.oid ?? `${treeish}^{tree}`;
    const object = await files.objects.read(name);
    // That a folder is there, and its tree is not, is damage, and no empty folder.
    if (!object?.content) throw objectMissing(folder, name);
    return parseTree(object.content, object.oid.length / 2);
  };
  const list = (folder: string) => {
    const listed = folders.get(folder) ?? read(folder);
    folders.set(folder, listed);
    return listed;
  };
  const entry = async (path: string): Promise<TreeEntry | null> => {
    const [folder, name] = splitPath(path);
    return (await list(folder)).get(name) ?? null;
  };
  return { files, entry, list };
}

/**
 * The index while a commit is being made: `base` with the changes of the index laid over it. A folder stays listed when
 * its last file goes; see `hasFiles`.
 */
export function indexSnapshot(base: Snapshot, changes: readonly Change[]): Snapshot {
  const byPath = new Map(changes.map((change) => [change.path, change]));
  return {
    files: base.files,
    entry: async (path) => {
      const change = byPath.get(path);
      return change ? change.after : base.entry(path);
    },
    list: async (folder) => overlay(await base.list(folder), folder === '' ? '' : `${folder}/`, changes),
  };
}

function overlay(folder: Folder, prefix: string, changes: readonly Change[]): Folder {
  const entries = new Map(folder);
  for (const { path, after } of changes) {
    if (!path.startsWith(prefix)) continue;
    const [name = '', ...rest] = path.slice(prefix.length).split('/');
    if (rest.length > 0) {
      if (after && entries.get(name)?.mode !== folderMode) entries.set(name, { mode: folderMode, oid: '' });
    } else if (after) entries.set(name, after);
    else if (entries.get(name)?.mode !== folderMode) entries.delete(name);
  }
  return entries;
}

/** Whether any file lies in a folder, at any depth. */
export async function hasFiles(snapshot: Snapshot, folder: string): Promise<boolean> {
  for (const [name, entry] of await snapshot.list(folder)) {
    if (entry.mode !== folderMode || (await hasFiles(snapshot, `${folder}/${name}`))) return true;
  }
  return false;
}

function splitPath(path: string): [folder: string, name: string] {
  const slash = path.lastIndexOf('/');
  return [path.slice(0, Math.max(slash, 0)), path.slice(slash + 1)];
}

/** The files of HEAD; none before the first commit. Throws Failure where HEAD is damaged. */
export async function headSnapshot(context: GitContext, files: Files): Promise<Snapshot> {
  const head = await files.objects.read('HEAD^{commit}');
  if (head) return treeSnapshot(files, head.oid);
  await requireUnborn(context);
  return emptySnapshot(files);
}
