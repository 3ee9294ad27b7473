import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type CommitHeader, parseCommit } from '../git/commit.js';
import type { Change } from '../git/diff.js';
import { indexDiff, readDiff } from '../git/diff.js';
import { currentBranch, requireUnborn } from '../git/head.js';
import { ObjectReader } from '../git/objects.js';
import { type GitContext, runGit } from '../git/process.js';
import { shallow } from '../git/shallow.js';
import { amending } from './amend.js';
import { type Snapshot, treeSnapshot } from './snapshot.js';

/** A parent of the commit being made, and what the index changes against it. */
export interface IndexParent extends CommitHeader {
  readonly oid: string;
  readonly snapshot: Snapshot;
  readonly changes: readonly Change[];
}

/** What git was asked for about the commit being made, before it has answered. */
export interface AskedIndex {
  /** To be closed when nothing more is to be read. */
  readonly objects: ObjectReader;
  /** Whether HEAD is being amended; null where it can't be told. */
  readonly amend: boolean | null;
  readonly parents: Promise<IndexParent[]>;
  readonly branch: Promise<string | null>;
  /** The paths of the tracked `schema.sql` files. */
  readonly schemas: Promise<string[]>;
}

/**
 * Starts git on the index: all that needs no other answer, side by side.
 *
 * @param merging run by pre-merge-commit: the commit being made is a merge
 * @param parentProcess the process that runs the hook
 */
export function askIndex(context: GitContext, merging: boolean, parentProcess: number): AskedIndex {
  const objects = new ObjectReader(context);
  const amend = merging ? false : amending(parentProcess);
  const parents = amend ? parentsOfHead(context, objects) : parentsAtHead(context, objects, merging);
  const branch = currentBranch(context);
  const schemas = trackedSchemas(context);
  // They are awaited later; until then a failure of theirs is not unhandled.
  for (const asked of [parents, branch, schemas]) asked.catch(() => {});
  return { objects, amend, parents, branch, schemas };
}

// schema.sql\0supabase/schema.sql\0
async function trackedSchemas(context: GitContext): Promise<string[]> {
  const args = ['ls-files', '-z', '--full-name', '--', ':(top,glob)**/schema.sql'];
  return (await runGit(context, args)).split('\0').filter(Boolean);
}

/**
 * The parents of the commit that the index would make: HEAD, and of a merge those that are merged into it;
 * empty for a first commit. `merging`: by pre-merge-commit.
 */
async function parentsAtHead(context: GitContext, objects: ObjectReader, merging: boolean): Promise<IndexParent[]> {
  // Before it concludes a clean merge, git names the other parents in GITHEAD_<oid> alone.
  const heads = Object.keys(context.environment).filter((name) => merging && /^GITHEAD_[0-9a-f]{40,64}$/.test(name));
  const names = heads.length > 0 ? heads.map((name) => name.slice('GITHEAD_'.length)) : ['MERGE_HEAD'];
  // All at once: in a large repository the diff is what takes time.
  const [first, ...merged] = await Promise.all([
    readParent(context, objects, 'HEAD'),
    ...names.map((name) => objects.read(`${name}^{commit}`)),
  ]);
  if (!first) {
    await requireUnborn(context);
    return [];
  }
  const oids = merged.flatMap((commit) => (commit ? [commit.oid] : []));
  const all = oids.length > 0 && heads.length === 0 ? await mergeHeads(context) : oids;
  const others = await Promise.all(all.map((oid) => readParent(context, objects, oid)));
  return [first, ...others.filter((parent) => parent !== null)];
}

/** All that the file MERGE_HEAD names, a line each; as a revision it stands for the first alone, or for a branch or tag. */
async function mergeHeads(context: GitContext): Promise<string[]> {
  const path = (await runGit(context, ['rev-parse', '--git-path', 'MERGE_HEAD'])).trimEnd();
  const file = resolve(context.directory, path);
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
}

/** The parents of the commit that amends HEAD: HEAD's own. Throws Failure where a shallow clone lacks one. */
async function parentsOfHead(context: GitContext, objects: ObjectReader): Promise<IndexParent[]> {
  const head = await objects.read('HEAD^{commit}');
  const oids = head?.content ? parseCommit(head.content).parents : [];
  const parents = await Promise.all(oids.map((oid) => readParent(context, objects, oid)));
  return parents.map((parent) => {
    if (!parent) throw shallow();
    return parent;
  });
}

async function readParent(context: GitContext, objects: ObjectReader, name: string): Promise<IndexParent | null> {
  // The diff fails where HEAD is unborn; that is told by the object that is not there.
  const [changes, commit] = await Promise.all([
    readDiff(context, indexDiff(name)).catch((failure: unknown) => ({ failure })),
    objects.read(`${name}^{commit}`),
  ]);
  if (!commit?.content) return null;
  if ('failure' in changes) throw changes.failure;
  return { ...parseCommit(commit.content), oid: commit.oid, snapshot: treeSnapshot(objects, commit.oid), changes };
}

/** The empty tree's name, which depends on the repository's hash; nothing is written. */
export async function emptyTree(context: GitContext): Promise<string> {
  return (await runGit(context, ['hash-object', '-t', 'tree', '--stdin'], '')).trim();
}
