import { isAddressOfPO } from '../config/config.js';
import type { CommitFacts } from '../facts/facts.js';
import { isFrozen } from '../facts/start.js';
import { currentBranch, shortName } from '../git/head.js';
import { runGit } from '../git/process.js';
import type { Judged } from '../judge.js';
import { type ListedCommit, listCommits } from '../range/commits.js';
import type { Repository } from '../range/range.js';
import { commitAt, contains, defaultBranch, remoteOf } from '../range/refs.js';
import type { OneCommit } from './one-commit.js';
import type { OpenRange } from './open-range.js';
import { isRebased, mergedBy, type SeenCommits } from './rebased.js';
import { replacedBy } from './replaced.js';

/** A range in which commits are at fault, as far as it decides what mends them. */
export interface Repair {
  readonly tip: string;
  /** What the one commit follows that mends it; null where it is a root commit. */
  readonly base: string | null;
  /** The branch, without `refs/heads/`, where it is mended; null where none is at its tip. */
  readonly branch: string | null;
  readonly remote: string;
  /** The branch there that it is pushed to; null where that is not known. */
  readonly target: string | null;
  /** Null where HEAD is at its tip; else the work tree, by its absolute path, that has the branch checked out, if one has. */
  readonly elsewhere: { readonly workTree: string | null } | null;
  /** One commit of all that the range changes mends it: several are at fault, or one that a later commit has mended. */
  readonly together: boolean;
  /** It takes the place of a single commit. */
  readonly isOne: boolean;
  /** What was merged in from outside the range, and `base` lacks: it is to stay what it was. */
  readonly merged: readonly string[];
  readonly byOthers: boolean;
  /** The last of the PO's own commits since `base`, which nobody else may make; null where there is none, or no address is known. */
  readonly byPO: string | null;
  /** The commits whose sprint is frozen by now. */
  readonly frozen: ReadonlySet<string>;
  /** The tip answers, and does nothing else: no freeze stops it, nor what mends it. */
  readonly tipIsAnswer: boolean;
  readonly oneCommit: OneCommit;
  /** The remote's default branch, where it is not what is judged, and the commits that it lacks and the same branch here has. */
  readonly unpushed: { readonly remote: string; readonly branch: string; readonly commits: ReadonlySet<string> } | null;
  /**
   * The commits were made in time, a rebase gave them dates after the freeze, and it can be taken back: what it was made
   * on is the upstream's to `pull`, or to `merge` by its name.
   */
  readonly rebased: 'pull' | 'merge' | null;
  readonly pushed: boolean;
}

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
  // Where no commit is new, the tip is nobody's to amend here: one is made on it.
  const isNew = listed.length === 0;
  const together = isNew || errors.some(({ mend }) => mend === 'all in one') || [...faulty].some((oid) => oid !== tip);
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
    isOne: replaced.length === 1,
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
