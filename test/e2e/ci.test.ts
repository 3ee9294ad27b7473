import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nothing, obey } from '../helpers/obey.ts';
import { honest, hurried } from '../helpers/pushes.ts';
import type { Repository } from '../helpers/repository.ts';
import { at, code, entry, journal, journal3, opening, refusal, second, withOrigin } from '../helpers/sprint.ts';
import { expectFindings, expectUndecided, scenarios, undecided, type Verdict } from '../helpers/verdict.ts';

const zeros = '0'.repeat(40);

/** `work` on `main`, with these commits, all of it on the server. */
function delivered(...commits: readonly ((repository: Repository) => unknown)[]): Repository {
  const { repository } = withOrigin();
  for (const commit of commits) commit(repository);
  repository.git('push', '--quiet', '--no-verify', 'origin', 'work');
  return repository;
}

interface Event {
  readonly name: string;
  readonly ref: string;
  readonly payload: object;
}

/** The environment of a GitHub Actions job for this event. */
function github(repository: Repository, { name, ref, payload }: Event): Record<string, string> {
  const home = repository.environment.HOME ?? '';
  repository.open('..').write({ 'event.json': JSON.stringify({ repository: { default_branch: 'main' }, ...payload }) });
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: name,
    GITHUB_EVENT_PATH: join(home, 'event.json'),
    GITHUB_REF: ref,
    GITHUB_REF_NAME: ref.replace(/^refs\/(heads|tags|pull)\//, ''),
    GITHUB_SHA: repository.git('rev-parse', 'HEAD'),
    GITHUB_WORKSPACE: repository.path,
    GITHUB_STEP_SUMMARY: join(home, 'summary.md'),
  };
}

function mergeGroup(repository: Repository): Verdict {
  const [base, head] = repository.git('rev-parse', 'main', 'work').split('\n');
  const ref = 'refs/heads/gh-readonly-queue/main/pr-7';
  const payload = { merge_group: { base_sha: base, base_ref: 'refs/heads/main', head_sha: head, head_ref: ref } };
  return repository.check([], { env: github(repository, { name: 'merge_group', ref, payload }) });
}

interface Pull {
  readonly title?: string;
  readonly head?: string;
  readonly sha?: string;
  readonly event?: string;
}

/** What a job of a pull request on `main` says, which has the synthetic merge checked out. */
function pullRequest(repository: Repository, pull: Pull = {}): Verdict {
  const { title = 'Sprint S3: search', head = 'work', event = 'pull_request' } = pull;
  const [base, tip] = repository.git('rev-parse', 'main', 'work').split('\n');
  repository.git('checkout', '--quiet', '--detach', 'main');
  repository.gitAt(0, 'merge', '--quiet', '--no-ff', '--no-edit', 'work');
  const payload = {
    action: 'opened',
    number: 7,
    pull_request: { number: 7, title, base: { ref: 'main', sha: base }, head: { ref: head, sha: pull.sha ?? tip } },
  };
  const refs = { GITHUB_BASE_REF: 'main', GITHUB_HEAD_REF: head };
  const env = { ...github(repository, { name: event, ref: 'refs/pull/7/merge', payload }), ...refs };
  return repository.check([], { env });
}

/** What a job of a push to `ref` says. */
function push(repository: Repository, before: string, ref = 'refs/heads/work', payload = {}): Verdict {
  const after = repository.git('rev-parse', 'HEAD');
  return repository.check([], {
    env: github(repository, { name: 'push', ref, payload: { ref, before, after, ...payload } }),
  });
}

describe('GitHub: a pull request', () => {
  const laterMain = (repository: Repository) => {
    repository.git('checkout', '--quiet', 'main');
    repository.commit(-3, { 'hotfix.txt': 'fixed\n' });
    repository.git('push', '--quiet', '--no-verify', 'origin', 'main');
    repository.git('checkout', '--quiet', 'work');
  };

  scenarios({
    'an honest one': [() => pullRequest(delivered(honest))],
    'an honest one, main having moved on': [() => pullRequest(delivered(honest, laterMain))],
    'a commit that no hook saw': [() => pullRequest(delivered(hurried, honest)), 'journal/not-staged'],
    'from another branch': [() => pullRequest(delivered(honest), { head: 'feature' }), 'pr/sprint'],
    'a title without the sprint': [() => pullRequest(delivered(honest), { title: 'Search' }), 'pr/sprint'],
    'a title of another sprint': [() => pullRequest(delivered(honest), { title: 'Sprint S31' }), 'pr/sprint'],
    'a second one of the sprint': [
      () => {
        const merged = (repository: Repository) => {
          repository.git('branch', '--force', 'main', 'work');
          repository.git('push', '--quiet', '--no-verify', 'origin', 'main');
        };
        return pullRequest(delivered(merged, honest));
      },
      'pr/unique',
    ],
    pull_request_target: [
      () => pullRequest(delivered(hurried, honest), { event: 'pull_request_target' }),
      'journal/not-staged',
    ],
  });

  test('from another branch says so once', () => {
    expect(pullRequest(delivered(honest), { head: 'feature' }).findings('warn')).toEqual([]);
  });

  undecided({
    'a head that is not here': [() => pullRequest(delivered(honest), { sha: '1'.repeat(40) }), /fetch/],
  });

  test('its range ends at its head, never at the synthetic merge', () => {
    const repository = delivered(honest, laterMain);
    const verdict = pullRequest(repository);
    expect(verdict.report.range).toMatchObject({ to: repository.git('rev-parse', 'work'), commits: 2 });
  });
});

