import { type Commit, readCommit } from '../git/commit.js';
import type { Ancestor } from './ancestor.js';
import { firstStart, type ReadCommit, readAncestor, readCommitFacts } from './commit.js';
import type { Start } from './facts.js';
import type { Reading } from './files.js';
import { treeSnapshot } from './snapshot.js';
import { readJournalAt, readState, type State, sprintNumbers } from './sprint.js';
import { earlier, earliestWhen } from './start.js';

/** Reads the commits of a range, parents before children, and keeps what later ones are compared with. */
export class Lineage {
  readonly #ancestors = new Map<string, Ancestor>();

  constructor(
    private readonly reading: Reading,
    private readonly branch: string | null,
  ) {}

  /** Reads the next commit of the range. Throws Failure if the clone lacks a parent of it. */
  async next(commit: Commit & { readonly oid: string }): Promise<ReadCommit> {
    const parents: Ancestor[] = [];
    for (const oid of commit.parents) parents.push(await this.ancestor(oid));
    const snapshot = treeSnapshot(this.reading.files, commit.oid);
    const baseName = `${commit.oid.slice(0, 10)}~1`;
    const read = await readCommitFacts(this.reading, { commit, snapshot, parents, baseName, branch: this.branch });
    this.#ancestors.set(commit.oid, { ...read.ancestor, oid: commit.oid });
    return read;
  }

  /** Reads a commit without its parents, for its files alone. */
  async alone(oid: string): Promise<ReadCommit> {
    const { committedAt } = await this.ancestor(oid);
    const commit = { oid, parents: [], author: null, authoredAt: null, committedAt, diffs: [] };
    const snapshot = treeSnapshot(this.reading.files, oid);
    return readCommitFacts(this.reading, { commit, snapshot, parents: [], baseName: oid, branch: this.branch });
  }

  /** Returns a commit of the range that was read, or one outside it. Throws Failure if the clone lacks it. */
  async ancestor(oid: string): Promise<Ancestor> {
    const ancestor = this.#ancestors.get(oid) ?? (await this.#readOutside(oid));
    this.#ancestors.set(oid, ancestor);
    return ancestor;
  }

  async #readOutside(oid: string): Promise<Ancestor> {
    const { files, config } = this.reading;
    const { committedAt } = await readCommit(files.objects, oid);
    const state = await readState(config, treeSnapshot(files, oid));
    return readAncestor(this.reading, oid, state, committedAt);
  }

  /** Returns when the first sprint began, by all commits read so far and by the journals of `end`. */
  async firstSprintStart(end: State): Promise<Start | null> {
    const { config } = this.reading;
    const known = firstStart([...this.#ancestors.values()].flatMap(({ starts }) => [...starts.values()]));
    const [first] = (await sprintNumbers(config, end.snapshot)).toReversed();
    if (first === undefined) return known;
    return earlier(known, earliestWhen(config, await readJournalAt(config, end.snapshot, first)));
  }
}
