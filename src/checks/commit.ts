import { type IndexCommit, readIndexCommit } from '../facts/index-commit.js';
import { ObjectReader } from '../git/objects.js';
import { requireWorkTree } from '../git/worktree.js';
import { judgeCommit } from '../judge.js';
import { configChanged as configIsChanged, notJudged } from '../words/notices.js';
import { type CheckResult, nothingJudged, resumesFrom, userPlace } from './result.js';
import type { World } from './world.js';

/** Judges the commit being made; `merging` in pre-merge-commit. Throws Failure if git or the config can't be read. */
export async function checkCommit(world: World, merging: boolean): Promise<CheckResult> {
  const objects = new ObjectReader(world);
  try {
    const reading = readIndexCommit(world, objects, world.now, merging);
    const [commit] = await Promise.all([reading, requireWorkTree(world)]);
    return await resultOf(world, commit);
  } finally {
    objects.close();
  }
}

async function resultOf(world: World, { policy, branch, facts }: IndexCommit): Promise<CheckResult> {
  const { config, configChanged } = policy;
  const changed = configChanged ? [configIsChanged] : [];
  const result = { ...nothingJudged, configChanged, notices: changed, language: config.lang };
  if (!facts) return { ...result, notices: [notJudged(branch ?? 'HEAD', 'branches'), ...changed] };
  const findings = judgeCommit(facts, 'being made');
  return {
    ...result,
    findings,
    sprint: facts.sprint,
    ...(await userPlace(world, findings)),
    resumes: resumesFrom(findings, facts.journal),
  };
}
