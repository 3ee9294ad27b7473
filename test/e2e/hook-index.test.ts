import { describe, expect, test } from 'vitest';
import { Repository } from '../helpers/repository.ts';
import {
  answer,
  at,
  code,
  entry,
  grown,
  inSprint,
  journal,
  journal3,
  journalPath,
  opening,
  sprintFiles,
} from '../helpers/sprint.ts';
import { expectFindings, scenarios } from '../helpers/verdict.ts';

const broken = journal(opening(), entry({ ask: undefined }));

const unborn = () => Repository.create().hook('pre-commit');
const empty = (path: string) => ({ ...sprintFiles(), [path]: null });

describe('which index', () => {
  scenarios({
    'commit -a takes the journal from the work tree': [
      () =>
        inSprint()
          .write({ ...code, [journal3]: grown })
          .tryCommit('-a'),
    ],
    'commit -a without a change of the journal': [() => inSprint().write(code).tryCommit('-a'), 'journal/not-staged'],
    'commit -a takes a broken journal from the work tree': [
      () =>
        inSprint()
          .stage({ ...code, [journal3]: grown })
          .write({ [journal3]: broken })
          .tryCommit('-a'),
      'journal/schema',
    ],
    'commit -- path leaves a staged journal out': [
      () =>
        inSprint()
          .stage({ ...code, [journal3]: grown })
          .tryCommit('--', 'src/app.txt'),
      'journal/not-staged',
    ],
    'commit -- path takes an unstaged journal in': [
      () =>
        inSprint()
          .write({ ...code, [journal3]: grown })
          .tryCommit('--', journal3),
    ],
    'commit --include adds to what is staged': [
      () =>
        inSprint()
          .stage({ [journal3]: grown })
          .write(code)
          .tryCommit('--include', 'src/app.txt'),
    ],
    'a sound index over a broken work tree': [
      () =>
        inSprint()
          .stage({ ...code, [journal3]: grown })
          .write({ [journal3]: broken })
          .tryCommit(),
    ],
    'a broken index under a sound work tree': [
      () =>
        inSprint()
          .stage({ ...code, [journal3]: broken })
          .write({ [journal3]: grown })
          .tryCommit(),
      'journal/schema',
    ],
    'a journal staged and gone from the work tree': [
      () =>
        inSprint()
          .stage({ ...code, [journal3]: grown })
          .write({ [journal3]: null })
          .tryCommit(),
    ],
    'a journal changed and not staged': [
      () =>
        inSprint()
          .write({ [journal3]: grown })
          .try(code),
      'journal/not-staged',
    ],
    'an empty commit': [() => inSprint().tryCommit('--allow-empty'), 'journal/not-staged'],
    'a commit from a subfolder': [
      () => {
        const repository = inSprint().stage({ ...code, [journal3]: grown });
        return repository.fire('pre-commit', ['commit', '--message=A try'], { cwd: 'src' });
      },
    ],
    'commit -- path from a subfolder': [
      () => {
        const repository = inSprint().stage({ ...code, [journal3]: grown });
        return repository.fire('pre-commit', ['commit', '--message=A try', '--', 'app.txt'], { cwd: 'src' });
      },
      'journal/not-staged',
    ],
  });
});

test('of paths alone, what it lacks is told as such', () => {
  const help = (...args: string[]) =>
    inSprint()
      .write(code)
      .tryCommit(...args)
      .diagnostic('journal/not-staged').help;
  expect(help('--', 'src/app.txt')).toContain(`git commit -- "src/app.txt" "${journal3}"`);
  expect(help('-a')).not.toContain('git commit -- ');
});

