import { describe, test } from 'vitest';
import type { PullRequestFacts } from '../../src/facts/facts.ts';
import rule from '../../src/rules/pr-unique.ts';
import { type Expected, expectFound } from '../helpers/commit-facts.ts';

const request: PullRequestFacts = {
  ...{ head: 'work', title: 'Sprint S3', base: 'main', sprintBranch: 'work', sprint: 3, baseHoldsJournal: true },
};

describe('pr/unique', () => {
  test.each<[string, Partial<PullRequestFacts>, ...Expected[]]>([
    [
      'the base holds the journal',
      {},
      { data: { sprint: 3, base: 'main' }, says: /S3 already .*main holds.*sprint_id: 4/ },
    ],
    ['it does not', { baseHoldsJournal: false }],
    ['no sprint', { sprint: null }],
  ])('%s', (_, given, ...expected) => {
    expectFound(rule, rule.pullRequest, { ...request, ...given }, expected);
  });
});
