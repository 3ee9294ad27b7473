import { describe, test } from 'vitest';
import type { RequestFacts } from '../../src/facts/facts.ts';
import rule from '../../src/rules/pr-unique.ts';
import { type Expected, expectFound } from '../helpers/commit-facts.ts';

const request: RequestFacts = {
  ...{
    head: 'work',
    title: 'Sprint S3 — Search',
    base: 'main',
    sprintBranch: 'work',
    sprint: 3,
    baseHoldsJournal: true,
  },
  changesJournal: true,
  opensNext: false,
};

describe('pr/unique', () => {
  test.each<[string, Partial<RequestFacts>, ...Expected[]]>([
    [
      'the base holds the journal',
      {},
      {
        ...{ data: { sprint: 3, base: 'main' }, mend: 'help' },
        says: /S3 already .*main contains.*title to: Sprint S4 — Search npx sprint-check start .*git push origin work$/,
        dit: /pour titre : Sprint S4 — Search npx/,
      },
    ],
    [
      'where what is late opens the next sprint already',
      { opensNext: true },
      { says: /once the next sprint is open, .*: Sprint S4 — Search$/, dit: /une fois le sprint suivant ouvert/ },
    ],
    ['into the sprint branch', { base: 'work', head: 'feat' }],
    ['of another head that changes the journal', { head: 'fix' }, {}],
    ['of another head that does not, a bot’s', { head: 'bot/update', changesJournal: false }],
    ['of the sprint’s own head, whatever it changes', { changesJournal: false }, {}],
    ['it does not', { baseHoldsJournal: false }],
    ['no sprint', { sprint: null }],
  ])('%s', (_, given, ...expected) => {
    expectFound(rule, rule.check, { ...request, ...given }, expected);
  });
});