describe('what is in it', () => {
  const openNext = (path: string) => {
    const repository = inSprint();
    repository.commit(-3, { [journal3]: journal(opening(), answer()) });
    repository.stage(sprintFiles(2, 4)).git('rm', '--quiet', '--cached', '--force', path);
    return repository;
  };

  scenarios({
    'add -N of the journal is no journal': [
      () => {
        const repository = openNext(journalPath(4));
        repository.git('add', '--intent-to-add', journalPath(4));
        return repository.tryCommit();
      },
      'journal/missing',
    ],
    'add -N of another file changes nothing': [
      () => {
        const repository = inSprint()
          .stage({ [journal3]: grown })
          .write({ 'src/new.txt': 'new\n' });
        repository.git('add', '--intent-to-add', 'src/new.txt');
        return repository.tryCommit();
      },
    ],
    'an unborn HEAD with a whole sprint': [() => unborn().try(sprintFiles())],
    'an unborn HEAD without the journal': [() => unborn().try(empty(journal3)), 'journal/missing'],
    'an unborn HEAD without a sprint': [() => unborn().try({ 'README.md': '# Tours\n' }), 'sprint/unknown'],
    'the journal deleted': [() => inSprint().try({ ...code, [journal3]: null }), 'journal/missing'],
    'the journal renamed': [
      () => inSprint().try({ [journal3]: null, 'docs/sprints/S3/JOURNAL.yaml': grown }),
      'journal/missing',
    ],
    'the journal renamed but for its case': [
      () => inSprint().try({ [journal3]: null, 'docs/sprints/S3/interactions.yaml': grown }),
      'journal/missing',
    ],
    'an older journal deleted': [
      () => {
        const repository = inSprint();
        repository.commit(-4, { [journalPath(2)]: journal(entry({ when: at(-90), topic: 'Sprint S2' })) });
        return repository.try({ [journalPath(2)]: null, [journal3]: grown });
      },
      'journal/history',
    ],
    'the journal moved to the next sprint': [
      () => inSprint().try({ ...sprintFiles(2, 4), [journal3]: null }),
      'journal/history',
    ],
    'a mode change alone': [
      () => {
        const repository = inSprint().stage(code);
        repository.git('update-index', '--chmod=+x', journal3);
        return repository.tryCommit();
      },
      'journal/not-staged',
    ],
    'a comment alone': [
      () => inSprint().try({ ...code, [journal3]: `# Read me\n${journal(opening())}` }),
      'journal/not-staged',
    ],
    'white space alone': [
      () => inSprint().try({ ...code, [journal3]: `${journal(opening())}\n\n` }),
      'journal/not-staged',
    ],
    'another style alone': [
      () => inSprint().try({ ...code, [journal3]: JSON.stringify([opening()]) }),
      'journal/not-staged',
    ],
    'the journal as a symbolic link': [() => inSprint().try({ [journal3]: { link: 'PLAN.md' } }), 'journal/unreadable'],
    'the sprint folder as a symbolic link': [
      () => inSprint().try({ 'docs/sprints/S3': { link: '../../src' } }),
      'journal/missing',
    ],
    'the journal as a submodule': [
      () => {
        const repository = inSprint();
        const head = repository.git('rev-parse', 'HEAD');
        repository.git('update-index', '--cacheinfo', `160000,${head},${journal3}`);
        return repository.tryCommit();
      },
      'journal/unreadable',
    ],
    'the journal as an LFS pointer': [
      () => {
        const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'1'.repeat(64)}\nsize 12345\n`;
        return inSprint().try({ [journal3]: pointer });
      },
      'journal/unreadable',
    ],
    'the journal as a folder': [
      () => inSprint().try({ [journal3]: null, [`${journal3}/a.txt`]: 'a\n' }),
      'journal/missing',
    ],
  });

  test('a journal that lies untracked on disk is named with git add', () => {
    const verdict = unborn()
      .stage(empty(journal3))
      .write({ [journal3]: grown })
      .tryCommit();
    expectFindings(verdict, ['journal/missing']);
    const { message, help } = verdict.diagnostic('journal/missing');
    expect(`${message}\n${help}`).toContain('git add');
  });
});
