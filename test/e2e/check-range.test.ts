import { describe, expect, test } from 'vitest';
import { Repository } from '../helpers/repository.ts';
import {
  at,
  code,
  entry,
  inSprint,
  journal,
  journal3,
  journalPath,
  opening,
  second,
  sprintFiles,
  withOrigin,
} from '../helpers/sprint.ts';
import { expectFindings, scenarios, undecided } from '../helpers/verdict.ts';

const third = entry({ when: at(-2), did: 'Delivered the map.' });

/** The sprint's first commit, an honest one, a hurried one, an honest one. */
const mixed = () => {
  const repository = inSprint();
  repository.commit(-4, { ...code, [journal3]: journal(opening(), second) });
  const culprit = repository.commit(-3, { 'src/app.txt': 'in a hurry\n' });
  repository.commit(-2, { [journal3]: journal(opening(), second, third) });
  return { repository, culprit };
};

describe('--from and --to', () => {
  scenarios({
    'all of them': [() => mixed().repository.check(['--from', 'HEAD~3']), 'journal/not-staged'],
    'the word check': [() => mixed().repository.check(['check', '--from=HEAD~3']), 'journal/not-staged'],
    'up to the honest one': [() => mixed().repository.check(['--from', 'HEAD~3', '--to', 'HEAD~2'])],
    'from the hurried one on': [() => mixed().repository.check(['--from', 'HEAD~1'])],
    'on another branch': [
      () => {
        const { repository } = mixed();
        repository.git('checkout', '--quiet', '-b', 'topic');
        return repository.check(['--from', 'HEAD~1']);
      },
      'warn branch/sprint',
    ],
    'an empty range judges the tip': [() => mixed().repository.check(['--from', 'HEAD'])],
    'an empty range with a broken tip': [
      () => {
        const { repository } = mixed();
        repository.commit(-1, { [journal3]: journal(opening(), second, entry({ ask: undefined })) });
        return repository.check(['--from', 'HEAD']);
      },
      'journal/schema',
    ],
    'from a subfolder': [
      () => mixed().repository.check(['--from', 'HEAD~3'], { cwd: 'docs/sprints' }),
      'journal/not-staged',
    ],
    'the work tree and the index do not count': [
      () => {
        const { repository } = mixed();
        return repository
          .stage({ [journal3]: null })
          .write({ 'PO_NOTES.md': 'x\n' })
          .check(['--from', 'HEAD~1']);
      },
    ],
  });

  undecided({
    'a revision that is none': [() => mixed().repository.check(['--from', 'nowhere']), /nowhere/],
    'an object that is not there': [() => mixed().repository.check(['--from', '1'.repeat(40)]), /1111111/],
    'a tip that is none': [() => mixed().repository.check(['--from', 'HEAD~1', '--to', 'nowhere']), /nowhere/],
  });

  test('the report names the range and the commit', () => {
    const { repository, culprit } = mixed();
    const verdict = repository.check(['--from', 'HEAD~3']);
    const [from, to] = repository.git('rev-parse', 'HEAD~3', 'HEAD').split('\n');
    expect(verdict.report.range).toEqual({ from, to, commits: 3 });
    expect(verdict.diagnostic('journal/not-staged').commit).toBe(culprit);
  });
});

describe('where no range is given', () => {
  test('HEAD alone, and it says so', () => {
    const { repository } = mixed();
    const verdict = repository.check();
    expectFindings(verdict, []);
    expect(verdict.report.range?.commits).toBe(1);
    expect(repository.cli(['check']).stdout + repository.cli(['check']).stderr).toContain('HEAD');
  });

  scenarios({
    'the upstream': [
      () => {
        const { repository } = withOrigin();
        repository.git('push', '--quiet', '--no-verify', '--set-upstream', 'origin', 'work');
        repository.commit(-3, code);
        repository.commit(-2, { [journal3]: journal(opening(), second) });
        return repository.check();
      },
      'journal/not-staged',
    ],
    "the remote's default branch": [
      () => {
        const { repository } = withOrigin();
        repository.commit(-3, code);
        repository.commit(-2, { [journal3]: journal(opening(), second) });
        return repository.check();
      },
      'journal/not-staged',
    ],
    'what is upstream is not judged again': [
      () => {
        const { repository } = withOrigin();
        repository.commit(-3, code);
        repository.git('push', '--quiet', '--no-verify', '--set-upstream', 'origin', 'work');
        repository.commit(-2, { [journal3]: journal(opening(), second) });
        return repository.check();
      },
    ],
  });
});

