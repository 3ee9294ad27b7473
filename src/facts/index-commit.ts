import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type CommitHeader, parseCommit } from '../git/commit.js';
import { type Change, emptyTree, indexDiff, readDiff } from '../git/diff.js';
import { currentBranch, requireUnborn } from '../git/head.js';
import type { ObjectReader } from '../git/objects.js';
import { type GitContext, gitResult, runGit } from '../git/process.js';
import { shallow } from '../git/shallow.js';
import type { Ancestor } from './ancestor.js';
import { readBesideIndex } from './beside-index.js';
import { isJudgedBranch } from './branches.js';
import { readAncestor, readCommitFacts } from './commit.js';
import type { CommitFacts } from './facts.js';
import { Files, type Reading } from './files.js';
import { type Policy, readPolicy } from './policy.js';
import { emptySnapshot, indexSnapshot, treeSnapshot } from './snapshot.js';
import { readState } from './sprint.js';

export interface IndexCommit {
  readonly policy: Policy;
  readonly branch: string | null;
  /** Null if the branch is not judged. */
  readonly facts: CommitFacts | null;
}

/** Reads the commit being made; `merging` in pre-merge-commit. Throws Failure if git or the config can't be read. */
export async function readIndexCommit(
  context: GitContext,
  objects: ObjectReader,
  now: number,
  merging: boolean,
): Promise<IndexCommit> {
  const [parents, branch] = await Promise.all([readParents(context, objects, now, merging), currentBranch(context)]);
  const { commits, amends, mayAmend } = parents;
  const [first] = commits;
  const files = new Files(objects);
  const base = first ? treeSnapshot(files, first.oid) : emptySnapshot(files);
  const changes = first ? first.changes : await readDiff(context, indexDiff(await emptyTree(context)));
  const snapshot = indexSnapshot(base, changes);
  const policy = await readPolicy(first ? base : null, snapshot);
  const { config } = policy;
  if (!(await isJudgedBranch(config, branch))) return { policy, branch, facts: null };
  const reading: Reading = { context, now, files, config };
  const commit = {
    ...{ oid: null, parents: commits.map(({ oid }) => oid), authoredAt: now, committedAt: now },
    author: config.po.length > 0 ? await authorOf(context) : (context.environment.GIT_AUTHOR_EMAIL ?? null),
    diffs: first ? commits.map((parent) => parent.changes) : [changes],
  };
  const ancestors = await Promise.all(commits.map((parent) => ancestorOf(reading, parent)));
  const baseName = amends ? 'HEAD~1' : 'HEAD';
  const { facts } = await readCommitFacts(reading, { commit, snapshot, parents: ancestors, baseName, branch });
  const isInHead = amends && facts.journalAbsence !== null && (await objects.read(`HEAD:${facts.sprint?.journal}`));
  const isGone = facts.sprint && facts.journalAbsence !== null && !facts.baseHoldsJournal;
  const deletedBefore = isGone ? await beforeDeletion(context, facts.sprint.journal) : null;
  const journalDeletedFrom = isInHead ? 'HEAD' : (facts.journalDeletedFrom ?? deletedBefore);
  return {
    policy,
    branch,
    facts: {
      ...facts,
      journalDeletedFrom,
      mayAmend,
      onlyPaths: isGivenPaths(context),
      ...(await readBesideIndex(reading, facts)),
    },
  };
}

// 1f6f8ac…
/** Returns the revision before the commit that deleted a file which HEAD does not have; null if none did. */
export async function beforeDeletion(context: GitContext, path: string): Promise<string | null> {
  // Fails before the first commit.
  const { output } = await gitResult(context, ['rev-list', '-1', 'HEAD', '--', `:(top,literal)${path}`]);
  return output === '' ? null : `${output.slice(0, 10)}~1`;
}

/** A parent of the commit being made, and the changes from it to the index. */
interface IndexParent extends CommitHeader {
  readonly oid: string;
  readonly changes: readonly Change[];
}

interface IndexParents {
  /** HEAD, then the commits merged into it; for an amend, HEAD's own parents; empty for a first commit. */
  readonly commits: readonly IndexParent[];
  readonly amends: boolean;
  readonly mayAmend: boolean;
}

