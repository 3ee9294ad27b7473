import { describe, expect, test } from 'vitest';
import type { Repository } from '../helpers/repository.ts';
import {
  answer,
  at,
  code,
  entry,
  type Fields,
  inSprint,
  journal,
  journal3,
  opening,
  refusal,
  second,
} from '../helpers/sprint.ts';
import { expectFindings, scenarios } from '../helpers/verdict.ts';

const third = entry({ when: at(-3), did: 'Delivered the map.' });

/** HEAD brought two entries, and the index takes the last one back: honest as an amend, never as a new commit. */
function takingBack(): Repository {
  const repository = inSprint();
  repository.commit(-3, { [journal3]: journal(opening(), second, third) });
  repository.git('config', 'alias.fixit', 'commit --amend --no-edit');
  repository.git('config', 'alias.again', 'fixit');
  repository.git('config', 'alias.bang', '!git commit --amend --no-edit');
  repository.git('config', 'alias.plain', 'commit --message');
  return repository.stage({ [journal3]: journal(opening(), second) }).write({ '--amend': 'A message\n' });
}

describe('an amend is told by what git was asked', () => {
  test.each([
    ['commit --amend --no-edit'],
    ['commit --no-edit --amend'],
    ['commit --am --no-edit'],
    ['commit -q --amend -m --no-amend'],
    ['-c core.abbrev=12 commit --amend --no-edit'],
    ['-c alias.x=commit commit --amend -C HEAD'],
    ['fixit'],
    ['again'],
    ['bang'],
    ['plain x --amend'],
  ])('git %s', (command) => {
    expectFindings(takingBack().fire('pre-commit', command.split(' ')), []);
  });
});

describe('what only looks like an amend', () => {
  test.each([
    ['commit -m --amend'],
    ['commit -qm --amend'],
    ['commit -m--amend'],
    ['commit --message --amend'],
    ['commit --message=--amend'],
    ['commit -F --amend'],
    ['commit -m x --amend --no-amend'],
    ['-c user.name=--amend commit -m x'],
    ['plain --amend'],
  ])('git %s', (command) => {
    expectFindings(takingBack().fire('pre-commit', command.split(' ')), ['journal/history']);
  });
});

describe('an amend is judged as the commit that it makes', () => {
  const amend = (repository: Repository) => repository.tryCommit('--amend');
  const answered = (...entries: readonly Fields[]) => {
    const repository = inSprint();
    repository.commit(-4, { [journal3]: journal(...entries) });
    return repository;
  };

  scenarios({
    'more code in it': [() => amend(answered(opening(), second).stage(code))],
    'only its message': [() => amend(answered(opening(), second))],
    'of the root commit': [() => amend(inSprint().stage(code))],
    'after the freeze': [
      () => {
        const repository = inSprint(30);
        repository.commit(-28, { [journal3]: journal(opening(30), entry({ when: at(-28) })) });
        return amend(repository.stage(code));
      },
      'freeze/closed',
    ],
    'of an answer commit after the freeze': [
      () => {
        const repository = inSprint(30);
        repository.commit(-2, { [journal3]: journal(opening(30), answer()) });
        return amend(repository.stage({ [journal3]: journal(opening(30), answer({ details: 'Well done.' })) }));
      },
    ],
    'that alters an answer of the commit before': [
      () => {
        const repository = answered(opening(), refusal);
        repository.commit(-3, { [journal3]: journal(opening(), refusal, third) });
        return amend(repository.stage({ [journal3]: journal(opening(), answer(), third) }));
      },
      'journal/history',
    ],
    'that corrects the answer it brought': [
      () => {
        const repository = answered(opening(), refusal);
        return amend(repository.stage({ [journal3]: journal(opening(), answer()) }));
      },
    ],
    'that breaks the journal': [
      () => amend(answered(opening(), second).stage({ [journal3]: journal(opening(), entry({ did: undefined })) })),
      'journal/schema',
    ],
  });
});

test('the commit really is amended', () => {
  const repository = takingBack();
  repository.fire('pre-commit', ['fixit']);
  expect(repository.git('rev-list', '--count', 'HEAD')).toBe('2');
});
