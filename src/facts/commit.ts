import type { Config } from '../config/config.js';
import type { Commit } from '../git/commit.js';
import { type Change, indexDiff, treeDiff } from '../git/diff.js';
import { folderMode } from '../git/tree.js';
import { entriesOf, isPO } from '../journal/entries.js';
import type { Journal } from '../journal/journal.js';
import type { Ancestor } from './ancestor.js';
import { matching } from './branches.js';
import type { CommitFacts, Obstacle, ParentFacts, Start } from './facts.js';
import type { Reading } from './files.js';
import {
  isAnswerCommit,
  isUnfinished,
  journalChanges,
  lastReadableAfter,
  readableInHistory,
} from './journal-changes.js';
import { isPlainMerge, ownChanges } from './merge.js';
import type { Snapshot } from './snapshot.js';
import { foldersTo, journalOf, journalPath, nextState, readJournalAt, type State } from './sprint.js';
import { earlier, earliestIn, mergeStarts, readStart, sprintFrom, startIsReadable } from './start.js';

/** A commit to read: an existing one, or the one being made, whose `snapshot` is the index. */
export interface CommitInput {
  readonly commit: Commit;
  readonly snapshot: Snapshot;
  /** In git's order; empty for a root commit. */
  readonly parents: readonly Ancestor[];
  readonly baseName: CommitFacts['baseName'];
  readonly branch: string | null;
}

export interface ReadCommit {
  readonly facts: CommitFacts;
  readonly state: State;
  readonly ancestor: Omit<Ancestor, 'oid'>;
}

/** Reads a commit. Throws Failure if git lacks a blob. */
export async function readCommitFacts(reading: Reading, input: CommitInput): Promise<ReadCommit> {
  const { config, now } = reading;
  const { commit, snapshot, parents, baseName, branch } = input;
  const { oid, committedAt, author, diffs } = commit;
  const [base] = parents;
  const state = await nextState(config, snapshot, base?.state ?? null, diffs[0] ?? [], oid !== null);
  const startInFiles = await readStart(config, state);
  const ownStart = startIsReadable(state) ? startInFiles : null;
  const starts = mergeStarts(
    parents.map((parent) => parent.starts),
    state.sprint,
    startInFiles,
  );
  const start = state.sprint === null ? null : (starts.get(state.sprint) ?? null);
  const changes = ownChanges(diffs);
  const changed = await journalChanges(reading, parents, diffs);
  const journal = await journalOf(config, state);
  const merge = parents.length > 1;
  const baseHoldsJournal = await holdsJournal(reading, state.sprint, base);
  const facts: CommitFacts = {
    ...{ oid, now, committedAt, at: committedAt ?? now, author, config, branch },
    notes: state.notes,
    sprint: state.sprint === null ? null : sprintFrom(config, state.sprint, start),
    ownStart,
    parents: parents.map(parentFacts),
    baseName,
    baseHoldsJournal,
    journal,
    journalAbsence: await absenceOf(reading, state, journal),
    journalDeletedFrom: !journal && baseHoldsJournal && base?.state.sprint === state.sprint ? baseName : null,
    journals: journalsToJudge(journal, changed),
    journalNotAdded: false,
    leftOnDisk: new Set(),
    nextNotAdded: false,
    journalChanges: changed,
    changes,
    allowedAfterFreeze: await allowed(reading, changes),
    merge,
    plainMerge: await isPlain(reading, commit),
    answer: parents.length === 1 && isAnswerCommit(changes, changed),
    unfinished: parents.length === 1 && isUnfinished(changes, changed),
    mayAmend: false,
    onlyPaths: false,
    unanswered: await unanswered(reading, state, parents),
    closing: null,
  };
  const lastReadable = lastReadableAfter(changed, parents);
  return { facts, state, ancestor: { state, ownStart, starts, committedAt, lastReadable } };
}

