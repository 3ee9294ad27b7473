import { type Change, readDiff } from '../git/diff.js';
import { gitFailed, gitGarbled } from '../git/failures.js';
import { mergeBase } from '../git/merge-base.js';
import { type GitContext, gitResult } from '../git/process.js';
import { withoutWriting } from '../git/scratch.js';
import { isShallow, shallow } from '../git/shallow.js';
import { entriesOf } from '../journal/entries.js';
import type { Entry } from '../journal/journal.js';
import type { Reading } from './files.js';
import { treeSnapshot } from './snapshot.js';
import { sprintOfJournal } from './sprint.js';

/** The changes that a commit owns; of a merge, the paths that differ from every parent. */
export function ownChanges(diffs: readonly (readonly Change[])[]): readonly Change[] {
  const [first = [], ...others] = diffs;
  const paths = others.map((diff) => new Set(diff.map((change) => change.path)));
  return first.filter((change) => paths.every((set) => set.has(change.path)));
}

/** git's exit code for options that it does not know: a git before 2.38 has no `merge-tree --write-tree`. */
const usage = 129;

/**
 * Whether a commit is a plain merge: what git's own merge of its two parents gives, conflicted paths aside, and journals
 * in which it took something of both, since a merge driver may do so without a conflict, and wrongly; of more parents,
 * every path as one of them has it. `diffs` are its changes against each parent, `compare` gives the arguments of the
 * diff that compares a tree with it. A git too old to tell takes every merge for one.
 *
 * @throws Failure when git fails.
 */
export async function isPlainMerge(
  { context, config }: Pick<Reading, 'context' | 'config'>,
  parents: readonly string[],
  diffs: readonly (readonly Change[])[],
  compare: (tree: string) => readonly string[],
): Promise<boolean> {
  if (parents.length < 2) return false;
  if (parents.length > 2) return ownChanges(diffs).length === 0;
  const changed = await changedAfterMerge(context, parents, compare);
  return changed.every(({ path, before, after }) => {
    const inParents = diffs.map((diff) => diff.find((change) => change.path === path)?.before);
    const isOfBoth = inParents.every((entry) => entry && entry.oid !== before?.oid);
    return isOfBoth && after !== null && sprintOfJournal(config, path) !== null;
  });
}

function changedAfterMerge(
  context: GitContext,
  parents: readonly string[],
  compare: (tree: string) => readonly string[],
): Promise<Change[]> {
  return withoutWriting(context, async (apart) => {
    let args = mergeTree(parents);
    let result = await gitResult(apart, args);
    if (/unrelated histories/.test(result.errors)) {
      // In a shallow clone they may only seem so, and then every path that differs would pass for a conflict.
      if (await isShallow(context)) throw shallow();
      args = mergeTree(parents, '--allow-unrelated-histories');
      result = await gitResult(apart, args);
    }
    const { exitCode, output, errors } = result;
    if (exitCode === usage) return [];
    const { tree, conflicted } = parseMergeTree(output);
    if (exitCode === null || exitCode > 1) throw gitFailed(args, exitCode, errors);
    if (!/^[0-9a-f]{40,64}$/.test(tree)) throw errors === '' ? gitGarbled(tree) : gitFailed(args, exitCode, errors);
    const changes = await readDiff(apart, compare(tree));
    return changes.filter(({ path }) => !conflicted.has(path));
  });
}

function mergeTree(parents: readonly string[], ...options: readonly string[]): string[] {
  return ['merge-tree', '--write-tree', '--no-messages', '-z', ...options, ...parents];
}

/** The entries of a journal at the merge base of commits; null where they have none, or it can't be read there. */
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