describe('GitHub: a pull request that changes the config', () => {
  const names = { '.sprint-checkrc.json': '{ "developers": ["ChatGPT", "Ada"] }\n' };
  const joined = journal(opening(), second);
  const entryOf = (who: string) => `${joined}\n${journal(entry({ who, when: at(-3), did: 'Delivered the map.' }))}`;
  const adaJoins = (repository: Repository) => repository.commit(-4, { ...names, [journal3]: joined });
  const adaWorks = (repository: Repository) => repository.commit(-3, { ...code, [journal3]: entryOf('Ada') });

  test('and relies on it says to change it on main first, after which it passes', () => {
    const repository = delivered(adaJoins, adaWorks);
    const verdict = pullRequest(repository);
    expectFindings(verdict, ['journal/who']);
    repository.git('checkout', '--quiet', 'main');
    repository.commit(-2, names);
    repository.git('push', '--quiet', '--no-verify', 'origin', 'main');
    repository.git('checkout', '--quiet', 'work');
    obey(repository, verdict.diagnostic('journal/who').help, nothing);
    expect(repository.git('rev-parse', 'origin/work')).toBe(repository.git('rev-parse', 'work'));
    expectFindings(pullRequest(repository), []);
  });

  test('says how to mend what its own config refuses too, by that config', () => {
    const verdict = pullRequest(
      delivered(adaJoins, adaWorks, (it) => it.commit(-2, { 'src/app.txt': 'in a hurry\n' })),
    );
    expectFindings(verdict, ['journal/not-staged', 'journal/who']);
    expect(verdict.diagnostic('journal/who').help).toMatch(/^the config of main judges this/);
    expect(verdict.diagnostic('journal/not-staged').help).toMatch(/^npx sprint-check log .*\ngit commit --amend/);
  });

  test('does not say so of what both configs refuse', () => {
    const both = `${entryOf('Ada')}\n${journal(entry({ who: 'Eve' }))}`;
    const { diagnostics } = pullRequest(
      delivered(adaJoins, (it) => it.commit(-1, { ...code, [journal3]: both })),
    ).report;
    expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ help }) => help)).toEqual([
      expect.stringMatching(/^the config of main judges this/),
      expect.stringMatching(/^who: ChatGPT\n/),
    ]);
  });
});

describe('GitHub: a push', () => {
  const start = (repository: Repository) => repository.git('rev-parse', 'work~1');

  scenarios({
    'an honest one': [
      () => {
        const repository = delivered(honest);
        return push(repository, start(repository));
      },
    ],
    'a hurried one': [
      () => {
        const repository = delivered(hurried);
        return push(repository, start(repository));
      },
      'journal/not-staged',
    ],
    'a new branch': [() => push(delivered(hurried, honest), zeros), 'journal/not-staged'],
    'a new branch, honest': [() => push(delivered(honest), zeros)],
    'the default branch, new': [
      () => push(delivered(hurried, honest), zeros, 'refs/heads/work', { repository: { default_branch: 'work' } }),
      'journal/not-staged',
    ],
    'another branch': [() => push(delivered(hurried), zeros, 'refs/heads/feature')],
    'a tag': [() => push(delivered(hurried), zeros, 'refs/tags/v1')],
    'a forced one that drops an answer': [
      () => {
        const repository = delivered((it) => it.commit(-4, { [journal3]: journal(opening(), refusal) }));
        const before = repository.git('rev-parse', 'work');
        repository.git('reset', '--quiet', '--hard', 'HEAD~1');
        honest(repository);
        return push(repository, before);
      },
      'journal/history',
    ],
    'a merge group': [() => mergeGroup(delivered(hurried, honest)), 'journal/not-staged'],
    'a job started by hand takes the local range': [
      () => {
        const repository = delivered(hurried, honest);
        const event = { name: 'workflow_dispatch', ref: 'refs/heads/work', payload: { inputs: null } };
        return repository.check([], { env: github(repository, event) });
      },
      'journal/not-staged',
    ],
    '--from wins over the event': [
      () => {
        const repository = delivered(hurried, honest);
        const event = { name: 'push', ref: 'refs/heads/work', payload: { before: zeros, after: zeros } };
        return repository.check(['--from', 'HEAD~1'], { env: github(repository, event) });
      },
    ],
  });

  test('what a merge group is refused for is pushed anew to the branch that it came from', () => {
    const { help } = mergeGroup(delivered(hurried)).diagnostic('journal/not-staged');
    expect(help).toMatch(/git push --force-with-lease origin work$/);
  });

  test('a branch that is not judged is named', () => {
    const repository = delivered(hurried);
    const payload = { before: zeros, after: repository.git('rev-parse', 'HEAD'), ref: 'refs/heads/feature' };
    const env = github(repository, { name: 'push', ref: 'refs/heads/feature', payload });
    const { exit, stdout } = repository.cli(['check'], { env });
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: expect.stringContaining('feature') });
  });

  test('the default format adds workflow commands', () => {
    const repository = delivered(hurried);
    const payload = { before: zeros, after: repository.git('rev-parse', 'HEAD'), ref: 'refs/heads/work' };
    const env = github(repository, { name: 'push', ref: 'refs/heads/work', payload });
    const { exit, stdout } = repository.cli(['check'], { env });
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: expect.stringMatching(/^::error\b.*journal\/not-staged/m) });
  });
});

