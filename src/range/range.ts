import { commitFacts, type Parent } from '../facts/commit.js';
import type { CommitFacts, SnapshotFacts } from '../facts/facts.js';
import { Files, type Reading } from '../facts/files.js';
import { touchedSince } from '../facts/history.js';
import { isSchemaFile, snapshotFacts, undeclaredSchemas } from '../facts/judged-snapshot.js';
import { type Policy, readPolicy } from '../facts/policy.js';
import { changedSnapshot, treeSnapshot } from '../facts/snapshot.js';
import { changedFiles, readState, sprintNumbers } from '../facts/sprint.js';
import type { Change } from '../git/diff.js';
import { readDiff, treeDiff } from '../git/diff.js';
import { type Git, openGit } from '../git/git.js';
import { ObjectReader } from '../git/objects.js';
import { type GitContext, runGit } from '../git/process.js';
import type { Verdict } from '../judge.js';
import type { ReportedRange } from '../report/types.js';
import { type ListedCommit, listCommits, type RangeCommit, withDiffs } from './commits.js';
import { contains, defaultBranch } from './refs.js';
import { Walk } from './walk.js';

/** Through what a range is read. */
export interface Repository {
  readonly context: GitContext;
  readonly git: Git;
  readonly objects: ObjectReader;
  /** The moment of the check, in milliseconds since the epoch. */
  readonly now: number;
}

/** Gives `use` a repository, at the moment of the check, and ends git afterwards. */
export async function withRepository<Result>(
  context: GitContext,
  now: number,
  use: (repository: Repository) => Promise<Result>,
): Promise<Result> {
  const objects = new ObjectReader(context);
  try {
    return await use({ context, git: openGit(context), objects, now });
  } finally {
    objects.close();
  }
}

/** A range of commits. Every commit is a full object name. */
export interface RangeInput {
  readonly tip: string;
  /** Commits that these reach are not judged. */
  readonly excluded: readonly string[];
  /** What the tip is compared with; null where there is nothing. */
  readonly base: string | null;
  /** Whose policy judges; null where nothing but the tip can have one. */
  readonly policyFrom: string | null;
  /** The branch, without `refs/heads/`; null where none is known. */
  readonly branch: string | null;
}

/** A range, read, and its commits judged. */
export interface RangeFacts {
  readonly snapshot: SnapshotFacts;
  /** What was found in its commits, parents first. */
  readonly commits: readonly Verdict[];
  /** The tip compared with the base; null without a base. */
  readonly acrossRange: CommitFacts | null;
  readonly range: ReportedRange;
  /** One of its commits has more than one parent. */
  readonly merges: boolean;
}

/** The policy under which a range is judged. Throws Failure when its config can't be read. */
export function rangePolicy({ objects }: Repository, { policyFrom, tip }: RangeInput): Promise<Policy> {
  return readPolicy(
    objects,
    policyFrom === null ? null : treeSnapshot(objects, policyFrom),
    treeSnapshot(objects, tip),
  );
}

/** Judges one commit of a range. */
type Judge = (commit: CommitFacts) => readonly Verdict[];

/**
 * Reads a range: its tip as a snapshot, and every commit, whose facts are given to `judge` and not kept.
 *
 * @throws Failure when git fails, or the clone is too shallow.
 */
export async function readRange(
  repository: Repository,
  input: RangeInput,
  policy: Policy,
  judge: Judge,
): Promise<RangeFacts> {
  const { context, objects } = repository;
  const { tip, base } = input;
  const listed = await listCommits(context, objects, tip, input.excluded);
  const files = new Files(objects);
  const reading: Reading = { ...repository, files, config: policy.config };
  let folders: Promise<number[]> | null = null;
  const sprintFolders = () => {
    folders ??= sprintNumbers(policy.config, treeSnapshot(objects, tip));
    return folders;
  };
  const branch = input.branch ?? policy.config.sprintBranch;
  const walk = new Walk(reading, listed, { base, branch, sprintFolders });
  const baseParent = base === null ? null : await walk.base(base);
  const compared = base === null ? null : readDiff(context, treeDiff(base, tip));
  // It is awaited once the commits are read; until then a failure of its is not unhandled.
  compared?.catch(() => {});
  const read = await readCommits(reading, walk, listed, judge);
  const changes = (await compared) ?? read.changes;
  const last = await walk.parent(tip);
  const baseSprint = baseParent?.state.sprint ?? null;
  const opened = baseSprint !== null && baseSprint !== last.state.sprint;
  const before = opened ? read.sprints.findLast((sprint) => sprint !== last.state.sprint) : undefined;
  const ends: Ends = { base: baseParent, tip: last, changes, previousSprint: before ?? baseSprint };
  const sprint = baseSprint ?? last.state.sprint;
  const isOnDefault = (oid: string) => isOnDefaultBranch(repository, oid);
  const stragglers = sprint === null ? [] : await walk.stragglers(tip, sprint, (baseParent ?? last).state, isOnDefault);
  const merges = listed.some(({ parents }) => parents.length > 1);
  return {
    snapshot: await tipFacts(reading, input, ends),
    commits: [...read.verdicts, ...stragglers.flatMap(judge)],
    acrossRange: await compareEnds(reading, input, ends, merges),
    range: { from: base, to: tip, commits: listed.length },
    merges,
  };
}

