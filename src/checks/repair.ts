import { isAddressOfPO } from '../config/config.js';
import type { CommitFacts } from '../facts/facts.js';
import { isFrozen } from '../facts/start.js';
import { parseCommit } from '../git/commit.js';
import { currentBranch, shortName } from '../git/head.js';
import { mergeBase } from '../git/merge-base.js';
import { gitResult, runGit } from '../git/process.js';
import type { Judged, OneCommit, Repair } from '../judge.js';
import { type ListedCommit, listCommits } from '../range/commits.js';
import type { Repository } from '../range/range.js';
import { commitAt, contains, defaultBranch, remoteOf } from '../range/refs.js';
import { upstreamOf } from '../range/resolve.js';
import type { OpenRange } from './open-range.js';

type SeenCommits = ReadonlyMap<string, Pick<CommitFacts, 'sprint' | 'answer'> & ListedCommit>;

/** How the commits of a range are mended in which something was refused; null where nothing was. */
export async function repairOf(
  repository: Repository,
  range: OpenRange,
  commits: SeenCommits,
  found: readonly Judged[],
  asOne: (base: string | null) => Promise<OneCommit>,
): Promise<Repair | null> {
  const { now } = repository;
  const { tip, listed, policy } = range;
  const errors = found.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return null;
  const remote = await remoteOf(repository, range);
  const unpushed = await unpushedDefault(repository, range, remote);
  const faulty = new Set(
    errors.map(({ commit }) => commit).filter((commit) => commit !== null && !unpushed?.commits.has(commit)),
  );
  const place = await branchOf(repository, range);
  const together = errors.some(({ mend }) => mend === 'all in one') || [...faulty].some((oid) => oid !== tip);
  const first = listed.findIndex(({ oid }) => faulty.has(oid));
  const last = listed.slice(first < 0 && together ? 0 : first);
  const { replaced, start, merged } = await replacedBy(repository, range, last, errors);
  const oneCommit = await asOne(start);
  const isByPO = ({ author }: ListedCommit) => isAddressOfPO(policy.config, author);
  const authors = new Set(replaced.filter((commit) => !isByPO(commit)).map(({ author }) => author));
  const isFrozenNow = ({ sprint }: Pick<CommitFacts, 'sprint'>) => sprint !== null && isFrozen(sprint, now);
  const frozen = new Set([...commits.values()].filter(isFrozenNow).map(({ oid }) => oid));
  // The old tip of a forced push may know an earlier T.
  if (oneCommit.findings.some(({ rule }) => rule.id === 'freeze/closed')) frozen.add(tip);
  const byPO = replaced.findLast((commit) => commit.parents.length === 1 && isByPO(commit));
  return {
    ...{ tip, remote, target: range.branch, unpushed, base: start, together, ...place },
    pushed:
      range.pushed || (await isOnRemote(repository, remote, range.branch ?? place.branch, replaced[0]?.oid ?? tip)),
    merged,
    byOthers: authors.size > 1,
    byPO: byPO?.oid ?? null,
    frozen,
    tipIsAnswer: commits.get(tip)?.answer === true,
    oneCommit,
    rebased:
      !place.elsewhere && (await isRebased(repository, commits, errors, tip, place.branch))
        ? await mergedBy(repository, start)
        : null,
  };
}

/** What one commit takes the place of, what that follows, and what it has to keep as a parent. */
async function replacedBy(
  repository: Repository,
  range: OpenRange,
  last: readonly ListedCommit[],
  errors: readonly Judged[],
): Promise<{ readonly replaced: readonly ListedCommit[]; readonly start: string | null; readonly merged: string[] }> {
  const [first] = last;
  // Those before the first one at fault are faultless, and stay.
  if (first && isLine(last) && !errors.some(isOfHistory)) {
    return { replaced: last, start: first.parents[0] ?? null, merged: [] };
  }
  const start = await startOf(repository, range, last);
  return { replaced: range.listed, start, merged: await mergedFromOutside(repository, range.listed, start) };
}

/** Whether commits follow each other without a merge, as the last ones of a range do among which there is none. */
function isLine(commits: readonly ListedCommit[]): boolean {
  return commits.every(({ parents }) => parents.length < 2);
}

/** Whether a journal lost or changed what it held: with fewer entries to keep, there are fewer ways to read what was done. */
function isOfHistory({ rule }: Judged): boolean {
  return rule.id === 'journal/history' || rule.id === 'journal/po-identity';
}

/** What one commit of all that a range changes is made on; null where that would be a root commit. */
async function startOf(
  repository: Repository,
  { base, tip, listed }: OpenRange,
  [first]: readonly ListedCommit[],
): Promise<string | null> {
  const { context } = repository;
  // Where no commit is new, all that is there stays.
  if (first === undefined) return tip;
  // After a forced push, or where --from went on, the range does not follow its base: what is new there has to stay.
  const start = base === null ? (first.parents[0] ?? null) : await mergeBase(context, base, tip);
  // What was merged in from outside is nobody's to commit again.
  for (const oid of outside(listed)) if (start !== null && (await contains(repository, oid, start))) return oid;
  return start;
}

