import type { Change } from '../git/diff.js';
import type { TreeEntry } from '../git/tree.js';
import { entriesOf } from '../journal/entries.js';
import type { Entry } from '../journal/journal.js';
import type { Parent } from './commit.js';
import type { JournalChange } from './facts.js';
import type { Files } from './files.js';

/** The last readable entries of journals after a commit: of those that it changed, and of all others `before` it. */
export interface LastEntries {
  /** By path; null where the commit's own are readable. */
  readonly changed: ReadonlyMap<string, (() => Promise<readonly Entry[]>) | null>;
  readonly before: LastEntries | null;
}

/** The entries of a journal before a commit; where they can't be read there, the last that could be. */
export async function entriesBefore(
  files: Files,
  path: string,
  sprint: number,
  entry: TreeEntry | null,
  parent: Parent | undefined,
): Promise<readonly Entry[]> {
  if (!entry) return [];
  const journal = await files.journal(path, sprint, entry);
  return entriesOf(journal) ?? (await lastEntries(path, parent?.lastEntries ?? null)) ?? [];
}

async function lastEntries(path: string, after: LastEntries | null): Promise<readonly Entry[] | null> {
  for (let commit = after; commit; commit = commit.before) {
    const read = commit.changed.get(path);
    if (read !== undefined) return read && (await read());
  }
  return null;
}

/**
 * The last readable entries after a commit, which leaves journals unreadable, or may leave them so: those that it
 * changed, by `changes` against its first parent.
 */
export function lastEntriesAfter(
  files: Files,
  journals: readonly JournalChange[],
  changes: readonly Change[],
  first: Parent | undefined,
): LastEntries | null {
  const before = first?.lastEntries ?? null;
  if (journals.length === 0) return before;
  const changed = journals.map((journal) => [journal.path, lastOf(files, journal, changes, first)] as const);
  return { changed: new Map(changed), before };
}

function lastOf(
  files: Files,
  journal: JournalChange,
  changes: readonly Change[],
  first: Parent | undefined,
): (() => Promise<readonly Entry[]>) | null {
  const { path, sprint } = journal;
  if (journal.grows) {
    const entry = changes.find((change) => change.path === path)?.before ?? null;
    return () => entriesBefore(files, path, sprint, entry, first);
  }
  if (!journal.after || entriesOf(journal.after) !== null) return null;
  const entries = journal.before[0] ?? [];
  return async () => entries;
}
