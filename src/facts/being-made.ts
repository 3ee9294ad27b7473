import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Policy, readPolicy } from '../config/policy.js';
import { currentBranch } from '../git/head.js';
import { ObjectReader } from '../git/objects.js';
import { type GitContext, runGit } from '../git/process.js';
import { amending } from './amend.js';
import { isJudgedBranch } from './branches.js';
import { commitFacts, ownChanges, type Parent } from './commit.js';
import type { Change, CommitFacts, SnapshotFacts, Start } from './facts.js';
import { Files, type Reading } from './files.js';
import { datesTouching, touchedSince } from './history.js';
import { emptyTree, type IndexParent, parentsAtHead, parentsOfHead, readChanges } from './index-parents.js';
import { type SchemaFiles, snapshotFacts } from './judged-snapshot.js';
import { indexDiff, isGitsMerge, mergeBaseEntries } from './merge.js';
import { changedSnapshot, emptySnapshot } from './snapshot.js';
import { readState, type State, sprintFolder } from './sprint.js';
import { earlier, earliestWhen, historyWindow, startIsInferred, startOf } from './start.js';

/** What a check of the commit being made is given. */
export interface BeingMadeInput {
  readonly context: GitContext;
  /** The moment of the check, in milliseconds since the epoch. */
  readonly now: number;
  /** Run by pre-merge-commit: the commit being made is a merge. */
  readonly merging: boolean;
  /** The process that runs the hook. */
  readonly parentProcess: number;
}

/** The commit being made, read. */
export interface BeingMade {
  readonly policy: Policy;
  /** Whether HEAD is being amended; null where it can't be told. */
  readonly amend: boolean | null;
  readonly branch: string | null;
  /** Null where the branch is not judged; `commit` is null where no sprint can be named. */
  readonly facts: { readonly snapshot: SnapshotFacts; readonly commit: CommitFacts | null } | null;
}

/**
 * Reads the commit that the index would make now.
 *
 * @throws Failure when git fails, or the config can't be read.
 */
export async function readBeingMade(input: BeingMadeInput): Promise<BeingMade> {
  const { context, now, merging, parentProcess } = input;
  const amend = merging ? false : amending(parentProcess);
  const objects = new ObjectReader(context);
  try {
    const [parents, branch] = await Promise.all([
      amend ? parentsOfHead(context, objects) : parentsAtHead(context, objects, merging),
      currentBranch(context),
    ]);
    const [first] = parents;
    const changes = first ? first.changes : await readChanges(context, await emptyTree(context));
    const snapshot = changedSnapshot(first?.snapshot ?? emptySnapshot, changes);
    const policy = await readPolicy(objects, first?.snapshot ?? null, snapshot);
    if (!isJudgedBranch(policy.config, branch)) return { policy, amend, branch, facts: null };
    const files = new Files(objects, policy.validate);
    const reading: Reading = { context, now, objects, files, config: policy.config };
    const state = await readState(files, policy.config, snapshot);
    const made = { state, branch, amend, parents, changes };
    return { policy, amend, branch, facts: await readFacts(reading, made) };
  } finally {
    objects.close();
  }
}

interface Made {
  readonly state: State;
  readonly branch: string | null;
  readonly amend: boolean | null;
  readonly parents: readonly IndexParent[];
  readonly changes: readonly Change[];
}

async function readFacts(reading: Reading, made: Made): Promise<NonNullable<BeingMade['facts']>> {
  const { files, config, now } = reading;
  const { state, branch, changes } = made;
  const ownStart = await startAt(reading, made.parents[0]?.oid ?? null, state);
  const parents = await Promise.all(made.parents.map((parent) => readParentFacts(reading, parent, state.sprint)));
  const [base] = parents;
  const start = earlier(ownStart, base && base.state.sprint === state.sprint ? base.start : null);
  const snapshot = await snapshotFacts({
    ...{ files, config, at: now, branch, state, start },
    baseSprint: base?.state.sprint ?? null,
    changedPaths: changes.map((change) => change.path),
    schemaFiles: schemaFilesOfIndex(reading.context, made.parents[0]?.oid ?? null),
    onDisk: (path) => isOnDisk(reading.context, path),
  });
  if (state.sprint === null) return { snapshot, commit: null };
  const commit = await commitFacts(files, {
    ...{ oid: null, now, committedAt: now, config, id: state.sprint, ownStart, start, parents, amend: made.amend },
    author: config.po.length > 0 ? await authorOf(reading.context) : null,
    diffs: made.parents.length > 0 ? made.parents.map((parent) => parent.changes) : [changes],
    plainMerge: await isPlainMerge(reading.context, made),
    mergeBaseEntries: (path) =>
      mergeBaseEntries(
        reading,
        made.parents.map((parent) => parent.oid),
        path,
      ),
  });
  return { snapshot, commit };
}

async function readParentFacts(reading: Reading, parent: IndexParent, sprint: number | null): Promise<Parent> {
  const state = await readState(reading.files, reading.config, parent.snapshot);
  // The T of another sprint is held against nothing: asking git for it would be for nothing too.
  const start = state.sprint === sprint ? await startAt(reading, parent.oid, state) : null;
  return { state, ownStart: start, start, committedAt: parent.committedAt, lastEntries: new Map() };
}

/** T of a state whose history ends at a commit. */
async function startAt({ context, objects, config }: Reading, tip: string | null, state: State): Promise<Start | null> {
  const when = earliestWhen(state.journal);
  if (state.sprint === null || when === null || tip === null || !startIsInferred(state)) return startOf(state, []);
  const folder = sprintFolder(config, state.sprint);
  return startOf(state, await datesTouching(context, objects, tip, folder, when - historyWindow));
}

async function isPlainMerge(context: GitContext, { parents }: Made): Promise<boolean> {
  const [first, second, ...more] = parents;
  if (!first || !second) return false;
  if (more.length > 0) return ownChanges(parents.map((parent) => parent.changes)).length === 0;
  return isGitsMerge(context, [first.oid, second.oid], indexDiff);
}

// Ada Lovelace <ada@example.com> 1758542400 +0200
/** The author's e-mail: git hands it to pre-commit, `--author` included, and not to pre-merge-commit. */
async function authorOf(context: GitContext): Promise<string | null> {
  const given = context.environment.GIT_AUTHOR_EMAIL;
  if (given !== undefined) return given;
  return /<([^<>]*)>/.exec((await runGit(context, ['var', 'GIT_AUTHOR_IDENT'])).toString('utf8'))?.[1] ?? null;
}

function schemaFilesOfIndex(context: GitContext, tip: string | null): SchemaFiles {
  return {
    async tracked() {
      const args = ['ls-files', '-z', '--full-name', '--', ':(top,glob)**/schema.sql'];
      return (await runGit(context, args)).toString('utf8').split('\0').filter(Boolean);
    },
    touchedSince: async (paths, since) => tip !== null && touchedSince(context, tip, paths, since),
  };
}

async function isOnDisk(context: GitContext, path: string): Promise<boolean> {
  const top = (await runGit(context, ['rev-parse', '--show-toplevel'])).toString('utf8').trimEnd();
  return existsSync(join(top, path));
}