describe('GitLab', () => {
  const variables = (repository: Repository, source: string) => ({
    CI: 'true',
    GITLAB_CI: 'true',
    CI_PIPELINE_SOURCE: source,
    CI_DEFAULT_BRANCH: 'main',
    CI_PROJECT_DIR: repository.path,
    CI_COMMIT_SHA: repository.git('rev-parse', 'HEAD'),
  });
  const mergeRequest = (repository: Repository, title = 'Sprint S3: search', branch = 'work', more = {}) => {
    const env = {
      ...variables(repository, 'merge_request_event'),
      CI_MERGE_REQUEST_IID: '7',
      CI_MERGE_REQUEST_TITLE: title,
      CI_MERGE_REQUEST_SOURCE_BRANCH_NAME: branch,
      CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
      CI_MERGE_REQUEST_DIFF_BASE_SHA: repository.git('rev-list', '--max-parents=0', 'work'),
      ...more,
    };
    repository.git('checkout', '--quiet', '--detach');
    return repository.check([], { env });
  };
  const pushTo = (repository: Repository, branch: string, before: string) => {
    const named = { CI_COMMIT_BRANCH: branch, CI_COMMIT_REF_NAME: branch, CI_COMMIT_BEFORE_SHA: before };
    return repository.check([], { env: { ...variables(repository, 'push'), ...named } });
  };

  scenarios({
    'an honest merge request': [() => mergeRequest(delivered(honest))],
    'a merge request with a hurried commit': [() => mergeRequest(delivered(hurried, honest)), 'journal/not-staged'],
    'a title without the sprint': [() => mergeRequest(delivered(honest), 'Search'), 'pr/sprint'],
    'a merge request from another branch': [() => mergeRequest(delivered(honest), 'Sprint S3', 'feature'), 'pr/sprint'],
    'a merge request into a branch with a folder in the place of its journal': [
      () => {
        const repository = delivered(honest);
        repository.git('checkout', '--quiet', 'main');
        repository.commit(-3, { [`${journal3}/readme`]: 'Not here.\n' });
        repository.git('push', '--quiet', '--no-verify', 'origin', 'main');
        repository.git('checkout', '--quiet', 'work');
        return mergeRequest(repository);
      },
    ],
    'a push': [() => pushTo(delivered(hurried, honest), 'work', zeros), 'journal/not-staged'],
    'an honest push': [() => pushTo(delivered(honest), 'work', zeros)],
    'a push to another branch': [() => pushTo(delivered(hurried), 'feature', zeros)],
  });

  undecided({
    'a merge request whose job does not tell where its diff begins': [
      () => mergeRequest(delivered(honest), 'Nonsense', 'feature', { CI_MERGE_REQUEST_DIFF_BASE_SHA: '' }),
      /CI_MERGE_REQUEST_DIFF_BASE_SHA/,
    ],
    'a merge request whose target branch was not fetched': [
      () => {
        const repository = delivered(honest);
        repository.git('update-ref', '-d', 'refs/remotes/origin/main');
        return mergeRequest(repository);
      },
      /git fetch origin main/,
    ],
  });

  test('a target branch that was not fetched is known once it is fetched as the help says', () => {
    const { repository, origin } = withOrigin();
    honest(repository);
    repository.git('push', '--quiet', '--no-verify', 'origin', 'work');
    repository.git('clone', '--quiet', '--single-branch', '--branch=work', origin.url, '../job');
    const job = repository.open('../job');
    const { help } = mergeRequest(job).report.error ?? {};
    obey(job, `${help}`.replace(/ {3}.*/, ''), nothing);
    expectFindings(mergeRequest(job), []);
  });
});

test('a before that the clone does not have, after a force push, names what to fetch', () => {
  const gone = '1'.repeat(40);
  expectUndecided(push(delivered(honest), gone), new RegExp(`git fetch origin ${gone}`));
});
