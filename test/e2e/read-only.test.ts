import { describe, expect, test } from 'vitest';
import { type Files, Repository } from '../helpers/repository.ts';
import { at, entry, inSprint, journal, journal3, opening, withOrigin } from '../helpers/sprint.ts';

const theirs = entry({ when: at(-4), did: 'Delivered the map.' });
const ours = entry({ when: at(-3), did: 'Delivered the filter.' });
const grown = journal(opening(), ours);

/** Two branches; `merge` of them needs git's own merge to be told. */
const forked = (work: Files = { 'src/app.txt': 'changed\n' }) => {
  const repository = inSprint();
  repository.git('checkout', '--quiet', '-b', 'side');
  repository.commit(-4, { 'src/map.txt': 'map\n', [journal3]: journal(opening(), theirs) });
  repository.git('checkout', '--quiet', 'work');
  repository.commit(-3, work);
  return repository;
};
const line = (repository: Repository) => {
  const [head, root] = repository.git('rev-parse', 'HEAD', 'HEAD~1').split('\n');
  return `refs/heads/work ${head} refs/heads/work ${root}\n`;
};

interface Case {
  readonly make: () => Repository;
  readonly args: readonly string[];
  readonly exit: number;
  readonly input?: (repository: Repository) => string;
}

const cases: Record<string, Case> = {
  'pre-commit, a pass': {
    make: () => inSprint().stage({ [journal3]: grown }),
    args: ['pre-commit'],
    exit: 0,
  },
  'pre-commit, a refusal': {
    make: () => inSprint().stage({ [journal3]: '- who: nobody\n' }),
    args: ['pre-commit'],
    exit: 1,
  },
  'pre-commit, with a stale index': {
    make: () =>
      inSprint()
        .stage({ [journal3]: grown })
        .write({ 'src/app.txt': 'sprint 3\n' }),
    args: ['pre-commit'],
    exit: 0,
  },
  'pre-commit, on an unborn HEAD': {
    make: () => Repository.create().stage({ 'README.md': '# Tours\n' }),
    args: ['pre-commit'],
    exit: 1,
  },
  'pre-merge-commit': {
    make: () => {
      const repository = forked();
      repository.git('merge', '--quiet', '--no-ff', '--no-commit', 'side');
      return repository;
    },
    args: ['pre-merge-commit'],
    exit: 0,
  },
  'pre-commit, of a conflicted merge': {
    make: () => {
      const repository = forked({ [journal3]: grown });
      repository.run('git', ['merge', '--quiet', 'side']);
      return repository.stage({ [journal3]: journal(opening(), theirs, ours) });
    },
    args: ['pre-commit'],
    exit: 0,
  },
  'check, of a merge': {
    make: () => {
      const repository = forked({ [journal3]: grown });
      repository.run('git', ['merge', '--quiet', 'side']);
      repository.commit(-2, { [journal3]: journal(opening(), theirs, ours) });
      return repository;
    },
    args: ['check', '--from', 'HEAD^1^1'],
    exit: 0,
  },
  'check, a refusal': {
    make: () => forked(),
    args: ['check', '--from', 'HEAD~1'],
    exit: 1,
  },
  'pre-push': {
    make: () => forked(),
    args: ['pre-push', 'origin', 'https://example.invalid/tours.git'],
    exit: 1,
    input: line,
  },
  'pre-receive': {
    make: () => {
      const { repository, origin } = withOrigin();
      repository.commit(-4, { 'src/app.txt': 'changed\n' });
      repository.git('push', '--quiet', '--no-verify', 'origin', 'work');
      return origin;
    },
    args: ['pre-receive'],
    exit: 1,
    input: (origin) => {
      const [head, root] = origin.git('rev-parse', 'work', 'work~1').split('\n');
      return `${root} ${head} refs/heads/work\n`;
    },
  },
  'not decided': {
    make: () => inSprint(),
    args: ['check', '--from', 'nowhere'],
    exit: 2,
  },
};

describe('nothing is written: work tree, index, refs, config, objects', () => {
  test.each(Object.entries(cases))('%s', (_, { make, args, exit, input }) => {
    const repository = make();
    const stdin = input?.(repository) ?? '';
    const before = repository.fingerprint();
    const run = repository.cli(args, { input: stdin });
    expect(run.exit, `${run.stdout}${run.stderr}`).toBe(exit);
    expect(repository.fingerprint()).toBe(before);
  });
});

test('the fingerprint tells a change', () => {
  const repository = inSprint();
  const before = repository.fingerprint();
  repository.run('git', ['hash-object', '-w', '--stdin'], { input: 'an object' });
  expect(repository.fingerprint()).not.toBe(before);
});
