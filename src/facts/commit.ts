import type { Config } from '../config/config.js';
import type { TreeEntry } from '../git/tree.js';
import { onlyAnswers, sameValue } from '../journal/entries.js';
import { firstLossInMerge, newAnswers } from '../journal/history.js';
import type { Entry, Journal } from '../journal/journal.js';
import { matching } from './branches.js';
import type { Change, CommitFacts, JournalChange, Start } from './facts.js';
import type { Files } from './files.js';
import { journalPath, type State, sprintOfJournal } from './sprint.js';
import { sprintFrom } from './start.js';

/** A commit that another is compared with. */
export interface Parent {
  readonly state: State;
  /** T as its own files and history tell it. */
  readonly ownStart: Start | null;
  /** The T that counts for its sprint. */
  readonly start: Start | null;
  /** Its committer date, in milliseconds since the epoch; null where it can't be read. */
  readonly committedAt: number | null;
  /** The last readable entries of journals that it can't read itself, by path. */
  readonly lastEntries: ReadonlyMap<string, readonly Entry[]>;
}

/** What the facts of a commit are made of. */
export interface CommitInput {
  readonly oid: string | null;
  readonly author: string | null;
  readonly committedAt: number | null;
  readonly now: number;
  readonly config: Config;
  /** N of the commit. */
  readonly id: number;
  readonly ownStart: Start | null;
  /** The T that counts. */
  readonly start: Start | null;
  /** In git's order; empty for a root commit. */
  readonly parents: readonly Parent[];
  /** The changes against each parent; against no files at all for a root commit. */
  readonly diffs: readonly (readonly Change[])[];
  readonly plainMerge: boolean;
  readonly amend: boolean | null;
  /** The entries of a journal at the merge base of a merge's parents. */
  readonly mergeBaseEntries: (path: string) => Promise<readonly Entry[] | null>;
}

/** The facts of a commit, made or being made. Throws Failure when git lacks a blob. */
export async function commitFacts(files: Files, input: CommitInput): Promise<CommitFacts> {
  const changes = ownChanges(input.diffs);
  const journals = await journalChanges(files, input);
  const merge = input.parents.length > 1;
  const dates = input.parents.map((parent) => parent.committedAt).filter((date) => date !== null);
  return {
    oid: input.oid,
    author: input.author,
    committedAt: input.committedAt,
    parentCommittedAt: dates.length > 0 ? Math.max(...dates) : null,
    now: input.now,
    config: input.config,
    sprint: sprintFrom(input.config, input.id, input.start),
    ownStart: input.ownStart,
    base: await baseOf(input),
    changes,
    allowedAfterFreeze: await matching(
      changes.map(({ path }) => path),
      input.config.allowAfterFreeze,
    ),
    journals,
    merge,
    plainMerge: input.plainMerge,
    amend: input.amend,
    answer: input.parents.length === 1 && isAnswer(changes, journals),
  };
}

async function baseOf({ parents, config, id }: CommitInput): Promise<CommitFacts['base']> {
  const [parent] = parents;
  if (!parent) return null;
  const { state, start, ownStart } = parent;
  const holdsJournal = (await state.snapshot.entry(journalPath(config, id))) !== null;
  return { sprint: state.sprint, start: ownStart ?? start, holdsJournal };
}

/** The changes that a commit owns: of a merge, the paths that differ from every parent. */
export function ownChanges(diffs: CommitInput['diffs']): readonly Change[] {
  const [first = [], ...others] = diffs;
  const paths = others.map((diff) => new Set(diff.map((change) => change.path)));
  return paths.length === 0 ? first : first.filter((change) => paths.every((set) => set.has(change.path)));
}

async function journalChanges(files: Files, input: CommitInput): Promise<JournalChange[]> {
  const { config, diffs, parents } = input;
  const changed = new Map<string, Change>();
  for (const change of diffs.flat()) {
    if (sprintOfJournal(config, change.path) !== null && !changed.has(change.path)) changed.set(change.path, change);
  }
  return Promise.all(
    [...changed].map(async ([path, change]) => {
      const sprint = sprintOfJournal(config, path) as number;
      const before = await Promise.all(
        diffs.map((diff, index) => {
          const own = diff.find((candidate) => candidate.path === path);
          return entriesBefore(files, path, sprint, own ? own.before : change.after, parents[index]);
        }),
      );
      const after = change.after ? await files.journal(path, sprint, change.after) : null;
      // Asking for the merge base costs a process: only where an entry seems lost, or the merge's own.
      const isOpen = parents.length > 1 && mergeBaseMatters(before, entriesOf(after) ?? []);
      const mergeBase = isOpen ? await input.mergeBaseEntries(path) : null;
      return { path, sprint, before, mergeBase, after };
    }),
  );
}

function mergeBaseMatters(before: readonly (readonly Entry[])[], after: readonly Entry[]): boolean {
  return firstLossInMerge(before, null, after) !== null || newAnswers(before, null, after).length > 0;
}

async function entriesBefore(
  files: Files,
  path: string,
  sprint: number,
  entry: TreeEntry | null,
  parent: Parent | undefined,
): Promise<readonly Entry[]> {
  if (!entry) return [];
  const journal = await files.journal(path, sprint, entry);
  return entriesOf(journal) ?? parent?.lastEntries.get(path) ?? [];
}

/** The entries of a journal; null where they can't be read. */
export function entriesOf(journal: Journal | null): readonly Entry[] | null {
  return journal?.state === 'read' ? journal.entries : null;
}

function isAnswer(changes: readonly Change[], journals: readonly JournalChange[]): boolean {
  if (changes.length !== journals.length) return false;
  const pairs = journals.map(({ before, after }) => [before[0] ?? [], entriesOf(after)] as const);
  return (
    pairs.every(([before, after]) => after !== null && onlyAnswers(before, after)) &&
    pairs.some(([before, after]) => !sameValue(before, after))
  );
}
