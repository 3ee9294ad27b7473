import { Files } from '../facts/files.js';
import { type Git, openGit } from '../git/git.js';
import { ObjectReader } from '../git/objects.js';
import type { GitContext } from '../git/process.js';

/** Through what a range is read. */
export interface Repository {
  readonly context: GitContext;
  readonly git: Git;
  readonly objects: ObjectReader;
  readonly files: Files;
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
  /** What the range starts after; null where there is nothing. */
  readonly base: string | null;
  /** What the range is to become part of, whose config judges it; null where there is nothing. */
  readonly destination: string | null;
  /** The tip that the branch had before a push, with which the new one is compared unless it contains it; else null. */
  readonly oldTip: string | null;
  /** The branch, without `refs/heads/`; null where none is known. Of a push, the remote's. */
  readonly branch: string | null;
  /** The remote of a push, as git names it; null where nothing has asked for it yet: `remoteOf` tells. */
  readonly remote: string | null;
  /** It is judged where its commits were made, and not by a server or a CI job. */
  readonly local: boolean;
  readonly pushed: boolean;
}
