import type { Entries } from '../journal/journal.js';
import type { Start } from './facts.js';
import type { State } from './sprint.js';
import type { Starts } from './start.js';

/** A commit that others are compared with. */
export interface Ancestor {
  readonly oid: string;
  readonly state: State;
  /** T as its own files tell it; null where they don't, or its header hides it. */
  readonly ownStart: Start | null;
  /** The earliest T of each sprint that it and its ancestors tell, as far as they were read. */
  readonly starts: Starts;
  /** The committer date, in milliseconds since the epoch; null where it can't be read. */
  readonly committedAt: number | null;
  /** What the journals, by path, last held that can't be read in it, as far as they were read. */
  readonly lastReadable: ReadonlyMap<string, readonly Entries[]>;
}
