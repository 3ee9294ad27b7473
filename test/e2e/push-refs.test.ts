import { describe, expect, test } from 'vitest';
import { nothing, obey } from '../helpers/obey.ts';
import { honest, hurried, pushed } from '../helpers/pushes.ts';
import type { Repository } from '../helpers/repository.ts';
import {
  answer,
  at,
  code,
  entry,
  grown,
  journal,
  journal3,
  notes,
  opening,
  refusal,
  second,
  sprintFiles,
  withOrigin,
} from '../helpers/sprint.ts';
import { scenarios, undecided } from '../helpers/verdict.ts';

describe('which refs', () => {
  const withFeature = () => {
    const { repository } = pushed();
    repository.git('checkout', '--quiet', '-b', 'feature');
    hurried(repository);
    return repository;
  };
  const both = (hasty: 'work' | 'release', calm: 'work' | 'release') => {
    const { repository } = withOrigin();
    repository.config(-5, { push: ['work', 'release'] });
    repository.git('push', '--quiet', '--no-verify', 'origin', 'work', 'work:release');
    repository.git('branch', 'release');
    repository.git('checkout', '--quiet', hasty);
    hurried(repository);
    repository.git('checkout', '--quiet', calm);
    honest(repository);
    return repository.tryPush('release', 'work');
  };

  /** The first push of `trunk`, which its first config protects, as `then` goes on. */
  const first = (then: (repository: Repository) => unknown) => {
    const { repository } = withOrigin();
    repository.config(-5, { push: ['trunk'], sprintBranch: 'trunk' });
    // The config that judges a range of which nothing is on the remote is that of its first commit in a sprint.
    repository.git('reset', '--quiet', '--soft', 'main');
    repository.commit(-5);
    then(repository);
    return repository.tryPush('work:trunk');
  };

  scenarios({
    'a protected branch whose last commit takes the protection away': [
      () =>
        first((repository) => {
          hurried(repository);
          repository.config(-2, { push: ['elsewhere'] });
        }),
      ...['journal/not-staged', 'journal/not-staged'],
    ],
    'a protected branch whose last commit, an honest one, does': [
      () =>
        first((repository) =>
          repository.commit(-3, { '.sprint-checkrc.json': '{ "push": ["elsewhere"] }\n', [journal3]: grown }),
        ),
    ],
    'another branch': [() => withFeature().tryPush('feature')],
    'a tag': [
      () => {
        const repository = withFeature();
        repository.git('tag', '--annotate', '--message=v1', 'work-1');
        return repository.tryPush('work-1', 'HEAD:refs/tags/work');
      },
    ],
    'another branch beside an honest one': [
      () => {
        const repository = withFeature();
        repository.git('checkout', '--quiet', 'work');
        repository.commit(-3, { [journal3]: journal(opening(), second, entry({ when: at(-3) })) });
        return repository.tryPush('feature', 'work');
      },
    ],
    'the first of two protected ones': [() => both('release', 'work'), 'journal/not-staged'],
    'the second of two protected ones': [() => both('work', 'release'), 'journal/not-staged'],
  });
});

describe('deletions', () => {
  test('of a branch whose pull request squashed its commits are left by one more merge', () => {
    const { repository } = pushed();
    repository.git('switch', '--quiet', 'main');
    repository.git('merge', '--quiet', '--squash', 'work');
    repository.git('commit', '--quiet', '--no-verify', '-m', 'Sprint S3 (#1)');
    repository.git('push', '--quiet', '--no-verify', 'origin', 'main');
    const { help } = repository.tryPush(':work').diagnostic('push/deletion');
    obey(repository, help, nothing);
    expect(repository.tryPush(':work').exit).toBe(0);
  });

  test('at a remote that was never fetched is left by fetching it', () => {
    const { repository, origin } = pushed();
    repository.git('push', '--quiet', '--no-verify', 'origin', 'work:trunk');
    origin.git('symbolic-ref', 'HEAD', 'refs/heads/trunk');
    repository.git('remote', 'add', 'hub', origin.url);
    const push = () => repository.fire('pre-push', ['push', 'hub', ':work']);
    obey(repository, push().diagnostic('push/deletion').help, nothing);
    expect(push().exit).toBe(0);
  });

  test('by a URL are left by naming the remote', () => {
    const { repository, origin } = pushed();
    repository.git('push', '--quiet', '--no-verify', 'origin', 'work:main');
    const push = (remote: string) => repository.fire('pre-push', ['push', remote, ':work']);
    repository.git('remote', 'remove', 'origin');
    expect(push(origin.url).diagnostic('push/deletion').help).toMatch(/^name the remote/);
    repository.git('remote', 'add', 'hub', origin.url);
    repository.git('fetch', '--quiet', 'hub');
    expect(push('hub').exit).toBe(0);
  });

  test('of the default branch are left once the server has another', () => {
    const { repository, origin } = pushed();
    repository.git('push', '--quiet', '--no-verify', 'origin', 'work:trunk');
    origin.git('symbolic-ref', 'HEAD', 'refs/heads/work');
    repository.git('remote', 'set-head', 'origin', '--auto');
    const { message, help } = repository.tryPush(':work').diagnostic('push/deletion');
    expect(message).toBe('This push deletes work, the default branch.');
    obey(repository, help, () => origin.git('symbolic-ref', 'HEAD', 'refs/heads/trunk'));
    expect(repository.tryPush(':work').exit).toBe(0);
  });

  scenarios({
    'of a protected branch': [() => pushed().repository.tryPush(':work'), 'push/deletion'],
    'of a protected branch that the default branch contains': [
      () => {
        const { repository } = pushed();
        repository.git('push', '--quiet', '--no-verify', 'origin', 'work:main');
        return repository.tryPush('--delete', 'work');
      },
    ],
    'of another branch': [
      () => {
        const { repository } = pushed();
        repository.git('push', '--quiet', '--no-verify', 'origin', 'work:feature');
        return repository.tryPush(':feature');
      },
    ],
    'beside a hurried push': [
      () => {
        const { repository } = pushed();
        repository.git('push', '--quiet', '--no-verify', 'origin', 'work:feature');
        hurried(repository);
        return repository.tryPush(':feature', 'work');
      },
      'journal/not-staged',
    ],
  });
});

