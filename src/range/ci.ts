import { readFileSync } from 'node:fs';
import { Failure } from '../failure.js';
import { visible } from '../report/visible.js';
import { present } from './updates.js';

/** A pull or merge request, as its CI job tells it. */
export interface Request {
  readonly kind: 'request';
  /** The name under which this clone has the base branch's tip, where the job does not tell it; null where it does. */
  readonly baseRef: string | null;
  /**
   * The base branch's tip, else the commit that the diff begins at, and the commit that asks to be merged: never the
   * merge that the CI made of both.
   */
  readonly baseTip: string;
  readonly head: string;
  /** The ref of the remote under which its commits can be fetched, from a fork too; null where the job does not tell it. */
  readonly headRef: string | null;
  readonly headBranch: string;
  readonly baseBranch: string;
  readonly title: string;
}

/** A push, as its CI job tells it. */
export interface Pushed {
  readonly kind: 'push';
  /** The full name of the ref. */
  readonly ref: string;
  /** The tip before it; null where the push made the ref. */
  readonly before: string | null;
  /** The tip after it; null where the push deleted the ref. */
  readonly after: string | null;
  readonly defaultBranch: string | null;
}

/** A group of a merge queue. */
export interface MergeGroup {
  readonly kind: 'merge-group';
  readonly base: string;
  readonly head: string;
}

/** What a CI job runs for. */
export type CiEvent = Request | Pushed | MergeGroup;

/**
 * What the CI job of this environment runs for, on GitHub Actions or GitLab; null elsewhere, and for jobs
 * that were started by hand or by the clock.
 *
 * @throws Failure where GitHub's event can't be read, or GitLab's variables are not there.
 */
export function ciEvent(environment: NodeJS.ProcessEnv): CiEvent | null {
  if (environment.GITHUB_ACTIONS === 'true') return gitHubEvent(environment);
  if (environment.GITLAB_CI) return gitLabEvent(environment);
  return null;
}

/** The parts of GitHub's event payloads that are used; what a payload lacks is not there. */
interface GitHubPayload {
  readonly pull_request?: {
    readonly number?: number;
    readonly title?: string;
    readonly base?: GitHubEnd | null;
    readonly head?: GitHubEnd | null;
  };
  readonly merge_group?: { readonly base_sha?: string; readonly head_sha?: string };
  readonly ref?: string;
  readonly before?: string;
  readonly after?: string;
  readonly repository?: { readonly default_branch?: string };
}

interface GitHubEnd {
  readonly ref?: string;
  readonly sha?: string;
}

function gitHubEvent({
  GITHUB_EVENT_NAME: name = '',
  GITHUB_EVENT_PATH: path = '',
}: NodeJS.ProcessEnv): CiEvent | null {
  if (!/^(pull_request|pull_request_target|merge_group|push)$/.test(name)) return null;
  const payload = readPayload(path);
  const event = name === 'push' ? pushOf(payload) : name === 'merge_group' ? groupOf(payload) : requestOf(payload);
  if (!event) throw unreadable(path);
  return event;
}

function requestOf({ pull_request: request }: GitHubPayload): Request | null {
  const { number, title, base, head } = request ?? {};
  if (!isEnd(base) || !isEnd(head) || !isText(title)) return null;
  const ends = { baseTip: base.sha, head: head.sha, headBranch: head.ref, baseBranch: base.ref };
  return {
    kind: 'request',
    baseRef: null,
    headRef: number === undefined ? null : `refs/pull/${number}/head`,
    ...ends,
    title,
  };
}

function isEnd(end: GitHubEnd | null | undefined): end is Required<GitHubEnd> {
  return isText(end?.ref) && isText(end?.sha);
}

function groupOf({ merge_group: group }: GitHubPayload): MergeGroup | null {
  const { base_sha: base, head_sha: head } = group ?? {};
  return isText(base) && isText(head) ? { kind: 'merge-group', base, head } : null;
}

function pushOf({ ref, before, after, repository }: GitHubPayload): Pushed | null {
  if (!isText(ref) || !ref.startsWith('refs/') || !isText(before) || !isText(after)) return null;
  const { default_branch: name } = repository ?? {};
  return {
    kind: 'push',
    ref,
    before: present(before),
    after: present(after),
    defaultBranch: isText(name) ? name : null,
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function readPayload(path: string): GitHubPayload {
  try {
    return Object(JSON.parse(readFileSync(path, 'utf8'))) as GitHubPayload;
  } catch {
    throw unreadable(path);
  }
}

function gitLabEvent(environment: NodeJS.ProcessEnv): CiEvent | null {
  if (environment.CI_MERGE_REQUEST_IID) return mergeRequestOf(environment);
  const { CI_PIPELINE_SOURCE, CI_COMMIT_SHA } = environment;
  if (CI_PIPELINE_SOURCE !== 'push') return null;
  const { CI_COMMIT_BRANCH: branch, CI_COMMIT_TAG: tag } = environment;
  if (!CI_COMMIT_SHA) throw unreadable('CI_COMMIT_SHA');
  if (!branch && !tag) throw unreadable('CI_COMMIT_BRANCH');
  return {
    kind: 'push',
    ref: branch ? `refs/heads/${branch}` : `refs/tags/${tag}`,
    before: present(environment.CI_COMMIT_BEFORE_SHA),
    after: present(CI_COMMIT_SHA),
    defaultBranch: environment.CI_DEFAULT_BRANCH ?? null,
  };
}

function mergeRequestOf(environment: NodeJS.ProcessEnv): Request {
  const {
    CI_MERGE_REQUEST_IID: number,
    CI_MERGE_REQUEST_DIFF_BASE_SHA: diffBase,
    CI_MERGE_REQUEST_TARGET_BRANCH_NAME: baseBranch,
    // Both are set only where the pipeline runs on a merge of the two branches.
    CI_MERGE_REQUEST_TARGET_BRANCH_SHA: targetTip,
    CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: sourceTip,
  } = environment;
  const baseTip = targetTip || diffBase;
  if (!baseTip) throw unreadable('CI_MERGE_REQUEST_DIFF_BASE_SHA');
  if (!baseBranch) throw unreadable('CI_MERGE_REQUEST_TARGET_BRANCH_NAME');
  return {
    kind: 'request',
    baseRef: targetTip ? null : `refs/remotes/origin/${baseBranch}`,
    baseTip,
    head: sourceTip || environment.CI_COMMIT_SHA || 'HEAD',
    headRef: `refs/merge-requests/${number}/head`,
    headBranch: environment.CI_MERGE_REQUEST_SOURCE_BRANCH_NAME ?? '',
    baseBranch,
    title: environment.CI_MERGE_REQUEST_TITLE ?? '',
  };
}

/** `source`: the file or the variable that should tell it. */
function unreadable(source: string): Failure {
  const path = visible(source || 'GITHUB_EVENT_PATH');
  return new Failure('ci-event', {
    en: [
      `The event that this CI job runs for can’t be read from ${path}.`,
      'give the range yourself: npx sprint-check --from <rev> --to <rev>',
    ],
    fr: [
      `Impossible de lire dans ${path} l’événement qui a lancé ce job de CI.`,
      'donnez vous-même l’intervalle : npx sprint-check --from <rev> --to <rev>',
    ],
  });
}
