import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Change } from '../git/diff.js';
import { indexDiff, readDiff } from '../git/diff.js';
import { type GitContext, runGit } from '../git/process.js';
import { isJudgedBranch } from './branches.js';
import { commitFacts, type Parent } from './commit.js';
import type { CommitFacts, SnapshotFacts, Start } from './facts.js';
import { Files, type Reading } from './files.js';
import { datesTouching, touchedSince } from './history.js';
import { type AskedIndex, emptyTree, type IndexParent } from './index-parents.js';
import { snapshotFacts, undeclaredSchemas } from './judged-snapshot.js';
import { type Policy, readPolicy } from './policy.js';
import { changedSnapshot, emptySnapshot } from './snapshot.js';
import { changedFiles, readState, type State, sprintNumbers } from './sprint.js';
import { earlier, readStart, startIsReadable } from './start.js';

/** The commit being made, read. */
export interface BeingMade {
  readonly policy: Policy;
  readonly branch: string | null;
  /** Null where the branch is not judged; `commit` is null where no sprint can be named. */
  readonly facts: { readonly snapshot: SnapshotFacts; readonly commit: CommitFacts | null } | null;
}

/**
 * Reads the commit that the index would make now, from what git was asked for already.
 *
 * @throws Failure when git fails, or the config can't be read.
 */
export async function readBeingMade(context: GitContext, now: number, asked: AskedIndex): Promise<BeingMade> {
  const { objects, amend } = asked;
  const [parents, branch] = await Promise.all([asked.parents, asked.branch]);
  const [first] = parents;
  const changes = first ? first.changes : await readDiff(context, indexDiff(await emptyTree(context)));
  const snapshot = changedSnapshot(first?.snapshot ?? emptySnapshot, changes);
  const policy = await readPolicy(objects, first?.snapshot ?? null, snapshot);
  if (!(await isJudgedBranch(policy.config, branch))) return { policy, branch, facts: null };
  const files = new Files(objects);
  files.prefetch(changedFiles(policy.config, changes));
  const reading: Reading = { context, now, objects, files, config: policy.config };
  const state = await readState(files, policy.config, snapshot);
  const { schemas } = asked;
  return {
    policy,
    branch,
    facts: await readFacts(reading, { state, branch, amend, parents, changes, schemas }),
  };
}

interface Made {
  readonly state: State;
  readonly branch: string | null;
  readonly amend: boolean | null;
  readonly parents: readonly IndexParent[];
  readonly changes: readonly Change[];
  readonly schemas: AskedIndex['schemas'];
}

async function readFacts(reading: Reading, made: Made): Promise<NonNullable<BeingMade['facts']>> {
  const { files, config, now, context } = reading;
  const { state, branch, changes } = made;
  const tip = made.parents[0]?.oid ?? null;
  const startAt = startReader(reading, tip);
  const changedPaths = changes.map((change) => change.path);
  // Side by side: each may have to ask git.
  const [told, parents, schemas] = await Promise.all([
    startAt(state),
    Promise.all(made.parents.map((parent) => readParentFacts(reading, parent, state.sprint, startAt))),
    undeclaredSchemas(files, config, state, changedPaths, () => made.schemas),
  ]);
  const [base] = parents;
  const start = earlier(told, base?.start ?? null);
  const snapshot = await snapshotFacts({
    ...{ files, config, at: now, branch, state, start, changedPaths, schemas },
    baseSprint: base?.state.sprint ?? null,
    schemaTouched: async (since) => tip !== null && touchedSince(context, tip, schemas, since),
    onDisk: (path) => isOnDisk(context, path),
  });
  if (state.sprint === null) return { snapshot, commit: null };
  const oids = made.parents.map((parent) => parent.oid);
  const diffs = oids.length > 0 ? made.parents.map((parent) => parent.changes) : [changes];
  const ownStart = startIsReadable(state) ? told : null;
  const commit = await commitFacts(files, {
    ...{ made: null, since: null, now, committedAt: now, config, id: state.sprint, ownStart, start, parents },
    amend: made.amend,
    // The index that git makes of the paths it is given has a name of its own.
    onlyPaths: /\bnext-index-[^/\\]*$/.test(context.environment.GIT_INDEX_FILE ?? ''),
    author: config.po.length > 0 ? await authorOf(context) : null,
    diffs,
    plainMerge: oids.length > 1 && (await (await import('./merge.js')).isPlainMerge(reading, oids, diffs, indexDiff)),
    sprintFolders: () => sprintNumbers(config, state.snapshot),
    mergeBaseEntries: async (path) => (await import('./merge.js')).mergeBaseEntries(reading, oids, path),
  });
  return { snapshot, commit };
}

type StartReader = (state: State) => Promise<Start | null>;

async function readParentFacts(
  reading: Reading,
  parent: IndexParent,
  sprint: number | null,
  startAt: StartReader,
): Promise<Parent> {
  const state = await readState(reading.files, reading.config, parent.snapshot);
  // The T of another sprint is held against nothing: asking git for it would be for nothing too.
  const start = state.sprint === sprint ? await startAt(state) : null;
  const ownStart = startIsReadable(state) ? start : null;
  return { state, ownStart, start, committedAt: parent.committedAt, lastEntries: null };
}

/** Reads the T of states of one sprint whose history ends at a commit; git is asked once for each instant. */
function startReader(reading: Reading, tip: string | null): StartReader {
  const known = new Map<number, Promise<number[]>>();
  return (state) =>
    readStart(reading, state, async (folder, since) => {
      if (tip === null) return [];
      const dates = known.get(since) ?? datesTouching(reading, { tip, folder, since, thorough: false });
      known.set(since, dates);
      return dates;
    });
}

// Ada Lovelace <ada@example.com> 1758542400 +0200
/** The author's e-mail: git hands it to pre-commit, `--author` included, and not to pre-merge-commit. */
async function authorOf(context: GitContext): Promise<string | null> {
  const given = context.environment.GIT_AUTHOR_EMAIL;
  if (given !== undefined) return given;
  return /<([^<>]*)>/.exec(await runGit(context, ['var', 'GIT_AUTHOR_IDENT']))?.[1] ?? null;
}

async function isOnDisk(context: GitContext, path: string): Promise<boolean> {
  const top = (await runGit(context, ['rev-parse', '--show-toplevel'])).trimEnd();
  return existsSync(join(top, path));
}
