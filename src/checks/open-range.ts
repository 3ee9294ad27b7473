import { configAt, firstConfigInSprint, type Policy, readPolicy } from '../facts/policy.js';
import { treeSnapshot } from '../facts/snapshot.js';
import { mergeBase } from '../git/merge-base.js';
import { sameValue } from '../journal/entries.js';
import { type ListedCommit, listCommits } from '../range/commits.js';
import type { Range, Repository } from '../range/range.js';

export interface OpenRange extends Range {
  readonly listed: readonly ListedCommit[];
  readonly policy: Policy;
}

/** Lists the commits of a range and reads the config that judges it. Throws Failure if either fails. */
export async function openRange(repository: Repository, range: Range): Promise<OpenRange> {
  const { context, objects, files } = repository;
  const { tip, destination, excluded } = range;
  const listed = await listCommits(context, objects, tip, excluded);
  const at = (oid: string) => treeSnapshot(files, oid);
  const commits = listed.length > 0 ? listed.map(({ oid }) => oid) : [tip];
  const first = () => firstConfigInSprint(commits.map(at));
  const policy = await readPolicy(destination === null ? null : at(destination), at(tip), first);
  const configChanged = policy.configChanged && !(await hasOlderConfig(repository, range));
  return { ...range, listed, policy: { ...policy, configChanged } };
}

/** Tells whether the tip has the config of the fork point: then only the destination has changed it since. */
async function hasOlderConfig({ context, files }: Repository, { tip, destination }: Range): Promise<boolean> {
  const fork = destination === null ? null : await mergeBase(context, tip, destination);
  if (fork === null || fork === destination) return false;
  return sameValue(await configAt(treeSnapshot(files, fork)), await configAt(treeSnapshot(files, tip)));
}