/** Goes along all commits, while git still compares later ones; tells their changes, and their sprints in turn. */
async function readCommits(
  { context, files, config }: Reading,
  walk: Walk,
  listed: readonly ListedCommit[],
  judge: Judge,
): Promise<{ verdicts: readonly Verdict[]; changes: readonly Change[]; sprints: readonly number[] }> {
  const verdicts: Verdict[] = [];
  const changes: Change[] = [];
  const sprints: number[] = [];
  const read = async (batch: readonly RangeCommit[]) => {
    for (const commit of batch) {
      const facts = await walk.next(commit);
      if (!facts) continue;
      if (facts.sprint.id !== sprints.at(-1)) sprints.push(facts.sprint.id);
      for (const verdict of judge(facts)) verdicts.push(verdict);
    }
  };
  let batch: readonly RangeCommit[] = [];
  for await (const ahead of inBatches(withDiffs(context, listed))) {
    const changesAhead = ahead.flatMap(({ diffs }) => diffs.flat());
    for (const change of changesAhead) changes.push(change);
    // git answers while the batch before is read.
    files.prefetch(changedFiles(config, changesAhead));
    await read(batch);
    batch = ahead;
  }
  await read(batch);
  return { verdicts, changes, sprints };
}

/** The blobs of at least this many commits are asked for at once: few waits, and not a whole history in memory. */
const batchSize = 48;

async function* inBatches<Item>(source: AsyncIterable<readonly Item[]>): AsyncGenerator<readonly Item[]> {
  let batch: Item[] = [];
  for await (const items of source) {
    batch.push(...items);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

/** What was merged in from the default branch is for those to answer for who made it. */
async function isOnDefaultBranch(repository: Repository, oid: string): Promise<boolean> {
  const other = await defaultBranch(repository, 'origin');
  return other !== null && (await contains(repository, other.tip, oid));
}

/** Both ends of a range, and the changes between them; of a range without a base, all that its commits change. */
interface Ends {
  readonly base: Parent | null;
  readonly tip: Parent;
  readonly changes: readonly Change[];
  /** N of the last sprint before the tip's; the tip's own where the base was in it already. */
  readonly previousSprint: number | null;
}

async function tipFacts(reading: Reading, input: RangeInput, ends: Ends): Promise<SnapshotFacts> {
  const { files, config, now, context, objects } = reading;
  const { tip, branch } = input;
  const tree = treeSnapshot(objects, tip);
  // Of what changed since the base, every old sprint's journal included, git told already what stands there now.
  const snapshot = ends.base ? changedSnapshot(ends.base.state.snapshot, ends.changes, tree) : tree;
  const state = await readState(files, config, snapshot);
  const changedPaths = ends.changes.map(({ path }) => path);
  const schemas = await undeclaredSchemas(files, config, state, changedPaths, () => schemaFilesOf(context, tip));
  return snapshotFacts({
    ...{ files, config, branch, start: ends.tip.start, state, changedPaths, schemas },
    at: ends.tip.committedAt ?? now,
    baseSprint: ends.previousSprint,
    schemaTouched: (since) => touchedSince(context, tip, schemas, since),
    onDisk: async () => false,
  });
}

/** What no single commit shows: the tip held against the base, as if one commit led from one to the other. */
async function compareEnds(
  { files, config, now }: Reading,
  { base: since }: RangeInput,
  { base, tip, changes }: Ends,
  merges: boolean,
): Promise<CommitFacts | null> {
  const id = tip.state.sprint;
  if (!base || id === null) return null;
  const { ownStart, start, committedAt } = tip;
  const facts = await commitFacts(files, {
    ...{ made: null, since, author: null, committedAt, now, config, id, ownStart, start },
    ...{ parents: [base], diffs: [changes], plainMerge: false, amend: false, onlyPaths: false },
    sprintFolders: () => sprintNumbers(config, tip.state.snapshot),
    mergeBaseEntries: async () => null,
  });
  return { ...facts, merge: merges };
}

async function schemaFilesOf(context: GitContext, commit: string): Promise<string[]> {
  const paths = (await runGit(context, ['ls-tree', '-r', '-z', '--name-only', commit])).split('\0');
  return paths.filter(isSchemaFile);
}
