import type { Config } from '../config/config.js';
import type { Change } from '../git/diff.js';
import { entriesOf, onlyAnswers, sameValue } from '../journal/entries.js';
import { firstLossInMerge, newAnswers } from '../journal/history.js';
import type { Entry } from '../journal/journal.js';
import { matching } from './branches.js';
import type { CommitFacts, JournalChange, Sprint, Start } from './facts.js';
import type { Files } from './files.js';
import { entriesBefore, type LastEntries } from './last-entries.js';
import { journalPath, type State, sprintOfJournal } from './sprint.js';
import { sprintFrom } from './start.js';

/** A commit that another is compared with. */
export interface Parent {
  readonly state: State;
  /** T as its own files and history tell it; null where its header hides it. */
  readonly ownStart: Start | null;
  /** The T that counts for its sprint. */
  readonly start: Start | null;
  /** Its committer date, in milliseconds since the epoch; null where it can't be read. */
  readonly committedAt: number | null;
  /** What stands for the entries of journals that can't be read: the last that could be. */
  readonly lastEntries: LastEntries | null;
}

/** What the facts of a commit are made of. */
export interface CommitInput {
  readonly made: CommitFacts['made'];
  /** The base of a range that is compared with its tip; null for a commit. */
  readonly since: string | null;
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
  readonly onlyPaths: boolean;
  /** The numbers of the sprints that have a folder where it is mended: in the index, or at the range's tip. */
  readonly sprintFolders: () => Promise<readonly number[]>;
  /** The entries of a journal at the merge base of a merge's parents. */
  readonly mergeBaseEntries: (path: string) => Promise<readonly Entry[] | null>;
}

/** The facts of a commit, made or being made. Throws Failure when git lacks a blob. */
export async function commitFacts(files: Files, input: CommitInput): Promise<CommitFacts> {
  const { made, since, author, committedAt, now, config, id, ownStart, start, parents, plainMerge, amend, onlyPaths } =
    input;
  const changes = ownChanges(input.diffs);
  const sprint = sprintFrom(config, id, start);
  const journals = await journalChanges(files, input);
  const base = await baseOf(input);
  const allowedAfterFreeze = await allowed(changes, config);
  return {
    oid: made?.oid ?? null,
    made,
    since,
    author,
    committedAt,
    parentCommittedAt: latestDate(parents),
    now,
    config,
    sprint,
    nextSprint: await nextSprint(input, sprint, base),
    ownStart,
    base,
    changes,
    allowedAfterFreeze,
    journals,
    merge: parents.length > 1,
    plainMerge,
    amend,
    onlyPaths,
    answer: parents.length === 1 && isAnswer(changes, journals),
  };
}

async function nextSprint(
  { id, committedAt, sprintFolders }: CommitInput,
  { freezeAt }: Sprint,
  base: CommitFacts['base'],
): Promise<number> {
  const before = base?.sprint ?? id;
  const isFrozen = freezeAt !== null && (committedAt === null || committedAt >= freezeAt);
  // Only where its sprint is closed is a commit told of the next, and the folders cost git a question.
  if (!isFrozen && (before === id || (before < id && !base?.holdsJournal))) return id + 1;
  return Math.max(id, before, ...(await sprintFolders())) + 1;
}

function latestDate(parents: readonly Parent[]): number | null {
  let latest: number | null = null;
  for (const { committedAt } of parents) {
    if (committedAt !== null && (latest === null || committedAt > latest)) latest = committedAt;
  }
  return latest;
}

function allowed(changes: readonly Change[], { allowAfterFreeze }: Config): Promise<ReadonlySet<string>> {
  const paths = changes.map(({ path }) => path);
  return matching(paths, allowAfterFreeze);
}

async function baseOf({ parents, config, id, diffs }: CommitInput): Promise<CommitFacts['base']> {
  const parent = parents[0];
  if (!parent) return null;
  const { state, start, ownStart } = parent;
  const holdsJournal = await heldBefore(journalPath(config, id), diffs[0] ?? [], parent);
  return { sprint: state.sprint, start: ownStart ?? start, holdsJournal };
}

/** Whether something stood at a path before changes; the changes tell it where they can, which asks git for nothing. */
async function heldBefore(path: string, changes: readonly Change[], { state }: Parent): Promise<boolean> {
  const change = changes.find((candidate) => candidate.path === path);
  if (!change) return (await state.snapshot.entry(path)) !== null;
  // A folder in its place went with all that it held.
  return change.before !== null || changes.some((other) => other.path.startsWith(`${path}/`));
}

/** The changes that a commit owns: of a merge, the paths that differ from every parent. */
export function ownChanges(diffs: CommitInput['diffs']): readonly Change[] {
  const [first = [], ...others] = diffs;
  const paths = others.map((diff) => new Set(diff.map((change) => change.path)));
  return paths.length === 0 ? first : first.filter((change) => paths.every((set) => set.has(change.path)));
}

async function journalChanges(files: Files, input: CommitInput): Promise<JournalChange[]> {
  const changed = new Map<string, Change>();
  for (const diff of input.diffs) {
    for (const change of diff) {
      if (sprintOfJournal(input.config, change.path) !== null && !changed.has(change.path))
        changed.set(change.path, change);
    }
  }
  return Promise.all(Array.from(changed.values(), (change) => journalChange(files, input, change)));
}

async function journalChange(
  files: Files,
  { config, diffs, parents, mergeBaseEntries }: CommitInput,
  change: Change,
): Promise<JournalChange> {
  const { path } = change;
  const sprint = sprintOfJournal(config, path) as number;
  const before: (readonly Entry[])[] = [];
  for (const [index, diff] of diffs.entries()) {
    const own = diff.find((candidate) => candidate.path === path);
    before.push(await entriesBefore(files, path, sprint, own ? own.before : change.after, parents[index]));
  }
  const after = change.after ? await files.journal(path, sprint, change.after) : null;
  // Asking for the merge base costs a process: only where an entry seems lost, or the merge's own.
  const isOpen = parents.length > 1 && mergeBaseMatters(before, entriesOf(after) ?? []);
  return { path, sprint, before, mergeBase: isOpen ? await mergeBaseEntries(path) : null, after };
}

function mergeBaseMatters(before: readonly (readonly Entry[])[], after: readonly Entry[]): boolean {
  return firstLossInMerge(before, null, after) !== null || newAnswers(before, null, after).length > 0;
}

function isAnswer(changes: readonly Change[], journals: readonly JournalChange[]): boolean {
  if (changes.length !== journals.length) return false;
  const pairs = journals.map(({ before, after }) => [before[0] ?? [], entriesOf(after)] as const);
  return (
    pairs.every(([before, after]) => after !== null && onlyAnswers(before, after)) &&
    pairs.some(([before, after]) => !sameValue(before, after))
  );
}
