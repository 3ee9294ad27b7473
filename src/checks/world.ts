import type { GitContext } from '../git/process.js';

/** What a check knows of its process, which only the entry files touch. */
export interface World extends GitContext {
  /** The moment of the check, in milliseconds since the epoch. */
  readonly now: number;
  readonly readInput: () => Promise<string>;
}
