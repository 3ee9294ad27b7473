import { matchesAny } from '../facts/branches.js';
import type { CommitFacts, PushFacts } from '../facts/facts.js';
import { readJudgingConfig } from '../facts/policy.js';
import { treeSnapshot } from '../facts/snapshot.js';
import { Failure } from '../failure.js';
import { shortName } from '../git/head.js';
import { judge, judgeCommit } from '../judge.js';
import { type Repository, rangePolicy, readRange, withRepository } from '../range/range.js';
import { commitAt, contains, defaultBranch, mergeBase, type RemoteBranch } from '../range/refs.js';
import { type BranchUpdate, parseUpdates } from '../range/updates.js';
import { type Checked, nothingJudged } from '../report/report.js';
import { noDefaultBranch } from '../words/notices.js';
import type { World } from './world.js';

/** A push, as its hook sees it. */
interface Push {
  readonly repository: Repository;
  /** Run by pre-receive, on the server. */
  readonly receiving: boolean;
  readonly remote: string;
  readonly defaultBranch: RemoteBranch | null;
}

/**
 * Judges what a push would publish, from git's lines on standard input.
 *
 * @throws Failure when git fails, the config can't be read, or an old tip is not known here.
 */
export async function checkPush(
  world: World,
  hook: 'pre-push' | 'pre-receive',
  operands: readonly string[],
): Promise<Checked> {
  const receiving = hook === 'pre-receive';
  const updates = parseUpdates(await world.readInput(), hook);
  if (updates.length === 0) return nothingJudged;
  return withRepository(world, world.now, async (repository) => {
    const [remote = 'origin', url] = operands;
    const target = receiving
      ? await serverDefault(repository)
      : await defaultBranch(repository, remote, ...(url ? [url] : []));
    const push: Push = { repository, receiving, remote, defaultBranch: target };
    const judged = await Promise.all(updates.map((update) => isProtected(push, update)));
    let checked = nothingJudged;
    for (const update of updates.filter((_, index) => judged[index]))
      checked = join(checked, await checkUpdate(push, update));
    return checked;
  });
}

function join(before: Checked, last: Checked): Checked {
  return {
    ...last,
    verdicts: [...before.verdicts, ...last.verdicts],
    notices: [...before.notices, ...last.notices],
    configChanged: before.configChanged || last.configChanged,
    snapshot: last.snapshot ?? before.snapshot,
    range: last.range ?? before.range,
  };
}

async function serverDefault(repository: Repository): Promise<RemoteBranch | null> {
  const ref = (await repository.git.askIfAny('symbolic-ref', '--quiet', 'HEAD'))?.trim();
  const tip = await commitAt(repository, 'HEAD');
  return ref && tip ? { branch: shortName(ref) ?? ref, tip } : null;
}

/** Whether the policy judges pushes of a branch; asks objects only, so that a branch it leaves alone costs no process. */
async function isProtected(
  { repository, defaultBranch }: Push,
  { branch, oldTip, newTip }: BranchUpdate,
): Promise<boolean> {
  const known = oldTip === null ? null : await commitAt(repository, oldTip);
  const base = known ?? defaultBranch?.tip ?? null;
  const tip = newTip ?? base;
  if (tip === null) return false;
  const at = (oid: string) => treeSnapshot(repository.objects, oid);
  const config = await readJudgingConfig(repository.objects, base === null ? null : at(base), at(tip));
  return matchesAny(branch, config.push);
}

async function checkUpdate(push: Push, update: BranchUpdate): Promise<Checked> {
  const { repository, receiving } = push;
  const { branch, newTip } = update;
  const oldTip = await knownTip(push, update);
  const other = push.defaultBranch?.branch === branch ? null : push.defaultBranch;
  if (newTip === null) return checkDeletion(push, branch, oldTip, other);
  const base = oldTip ?? (other && (await mergeBase(repository, newTip, other.tip)));
  const input = {
    tip: newTip,
    excluded: [oldTip, other?.tip ?? null].filter((oid) => oid !== null),
    base,
    // A server trusts nothing that the push brings, an old commit of its own history as a base included.
    policyFrom: receiving ? (oldTip ?? push.defaultBranch?.tip ?? null) : base,
    branch,
  };
  const policy = await rangePolicy(repository, input);
  const { config, configChanged } = policy;
  let late: PushFacts['late'] = null;
  const facts = await readRange(repository, input, policy, (commit) => {
    if (receiving) late = later(late, lateness(commit, repository.now));
    return judgeCommit(config, commit);
  });
  const { snapshot, range } = facts;
  const pushFacts: PushFacts = { branch, deletion: false, contained: false, late };
  const verdicts = judge({ config, ...facts, push: pushFacts, pullRequest: null });
  const isRefused = verdicts.some(({ severity }) => severity === 'error');
  const isUnknown = !receiving && push.defaultBranch === null && facts.merges;
  const notices = isRefused && isUnknown ? [noDefaultBranch(push.remote)] : [];
  return { verdicts, configChanged, snapshot, range, notices, language: config.lang };
}

async function checkDeletion(
  { repository }: Push,
  branch: string,
  oldTip: string | null,
  other: RemoteBranch | null,
): Promise<Checked> {
  if (oldTip === null) return nothingJudged;
  const config = await readJudgingConfig(repository.objects, null, treeSnapshot(repository.objects, oldTip));
  const contained = other !== null && (await contains(repository, other.tip, oldTip));
  const facts = { snapshot: null, commits: [], acrossRange: null, pullRequest: null };
  const verdicts = judge({ config, ...facts, push: { branch, deletion: true, contained, late: null } });
  return { ...nothingJudged, verdicts, language: config.lang };
}

/** The sprint of a commit that arrives after its end; null for one in time, and for an answer. */
function lateness({ answer, sprint, config }: CommitFacts, now: number): PushFacts['late'] {
  if (answer || !sprint.start) return null;
  const endedAt = sprint.start.at + config.timebox * 60_000;
  return now > endedAt ? { sprint: sprint.id, endedAt } : null;
}

/** Of two late sprints the newer. */
function later(one: PushFacts['late'], other: PushFacts['late']): PushFacts['late'] {
  return one && (!other || other.sprint <= one.sprint) ? one : other;
}

/** The old tip, once it is known that this repository has it; null for a new branch. */
async function knownTip({ repository, remote }: Push, { branch, oldTip }: BranchUpdate): Promise<string | null> {
  if (oldTip === null || (await commitAt(repository, oldTip)) !== null) return oldTip;
  const help = `git fetch ${remote} ${branch}`;
  throw new Failure('unknown-tip', {
    en: { message: `The remote’s ${branch} is at ${oldTip.slice(0, 10)}, which this repository does not have.`, help },
    fr: { message: `Le ${branch} distant est à ${oldTip.slice(0, 10)}, que ce dépôt n’a pas.`, help },
  });
}
