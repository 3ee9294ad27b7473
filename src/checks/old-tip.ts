import { parentFacts } from '../facts/commit.js';
import type { Reading } from '../facts/files.js';
import { journalChanges } from '../facts/journal-changes.js';
import { Lineage } from '../facts/lineage.js';
import { readDiff, treeDiff } from '../git/diff.js';
import { type Judged, judgeCommit, judgeForced } from '../judge.js';
import { listCommits, withDiffs } from '../range/commits.js';
import type { Repository } from '../range/range.js';
import { contains, remoteOf } from '../range/refs.js';
import { refArgument } from '../words/commands.js';
import { addFaults, entriesToKeep, type Faults } from './faults.js';
import type { OpenRange } from './open-range.js';

/** Compares the old tip with the new one, unless the push is a fast-forward. */
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
    target: `${await remoteOf(repository, { remote, branch })} ${refArgument(branch ?? 'HEAD')}`,
    config: reading.config,
    sprint: after.state.sprint,
    ownStart: after.ownStart,
    before: parentFacts(before),
    journalChanges: await journalChanges(reading, [before], [diff]),
  };
  const found = judgeForced(facts);
  if (found.length === 0) return found;
  const faults = await faultsIn(repository, reading, oldTip, tip);
  const changes = facts.journalChanges.map((change) => {
    const known = faults.get(change.path);
    const [before] = change.before;
    return known ? { ...change, before: [], lost: entriesToKeep(known, before ?? null, oldTip) } : change;
  });
  return judgeForced({ ...facts, journalChanges: changes });
}

/** Returns, by path, what refused commits of the old tip did to its journals: the new tip may undo that. */
async function faultsIn(
  { context, objects }: Repository,
  reading: Reading,
  oldTip: string,
  tip: string,
): Promise<ReadonlyMap<string, Faults>> {
  const lineage = new Lineage(reading, null);
  const known = new Map<string, Faults>();
  for (const commit of await withDiffs(context, await listCommits(context, objects, oldTip, [tip]))) {
    const { facts } = await lineage.next(commit);
    addFaults(facts, judgeCommit(facts, 'commit'), known);
  }
  return known;
}
