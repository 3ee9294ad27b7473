import { type Config, isAddressOfPO } from '../config/config.js';
import type { Sprint } from '../facts/facts.js';
import { Files } from '../facts/files.js';
import { authorOf, beforeDeletion } from '../facts/index-commit.js';
import { ownConfig } from '../facts/policy.js';
import { headSnapshot } from '../facts/snapshot.js';
import { highestSprint, journalPath, readState, type State } from '../facts/sprint.js';
import { earlier, readStart, sprintFrom } from '../facts/start.js';
import type { Failure } from '../failure.js';
import { ObjectReader } from '../git/objects.js';
import { type GitContext, gitResult } from '../git/process.js';
import { folderMode } from '../git/tree.js';
import { userPrefix, workTreeRoot } from '../git/worktree.js';
import { pathFrom } from '../report/remedy.js';
import { headerFailure } from '../words/notes.js';
import { notStaged } from '../words/write-failures.js';
import { diskSnapshot } from './disk.js';

export interface Workspace {
  readonly root: string;
  /** From the work tree. */
  readonly config: Config;
  readonly disk: State;
  /** Without files before the first commit. */
  readonly head: State;
  readonly objects: ObjectReader;
  /** Turns a path from the root into an argument of a command, from where the user stands. */
  readonly argument: (path: string) => string;
}

/** Throws Failure if the work tree's config is unreadable. */
export async function withWorkspace<Result>(
  context: GitContext,
  use: (workspace: Workspace) => Promise<Result>,
): Promise<Result> {
  const root = await workTreeRoot(context);
  const disk = diskSnapshot(root);
  const config = await ownConfig(disk);
  const objects = new ObjectReader(context);
  try {
    return await use({
      ...{ root, config, objects },
      disk: await readState(config, disk),
      head: await readState(config, await headSnapshot(context, new Files(objects))),
      argument: pathFrom(await userPrefix(context)),
    });
  } finally {
    objects.close();
  }
}

/** Takes the earlier T of the work tree and HEAD, because a commit will be judged by it. */
export async function currentSprint({ config, disk, head }: Workspace): Promise<Sprint | null> {
  const { sprint } = disk;
  if (sprint === null) return null;
  const sides = head.sprint === sprint ? [disk, head] : [disk];
  const [own = null, atHead = null] = await Promise.all(sides.map((side) => readStart(config, side)));
  return sprintFrom(config, sprint, earlier(own, atHead));
}

export async function brokenHeader({ config, disk, head }: Workspace, at: number): Promise<Failure | null> {
  const { notes, sprint } = disk;
  const [problem] = notes?.header?.problems ?? [];
  if (!notes || !problem) return null;
  const known = Math.max(head.sprint ?? 0, (await highestSprint(config, disk.snapshot)) ?? 0) || null;
  const journal = journalPath(config, sprint ?? known ?? 1);
  const startInHead = head.sprint === (sprint ?? known) ? await readStart(config, head) : null;
  const pointer = problem.kind === 'key' ? `/${problem.key}` : '';
  const location = problem.kind === 'syntax' ? problem.problem.location : (notes.locate?.(pointer) ?? null);
  return headerFailure({ path: notes.path, problem, journal, known, start: startInHead?.at ?? null, at }, location);
}

/** Returns what brings back a journal that is not on disk; null if its sprint was never open, or is not the current one. */
export async function missingJournalCommand(
  context: GitContext,
  workspace: Workspace,
  sprint: number,
): Promise<string | null> {
  const restore = await restoreCommand(context, workspace, sprint);
  return restore ?? (sprint === workspace.disk.sprint ? `npx sprint-check start ${sprint}` : null);
}

/** Returns what restores a journal from HEAD, or the current sprint's from before its deletion; else null. */
export async function restoreCommand(
  context: GitContext,
  { config, disk, head, argument }: Workspace,
  sprint: number,
): Promise<string | null> {
  const path = journalPath(config, sprint);
  const entry = await head.snapshot.entry(path);
  if (entry && entry.mode !== folderMode) return `git checkout HEAD -- ${argument(path)}`;
  if (sprint !== disk.sprint) return null;
  const revision = await beforeDeletion(context, path);
  return revision && `git checkout ${revision} -- ${argument(path)}`;
}

/** Tells whether git left a file in conflict: the index then has stages of it (git-ls-files(1)). */
export async function isInConflict({ objects }: Workspace, path: string): Promise<boolean> {
  const stages = await Promise.all([1, 2, 3].map((stage) => objects.read(`:${stage}:${path}`)));
  return stages.some((stage) => stage !== null);
}

/** Anybody may if the config names no PO; otherwise the address of the user's git identity decides. */
export async function mayWriteAsPO(context: GitContext, { config }: Workspace): Promise<boolean> {
  return config.po.length === 0 || isAddressOfPO(config, await authorOf(context).catch(() => null));
}

/** Stages one file, even if it is ignored. Throws Failure if git refuses. */
export async function stage(context: GitContext, { argument }: Workspace, path: string): Promise<void> {
  const { exitCode, errors } = await gitResult(context, ['add', '--force', '--', `:(top,literal)${path}`]);
  if (exitCode !== 0) throw notStaged(path, argument(path), errors);
}
