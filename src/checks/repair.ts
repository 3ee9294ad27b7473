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
import { isRebased, pullOrMerge, type SeenCommits } from './rebased.js';
import { replacedBy } from './replaced.js';

/** How a range with refused commits is mended. */
export interface Repair {
  readonly tip: string;
  /** The parent of the one commit that mends it; null for a root commit. */
  readonly base: string | null;
  /** The branch to mend it on, without `refs/heads/`; null if no branch is at its tip. */
  readonly branch: string | null;
  readonly remote: string;
  /** The branch of the remote to push to; null if unknown. */
  readonly target: string | null;
  /** Null if HEAD is at its tip; else the absolute path of the work tree that has the branch checked out, if any. */
  readonly elsewhere: { readonly workTree: string | null } | null;
  /** One commit has to replace the range: amending the tip would not mend it. */
  readonly together: boolean;
  /** The one commit replaces a single commit. */
  readonly replacesOne: boolean;
  /** Commits merged in from outside the range that `base` lacks; they have to stay merged. */
  readonly merged: readonly string[];
  readonly hasSeveralDevelopers: boolean;
  /** The PO's last own commit since `base`, which nobody else may make; null if there is none. */
  readonly byPO: string | null;
  /** The commits whose sprint is frozen by now. */
  readonly frozen: ReadonlySet<string>;
  /** The tip is an answer commit: no freeze stops it, nor what mends it. */
  readonly tipIsAnswer: boolean;
  readonly oneCommit: OneCommit;
  /** The default branch, with its commits that the remote lacks; null if the range can't have merged them. */
  readonly unpushed: { readonly remote: string; readonly branch: string; readonly commits: ReadonlySet<string> } | null;
  /** If only a rebase made the commits late: how to get its base, once it is undone. Else null. */
  readonly rebased: 'pull' | 'merge' | null;
  readonly pushed: boolean;
}

/** Returns how a range is mended; null if nothing in it is refused. */
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
  const tipIsAnswer = commits.get(tip)?.answer === true;
  // An answer commit stays as it is, and an empty range has none to amend: a new commit is made on the tip.
  const isOnTip = listed.length === 0 || (tipIsAnswer && faulty.size === 0);
  const together =
    isOnTip || errors.some(({ mend }) => mend === 'all in one') || [...faulty].some((oid) => oid !== tip);
  const first = listed.findIndex(({ oid }) => faulty.has(oid));
  const fromFault = isOnTip ? [] : listed.slice(first < 0 && together ? 0 : first);
  const { replaced, start, merged } = await replacedBy(repository, range, fromFault, errors);
  const oneCommit = await asOne(start);
  const isByPO = ({ author }: ListedCommit) => isAddressOfPO(policy.config, author);
  const authors = new Set(replaced.filter((commit) => !isByPO(commit)).map(({ author }) => author));
  const isFrozenNow = ({ sprint }: Pick<CommitFacts, 'sprint'>) => sprint !== null && isFrozen(sprint, now);
  const frozen = new Set([...commits.values()].filter(isFrozenNow).map(({ oid }) => oid));
  // The old tip of a forced push may have an earlier T.
  if (oneCommit.findings.some(({ rule }) => rule.id === 'freeze/closed')) frozen.add(tip);
  const byPO = replaced.findLast((commit) => commit.parents.length === 1 && isByPO(commit));
  return {
    ...{ tip, remote, target: range.branch, unpushed, base: start, together, ...place },
    pushed:
      range.pushed || (await isOnRemote(repository, remote, range.branch ?? place.branch, replaced[0]?.oid ?? tip)),
    replacesOne: replaced.length === 1,
    merged,
    hasSeveralDevelopers: authors.size > 1,
    byPO: byPO?.oid ?? null,
    frozen,
    tipIsAnswer,
    oneCommit,
    rebased:
      !place.elsewhere && (await isRebased(repository, commits, errors, tip, place.branch))
        ? await pullOrMerge(repository, start)
        : null,
  };
}

// refs/heads/topic\0/home/ada/topic
// refs/heads/other\0
/** Returns a branch at the range's tip to mend it on, and its work tree, unless HEAD is there. */
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

/** Tells whether a commit is on the remote, as far as this repository knows. */
async function isOnRemote(
  repository: Repository,
  remote: string,
  branch: string | null,
  commit: string,
): Promise<boolean> {
  const there = await commitAt(repository, `refs/remotes/${remote}/${branch}`);
  return there !== null && contains(repository, there, commit);
}

/** Returns the local default branch's commits that the remote lacks, if the range may have merged them. */
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
