import type { Config } from '../config/config.js';
import { isJudgedBranch, matchesAny } from '../facts/branches.js';
import type { PullRequestFacts } from '../facts/facts.js';
import { treeSnapshot } from '../facts/snapshot.js';
import { journalPath } from '../facts/sprint.js';
import { currentBranch, shortName } from '../git/head.js';
import { judge, judgeCommit } from '../judge.js';
import { ciEvent, type Request } from '../range/ci.js';
import { type RangeFacts, type Repository, rangePolicy, readRange, withRepository } from '../range/range.js';
import { commitAt } from '../range/refs.js';
import { localRange, namedRange, pushedRange, type Resolved, requestedRange } from '../range/resolve.js';
import { type Checked, type Notice, nothingJudged } from '../report/report.js';
import { emptyRange, headAlone, nothingPushed, notJudged, pushNotJudged } from '../words/notices.js';
import type { World } from './world.js';

/** A range, and what decides whether it is judged at all. */
interface Target {
  readonly range: Resolved;
  readonly request: Request | null;
  /** Says why a config leaves this range alone, or null where it has it judged; null where every config does. */
  readonly whyNot: ((config: Config) => Promise<Notice | null>) | null;
}

/**
 * Judges a range of commits and its tip: the one that is named, else the CI's, else what is not pushed yet.
 *
 * @throws Failure when git fails, the config can't be read, or the clone is too shallow.
 */
export async function checkRange(world: World, from: string | null, to: string | null): Promise<Checked> {
  return withRepository(world, world.now, async (repository) => {
    const target = await targetOf(repository, from, to);
    return 'range' in target ? checkTarget(repository, target) : leftAlone(target, null);
  });
}

async function targetOf(repository: Repository, from: string | null, to: string | null): Promise<Target | Notice> {
  if (from !== null) {
    return { range: await namedRange(repository, from, to ?? 'HEAD'), request: null, whyNot: null };
  }
  const event = to === null ? ciEvent(repository.context.environment) : null;
  if (event?.kind === 'request') {
    return { range: await requestedRange(repository, event), request: event, whyNot: null };
  }
  if (event?.kind === 'merge-group') {
    return { range: await namedRange(repository, event.base, event.head), request: null, whyNot: null };
  }
  if (event?.kind === 'push') {
    const branch = shortName(event.ref);
    if (event.after === null || branch === null) return nothingPushed(event.ref);
    const range = await pushedRange(repository, event, branch, event.after);
    return {
      range,
      request: null,
      whyNot: async ({ push }) => ((await matchesAny(branch, push)) ? null : pushNotJudged(branch)),
    };
  }
  const branch = to === null ? await currentBranch(repository.context) : null;
  const whyNot = async (config: Config) =>
    (await isJudgedBranch(config, branch)) ? null : notJudged(branch ?? 'HEAD');
  return { range: await localRange(repository, to ?? 'HEAD', branch), request: null, whyNot };
}

async function checkTarget(repository: Repository, { range: input, request, whyNot }: Target): Promise<Checked> {
  const policy = await rangePolicy(repository, input);
  const { config, configChanged } = policy;
  const notice = whyNot && (await whyNot(config));
  if (notice) return leftAlone(notice, config.lang);
  const facts = await readRange(repository, input, policy, (commit) => judgeCommit(config, commit));
  const pullRequest = request && (await pullRequestFacts(repository, config, request, facts));
  const { snapshot, range } = facts;
  const verdicts = judge({ config, ...facts, push: null, pullRequest });
  const notices = [input.tipAlone ? headAlone : null, range.commits === 0 ? emptyRange : null];
  const said = notices.filter((found) => found !== null);
  return { verdicts, configChanged, snapshot, range, notices: said, language: config.lang };
}

async function pullRequestFacts(
  repository: Repository,
  config: Config,
  { title, headBranch, baseBranch, baseTip, baseRef }: Request,
  { snapshot }: RangeFacts,
): Promise<PullRequestFacts> {
  const sprint = snapshot.sprint?.id ?? null;
  const tip = (baseRef === null ? null : await commitAt(repository, baseRef)) ?? baseTip;
  const base = treeSnapshot(repository.objects, tip);
  const journal = sprint === null ? null : await base.entry(journalPath(config, sprint));
  return {
    ...{ title, sprint, head: headBranch, base: baseBranch },
    sprintBranch: config.sprintBranch,
    baseHoldsJournal: journal !== null,
  };
}

function leftAlone(notice: Notice, language: Checked['language']): Checked {
  return { ...nothingJudged, notices: [notice], language };
}
