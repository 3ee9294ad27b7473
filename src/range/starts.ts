import type { Start } from '../facts/facts.js';
import { earlier } from '../facts/start.js';

/** The start of each sprint, by its number. */
type Starts = ReadonlyMap<number, Start>;

/**
 * The earliest T known of each sprint at each commit: of the commits that it follows, of its own, and of the range's
 * base, which nothing in the range gets past. What stands on a branch beside it is not known there.
 */
export class KnownStarts {
  readonly #known = new Map<string, Starts>();
  #base: Starts = new Map();

  /** From now on what is known at a commit is known everywhere. */
  holdAgainst(base: string): void {
    this.#base = this.at(base);
  }

  at(oid: string): Starts {
    return this.#known.get(oid) ?? this.#base;
  }

  /** The T that counts for a commit, whose own files and history tell `own`; null where none is known, or it has no sprint. */
  remember(oid: string, parents: readonly string[], sprint: number | null, own: Start | null): Start | null {
    const before = this.#before(parents);
    const known = sprint === null ? null : (before.get(sprint) ?? null);
    const start = sprint === null ? null : earlier(known, own);
    this.#known.set(
      oid,
      sprint === null || start === null || start === known ? before : new Map(before).set(sprint, start),
    );
    return start;
  }

  #before(parents: readonly string[]): Starts {
    const [first = this.#base, ...others] = new Set(parents.map((oid) => this.at(oid)));
    if (others.length === 0) return first;
    const all = new Map(first);
    for (const [sprint, start] of others.flatMap((starts) => [...starts])) {
      all.set(sprint, earlier(start, all.get(sprint) ?? null) ?? start);
    }
    return all;
  }
}
