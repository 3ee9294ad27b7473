import { describe, expect, test } from 'vitest';
import { honest, hurried, pushed } from '../helpers/pushes.ts';
import type { Repository } from '../helpers/repository.ts';
import { at, code, entry, journal, journal3, opening, refusal, second, withOrigin } from '../helpers/sprint.ts';
import { expectFindings, expectUndecided, scenarios } from '../helpers/verdict.ts';

describe('what a push brings', () => {
  scenarios({
    'a new branch': [
      () => {
        const { repository } = withOrigin();
        honest(repository);
        return repository.tryPush('work');
      },
    ],
    'a new branch with a commit that no hook saw': [
      () => {
        const { repository } = withOrigin();
        hurried(repository);
        honest(repository);
        return repository.tryPush('work');
      },
      'journal/not-staged',
    ],
    'a new branch that its own config protects, where the default branch has no sprint': [
      () => {
        const { repository } = withOrigin();
        repository.commit(-5, { '.sprint-checkrc.json': '{"push": ["sprint"]}\n' }, '--amend');
        hurried(repository);
        return repository.tryPush('work:sprint');
      },
      'journal/not-staged',
    ],
    'more of a branch': [
      () => {
        const { repository } = pushed();
        repository.commit(-3, { [journal3]: journal(opening(), second, entry({ when: at(-3) })) });
        return repository.tryPush('work');
      },
    ],
    'more of a branch that no hook saw': [
      () => {
        const { repository } = pushed();
        hurried(repository);
        return repository.tryPush('work');
      },
      'journal/not-staged',
    ],
    'under another name': [
      () => {
        const { repository } = pushed();
        repository.git('checkout', '--quiet', '-b', 'feature');
        hurried(repository);
        return repository.tryPush('feature:work');
      },
      'journal/not-staged',
    ],
    'a detached HEAD': [
      () => {
        const { repository } = pushed();
        repository.git('checkout', '--quiet', '--detach');
        hurried(repository);
        return repository.tryPush('HEAD:work');
      },
      'journal/not-staged',
    ],
    'a commit known under another ref': [
      () => {
        const { repository } = pushed();
        hurried(repository);
        repository.git('push', '--quiet', '--no-verify', 'origin', 'work:feature', 'work:refs/tags/v1');
        return repository.tryPush('work');
      },
      'journal/not-staged',
    ],
    'a broken tip': [
      () => {
        const { repository } = pushed();
        repository.commit(-3, { [journal3]: journal(opening(), second, entry({ when: at(-3), ask: undefined })) });
        return repository.tryPush('work');
      },
      'journal/schema',
    ],
    'a tip without its journal': [
      () => {
        const { repository } = pushed();
        repository.commit(-3, { ...code, [journal3]: null });
        return repository.tryPush('work');
      },
      'journal/missing',
    ],
    'an answer dropped at the tip, once': [
      () => {
        const { repository } = pushed();
        repository.commit(-3, { [journal3]: journal(opening(), second, refusal) });
        repository.git('push', '--quiet', '--no-verify', 'origin', 'work');
        repository.commit(-2, { [journal3]: journal(opening(), second, entry({ when: at(-2) })) });
        return repository.tryPush('work');
      },
      'journal/history',
    ],
    'SHA-256': [
      () => {
        const { repository } = pushed(['--object-format=sha256']);
        hurried(repository);
        return repository.tryPush('work');
      },
      'journal/not-staged',
    ],
    "commits of others, from the server's default branch": [
      () => {
        const { repository } = pushed();
        repository.git('checkout', '--quiet', 'main');
        repository.commit(-50, { 'hotfix.txt': 'fixed\n' });
        repository.git('push', '--quiet', '--no-verify', 'origin', 'main');
        repository.git('checkout', '--quiet', 'work');
        repository.gitAt(-3, 'merge', '--quiet', '--no-edit', 'main');
        return repository.tryPush('work');
      },
    ],
  });

  test('a finding names its commit, and the server keeps what it had', () => {
    const { repository, origin } = pushed();
    const before = origin.git('rev-parse', 'work');
    const culprit = hurried(repository);
    const verdict = repository.tryPush('work');
    expectFindings(verdict, ['journal/not-staged']);
    expect(verdict.diagnostic('journal/not-staged').commit).toBe(culprit);
    expect(verdict.report.range).toEqual({ from: before, to: culprit, commits: 1 });
    expect(origin.git('rev-parse', 'work')).toBe(before);
  });
});

