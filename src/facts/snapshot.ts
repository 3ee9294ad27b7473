import type { Change } from '../git/diff.js';
import { objectMissing } from '../git/failures.js';
import { requireUnborn } from '../git/head.js';
import type { GitContext } from '../git/process.js';
import { folderMode, parseTree, type TreeEntry } from '../git/tree.js';
import type { Files } from './files.js';

export type Folder = ReadonlyMap<string, TreeEntry>;

/** A set of files at one moment; paths are `/`-separated, from the repository's root. */
export interface Snapshot {
  readonly files: Files;
  entry(path: string): Promise<TreeEntry | null>;
  /** Returns the entries of a folder (`''` is the root); empty if there is no such folder. */
  list(folder: string): Promise<Folder>;
}

/** Returns the base of a first commit, which has no files. */
export function emptySnapshot(files: Files): Snapshot {
  return { files, entry: async () => null, list: async () => new Map() };
}

/** Returns the tree of any tree-ish name (`HEAD`, an oid). Reading it throws Failure if git lacks a tree. */
export function treeSnapshot(files: Files, treeish: string): Snapshot {
  const folders = new Map<string, Promise<Folder>>();
  const read = async (folder: string): Promise<Folder> => {
    const found = folder === '' ? null : await entry(folder);
    if (folder !== '' && found?.mode !== folderMode) return new Map();
    const name = found?.oid ?? `${treeish}^{tree}`;
    const object = await files.objects.read(name);
    // A listed folder whose tree is missing is damage, not an empty folder.
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

/** Returns the index: `base` overlaid with changes. A folder stays listed without its last file; see `hasFiles`. */
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

/** Returns the files of HEAD; none before the first commit. Throws Failure if HEAD is damaged. */
export async function headSnapshot(context: GitContext, files: Files): Promise<Snapshot> {
  const head = await files.objects.read('HEAD^{commit}');
  if (head) return treeSnapshot(files, head.oid);
  await requireUnborn(context);
  return emptySnapshot(files);
}
