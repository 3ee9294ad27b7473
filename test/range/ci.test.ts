import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/failure.ts';
import { type CiEvent, ciEvent } from '../../src/range/ci.ts';
import { scratchFolder } from '../helpers/scratch.ts';

const base = 'b'.repeat(40);
const head = 'a'.repeat(40);
const merge = 'c'.repeat(40);
const none = '0'.repeat(40);
const payload = join(scratchFolder(), 'event.json');

function onGitHub(event: string | undefined, content: unknown): CiEvent | null {
  writeFileSync(payload, typeof content === 'string' ? content : JSON.stringify(content));
  return ciEvent({ GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: event, GITHUB_EVENT_PATH: payload, GITHUB_SHA: merge });
}

const pullRequest = {
  pull_request: {
    number: 7,
    title: 'Sprint S3 — search',
    base: { ref: 'main', sha: base },
    head: { ref: 'work', sha: head },
    merge_commit_sha: merge,
  },
  repository: { default_branch: 'main' },
};
const request: CiEvent = {
  ...{ baseRef: null, headRef: 'refs/pull/7/head' },
  ...{ kind: 'request', baseTip: base, head, headBranch: 'work', baseBranch: 'main', title: 'Sprint S3 — search' },
};
const pushed = { ref: 'refs/heads/work', before: base, after: head, repository: { default_branch: 'main' } };
const push: CiEvent = { kind: 'push', ref: 'refs/heads/work', before: base, after: head, defaultBranch: 'main' };

describe('GitHub', () => {
  test.each<[string, unknown, CiEvent | null]>([
    ['pull_request', pullRequest, request],
    ['pull_request_target', pullRequest, request],
    ['push', pushed, push],
    ['push', { ...pushed, before: none, created: true }, { ...push, before: null }],
    ['push', { ...pushed, before: '0'.repeat(64) }, { ...push, before: null }],
    ['push', { ...pushed, after: none, deleted: true }, { ...push, after: null }],
    ['push', { ...pushed, ref: 'refs/tags/v1' }, { ...push, ref: 'refs/tags/v1' }],
    ['push', { ...pushed, repository: {} }, { ...push, defaultBranch: null }],
    ['merge_group', { merge_group: { base_sha: base, head_sha: head } }, { kind: 'merge-group', base, head }],
    ['workflow_dispatch', { ref: 'refs/heads/work', inputs: {} }, null],
    ['schedule', { schedule: '0 0 * * *' }, null],
    ['pull_request_review', pullRequest, null],
    ['release', pushed, null],
    ['a_push', pushed, null],
    ['push_of', pushed, null],
  ])('%s %j', (event, content, expected) => {
    expect(onGitHub(event, content)).toEqual(expected);
  });

  test('a job whose event has no name', () => {
    expect(onGitHub(undefined, pushed)).toBeNull();
  });

  test.each<[string, unknown]>([
    ['push', ''],
    ['push', '{'],
    ['push', null],
    ['push', []],
    ['push', 3],
    ['push', {}],
    ['push', { ...pushed, ref: '' }],
    ['push', { ...pushed, after: undefined }],
    ['pull_request', null],
    ['pull_request', {}],
    ['pull_request', pushed],
    ['pull_request', { pull_request: {} }],
    ['pull_request', { pull_request: { ...pullRequest.pull_request, head: null } }],
    ['pull_request_target', { merge_group: { base_sha: base, head_sha: head } }],
    ['pull_request', { pull_request: { ...pullRequest.pull_request, title: '' } }],
    ['pull_request', { pull_request: { ...pullRequest.pull_request, number: undefined } }],
    ['pull_request', { pull_request: { ...pullRequest.pull_request, title: { raw: 'Sprint S3' } } }],
    ['pull_request', { pull_request: { ...pullRequest.pull_request, head: { ref: 'work' } } }],
    ['pull_request', { pull_request: { ...pullRequest.pull_request, base: { sha: base } } }],
    ['push', { ...pushed, before: '' }],
    ['merge_group', { merge_group: { base_sha: base } }],
    ['merge_group', { merge_group: { head_sha: head } }],
    ['merge_group', {}],
    ['merge_group', pullRequest],
    ['merge_group', { merge_group: {} }],
  ])('%s %j can’t be read', (event, content) => {
    expect(() => onGitHub(event, content)).toThrow(expect.objectContaining({ code: 'ci-event' }));
  });

  test.each([undefined, '', join(payload, 'nowhere')])('the event of the file %s can’t be read', (path) => {
    const environment = { GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'push', GITHUB_EVENT_PATH: path };
    expect(() => ciEvent(environment)).toThrow(Failure);
  });

  test('it says where it should have been read, and how to do without', () => {
    const words = (environment: NodeJS.ProcessEnv) => {
      try {
        return ciEvent(environment);
      } catch (error) {
        return Object.values((error as Failure).words).map((words) => words.join(' '));
      }
    };
    const event = { GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'push' };
    const named = (name: string) => [expect.stringContaining(name), expect.stringMatching(/npx sprint-check --from/)];
    expect(words(event)).toEqual(named('GITHUB_EVENT_PATH'));
    expect(words({ ...event, GITHUB_EVENT_PATH: '/nowhere' })).toEqual(named('/nowhere'));
    expect(words({ GITLAB_CI: 'true', CI_PIPELINE_SOURCE: 'push' })).toEqual(named('CI_COMMIT_BRANCH'));
  });
});

