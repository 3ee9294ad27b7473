import { parentFacts } from '../facts/commit.js';
import type { Reading } from '../facts/files.js';
import { journalChanges } from '../facts/journal-changes.js';
import { Lineage } from '../facts/lineage.js';
import { readDiff, treeDiff } from '../git/diff.js';
import { goneOn } from '../journal/gone-on.js';
import type { Entries } from '../journal/journal.js';
import { type Judged, judgeCommit, judgeForced } from '../judge.js';
import { listCommits, withDiffs } from '../range/commits.js';
import type { Repository } from '../range/range.js';
import { contains } from '../range/refs.js';
import type { OpenRange } from './open-range.js';

/** The rules on what a commit does to the entries of a journal. */
const ofEntries = new Set(['journal/history', 'journal/po-identity']);

/** Where the push is no fast-forward: the old tip held against the new one. */
export async function judgeOldTip(
  repository: Repository,
  reading: Reading,
  { oldTip, tip, listed, remote, branch }: OpenRange,
  lineage: Lineage,
): Promise<Judged[]> {
  if (oldTip === null || oldTip === tip || listed.some(({ parents }) => parents.includes(oldTip))) return [];
  if (await contains(repository, tip, oldTip)) return [];
  const diff = await readDiff(repository.context, treeDiff(oldTip, tip));
  const [before, after] = [await lineage.ancestor(oldTip), await lineage.ancestor(tip)];
  const facts = {
    oldTip,
    target: `${remote} ${branch}`,
    config: reading.config,
    sprint: after.state.sprint,
    ownStart: after.ownStart,
    before: parentFacts(before),
    journalChanges: await journalChanges(reading, [before], [diff]),
  };
  const found = judgeForced(facts);
  if (found.length === 0) return found;
  const known = await entriesWithoutFaults(repository, reading, oldTip, tip);
  const changes = facts.journalChanges.map((change) => {
    const entries = known.get(change.path);
    return entries ? { ...change, before: [entries] } : change;
  });
  return judgeForced({ ...facts, journalChanges: changes });
}

/**
 * The journals in which commits of the old tip were refused, with the entries that they had without those commits: who
 * mends these takes back what they did.
 */
async function entriesWithoutFaults(
  { context, objects }: Repository,
  reading: Reading,
  oldTip: string,
  tip: string,
): Promise<ReadonlyMap<string, Entries>> {
  const lineage = new Lineage(reading, null);
  const known = new Map<string, Entries>();
  for await (const batch of withDiffs(context, await listCommits(context, objects, oldTip, [tip]))) {
    for (const commit of batch) {
      const { facts } = await lineage.next(commit);
      const faults = judgeCommit(facts, 'commit').filter(
        ({ rule, severity }) => severity === 'error' && ofEntries.has(rule.id),
      );
      for (const { path, before, entries } of facts.journalChanges) {
        const last = known.get(path);
        if (faults.some(({ file }) => file === path)) known.set(path, last ?? (before[0] as Entries));
        else if (last && entries) known.set(path, goneOn(last, before, entries));
      }
    }
  }
  return known;
}