describe('force pushes', () => {
  const replied = () => {
    const { repository } = withOrigin();
    repository.commit(-4, { [journal3]: journal(opening(), refusal) });
    repository.git('push', '--quiet', '--no-verify', 'origin', 'work');
    repository.git('reset', '--quiet', '--hard', 'HEAD~1');
    return repository;
  };

  /** The journals of commits that are on the server, unchecked, and the last of them of the one that is to replace all. */
  const mending = (po: readonly string[], ...journals: readonly string[]) => {
    const { repository } = withOrigin();
    repository.config(-5, { po });
    repository.git('push', '--quiet', '--no-verify', 'origin', 'work');
    for (const text of journals.slice(0, -1)) repository.commit(-4, { [journal3]: text });
    repository.git('push', '--quiet', '--no-verify', 'origin', 'work');
    repository.git('reset', '--quiet', '--hard', `HEAD~${journals.length - 1}`);
    repository.commit(-3, { ...(journals.at(-1) === grown ? code : {}), [journal3]: journals.at(-1) as string });
    return repository.tryPush('--force', 'work');
  };

  scenarios({
    'that drops an answer': [
      () => {
        const repository = replied();
        honest(repository);
        return repository.tryPush('--force', 'work');
      },
      'journal/history',
    ],
    'that moves T': [
      () => {
        const { repository } = pushed();
        repository.git('reset', '--quiet', '--hard', 'main');
        const started = { 'PO_NOTES.md': notes({ started_at: at(-2) }) };
        repository.commit(-2, { ...sprintFiles(5, 3, [opening(), second]), ...started });
        return repository.tryPush('--force', 'work');
      },
      'freeze/moved',
    ],
    'that puts an answer to the end which the PO put at the top': [
      () => mending([], journal(answer(), opening()), journal(opening(), answer())),
    ],
    'that drops an answer which the PO put at the top': [
      () => mending([], journal(answer(), opening()), grown),
      'journal/history',
    ],
    'that takes out an answer of a developer’s': [
      () => mending(['po@example.com'], journal(opening(), answer()), grown),
    ],
    'that gets back an answer that was altered': [
      () => mending([], journal(opening(), refusal), journal(opening(), answer()), journal(opening(), refusal)),
    ],
    'that drops the answer with what it mends': [
      () => mending([], journal(opening(), refusal), journal(opening(), answer()), grown),
      'journal/history',
    ],
    'that drops what an honest commit added after one at fault': [
      () =>
        mending([], journal(answer(), opening()), journal(answer(), opening(), second), journal(opening(), answer())),
      'journal/history',
    ],
    'that keeps it': [
      () => {
        const repository = replied();
        repository.commit(-3, { [journal3]: journal(opening(), refusal, entry({ when: at(-3) })) });
        return repository.tryPush('--force', 'work');
      },
    ],
  });

  test('is told against what it drops, and blamed on no commit', () => {
    const repository = replied();
    const dropped = repository.git('rev-parse', 'origin/work').trim().slice(0, 10);
    honest(repository);
    const { commit, message, help } = repository.tryPush('--force', 'work').diagnostic('journal/history');
    expect(commit).toBe(null);
    expect(message).toContain(`the old tip ${dropped}`);
    expect(help).toContain(`git pull --no-rebase origin work\ngit merge ${dropped}`);
  });

  undecided({
    'over a tip that is not here': [
      () => {
        const { repository, origin } = pushed();
        const colleague = origin.clone('colleague', '--branch=work');
        colleague.commit(-3, { [journal3]: journal(opening(), second, refusal) });
        colleague.git('push', '--quiet', '--no-verify', 'origin', 'work');
        repository.commit(-2, { [journal3]: journal(opening(), second, entry({ when: at(-2) })) });
        return repository.tryPush('--force', 'work');
      },
      /git fetch/,
    ],
  });
});