async function readParents(
  context: GitContext,
  objects: ObjectReader,
  now: number,
  merging: boolean,
): Promise<IndexParents> {
  // Until git concludes a clean merge, only variables GITHEAD_<oid> name the other parents; Windows upper-cases them.
  const heads = Object.keys(context.environment).flatMap((name) =>
    merging && /^GITHEAD_[0-9a-f]{40,64}$/i.test(name) ? [name.slice('GITHEAD_'.length)] : [],
  );
  const names = heads.length > 0 ? heads : ['MERGE_HEAD'];
  const [head, ...merged] = await Promise.all([
    readParent(context, objects, 'HEAD'),
    ...names.map((name) => objects.read(`${name}^{commit}`)),
  ]);
  if (!head) {
    await requireUnborn(context);
    return { commits: [], amends: false, mayAmend: false };
  }
  const oids = merged.flatMap((commit) => (commit ? [commit.oid] : []));
  if (oids.length === 0 && isAmend(context, head, now))
    return { commits: await parentsOf(context, objects, head), amends: true, mayAmend: false };
  const mergedOids = oids.length > 0 && heads.length === 0 ? await mergeHeads(context) : oids;
  const others = await Promise.all(mergedOids.map((oid) => requireParent(context, objects, oid)));
  const sameAuthor = head.author === context.environment.GIT_AUTHOR_EMAIL;
  return { commits: [head, ...others], amends: false, mayAmend: sameAuthor && others.length === 0 };
}

/** For `git commit -- <path>`, git makes a temporary index, `next-index-<pid>.lock`. */
function isGivenPaths({ environment }: GitContext): boolean {
  return /\bnext-index-[^/\\]*$/.test(environment.GIT_INDEX_FILE ?? '');
}

// GIT_AUTHOR_DATE=@1758542400 +0200
/**
 * Tells whether the commit being made amends HEAD. git hands the hook HEAD's author date for an amend, and now for a
 * new commit, both in whole seconds. The two look alike for a second, plus the time until the hook runs.
 */
function isAmend({ environment }: GitContext, { authoredAt }: CommitHeader, now: number): boolean {
  const seconds = /^@(\d+) /.exec(environment.GIT_AUTHOR_DATE ?? '')?.[1];
  return seconds !== undefined && authoredAt === Number(seconds) * 1000 && Math.abs(now - authoredAt) > 1100;
}

/** Throws Failure if a shallow clone lacks a parent. */
function parentsOf(context: GitContext, objects: ObjectReader, { parents }: CommitHeader): Promise<IndexParent[]> {
  return Promise.all(parents.map((oid) => requireParent(context, objects, oid)));
}

async function requireParent(context: GitContext, objects: ObjectReader, oid: string): Promise<IndexParent> {
  const parent = await readParent(context, objects, oid);
  if (!parent) throw shallow();
  return parent;
}

async function readParent(context: GitContext, objects: ObjectReader, name: string): Promise<IndexParent | null> {
  // If HEAD is unborn, the diff fails, and the commit is missing too.
  const [changes, commit] = await Promise.all([
    readDiff(context, indexDiff(name)).catch((failure: unknown) => ({ failure })),
    objects.read(`${name}^{commit}`),
  ]);
  if (!commit?.content) return null;
  if ('failure' in changes) throw changes.failure;
  return { ...parseCommit(commit.content), oid: commit.oid, changes };
}

/** Reads all lines of the file MERGE_HEAD: as a revision, it is the first line, or a branch or tag of that name. */
async function mergeHeads(context: GitContext): Promise<string[]> {
  const path = (await runGit(context, ['rev-parse', '--git-path', 'MERGE_HEAD'])).trimEnd();
  const file = resolve(context.directory, path);
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
}

async function ancestorOf(reading: Reading, { oid, committedAt }: IndexParent): Promise<Ancestor> {
  const state = await readState(reading.config, treeSnapshot(reading.files, oid));
  return readAncestor(reading, oid, state, committedAt);
}

// Ada Lovelace <ada@example.com> 1758542400 +0200
/** Returns the author's e-mail: git hands it to pre-commit, `--author` included, but not to pre-merge-commit. */
export async function authorOf(context: GitContext): Promise<string | null> {
  const address = context.environment.GIT_AUTHOR_EMAIL;
  if (address !== undefined) return address;
  return /<([^<>]*)>/.exec(await runGit(context, ['var', 'GIT_AUTHOR_IDENT']))?.[1] ?? null;
}
