import { type BeingMade, readBeingMade } from '../facts/being-made.js';
import { askIndex } from '../facts/index-parents.js';
import { judge, judgeCommit } from '../judge.js';
import type { Checked } from '../report/report.js';
import { notJudged } from '../words/notices.js';
import type { World } from './world.js';

/**
 * Judges the commit being made; `merging`: by pre-merge-commit.
 *
 * @throws Failure when git fails, or the config can't be read.
 */
export async function checkCommit(world: World, merging: boolean): Promise<Checked> {
  const asked = askIndex(world, merging, world.parentProcess);
  try {
    return checkedOf(await readBeingMade(world, world.now, asked));
  } finally {
    asked.objects.close();
  }
}

function checkedOf(made: BeingMade): Checked {
  const { config, configChanged } = made.policy;
  const { snapshot, commit } = made.facts ?? { snapshot: null, commit: null };
  const commits = commit ? judgeCommit(config, commit) : [];
  return {
    verdicts: judge({ config, snapshot, commits, acrossRange: null, push: null, pullRequest: null }),
    configChanged,
    snapshot,
    range: null,
    notices: made.facts ? [] : [notJudged(made.branch ?? 'HEAD')],
    language: config.lang,
  };
}
