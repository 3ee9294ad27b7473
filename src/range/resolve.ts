import { Failure } from '../failure.js';
import { readCommit } from '../git/commit.js';
import { requireUnborn } from '../git/head.js';
import { mergeBase } from '../git/merge-base.js';
import { refArgument } from '../words/commands.js';
import type { Pushed, Request } from './ci.js';
import type { Range, Repository } from './range.js';
import { commitAt, defaultBranch, remoteOf, requireCommit } from './refs.js';

export interface Resolved extends Range {
  /** There is nothing to compare with, so only the tip is judged. */
  readonly tipAlone: boolean;
}

const local = { oldTip: null, remote: null, local: true, pushed: false, tipAlone: false };
const onServer = { ...local, remote: 'origin', local: false, pushed: true };

/** Resolves a range that a user or a merge queue names, ending at `branch`. Throws Failure if a name is no commit. */
export async function namedRange(
  repository: Repository,
  from: string,
  to: string,
  branch: string | null = null,
): Promise<Resolved> {
  const [base, tip] = await Promise.all([requireCommit(repository, from), requireCommit(repository, to)]);
  return { ...local, tip, base, excluded: [base], destination: base, branch };
}

/** Resolves what a pull or merge request would bring. Throws Failure if the clone is too shallow. */
export async function requestedRange(repository: Repository, request: Request): Promise<Resolved> {
  const [target, tip] = await Promise.all([
    requireCommit(repository, request.baseTip),
    requireCommit(repository, request.head, `origin ${request.headRef}`),
  ]);
  const base = await mergeBase(repository.context, target, tip);
  const { baseRef, baseBranch } = request;
  // Without the second half, git would fetch to FETCH_HEAD alone where the clone is of one branch.
  const fetched = `origin ${refArgument(`${baseBranch}:refs/remotes/origin/${baseBranch}`)}`;
  const destination = baseRef === null ? target : await requireCommit(repository, baseRef, fetched);
  return { ...onServer, tip, base, excluded: [target], destination, branch: request.headBranch };
}

/** Resolves what a push brought. Throws Failure if the clone is too shallow, or lacks the old tip. */
export async function pushedRange(
  repository: Repository,
  { before, defaultBranch: name }: Pushed,
  branch: string,
  tip: string,
): Promise<Resolved> {
  const oldTip = before === null ? null : await requireCommit(repository, before, `origin ${before}`);
  const other = name === branch ? null : await remoteTip(repository, name);
  const base = oldTip ?? (other && (await mergeBase(repository.context, other, tip)));
  const excluded = [oldTip, other].filter((oid) => oid !== null);
  return { ...onServer, tip, base, excluded, destination: oldTip ?? other, oldTip, branch };
}

/** Resolves a range outside CI: what the upstream lacks, else what the default branch lacks, else HEAD alone. */
export async function localRange(repository: Repository, to: string, branch: string | null): Promise<Resolved> {
  const tip = await requireHead(repository, to);
  const upstream = branch === null ? null : await upstreamOf(repository, branch);
  const remote = await remoteOf(repository, { remote: null, branch });
  const other = await defaultBranch(repository, remote);
  const start = upstream ?? other?.tip ?? null;
  if (start !== null) {
    // Commits merged in from the default branch are not this branch's, even if its upstream lacks them.
    const merged = other && other.branch !== branch ? [other.tip] : [];
    const base = await mergeBase(repository.context, start, tip);
    return { ...local, remote, tip, base, excluded: [start, ...merged], destination: start, branch };
  }
  const { parents } = await readCommit(repository.objects, tip);
  for (const parent of parents) await requireCommit(repository, parent);
  const base = parents[0] ?? null;
  return { ...local, remote, tip, base, excluded: parents, destination: base, branch, tipAlone: true };
}

/** Returns the tip of a branch's upstream, as far as this repository knows; null if it has none. */
export async function upstreamOf(repository: Repository, branch: string): Promise<string | null> {
  const ref = (await repository.git.ask('for-each-ref', '--format=%(upstream)', `refs/heads/${branch}`)).trim();
  return ref === '' ? null : commitAt(repository, ref);
}

/** Returns the tip of a branch of origin, by default its default branch; null if unknown here. */
async function remoteTip(repository: Repository, name: string | null): Promise<string | null> {
  if (name === null) return (await defaultBranch(repository, 'origin'))?.tip ?? null;
  return commitAt(repository, `refs/remotes/origin/${name}`);
}

async function requireHead(repository: Repository, name: string): Promise<string> {
  if (name !== 'HEAD') return requireCommit(repository, name);
  const oid = await commitAt(repository, name);
  if (oid !== null) return oid;
  await requireUnborn(repository.context);
  const help = 'git commit';
  throw new Failure('unknown-revision', {
    en: ['There is no commit to check yet.', help],
    fr: ['Il n’y a encore aucun commit à contrôler.', help],
  });
}
