import { type CommitInput, commitFacts, type Parent } from '../facts/commit.js';
import type { CommitFacts, MadeCommit, Start } from '../facts/facts.js';
import type { Reading } from '../facts/files.js';
import { lastEntriesAfter } from '../facts/last-entries.js';
import { isPlainMerge, mergeBaseEntries } from '../facts/merge.js';
import { changedSnapshot, emptySnapshot, treeSnapshot } from '../facts/snapshot.js';
import { keepsSprint, readJournalAt, readState, type State, sprintNumbers } from '../facts/sprint.js';
import { earliestWhen, readStart, startIsReadable } from '../facts/start.js';
import { treeDiff } from '../git/diff.js';
import { type ListedCommit, type RangeCommit, readCommit } from './commits.js';
import { FolderDates } from './folder-dates.js';
import { KnownStarts } from './starts.js';

/** A range, as far as it is told with each of its commits. */
interface WalkedRange extends Pick<CommitInput, 'sprintFolders'>, Pick<MadeCommit, 'base' | 'branch'> {}

/** Goes along a range, parents before children, and knows of each commit what the next are compared with. */
export class Walk {
  readonly #reading: Reading;
  readonly #commits = new Map<string, Parent>();
  readonly #starts = new KnownStarts();
  readonly #range: WalkedRange;
  /** The last of its commits; null where it has none. */
  readonly #tip: string | null;
  /** The commits that are followed by a merge. */
  readonly #beforeMerges: ReadonlySet<string>;
  readonly #folderDates: FolderDates;
  /** The commits outside the range that commits of the range follow. */
  readonly #boundary: readonly string[];
  /** A commit outside the range is in a sprint: the repository's first one does not begin in the range. */
  #sprintBefore = false;
  /** Commits in no sprint that no sprint's first commit was seen to follow yet. */
  readonly #sprintless = new Map<string, RangeCommit>();

  constructor(reading: Reading, commits: readonly ListedCommit[], range: WalkedRange) {
    this.#reading = reading;
    this.#range = range;
    this.#tip = commits.at(-1)?.oid ?? null;
    const lastMerge = commits.findLastIndex(({ parents }) => parents.length > 1);
    this.#beforeMerges = new Set(commits.slice(0, Math.max(0, lastMerge)).map(({ oid }) => oid));
    this.#folderDates = new FolderDates(reading);
    const inside = new Set(commits.map(({ oid }) => oid));
    this.#boundary = [...new Set(commits.flatMap(({ parents }) => parents))].filter((oid) => !inside.has(oid));
  }

  /** The range's base, whose T no commit of the range gets past. Throws Failure where the clone lacks it. */
  async base(oid: string): Promise<Parent> {
    const base = await this.parent(oid);
    this.#starts.holdAgainst(oid);
    return base;
  }

  /** A commit of the range that was gone by, or one outside it, as what others are compared with. Throws Failure where the clone lacks it. */
  async parent(oid: string): Promise<Parent> {
    const known = this.#commits.get(oid) ?? (await this.#readOutside(oid));
    this.#commits.set(oid, known);
    return known;
  }

  /** The facts of the range's next commit; null where it is in no sprint. */
  async next(commit: RangeCommit): Promise<CommitFacts | null> {
    const parents = await this.#parentsOf(commit);
    const first = parents[0];
    const state = await this.#stateOf(commit, first?.state ?? null);
    const told = await this.#startOf(state, this.#boundary);
    const ownStart = startIsReadable(state) ? told : null;
    const start = this.#starts.remember(commit.oid, commit.parents, state.sprint, told);
    const facts = state.sprint === null ? null : await this.#factsOf(commit, parents, state.sprint, ownStart, start);
    if (facts === null) this.#sprintless.set(commit.oid, commit);
    else if (!this.#sprintBefore && parents.every((parent) => parent.state.sprint === null)) {
      this.#leaveBehind(commit.parents);
    }
    this.#folderDates.add(commit);
    const lastEntries = lastEntriesAfter(facts?.journals ?? [], first);
    this.#commits.set(commit.oid, { state, ownStart, start, committedAt: commit.committedAt, lastEntries });
    return facts;
  }

  async #parentsOf({ parents }: RangeCommit): Promise<Parent[]> {
    const read: Parent[] = [];
    // Nearly all are known: waiting for what is there costs a range of thousands.
    for (const oid of parents) read.push(this.#commits.get(oid) ?? (await this.parent(oid)));
    return read;
  }

