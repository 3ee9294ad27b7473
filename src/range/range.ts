import { Files } from '../facts/files.js';
import { type Git, openGit } from '../git/git.js';
import { ObjectReader } from '../git/objects.js';
import type { GitContext } from '../git/process.js';

export interface Repository {
  readonly context: GitContext;
  readonly git: Git;
  readonly objects: ObjectReader;
  readonly files: Files;
  /** The moment of the check, in milliseconds since the epoch. */
  readonly now: number;
}

/** Calls `use` with a repository, and ends its git processes afterwards. */
export async function withRepository<Result>(
  context: GitContext,
  now: number,
  use: (repository: Repository) => Promise<Result>,
): Promise<Result> {
  const objects = new ObjectReader(context);
  try {
    return await use({ context, git: openGit(context), objects, files: new Files(objects), now });
  } finally {
    objects.close();
  }
}

/** A range of commits. Every commit is a full object name. */
export interface Range {
  readonly tip: string;
  /** Commits that these reach are not judged. */
  readonly excluded: readonly string[];
  /** What the range starts after; null if there is nothing. */
  readonly base: string | null;
  /** What the range is to become part of, whose config judges it; null if there is nothing. */
  readonly destination: string | null;
  /** The branch's tip before a push, which the new one is compared with unless it contains it; else null. */
  readonly oldTip: string | null;
  /** Without `refs/heads/`; of a push, the remote's branch. Null if unknown. */
  readonly branch: string | null;
  /** The remote of a push; null if `remoteOf` has yet to find it. */
  readonly remote: string | null;
  /** Judged where its commits were made, not by a server or a CI job. */
  readonly local: boolean;
  readonly pushed: boolean;
}
