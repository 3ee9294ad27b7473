import { describe, test } from 'vitest';
import type { CommitFacts } from '../../src/facts/facts.ts';
import rule from '../../src/rules/branch-sprint.ts';
import { config, type Expected, expectFound } from '../helpers/commit-facts.ts';
import { commitFacts } from '../helpers/facts.ts';

describe('branch/sprint', () => {
  test.each<[string, Partial<CommitFacts>, ...Expected[]]>([
    [
      'another branch',
      { branch: 'main' },
      {
        data: { branch: 'main', sprintBranch: 'work' },
        mend: 'help',
        says: /on main;.*git switch work/,
        dit: /si la branche n’existe/,
      },
    ],
    ['a branch that only starts alike', { branch: 'work2' }, { data: { branch: 'work2' } }],
    ['work, where the config names another', { config: config({ sprintBranch: 'dev' }) }, { says: /git switch dev/ }],
    ['work', {}],
    ['the branch that the config names', { branch: 'dev', config: config({ sprintBranch: 'dev' }) }],
    ['a detached HEAD', { branch: null }],
    ['no sprint', { branch: 'main', sprint: null }],
  ])('%s', (_, given, ...expected) => {
    expectFound(rule, rule.check, commitFacts(given), expected);
  });
});