/** The commits that a range merged in from outside, the last first. */
function outside(listed: readonly ListedCommit[]): string[] {
  const known = new Set(listed.map(({ oid }) => oid));
  return listed.flatMap(({ parents }) => parents.slice(1).filter((oid) => !known.has(oid))).toReversed();
}

/** Those of them that a commit does not reach, nor one that was merged in later. */
async function mergedFromOutside(
  repository: Repository,
  listed: readonly ListedCommit[],
  start: string | null,
): Promise<string[]> {
  const kept: string[] = [];
  for (const oid of outside(listed)) {
    const reached = [...kept, ...(start === null ? [] : [start])].map((commit) => contains(repository, commit, oid));
    if (!(await Promise.all(reached)).includes(true)) kept.push(oid);
  }
  return kept;
}

// refs/heads/topic\0/home/ada/topic
// refs/heads/other\0
/** The branch where it is mended, which has its tip, if one does; and where that is, if not at HEAD. */
async function branchOf(
  repository: Repository,
  { tip, branch, local, policy }: OpenRange,
): Promise<Pick<Repair, 'branch' | 'elsewhere'>> {
  if (!local) return { branch: branch ?? policy.config.sprintBranch, elsewhere: null };
  const { context } = repository;
  if ((await commitAt(repository, 'HEAD')) === tip) {
    return { branch: await currentBranch(context), elsewhere: null };
  }
  const format = '--format=%(refname)%00%(worktreepath)';
  const listed = (await runGit(context, ['for-each-ref', '--points-at', tip, format, 'refs/heads'])).split('\n');
  const places = listed.flatMap((line) => {
    const [ref = '', workTree] = line.split('\0');
    const name = shortName(ref);
    return name === null ? [] : [{ branch: name, elsewhere: { workTree: workTree || null } }];
  });
  const found = places.find((place) => place.branch === branch) ?? places[0];
  return found ?? { branch: null, elsewhere: { workTree: null } };
}

/** Whether a commit that is mended is on the remote already, as far as this repository knows. */
async function isOnRemote(
  repository: Repository,
  remote: string,
  branch: string | null,
  commit: string,
): Promise<boolean> {
  const there = await commitAt(repository, `refs/remotes/${remote}/${branch}`);
  return there !== null && contains(repository, there, commit);
}

/** What was merged in from the default branch of this repository before it was pushed. */
async function unpushedDefault(
  repository: Repository,
  { local, branch, listed }: OpenRange,
  remote: string,
): Promise<Repair['unpushed']> {
  if (!local || !listed.some(({ parents }) => parents.length > 1)) return null;
  const other = await defaultBranch(repository, remote);
  const here = other && (await commitAt(repository, `refs/heads/${other.branch}`));
  if (!other || !here || other.branch === branch) return null;
  const commits = await listCommits(repository.context, repository.objects, here, [other.tip]);
  return { remote, branch: other.branch, commits: new Set(commits.map(({ oid }) => oid)) };
}

function freezeOf({ sprint }: Pick<CommitFacts, 'sprint'>): number {
  return sprint?.freezeAt ?? Number.POSITIVE_INFINITY;
}

/**
 * Whether nothing is wrong but the dates that a rebase gave to commits made in time, and it was the last that the branch
 * has seen: ORIG_HEAD names what the branch was before, and nothing has come on top that would be lost.
 */
async function isRebased(
  { context, objects }: Repository,
  commits: SeenCommits,
  errors: readonly Judged[],
  tip: string,
  branch: string | null,
): Promise<boolean> {
  const late = errors.map(({ commit }) => commits.get(commit ?? ''));
  if (branch === null || errors.some(({ rule }) => rule.id !== 'freeze/closed')) return false;
  if (!late.every((commit) => commit && (commit.authoredAt ?? Number.POSITIVE_INFINITY) < freezeOf(commit)))
    return false;
  const [original, last] = [await objects.read('ORIG_HEAD^{commit}'), commits.get(tip)];
  if (!original?.content || !last) return false;
  const { authoredAt, committedAt } = parseCommit(original.content);
  if (authoredAt !== last.authoredAt || committedAt === null || committedAt >= freezeOf(last)) return false;
  const before = await gitResult(context, ['rev-parse', '--verify', '--quiet', `refs/heads/${branch}@{1}`]);
  return before.output.trim() === original.oid;
}

async function mergedBy(repository: Repository, base: string | null): Promise<Repair['rebased']> {
  const branch = await currentBranch(repository.context);
  const upstream = branch === null ? null : await upstreamOf(repository, branch);
  return upstream !== null && upstream === base ? 'pull' : 'merge';
}
