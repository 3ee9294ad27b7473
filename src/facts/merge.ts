import { type Change, readDiff } from '../git/diff.js';
import { gitFailed, gitGarbled } from '../git/failures.js';
import { mergeBase } from '../git/merge-base.js';
import { type GitContext, gitResult } from '../git/process.js';
import { withoutWriting } from '../git/scratch.js';
import { isShallow, shallow } from '../git/shallow.js';
import { entriesOf } from '../journal/entries.js';
import type { Entry } from '../journal/journal.js';
import { unsoundEntries } from '../journal/sound.js';
import type { Reading } from './files.js';
import { treeSnapshot } from './snapshot.js';
import { sprintOfJournal } from './sprint.js';

/** Returns the changes that a commit owns; for a merge, the paths that differ from every parent. */
export function ownChanges(diffs: readonly (readonly Change[])[]): readonly Change[] {
  const [first = [], ...others] = diffs;
  const paths = others.map((diff) => new Set(diff.map((change) => change.path)));
  return first.filter((change) => paths.every((set) => set.has(change.path)));
}

/** git's exit code for an unknown option: before 2.38, `merge-tree` has no `--write-tree`. */
const unknownOption = 129;

/**
 * Tells whether a commit is a plain merge. With two parents, its tree is that of git's own merge, except for conflicted
 * paths and for journals that it may put right. With more parents, every path is as one of them has it. A git too old to
 * tell takes every merge for plain. `diffs` are the commit's changes against each parent; `compare` returns the arguments
 * of a diff from a tree to the commit. Throws Failure if git fails.
 */
export async function isPlainMerge(
  reading: Reading,
  parents: readonly string[],
  diffs: readonly (readonly Change[])[],
  compare: (tree: string) => readonly string[],
): Promise<boolean> {
  if (parents.length < 2) return false;
  if (parents.length > 2) return ownChanges(diffs).length === 0;
  const changed = await changedAfterMerge(reading.context, parents, compare);
  const arePutRight = changed.map((change) => mayPutRight(reading, change, diffs));
  return !(await Promise.all(arePutRight)).includes(false);
}

/**
 * Tells whether a merge may change what git's own merge made of a journal: git combined it from both parents, which a
 * merge driver may do wrongly without a conflict, or took one parent's, which is not sound.
 */
async function mayPutRight(
  { files, config }: Reading,
  { path, before, after }: Change,
  diffs: readonly (readonly Change[])[],
): Promise<boolean> {
  const sprint = sprintOfJournal(config, path);
  if (sprint === null || !before || !after) return false;
  const inParents = diffs.map((diff) => diff.find((change) => change.path === path)?.before);
  if (!inParents.some((entry) => entry?.oid === before.oid)) return inParents.every(Boolean);
  const journal = await files.journal(path, sprint, before);
  return journal.state !== 'read' || !entriesOf(journal) || unsoundEntries(journal, config.developers).size > 0;
}

function changedAfterMerge(
  context: GitContext,
  parents: readonly string[],
  compare: (tree: string) => readonly string[],
): Promise<Change[]> {
  return withoutWriting(context, async (scratch) => {
    let args = mergeTree(parents);
    let result = await gitResult(scratch, args);
    if (/unrelated histories/.test(result.errors)) {
      // In a shallow clone they may only seem so: then every path that differs would pass for a conflict.
      if (await isShallow(context)) throw shallow();
      args = mergeTree(parents, '--allow-unrelated-histories');
      result = await gitResult(scratch, args);
    }
    const { exitCode, output, errors } = result;
    if (exitCode === unknownOption) return [];
    const { tree, conflicted } = parseMergeTree(output);
    if (exitCode === null || exitCode > 1) throw gitFailed(args, exitCode, errors);
    if (!/^[0-9a-f]{40,64}$/.test(tree)) throw errors === '' ? gitGarbled(tree) : gitFailed(args, exitCode, errors);
    const changes = await readDiff(scratch, compare(tree));
    return changes.filter(({ path }) => !conflicted.has(path));
  });
}

function mergeTree(parents: readonly string[], ...options: readonly string[]): string[] {
  return ['merge-tree', '--write-tree', '--no-messages', '-z', ...options, ...parents];
}

/** Reads a journal's entries at the merge base; null if there is no base, or they can't be read there. */
export async function mergeBaseEntries(
  { context, files, config }: Reading,
  parents: readonly string[],
  path: string,
): Promise<readonly Entry[] | null> {
  const base = await mergeBase(context, ...parents);
  const entry = base === null ? null : await treeSnapshot(files, base).entry(path);
  return entry && entriesOf(await files.journal(path, sprintOfJournal(config, path) as number, entry));
}

// 6f1e2c…\0
// 100644 bcd1234… 1\tdocs/sprints/S3/INTERACTIONS.yaml\0 100644 0123456… 2\tdocs/…\0
function parseMergeTree(output: string): { tree: string; conflicted: Set<string> } {
  const [tree = '', ...stages] = output.split('\0');
  return { tree, conflicted: new Set(stages.map((stage) => stage.slice(stage.indexOf('\t') + 1))) };
}
