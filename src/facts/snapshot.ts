import type { Change } from '../git/diff.js';
import type { ObjectReader } from '../git/objects.js';
import { folderMode, parseTree, type TreeEntry } from '../git/tree.js';
import { remember } from './files.js';

/** What stands in one folder, by name. */
export type Folder = ReadonlyMap<string, TreeEntry>;

/** A set of files at one moment; paths are `/`-separated, from the repository's root. */
export interface Snapshot {
  /** What stands at a path; null where nothing does. */
  entry(path: string): Promise<TreeEntry | null>;
  /** The same where it is known already, or can be asked for without asking another snapshot; undefined elsewhere. */
  peek(path: string): Promise<TreeEntry | null> | undefined;
  /** What stands directly in a folder; `''` is the root. Empty where there is no such folder. */
  list(folder: string): Promise<Folder>;
}

/** No files at all: the base of a first commit. */
export const emptySnapshot: Snapshot = {
  entry: async () => null,
  peek: async () => null,
  list: async () => new Map(),
};

/** The tree of a commit, or of any tree-ish name (`HEAD`, an oid). */
export function treeSnapshot(objects: ObjectReader, treeish: string): Snapshot {
  const known = new Map<string, Promise<Folder>>();
  const read = async (folder: string): Promise<Folder> => {
    // A name with a line feed in it can't be asked for by its path.
    const name = folder.includes('\n') ? (await entry(folder))?.oid : `${treeish}:${folder}`;
    const object = await objects.read(folder === '' ? `${treeish}^{tree}` : (name ?? ''));
    if (object?.type !== 'tree' || !object.content) return new Map();
    return parseTree(object.content, object.oid.length / 2);
  };
  const list = (folder: string) => remember(known, folder, () => read(folder));
  const entry = async (path: string): Promise<TreeEntry | null> => {
    const slash = path.lastIndexOf('/');
    const folder = await list(path.slice(0, Math.max(slash, 0)));
    return folder.get(path.slice(slash + 1)) ?? null;
  };
  return { entry, list, peek: entry };
}

/**
 * `base` with changes laid over it: the index while a commit is being made, or a commit of a range, whose own `tree`
 * is asked for what neither the changes tell nor the base knows yet; its base, which is another commit's, would ask
 * its own base, and so on to the beginning of the range.
 *
 * Without a tree a folder is the base's with the changes laid over it, and stays listed when its last file goes; see
 * `hasFiles`.
 */
export function changedSnapshot(base: Snapshot, changes: readonly Change[], tree?: Snapshot): Snapshot {
  // Of most commits of a range nothing is ever asked.
  let byPath: ReadonlyMap<string, Change> | null = null;
  const changeAt = (path: string) => {
    byPath ??= new Map(changes.map((change) => [change.path, change]));
    return byPath.get(path);
  };
  const known = new Map<string, Promise<TreeEntry | null>>();
  const find = async (path: string) => {
    const change = changeAt(path);
    if (change) return change.after;
    const found = base.peek(path) ?? tree?.entry(path);
    if (found) return found;
    // A turn of its own, so that however many lie over one another do not nest as many calls.
    await undefined;
    return base.entry(path);
  };
  const entry = (path: string) => remember(known, path, () => find(path));
  return {
    entry,
    peek: (path) => (changeAt(path) ? entry(path) : known.get(path)),
    list: (folder) => (tree ? tree.list(folder) : overlaid(base, folder, changes)),
  };
}

async function overlaid(base: Snapshot, folder: string, changes: readonly Change[]): Promise<Folder> {
  return overlay(await base.list(folder), folder === '' ? '' : `${folder}/`, changes);
}

function overlay(folder: Folder, prefix: string, changes: readonly Change[]): Folder {
  const entries = new Map(folder);
  for (const { path, after } of changes) {
    if (!path.startsWith(prefix)) continue;
    const [name = '', ...rest] = path.slice(prefix.length).split('/');
    if (rest.length > 0) {
      if (after && !entries.has(name)) entries.set(name, { mode: folderMode, oid: '' });
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
