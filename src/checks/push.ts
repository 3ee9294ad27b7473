import { type Config, defaultConfig } from '../config/config.js';
import { configPaths } from '../config/problem.js';
import { matchesAny } from '../facts/branches.js';
import type { CommitFacts, PushFacts } from '../facts/facts.js';
import { baseConfig, configAt, judgingConfig } from '../facts/policy.js';
import { treeSnapshot } from '../facts/snapshot.js';
import { Failure } from '../failure.js';
import { currentBranch } from '../git/head.js';
import { mergeBase } from '../git/merge-base.js';
import { runGit } from '../git/process.js';
import { judgePush } from '../judge.js';
import { type Repository, withRepository } from '../range/range.js';
import { commitAt, contains, defaultBranch, type RemoteBranch } from '../range/refs.js';
import { type BranchUpdate, parseUpdates } from '../range/updates.js';
import { refArgument } from '../words/commands.js';
import { noDefaultBranch } from '../words/notices.js';
import { configChangeIn } from './config-change.js';
import { judgeRange } from './judge-range.js';
import { openRange } from './open-range.js';
import { type CheckResult, joinResults, nothingJudged, resumesFrom, userPlace } from './result.js';
import type { World } from './world.js';

interface Push {
  readonly repository: Repository;
  /** Run by pre-receive, on the server. */
  readonly receiving: boolean;
  readonly remote: string;
  /** Null if the push is to a URL. */
  readonly remoteName: string | null;
  readonly defaultBranch: RemoteBranch | null;
}

/** Judges a push, from git's lines on stdin. Throws Failure if git, the config or an old tip can't be read. */
export async function checkPush(
  world: World,
  hook: 'pre-push' | 'pre-receive',
  operands: readonly string[],
): Promise<CheckResult> {
  const receiving = hook === 'pre-receive';
  const updates = parseUpdates(await world.readInput(), hook);
  if (updates.length === 0) return nothingJudged;
  return withRepository(world, world.now, async (repository) => {
    const [remote = 'origin', url] = operands;
    const target = receiving
      ? await serverDefault(repository)
      : await defaultBranch(repository, remote, ...(url ? [url] : []));
    const remoteName = remote === url ? null : remote;
    const push: Push = { repository, receiving, remote, remoteName, defaultBranch: target };
    const configs = new Map<string | null, Promise<Config | null>>();
    let globs: Promise<readonly string[]> | null = null;
    const pushedGlobs = () => {
      globs ??= globsIn(push, updates);
      return globs;
    };
    const results: CheckResult[] = [];
    for (const update of updates) {
      if (await mayBeProtected(push, configs, update, pushedGlobs)) results.push(await checkUpdate(push, update));
    }
    return joinResults(results);
  });
}

async function serverDefault(repository: Repository): Promise<RemoteBranch | null> {
  const [branch, tip] = await Promise.all([currentBranch(repository.context), commitAt(repository, 'HEAD')]);
  return branch && tip ? { branch, tip } : null;
}

/**
 * Tells whether pushes of a branch may be judged: by the destination's config (read once), or if that has none, by the
 * defaults or any config in the push. The config that judges the range then decides.
 */
async function mayBeProtected(
  { repository, defaultBranch }: Push,
  configs: Map<string | null, Promise<Config | null>>,
  { branch, oldTip, newTip }: BranchUpdate,
  pushedGlobs: () => Promise<readonly string[]>,
): Promise<boolean> {
  const known = oldTip === null ? null : await commitAt(repository, oldTip);
  const destination = known ?? defaultBranch?.tip ?? null;
  const at = (oid: string) => treeSnapshot(repository.files, oid);
  const config = destination === null ? null : await (configs.get(destination) ?? baseConfig(at(destination)));
  if (destination !== null) configs.set(destination, Promise.resolve(config));
  const { push } = config ?? defaultConfig;
  if (config !== null || newTip === null) return matchesAny(branch, push);
  return matchesAny(branch, [...push, ...(await pushedGlobs())]);
}

/** Returns the `push` globs of every config in the pushed commits, merged side branches included. */
async function globsIn({ repository, defaultBranch }: Push, updates: readonly BranchUpdate[]): Promise<string[]> {
  const tips = updates.flatMap(({ newTip }) => newTip ?? []);
  const input = [...tips, ...(defaultBranch ? [`^${defaultBranch.tip}`] : []), ''].join('\n');
  const paths = configPaths.map((path) => `:(top,literal)${path}`);
  const listed = await runGit(repository.context, ['rev-list', '--full-history', '--stdin', '--', ...paths], input);
  const globs = new Set<string>();
  for (const oid of new Set([...tips, ...listed.split('\n').filter(Boolean)])) {
    const config = await configAt(treeSnapshot(repository.files, oid));
    if (config !== null && !(config instanceof Failure)) for (const glob of config.push) globs.add(glob);
  }
  return [...globs];
}

