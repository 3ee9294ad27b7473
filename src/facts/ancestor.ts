import type { Entries } from '../journal/journal.js';
import type { Start } from './facts.js';
import type { State } from './sprint.js';
import type { Starts } from './start.js';

/** A commit that others are compared with. */
export interface Ancestor {
  readonly oid: string;
  readonly state: State;
  /** T from its own files; null if they give none, or the header may hide one. */
  readonly ownStart: Start | null;
  /** By sprint, the earliest T that this commit and its ancestors give, as far as they were read. */
  readonly starts: Starts;
  /** In milliseconds since the epoch; null if it can't be read. */
  readonly committedAt: number | null;
  /** By path, the last readable entries of journals that are unreadable here, as far as ancestors were read. */
  readonly lastReadable: ReadonlyMap<string, readonly Entries[]>;
}