describe('GitLab', () => {
  const job = {
    GITLAB_CI: 'true',
    CI_COMMIT_SHA: head,
    CI_DEFAULT_BRANCH: 'main',
    CI_COMMIT_BEFORE_SHA: none,
  };
  const mergeRequest = {
    ...job,
    CI_PIPELINE_SOURCE: 'merge_request_event',
    CI_MERGE_REQUEST_IID: '7',
    CI_MERGE_REQUEST_DIFF_BASE_SHA: base,
    CI_MERGE_REQUEST_SOURCE_BRANCH_NAME: 'work',
    CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
    CI_MERGE_REQUEST_TITLE: 'Sprint S3 — search',
  };
  const branch = { ...job, CI_PIPELINE_SOURCE: 'push', CI_COMMIT_BRANCH: 'work', CI_COMMIT_BEFORE_SHA: base };
  const target = 'd'.repeat(40);

  const merging = { ...request, baseRef: 'refs/remotes/origin/main', headRef: 'refs/merge-requests/7/head' };

  test.each<[string, NodeJS.ProcessEnv, CiEvent | null]>([
    ['a merge request', mergeRequest, merging],
    [
      'a merge request, the tips left empty',
      { ...mergeRequest, CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: '', CI_MERGE_REQUEST_TARGET_BRANCH_SHA: '' },
      merging,
    ],
    [
      'a pipeline on merged results: never their merge',
      {
        ...mergeRequest,
        CI_COMMIT_SHA: merge,
        CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: head,
        CI_MERGE_REQUEST_TARGET_BRANCH_SHA: target,
      },
      { ...merging, baseRef: null, baseTip: target },
    ],
    ['a push', branch, push],
    ['a push that makes a branch', { ...branch, CI_COMMIT_BEFORE_SHA: none }, { ...push, before: null }],
    ['a push of SHA-256', { ...branch, CI_COMMIT_BEFORE_SHA: '0'.repeat(64) }, { ...push, before: null }],
    [
      'a tag',
      { ...branch, CI_COMMIT_BRANCH: undefined, CI_COMMIT_TAG: 'v1', CI_COMMIT_BEFORE_SHA: none },
      { ...push, ref: 'refs/tags/v1', before: null },
    ],
    ['a push with a base of its own', { ...branch, CI_MERGE_REQUEST_DIFF_BASE_SHA: base }, push],
    ['no default branch', { ...branch, CI_DEFAULT_BRANCH: undefined }, { ...push, defaultBranch: null }],
    ['an empty default branch', { ...branch, CI_DEFAULT_BRANCH: '' }, { ...push, defaultBranch: null }],
    ['a schedule', { ...branch, CI_PIPELINE_SOURCE: 'schedule' }, null],
    ['by hand', { ...branch, CI_PIPELINE_SOURCE: 'web' }, null],
  ])('%s', (_, environment, expected) => {
    expect(ciEvent(environment)).toEqual(expected);
  });

  test.each<[string, NodeJS.ProcessEnv]>([
    ['a push of nothing', { ...branch, CI_COMMIT_SHA: '' }],
    ['a push to nowhere', { ...branch, CI_COMMIT_BRANCH: undefined }],
    ['a merge request from nowhere', { ...mergeRequest, CI_MERGE_REQUEST_DIFF_BASE_SHA: '' }],
    ['a merge request into nowhere', { ...mergeRequest, CI_MERGE_REQUEST_TARGET_BRANCH_NAME: '' }],
  ])('%s can’t be read', (_, environment) => {
    expect(() => ciEvent(environment)).toThrow(expect.objectContaining({ code: 'ci-event' }));
  });
});

test.each<[NodeJS.ProcessEnv]>([
  [{}],
  [{ CI: 'true' }],
  [{ GITHUB_ACTIONS: 'false' }],
  [{ GITLAB_CI: '' }],
  [{ CI_PIPELINE_SOURCE: 'push', CI_COMMIT_SHA: head, CI_COMMIT_BRANCH: 'work' }],
])('elsewhere: %j', (environment) => {
  expect(ciEvent(environment)).toBeNull();
});
