import type { CommitFacts } from '../facts/facts.js';
import { parentName } from '../facts/journal-changes.js';
import { addFaults, type Faults } from '../journal/taken-back.js';
import type { Judged } from '../judge.js';

/** Adds to the faults of each journal, by its path, what a commit did to it for which it was refused. */
export function addFaultsOf(facts: CommitFacts, found: readonly Judged[], faults: Map<string, Faults>): void {
  for (const { path, before, mergeBase, after, entries } of facts.journalChanges) {
    const of = (id: string) =>
      found.filter(({ rule, severity, file }) => rule.id === id && severity === 'error' && file === path);
    const losses = of('journal/history').map(({ data }) => data.loss);
    const isForged = of('journal/po-identity').length > 0;
    const isDeleted = after === null && [...of('journal/missing'), ...losses].length > 0;
    if (!isDeleted && (!entries || (losses.length === 0 && !isForged))) continue;
    const known = faults.get(path) ?? { free: new Set(), loose: new Set(), lost: [] };
    faults.set(path, known);
    const isOfParents = before.length === facts.parents.length;
    const from = before.map((_, parent) => parentName(facts, isOfParents ? parent : 0));
    addFaults(known, { before, mergeBase, after: entries?.entries ?? [], losses, isForged, from });
  }
}
