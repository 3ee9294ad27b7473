import { type Config, defaultConfig } from '../config/config.js';
import { type Disk, openDisk } from '../facts/disk-snapshot.js';
import { Files } from '../facts/files.js';
import { headSnapshot } from '../facts/head-snapshot.js';
import { configAt } from '../facts/policy.js';
import { readState, type State } from '../facts/sprint.js';
import { Failure } from '../failure.js';
import { ObjectReader } from '../git/objects.js';
import { type GitContext, gitResult } from '../git/process.js';
import { userPrefix, workTreeRoot } from '../git/worktree.js';
import { pathFrom } from '../report/remedy.js';
import { notStaged } from '../words/write-failures.js';

/** A set of files at one moment, and what it says about its sprint. */
export interface Side extends Pick<Disk, 'files' | 'snapshot'> {
  readonly state: State;
}

/** What the commands that write find: the files of the work tree, and those of HEAD. */
export interface Workspace {
  readonly root: string;
  /** That of the work tree. */
  readonly config: Config;
  readonly disk: Side;
  /** No files at all before the first commit. */
  readonly head: Side;
  /** A path from the root as an argument of a command, from where the user stands. */
  readonly argument: (path: string) => string;
}

/** Reads the work tree, and HEAD, for as long as `use` takes. Throws Failure where its config can't be read. */
export async function withWorkspace<Result>(
  context: GitContext,
  use: (workspace: Workspace) => Promise<Result>,
): Promise<Result> {
  const root = await workTreeRoot(context);
  const disk = openDisk(root);
  const config = (await configAt(disk.files, disk.snapshot)) ?? defaultConfig;
  if (config instanceof Failure) throw config;
  const objects = new ObjectReader(context);
  try {
    const head = { files: new Files(objects), snapshot: await headSnapshot(context, objects) };
    const [diskState, headState] = await Promise.all(
      [disk, head].map(({ files, snapshot }) => readState(files, config, snapshot)),
    );
    return await use({
      root,
      config,
      disk: { ...disk, state: diskState as State },
      head: { ...head, state: headState as State },
      argument: pathFrom(await userPrefix(context)),
    });
  } finally {
    objects.close();
  }
}

/** Stages one file, and nothing else. Throws Failure where git does not take it, as where it is ignored. */
export async function stage(context: GitContext, { argument }: Workspace, path: string): Promise<void> {
  const { exitCode, errors } = await gitResult(context, ['add', '--', `:(top,literal)${path}`]);
  if (exitCode !== 0) throw notStaged(path, argument(path), errors);
}
