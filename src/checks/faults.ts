import type { CommitFacts } from '../facts/facts.js';
import { addFaults, type Faults } from '../journal/taken-back.js';
import type { Judged } from '../judge.js';

/** What refused commits did to journals, by path: who mends them takes it back. */
export class FaultsByPath {
  readonly #known = new Map<string, Faults>();

  of(path: string): Faults | null {
    return this.#known.get(path) ?? null;
  }

  get paths(): readonly string[] {
    return [...this.#known.keys()];
  }

  /** Adds what was found in a commit that is made. */
  add({ oid, journalChanges }: CommitFacts, found: readonly Judged[]): void {
    for (const { path, before, after, entries } of journalChanges) {
      const of = (id: string) =>
        found.filter(({ rule, severity, file }) => rule.id === id && severity === 'error' && file === path);
      const losses = of('journal/history').map(({ data }) => data.loss);
      const isForged = of('journal/po-identity').length > 0;
      const isDeleted = after === null && [...of('journal/missing'), ...losses].length > 0;
      if (!isDeleted && (!entries || (losses.length === 0 && !isForged))) continue;
      const faults = this.#known.get(path) ?? { free: new Set(), loose: new Set(), lost: [] };
      this.#known.set(path, faults);
      addFaults(faults, { before, after: entries?.entries ?? [], losses, isForged, from: `${oid?.slice(0, 10)}~1` });
    }
  }
}