/** Returns what later commits are compared with, for HEAD or a commit outside the range. */
export async function readAncestor(
  reading: Reading,
  oid: string,
  state: State,
  committedAt: number | null,
): Promise<Ancestor> {
  const startInFiles = (await readStart(reading.config, state)) ?? (await lastReadableStart(reading, oid, state));
  const ownStart = startIsReadable(state) ? startInFiles : null;
  const starts = mergeStarts([], state.sprint, startInFiles);
  return { oid, state, ownStart, starts, committedAt, lastReadable: new Map() };
}

/** Reads T from the last readable entries of a journal that can't be read. */
async function lastReadableStart(reading: Reading, oid: string, state: State): Promise<Start | null> {
  const { config } = reading;
  const journal = await journalOf(config, state);
  if (!journal || entriesOf(journal)) return null;
  const lists = await readableInHistory(reading, oid, journal.path);
  const dates = lists.flatMap(({ entries }) => earliestIn(config, entries)?.at ?? []);
  return dates.length === 0 ? null : { at: Math.min(...dates), source: 'journal', line: null };
}

export function parentFacts({ state, ownStart, starts, committedAt }: Ancestor): ParentFacts {
  const known = state.sprint === null ? null : (starts.get(state.sprint) ?? null);
  return { sprint: state.sprint, start: ownStart ?? known, committedAt };
}

function journalsToJudge(journal: Journal | null, changes: CommitFacts['journalChanges']): Journal[] {
  const others = changes.map(({ after }) => after).filter((after) => after !== null && after.path !== journal?.path);
  return [journal, ...others].filter((each) => each !== null);
}

async function holdsJournal({ config }: Reading, sprint: number | null, base: Ancestor | undefined): Promise<boolean> {
  if (sprint === null || !base) return false;
  if (base.state.sprint === sprint) return base.state.journal !== null;
  return (await readJournalAt(config, base.state.snapshot, sprint)) !== null;
}

async function absenceOf(
  { config }: Reading,
  { sprint, snapshot }: State,
  journal: Journal | null,
): Promise<CommitFacts['journalAbsence']> {
  if (sprint === null || journal) return null;
  return (await obstacleTo(snapshot, journalPath(config, sprint))) ?? 'nowhere';
}

/** Returns what occupies the place of one of the folders of `path`; null if nothing does. */
export async function obstacleTo(snapshot: Snapshot, path: string): Promise<Obstacle | null> {
  for (const folder of foldersTo(path)) {
    const found = await snapshot.entry(folder);
    if (found && found.mode !== folderMode) return { folder, is: obstacleKinds[found.mode] ?? 'a file' };
  }
  return null;
}

const obstacleKinds: Readonly<Record<string, Obstacle['is']>> = { '120000': 'a link', '160000': 'a submodule' };

function allowed({ config }: Reading, changes: readonly Change[]): Promise<ReadonlySet<string>> {
  return matching(
    changes.map(({ path }) => path),
    config.allowAfterFreeze,
  );
}

function isPlain(reading: Reading, { oid, parents, diffs }: Commit): Promise<boolean> {
  return isPlainMerge(reading, parents, diffs, (tree) => (oid === null ? indexDiff(tree) : treeDiff(tree, oid)));
}

async function unanswered(
  { config }: Reading,
  state: State,
  parents: readonly Ancestor[],
): Promise<CommitFacts['unanswered']> {
  const before = parents[0]?.state.sprint ?? null;
  // A merge opens no sprint that one of its parents is in.
  if (before === null || state.sprint === null || parents.some((parent) => parent.state.sprint === state.sprint))
    return null;
  return unansweredIn(config, state.snapshot, before);
}

/** Returns the sprint and its journal if that ends with an ask that no PO's entry follows; null otherwise. */
export async function unansweredIn(
  config: Config,
  snapshot: Snapshot,
  sprint: number,
): Promise<CommitFacts['unanswered']> {
  const last = entriesOf(await readJournalAt(config, snapshot, sprint))?.at(-1);
  return last === undefined || isPO(last) ? null : { sprint, journal: journalPath(config, sprint) };
}

export function firstStart(starts: Iterable<Start>): Start | null {
  let first: Start | null = null;
  for (const start of starts) first = earlier(first, start);
  return first;
}
