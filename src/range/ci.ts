import { readFileSync } from 'node:fs';
import { Failure } from '../failure.js';
import { visible } from '../report/visible.js';
import { present } from './updates.js';

/** A pull or merge request, as its CI job describes it. */
export interface Request {
  readonly kind: 'request';
  /** The local ref of the base branch, if the job does not give the tip of that branch; else null. */
  readonly baseRef: string | null;
  /** The base branch's tip, else the commit that the diff starts from. */
  readonly baseTip: string;
  /** The commit to be merged, never the CI's own merge of it. */
  readonly head: string;
  /** The remote's ref to fetch its commits from; works for forks too. */
  readonly headRef: string;
  readonly headBranch: string;
  readonly baseBranch: string;
  readonly title: string;
}

export interface Pushed {
  readonly kind: 'push';
  /** The full name of the ref. */
  readonly ref: string;
  /** The tip before it; null if the push creates the ref. */
  readonly before: string | null;
  /** The tip after it; null if the push deletes the ref. */
  readonly after: string | null;
  readonly defaultBranch: string | null;
}

export interface MergeGroup {
  readonly kind: 'merge-group';
  readonly base: string;
  readonly head: string;
}

export type CiEvent = Request | Pushed | MergeGroup;

/**
 * Returns what a GitHub Actions or GitLab job runs for; null elsewhere, and for jobs started by hand or on a schedule.
 * Throws Failure if GitHub's event can't be read, or GitLab's variables are missing.
 */
export function ciEvent(environment: NodeJS.ProcessEnv): CiEvent | null {
  if (environment.GITHUB_ACTIONS === 'true') return gitHubEvent(environment);
  if (environment.GITLAB_CI) return gitLabEvent(environment);
  return null;
}

function gitHubEvent({
  GITHUB_EVENT_NAME: name = '',
  GITHUB_EVENT_PATH: path = '',
}: NodeJS.ProcessEnv): CiEvent | null {
  if (!['pull_request', 'pull_request_target', 'merge_group', 'push'].includes(name)) return null;
  const payload = readPayload(path);
  const valueAt = (key: string) => key.split('.').reduce((value, part) => Object(value)[part], payload);
  const required = (key: string) => requireText(valueAt(key), path);
  if (name === 'push') {
    const ends = { before: present(required('before')), after: present(required('after')) };
    const defaultBranch = valueAt('repository.default_branch');
    return { kind: 'push', ref: required('ref'), ...ends, defaultBranch: defaultBranch ? `${defaultBranch}` : null };
  }
  if (name === 'merge_group') {
    return { kind: 'merge-group', base: required('merge_group.base_sha'), head: required('merge_group.head_sha') };
  }
  return {
    kind: 'request',
    baseRef: null,
    baseTip: required('pull_request.base.sha'),
    head: required('pull_request.head.sha'),
    headRef: `refs/pull/${required('pull_request.number')}/head`,
    headBranch: required('pull_request.head.ref'),
    baseBranch: required('pull_request.base.ref'),
    title: required('pull_request.title'),
  };
}

function readPayload(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw unreadable(path);
  }
}

/** Returns a non-empty text, or a number as one. Throws Failure for any other value, naming its `source`. */
function requireText(value: unknown, source: string): string {
  if ((typeof value !== 'string' && typeof value !== 'number') || value === '') throw unreadable(source);
  return `${value}`;
}

function gitLabEvent(environment: NodeJS.ProcessEnv): CiEvent | null {
  const required = (name: string) => requireText(environment[name], name);
  const { CI_MERGE_REQUEST_IID, CI_PIPELINE_SOURCE, CI_COMMIT_TAG: tag } = environment;
  if (CI_MERGE_REQUEST_IID) {
    const baseBranch = required('CI_MERGE_REQUEST_TARGET_BRANCH_NAME');
    // Both are set only in merged results pipelines.
    const { CI_MERGE_REQUEST_TARGET_BRANCH_SHA: target, CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: source } = environment;
    return {
      kind: 'request',
      baseRef: target ? null : `refs/remotes/origin/${baseBranch}`,
      baseTip: target || required('CI_MERGE_REQUEST_DIFF_BASE_SHA'),
      head: source || required('CI_COMMIT_SHA'),
      headRef: `refs/merge-requests/${CI_MERGE_REQUEST_IID}/head`,
      headBranch: required('CI_MERGE_REQUEST_SOURCE_BRANCH_NAME'),
      baseBranch,
      title: required('CI_MERGE_REQUEST_TITLE'),
    };
  }
  if (CI_PIPELINE_SOURCE !== 'push') return null;
  return {
    kind: 'push',
    ref: tag ? `refs/tags/${tag}` : `refs/heads/${required('CI_COMMIT_BRANCH')}`,
    before: present(environment.CI_COMMIT_BEFORE_SHA),
    after: required('CI_COMMIT_SHA'),
    defaultBranch: environment.CI_DEFAULT_BRANCH || null,
  };
}

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