describe('remotes', () => {
  const byUrl = (repository: Repository, url: string) => repository.fire('pre-push', ['push', url, 'work']);

  scenarios({
    'a path, an honest push': [
      () => {
        const { repository, origin } = withOrigin();
        honest(repository);
        return byUrl(repository, origin.path);
      },
    ],
    'a path, a hurried push': [
      () => {
        const { repository, origin } = pushed();
        hurried(repository);
        return byUrl(repository, origin.path);
      },
      'journal/not-staged',
    ],
    'a URL, a hurried push': [
      () => {
        const { repository, origin } = pushed();
        hurried(repository);
        return byUrl(repository, origin.url);
      },
      'journal/not-staged',
    ],
  });
});

test('a refused push with merges says where the default branch is unknown, and how to tell it', () => {
  const { repository, origin } = pushed();
  const unknown = ['i The default branch of origin', 'git fetch origin, then: git remote set-head origin --auto'];
  repository.git('update-ref', '-d', 'refs/remotes/origin/main');
  repository.git('remote', 'set-head', 'origin', '--delete');
  hurried(repository);
  const push = (...remote: readonly string[]) => {
    const [tip, old] = repository.git('rev-parse', 'work', 'origin/work').split('\n');
    const input = `refs/heads/work ${tip} refs/heads/work ${old}\n`;
    return repository.cli(['pre-push', ...remote], { input }).stdout;
  };
  for (const part of unknown) expect(push('origin')).not.toContain(part);
  repository.commit(-1);
  repository.git('reset', '--quiet', '--hard', 'HEAD~1');
  repository.gitAt(-1, 'merge', '--quiet', '--no-ff', '--message=A merge', 'HEAD@{1}');
  for (const part of unknown) expect(push('origin')).toContain(part);
  // No command tells it of a URL.
  expect(push(origin.url, origin.url)).toMatch(/^(?!.*The default branch of).*Push refused/s);
  repository.git('fetch', '--quiet', 'origin');
  for (const part of unknown) expect(push('origin')).not.toContain(part);
});

describe("git's lines", () => {
  const zeros = '0'.repeat(40);
  const give = (repository: Repository, ...lines: readonly string[]) =>
    repository.check(['pre-push', 'origin'], { input: lines.map((line) => `${line}\n`).join('') });

  scenarios({
    none: [() => give(withOrigin().repository)],
    'nothing protected': [
      () => {
        const { repository } = withOrigin();
        const head = hurried(repository);
        return give(repository, `refs/heads/work ${head} refs/heads/feature ${zeros}`);
      },
    ],
    'a branch whose name ends in work': [
      () => {
        const { repository } = withOrigin();
        const head = hurried(repository);
        return give(repository, `refs/heads/work ${head} refs/heads/not/work ${zeros}`);
      },
    ],
    'the last of many': [
      () => {
        const { repository } = withOrigin();
        const head = hurried(repository);
        const others = Array.from({ length: 500 }, (_, i) => `refs/heads/b${i} ${head} refs/heads/b${i} ${zeros}`);
        return give(repository, ...others, `refs/heads/work ${head} refs/heads/work ${zeros}`);
      },
      'journal/not-staged',
    ],
  });

  test('a line that is none of git is no pass', () => {
    expectUndecided(give(withOrigin().repository, 'refs/heads/work what refs/heads/work'), /\S/);
  });
});
