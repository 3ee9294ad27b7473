import type { GitContext } from '../git/process.js';

/** What a check may know of the process that it runs in; only the entry files touch the process itself. */
export interface World extends GitContext {
  /** The moment of the check, in milliseconds since the epoch. */
  readonly now: number;
  readonly readInput: () => Promise<string>;
}
