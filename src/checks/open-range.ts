import { configAt, firstConfigInSprint, type Policy, readPolicy } from '../facts/policy.js';
import { treeSnapshot } from '../facts/snapshot.js';
import { sameValue } from '../journal/entries.js';
import { type ListedCommit, listCommits } from '../range/commits.js';
import type { Range, Repository } from '../range/range.js';

/** A range whose commits are listed, with the config under which it is judged. */
export interface OpenRange extends Range {
  readonly listed: readonly ListedCommit[];
  readonly policy: Policy;
}

/** Lists the commits of a range and reads the config that judges it. Throws Failure when either can't be. */
export async function openRange(repository: Repository, range: Range): Promise<OpenRange> {
  const { context, objects, files } = repository;
  const { tip, base, destination, excluded } = range;
  const listed = await listCommits(context, objects, tip, excluded);
  const at = (oid: string) => treeSnapshot(files, oid);
  const commits = listed.length > 0 ? listed.map(({ oid }) => oid) : [tip];
  const first = () => firstConfigInSprint(commits.map(at));
  const policy = await readPolicy(destination === null ? null : at(destination), at(tip), first);
  // What came to the destination since the range began is no change of the range's.
  const isOlder = base !== null && base !== destination && sameValue(await configAt(at(base)), await configAt(at(tip)));
  return { ...range, listed, policy: { ...policy, configChanged: policy.configChanged && !isOlder } };
}