  async #stateOf(commit: RangeCommit, before: State | null): Promise<State> {
    const { files, config, objects } = this.#reading;
    const changes = commit.diffs[0] ?? [];
    const tree = treeSnapshot(objects, commit.oid);
    const snapshot = changedSnapshot(before?.snapshot ?? emptySnapshot, changes, tree);
    if (before && keepsSprint(config, before, changes)) return { ...before, snapshot };
    return readState(files, config, snapshot, before?.sprint ?? null);
  }

  /**
   * The facts of the commits in no sprint that were made once the repository's first sprint was open: beside it, as on
   * an orphan branch that is merged later, and not before it. They are held to `sprint`. `end` is either end of the
   * range; commits that `isElsewhere` are left alone.
   */
  async stragglers(
    tip: string,
    sprint: number,
    end: State,
    isElsewhere: (oid: string) => Promise<boolean>,
  ): Promise<CommitFacts[]> {
    if (this.#sprintless.size === 0) return [];
    const starts = this.#starts.at(tip);
    const opened = Math.min(
      ...[...starts.values()].map(({ at }) => at),
      (await this.#firstWhen(end)) ?? Number.POSITIVE_INFINITY,
    );
    const beside = [...this.#sprintless.values()].filter(
      ({ committedAt }) => committedAt === null || committedAt >= opened,
    );
    const start = starts.get(sprint) ?? null;
    const facts = beside.map(async (commit) => {
      if (await isElsewhere(commit.oid)) return [];
      const parents = await this.#parentsOf(commit);
      const isWithin = commit.committedAt === null || (start !== null && commit.committedAt >= start.at);
      return [await this.#factsOf(commit, parents, sprint, null, isWithin ? start : null)];
    });
    return (await Promise.all(facts)).flat();
  }

  /** The earliest `when` of the repository's first journal, in milliseconds since the epoch. */
  async #firstWhen({ snapshot }: State): Promise<number | null> {
    const { files, config } = this.#reading;
    const [first] = (await sprintNumbers(config, snapshot)).toReversed();
    return first === undefined ? null : earliestWhen(await readJournalAt(files, config, snapshot, first));
  }

  async #factsOf(
    commit: RangeCommit,
    parents: readonly Parent[],
    id: number,
    ownStart: Start | null,
    start: Start | null,
  ): Promise<CommitFacts> {
    const { files, config, now } = this.#reading;
    const { oid, author, committedAt, diffs } = commit;
    const plainMerge =
      parents.length > 1 && (await isPlainMerge(this.#reading, commit.parents, diffs, (tree) => treeDiff(tree, oid)));
    const mergeBase = (path: string) => mergeBaseEntries(this.#reading, commit.parents, path);
    return commitFacts(files, {
      ...{ made: this.#madeCommit(commit), since: null, author, committedAt, now, config, id, ownStart, start },
      ...{ parents, diffs, plainMerge, amend: false, onlyPaths: false },
      sprintFolders: this.#range.sprintFolders,
      mergeBaseEntries: mergeBase,
    });
  }

  #madeCommit({ oid, parents }: RangeCommit): MadeCommit {
    const { base, branch } = this.#range;
    const before = this.#beforeMerges.has(oid) ? 'merges' : 'commits';
    return { oid, isMerge: parents.length > 1, followedBy: oid === this.#tip ? 'nothing' : before, base, branch };
  }

  /** What the first commit of a sprint follows was made before it. */
  #leaveBehind(oids: readonly string[]): void {
    const before = [...oids];
    for (let oid = before.pop(); oid !== undefined; oid = before.pop()) {
      const commit = this.#sprintless.get(oid);
      if (this.#sprintless.delete(oid)) before.push(...(commit?.parents ?? []));
    }
  }

  async #readOutside(oid: string): Promise<Parent> {
    const { files, config, objects } = this.#reading;
    const { committedAt } = await readCommit(objects, oid);
    const state = await readState(files, config, treeSnapshot(objects, oid));
    if (state.sprint !== null) this.#sprintBefore = true;
    const told = await this.#startOf(state, [oid]);
    const ownStart = startIsReadable(state) ? told : null;
    const start = this.#starts.remember(oid, [], state.sprint, told);
    return { state, ownStart, start, committedAt, lastEntries: null };
  }

  #startOf(state: State, tips: readonly string[]): Promise<Start | null> {
    return readStart(this.#reading, state, (folder, since) => this.#folderDates.of(folder, since, tips));
  }
}