async function checkUpdate(push: Push, update: BranchUpdate): Promise<CheckResult> {
  const { repository, receiving, remoteName } = push;
  const { branch } = update;
  const oldTip = await knownTip(push, update);
  const otherDefault = push.defaultBranch?.branch === branch ? null : push.defaultBranch;
  const shared = { branch, remote: remoteName, defaultBranch: push.defaultBranch?.branch ?? null };
  if (update.newTip === null) return checkDeletion(push, oldTip, shared, otherDefault);
  const newTip = await requireNewTip(repository, update.newTip);
  const destination = oldTip ?? push.defaultBranch?.tip ?? null;
  const range = await openRange(repository, {
    ...{ tip: newTip, destination, oldTip, branch, remote: push.remote, local: !receiving, pushed: false },
    excluded: [oldTip, otherDefault?.tip ?? null].filter((oid) => oid !== null),
    base: oldTip ?? (otherDefault && (await mergeBase(repository.context, newTip, otherDefault.tip))),
  });
  const { config, configChanged } = range.policy;
  if (!(await matchesAny(branch, config.push))) return nothingJudged;
  let late: PushFacts['late'] = null;
  const { findings, tip } = await judgeRange(repository, range, (commit) => {
    if (receiving) late = later(late, lateness(commit, repository.now));
  });
  const all = [...findings, ...judgePush(config, { ...shared, deletion: false, contained: false, late })];
  const isRefused = all.some(({ severity }) => severity === 'error');
  const merges = range.listed.some(({ parents }) => parents.length > 1);
  const isUnknown = !receiving && push.defaultBranch === null && merges;
  return {
    findings: all,
    configChanged,
    sprint: tip.sprint,
    range: { from: range.base, to: newTip, commits: range.listed.length },
    ...(await userPlace(repository.context, receiving ? [] : all)),
    notices: [
      ...(isRefused && isUnknown && remoteName !== null ? [noDefaultBranch(remoteName)] : []),
      ...(await configChangeIn(repository, range, findings)),
    ],
    resumes: resumesFrom(all, tip.journal),
    language: config.lang,
  };
}

async function checkDeletion(
  { repository }: Push,
  oldTip: string | null,
  shared: Pick<PushFacts, 'branch' | 'remote' | 'defaultBranch'>,
  otherDefault: RemoteBranch | null,
): Promise<CheckResult> {
  if (oldTip === null) return nothingJudged;
  const config = await judgingConfig(treeSnapshot(repository.files, oldTip), async () => null);
  const contained = otherDefault !== null && (await contains(repository, otherDefault.tip, oldTip));
  const findings = judgePush(config, { ...shared, deletion: true, contained, late: null });
  return { ...nothingJudged, findings, language: config.lang };
}

/** Returns the sprint of a commit that arrives after its end; null if it is in time, or an answer. */
function lateness({ answer, sprint, config }: CommitFacts, now: number): PushFacts['late'] {
  if (answer || !sprint?.start) return null;
  const endedAt = sprint.start.at + config.timebox * 60_000;
  return now > endedAt ? { sprint: sprint.id, endedAt } : null;
}

function later(one: PushFacts['late'], other: PushFacts['late']): PushFacts['late'] {
  return one && (!other || other.sprint <= one.sprint) ? one : other;
}

/** Returns the pushed commit; for an annotated tag, the commit it tags. */
async function requireNewTip(repository: Repository, name: string): Promise<string> {
  const oid = await commitAt(repository, name);
  if (oid !== null) return oid;
  const short = name.slice(0, 10);
  throw new Failure('unknown-revision', {
    en: [`This push is not of a commit: ${short}`, 'push a commit, for example: git push origin work'],
    fr: [`Ce qui est poussé n’est pas un commit : ${short}`, 'poussez un commit, par exemple : git push origin work'],
  });
}

/** Returns the old tip, null for a new branch. Throws Failure if this repository lacks it. */
async function knownTip({ repository, remote }: Push, { branch, oldTip }: BranchUpdate): Promise<string | null> {
  if (oldTip === null || (await commitAt(repository, oldTip)) !== null) return oldTip;
  const help = `git fetch ${remote} ${refArgument(branch)}`;
  throw new Failure('unknown-tip', {
    en: [`The remote’s ${branch} is at ${oldTip.slice(0, 10)}, which this repository does not have.`, help],
    fr: [`Le ${branch} distant est à ${oldTip.slice(0, 10)}, que ce dépôt n’a pas.`, help],
  });
}
