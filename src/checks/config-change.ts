import { defaultConfig } from '../config/config.js';
import { configAt } from '../facts/policy.js';
import { treeSnapshot } from '../facts/snapshot.js';
import { Failure } from '../failure.js';
import { sameValue } from '../journal/entries.js';
import type { Judged } from '../judge.js';
import type { Translated } from '../language.js';
import type { Repository } from '../range/range.js';
import { remoteOf } from '../range/refs.js';
import { refArgument } from '../words/commands.js';
import { configChangedInRange } from '../words/notices.js';
import type { OpenRange } from './open-range.js';

/**
 * Says that a range changes the config, which does not judge it yet. The hooks judged each commit by the config of the
 * one before: what they let pass, and this range does not, passes once the change is pushed.
 */
export async function configChangeIn(
  repository: Repository,
  range: OpenRange,
  findings: readonly Judged[],
): Promise<Translated[]> {
  const { policy, branch, pushed } = range;
  if (!policy.configChanged) return [];
  const isRefused = findings.some(({ severity }) => severity === 'error');
  const first = isRefused && branch !== null && !pushed ? await firstConfigured(repository, range) : null;
  const remote = first && (await remoteOf(repository, range));
  return [
    configChangedInRange(first && `git push ${remote} ${refArgument(`${first.slice(0, 10)}:refs/heads/${branch}`)}`),
  ];
}

/** The first commit on the tip's own line, the tip aside, that has another config than the one that judges the range. */
async function firstConfigured({ files }: Repository, { tip, listed, policy }: OpenRange): Promise<string | null> {
  const bases = new Map(listed.map(({ oid, parents }) => [oid, parents[0]]));
  const line: string[] = [];
  for (let oid = bases.get(tip); oid !== undefined && bases.has(oid); oid = bases.get(oid)) line.unshift(oid);
  for (const oid of line) {
    const config = await configAt(treeSnapshot(files, oid));
    if (!(config instanceof Failure) && !sameValue(policy.config, config ?? defaultConfig)) return oid;
  }
  return null;
}