describe('what no hook sees', () => {
  const base = () => {
    const repository = inSprint();
    repository.git('branch', 'base');
    return repository;
  };

  scenarios({
    'a cherry-pick': [
      () => {
        const repository = base();
        repository.git('checkout', '--quiet', '-b', 'side');
        repository.commit(-4, code);
        repository.git('checkout', '--quiet', 'work');
        repository.gitAt(-3, 'cherry-pick', 'side');
        return repository.check(['--from', 'base']);
      },
      'journal/not-staged',
    ],
    'a revert': [
      () => {
        const repository = base();
        repository.commit(-4, { ...code, [journal3]: journal(opening(), second) });
        repository.gitAt(-3, 'revert', '--no-edit', 'HEAD');
        return repository.check(['--from', 'base']);
      },
      'journal/history',
    ],
    'a rebase after the freeze': [
      () => {
        const repository = inSprint(30);
        repository.commit(-28, { [journal3]: journal(opening(30), entry({ when: at(-28) })) });
        repository.gitAt(-1, 'rebase', '--quiet', '--no-ff', 'HEAD~1');
        return repository.check(['--from', 'HEAD~1']);
      },
      'freeze/closed',
    ],
    'a commit before the freeze, checked after it': [
      () => {
        const repository = inSprint(30);
        repository.commit(-28, { [journal3]: journal(opening(30), entry({ when: at(-28) })) });
        return repository.check(['--from', 'HEAD~1']);
      },
    ],
    'a merge with a change of its own': [
      () => {
        const repository = base();
        repository.git('checkout', '--quiet', '-b', 'side');
        repository.commit(-4, { [journal3]: journal(opening(), second) });
        repository.git('checkout', '--quiet', 'work');
        repository.git('merge', '--quiet', '--no-ff', '--no-commit', 'side');
        repository.commit(-3, code);
        return repository.check(['--from', 'base']);
      },
      'journal/not-staged',
    ],
    'an octopus': [
      () => {
        const repository = base();
        repository.git('checkout', '--quiet', '-b', 'honest');
        repository.commit(-4, { [journal3]: journal(opening(), second) });
        repository.git('checkout', '--quiet', '-b', 'hurried', 'base');
        repository.commit(-4, code);
        repository.git('checkout', '--quiet', 'work');
        repository.gitAt(-3, 'merge', '--quiet', '--no-ff', '--no-edit', 'honest', 'hurried');
        return repository.check(['--from', 'base']);
      },
      'journal/not-staged',
    ],
  });
});

describe('scope', () => {
  const preSprint = () => {
    const repository = Repository.create();
    repository.commit(-90, { 'README.md': '# Tours\n' });
    repository.commit(-80, code);
    repository.commit(-70, { '.env.local': 'KEY=1\n' });
    return repository;
  };

  scenarios({
    "commits before the repository's first sprint": [
      () => {
        const repository = preSprint();
        repository.commit(-5, sprintFiles());
        return repository.check(['--from', 'HEAD~3']);
      },
    ],
    'a tip without a sprint': [() => preSprint().check(['--from', 'HEAD~1']), 'sprint/unknown'],
    'the sprint after this one': [
      () => {
        const repository = inSprint(40);
        repository.commit(-30, { [journal3]: journal(opening(40), { who: 'PO', topic: 'Sprint S3', reply: 'OK' }) });
        repository.commit(-5, sprintFiles(5, 4));
        return repository.check(['--from', 'HEAD~2']);
      },
    ],
  });
});

describe('a shallow clone', () => {
  const cut = (repository: Repository, depth: number) => {
    repository.commit(-1, { [journal3]: journal(opening(), second, third, entry()) });
    return repository.clone('shallow', `--depth=${depth}`);
  };
  const shallow = (depth: number) => cut(mixed().repository, depth);

  undecided({
    'a boundary that it does not hold': [
      () => {
        const { repository } = mixed();
        return cut(repository, 2).check(['--from', repository.git('rev-parse', 'HEAD~4')]);
      },
      /fetch-depth: 0/,
    ],
    'HEAD alone, whose parent it does not hold': [
      () => {
        const repository = shallow(1);
        repository.git('checkout', '--quiet', '--detach');
        repository.git('remote', 'remove', 'origin');
        return repository.check();
      },
      /fetch-depth: 0/,
    ],
  });

  scenarios({
    'a boundary that it holds': [() => shallow(2).check(['--from', 'HEAD~1'])],
    'the whole history': [() => shallow(99).check(['--from', 'HEAD~4']), 'journal/not-staged'],
  });
});

describe('a branch that another sprint start lies beside', () => {
  /** Sprint 4, started on two branches, of which one goes on 19 minutes later; `merge` brings them together. */
  const started = (first: string, second: string) => {
    const repository = inSprint(60);
    const opens = (minutes: number) => sprintFiles(minutes, 4, [opening(minutes, { topic: 'Sprint S4' })]);
    const files = { early: opens(30), late: opens(22) };
    repository.git('checkout', '--quiet', '-b', 'early');
    repository.commit(-30, files.early);
    repository.git('checkout', '--quiet', '-b', 'late', 'work');
    repository.commit(-22, files.late);
    const late = opening(22, { topic: 'Sprint S4' });
    const more = entry({ when: at(-3), topic: 'Sprint S4' });
    repository.commit(-3, { 'src/app.txt': 'more\n', [journalPath(4)]: journal(late, more) });
    repository.git('checkout', '--quiet', '-b', 'both', first);
    repository.run('git', ['merge', '--quiet', '--no-commit', second]);
    const both = journal(opening(30, { topic: 'Sprint S4' }), late, more);
    repository.commit(-2, { ...files.early, 'src/app.txt': 'more\n', [journalPath(4)]: both });
    return repository;
  };

  test.each([
    ['early', 'late'],
    ['late', 'early'],
  ])('is held to its own, with %s as the first parent', (first, second) => {
    const { diagnostics } = started(first, second).check(['--from', 'work']).report;
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
