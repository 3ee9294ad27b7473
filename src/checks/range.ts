import type { Config } from '../config/config.js';
import { isJudgedBranch, matchesAny } from '../facts/branches.js';
import type { RequestFacts } from '../facts/facts.js';
import { treeSnapshot } from '../facts/snapshot.js';
import { journalPath, readJournalAt, readState } from '../facts/sprint.js';
import { readDiff, treeDiff } from '../git/diff.js';
import { currentBranch, shortName } from '../git/head.js';
import { judgeRequest } from '../judge.js';
import type { Translated } from '../language.js';
import { ciEvent, type Request } from '../range/ci.js';
import { type Repository, withRepository } from '../range/range.js';
import { localRange, namedRange, pushedRange, type Resolved, requestedRange } from '../range/resolve.js';
import { configChangedFor, emptyRange, headAlone, nothingPushed, notJudged } from '../words/notices.js';
import { configChangeIn, withConfigFirst } from './config-change.js';
import { judgeRange } from './judge-range.js';
import { type OpenRange, openRange } from './open-range.js';
import { type CheckResult, nothingJudged, resumesFrom, userPlace } from './result.js';
import type { World } from './world.js';

interface Target {
  readonly range: Resolved;
  readonly request: Request | null;
  /** Returns why a config leaves the range's commits alone; null if they are judged. */
  readonly whyNot: (config: Config) => Promise<Translated | null>;
}

/** Judges a range: the named one, else the CI's, else what is not pushed yet. Throws Failure if it can't be read. */
export async function checkRange(world: World, from: string | null, to: string | null): Promise<CheckResult> {
  return withRepository(world, world.now, async (repository) => {
    const target = await targetOf(repository, from, to);
    if (!('range' in target)) return { ...nothingJudged, notices: [target] };
    const range = await openRange(repository, target.range);
    const result = await judgeTarget(repository, target, range);
    const { request } = target;
    if (!request) return result;
    const judge = async (each: OpenRange) => (await judgeTarget(repository, target, each)).findings;
    return { ...result, findings: await withConfigFirst(repository, range, request, result.findings, judge) };
  });
}

async function judgeTarget(repository: Repository, target: Target, range: OpenRange): Promise<CheckResult> {
  const notice = await target.whyNot(range.policy.config);
  const result = notice ? leftAlone(range, notice) : await judgeCommits(repository, target, range);
  const opensNext = result.findings.some(({ rule, severity }) => rule.id === 'freeze/closed' && severity === 'error');
  const ofRequest = target.request ? await judgeRequestOf(repository, range, target.request, opensNext) : [];
  // pr/sprint already says that the head is another branch.
  const isHeadRefused = ofRequest.some(({ rule }) => rule.id === 'pr/sprint');
  const findings = result.findings.filter(({ rule }) => !isHeadRefused || rule.id !== 'branch/sprint');
  return { ...result, findings: [...findings, ...ofRequest] };
}

async function targetOf(repository: Repository, from: string | null, to: string | null): Promise<Target | Translated> {
  const always = async () => null;
  if (from !== null) {
    const branch = to === null || to === 'HEAD' ? await currentBranch(repository.context) : null;
    return { range: await namedRange(repository, from, to ?? 'HEAD', branch), request: null, whyNot: always };
  }
  const event = to === null ? ciEvent(repository.context.environment) : null;
  if (event?.kind === 'request') {
    const { headBranch } = event;
    return {
      range: await requestedRange(repository, event),
      request: event,
      whyNot: async (config) => ((await isJudgedBranch(config, headBranch)) ? null : notJudged(headBranch, 'branches')),
    };
  }
  if (event?.kind === 'merge-group') {
    return {
      range: { ...(await namedRange(repository, event.base, event.head)), local: false, pushed: true },
      request: null,
      whyNot: always,
    };
  }
  if (event?.kind === 'push') {
    const branch = shortName(event.ref);
    if (event.after === null || branch === null) return nothingPushed(event.ref);
    return {
      range: await pushedRange(repository, event, branch, event.after),
      request: null,
      whyNot: async ({ push }) => ((await matchesAny(branch, push)) ? null : notJudged(branch, 'push')),
    };
  }
  const branch = to === null ? await currentBranch(repository.context) : null;
  return {
    range: await localRange(repository, to ?? 'HEAD', branch),
    request: null,
    whyNot: async (config) => ((await isJudgedBranch(config, branch)) ? null : notJudged(branch ?? 'HEAD', 'branches')),
  };
}

function leftAlone({ policy }: OpenRange, notice: Translated): CheckResult {
  return { ...nothingJudged, notices: [notice], language: policy.config.lang };
}

async function judgeCommits(repository: Repository, target: Target, range: OpenRange): Promise<CheckResult> {
  const { listed, base, tip, policy } = range;
  const result = await judgeRange(repository, range);
  const notices = [target.range.tipAlone ? headAlone : null, listed.length === 0 ? emptyRange : null];
  const { request } = target;
  const changed = request
    ? [policy.configChanged ? configChangedFor(request.baseBranch) : null]
    : await configChangeIn(repository, range, result.findings);
  return {
    findings: result.findings,
    configChanged: policy.configChanged,
    sprint: result.tip.sprint,
    range: { from: base, to: tip, commits: listed.length },
    ...(await userPlace(repository.context, result.findings)),
    notices: [...notices, ...changed].filter((notice) => notice !== null),
    resumes: resumesFrom(result.findings, result.tip.journal),
    language: policy.config.lang,
  };
}

async function judgeRequestOf(repository: Repository, range: OpenRange, request: Request, opensNext: boolean) {
  const facts = await requestFacts(repository, range, request);
  return judgeRequest(range.policy.config, { ...facts, opensNext });
}

async function requestFacts(
  { files, context }: Repository,
  { policy, tip, base, destination }: OpenRange,
  { title, headBranch, baseBranch }: Request,
): Promise<Omit<RequestFacts, 'opensNext'>> {
  const { config } = policy;
  const sprint = (await readState(config, treeSnapshot(files, tip))).sprint;
  const path = sprint === null ? null : journalPath(config, sprint);
  const atBase = destination === null ? null : treeSnapshot(files, destination);
  const changed = path === null || base === null ? [] : await readDiff(context, treeDiff(base, tip));
  return {
    ...{ title, sprint, head: headBranch, base: baseBranch },
    sprintBranch: config.sprintBranch,
    baseHoldsJournal: sprint !== null && atBase !== null && (await readJournalAt(config, atBase, sprint)) !== null,
    changesJournal: base === null || changed.some((change) => change.path === path),
  };
}
