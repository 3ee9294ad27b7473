import type { TreeEntry } from '../git/tree.js';
import { entriesOf } from '../journal/entries.js';
import type { Entry } from '../journal/journal.js';
import type { Parent } from './commit.js';
import type { JournalChange } from './facts.js';
import type { Files } from './files.js';

/** The last readable entries of journals after a commit: of those that it changed, and of all others `before` it. */
export interface LastEntries {
  /** By path; null where the commit's own are readable. */
  readonly changed: ReadonlyMap<string, readonly Entry[] | null>;
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
  return entriesOf(journal) ?? lastEntries(path, parent?.lastEntries ?? null) ?? [];
}

function lastEntries(path: string, after: LastEntries | null): readonly Entry[] | null {
  for (let commit = after; commit; commit = commit.before) {
    const read = commit.changed.get(path);
    if (read !== undefined) return read;
  }
  return null;
}

/** The last readable entries after a commit that changed these journals. */
export function lastEntriesAfter(journals: readonly JournalChange[], first: Parent | undefined): LastEntries | null {
  const before = first?.lastEntries ?? null;
  if (journals.length === 0) return before;
  const changed = journals.map(({ path, after, before: [entries = []] }) => {
    const isReadable = !after || entriesOf(after) !== null;
    return [path, isReadable ? null : entries] as const;
  });
  return { changed: new Map(changed), before };
}
