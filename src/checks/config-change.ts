import { defaultConfig } from '../config/config.js';
import { configAt, ownConfig } from '../facts/policy.js';
import { treeSnapshot } from '../facts/snapshot.js';
import { Failure } from '../failure.js';
import { sameValue } from '../journal/entries.js';
import type { Judged } from '../judge.js';
import type { Translated } from '../language.js';
import type { Request } from '../range/ci.js';
import type { Repository } from '../range/range.js';
import { remoteOf } from '../range/refs.js';
import { refArgument } from '../words/commands.js';
import { configChangedInRange, configFirst } from '../words/notices.js';
import type { OpenRange } from './open-range.js';
import type { CheckFinding } from './result.js';

/**
 * Returns a notice if a range changes the config. The hooks judged each commit by its parent's config, so what they
 * passed may be refused here until the commit with the new config is pushed. The notice then gives that push.
 */
export async function configChangeIn(
  repository: Repository,
  range: OpenRange,
  findings: readonly Judged[],
): Promise<Translated[]> {
  const { policy, branch, pushed } = range;
  if (!policy.configChanged) return [];
  const first = findings.some(isError) && branch !== null && !pushed ? await firstConfigured(repository, range) : null;
  const remote = first && (await remoteOf(repository, range));
  return [
    configChangedInRange(first && `git push ${remote} ${refArgument(`${first.slice(0, 10)}:refs/heads/${branch}`)}`),
  ];
}

/**
 * Gives what the base's config alone refuses in a request, and not the tip's own, the help to change that config first.
 * `judge` judges a range by the config in its policy.
 */
export async function withConfigFirst(
  { files }: Repository,
  range: OpenRange,
  { baseBranch, headBranch }: Request,
  findings: readonly CheckFinding[],
  judge: (range: OpenRange) => Promise<readonly CheckFinding[]>,
): Promise<readonly CheckFinding[]> {
  const { policy, tip } = range;
  if (!policy.configChanged || !findings.some(isError)) return findings;
  const config = await ownConfig(treeSnapshot(files, tip));
  const remaining = (await judge({ ...range, policy: { ...policy, config } })).filter(isError);
  return findings.map((finding) => {
    if (!isError(finding)) return finding;
    const same = remaining.find((other) => isSame(other, finding));
    return same
      ? { ...finding, repair: same.repair ?? null }
      : { ...finding, help: configFirst(baseBranch, headBranch) };
  });
}

const isError = ({ severity }: Judged) => severity === 'error';

function isSame(one: Judged, other: Judged): boolean {
  return (['rule', 'commit', 'file', 'path'] as const).every((key) => one[key] === other[key]);
}

/** Returns the first commit before the tip, along first parents, whose config differs from the judging one. */
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
