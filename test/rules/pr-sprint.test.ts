import { describe, test } from 'vitest';
import type { RequestFacts } from '../../src/facts/facts.ts';
import rule from '../../src/rules/pr-sprint.ts';
import { type Expected, expectFound } from '../helpers/commit-facts.ts';

const request: RequestFacts = {
  ...{
    head: 'work',
    title: 'Sprint S3 — search',
    base: 'main',
    sprintBranch: 'work',
    sprint: 3,
    baseHoldsJournal: false,
    changesJournal: true,
    opensNext: false,
  },
};
const wrongTitle = (title: string): Expected => ({ data: { head: null, title, sprint: 3 } });

describe('pr/sprint', () => {
  test.each<[Partial<RequestFacts>, ...Expected[]]>([
    [
      { head: 'main' },
      { data: { head: 'main', title: null }, says: /comes from main; .*from work/, dit: /vient de main/ },
    ],
    [{ head: 'feat/work' }, { data: { head: 'feat/work' } }],
    [{ sprintBranch: 'dev' }, { data: { head: 'work', sprintBranch: 'dev' } }],
    [{ title: 'Search' }, { ...wrongTitle('Search'), says: /reference Sprint S3: Search \| .*: Sprint S3 — Search/ }],
    [{ title: '' }, wrongTitle('')],
    // pr/unique asks for the next sprint.
    [{ title: 'Search', baseHoldsJournal: true }, { says: /reference Sprint S3: Search \| .*: Sprint S4 — Search/ }],
    [{ title: 'Sprint S4 — search', baseHoldsJournal: true }],
    // freeze/closed asks for it.
    [{ title: 'Search', opensNext: true }, { says: /: Sprint S4 — Search/ }],
    [
      { head: 'x', title: 'x', baseHoldsJournal: true, changesJournal: false },
      { says: /from x/ },
      { says: /: Sprint S3 — x/ },
    ],
    [{ title: 'Sprint S12: map' }, { ...wrongTitle('Sprint S12: map'), says: /title to: Sprint S3: map$/ }],
    [{ title: 'Sprint S33' }, wrongTitle('Sprint S33')],
    [{ title: 'Sprint S3b' }, wrongTitle('Sprint S3b')],
    [{ title: 'Sprint S3é' }, wrongTitle('Sprint S3é')],
    [{ title: 'Sprint S03' }, wrongTitle('Sprint S03')],
    [{ title: 'sprint s3' }, wrongTitle('sprint s3')],
    [{ title: 'SprintS3' }, wrongTitle('SprintS3')],
    [{ title: 'MySprint S3' }, wrongTitle('MySprint S3')],
    [{ title: 'S3' }, wrongTitle('S3')],
    [{ sprint: 1, title: 'Sprint S12' }, { data: { sprint: 1 } }],
    [{ title: 'x\n## Forged' }, { ...wrongTitle('x\n## Forged'), says: /— x\\u000a## Forged$/ }],
    [{ head: 'x', title: 'x' }, { data: { head: 'x' } }, { data: { head: null, title: 'x' } }],
    [{}],
    [{ title: 'Sprint S3' }],
    [{ title: '[WIP] Sprint S3: search (#12)' }],
    [{ title: 'Search – Sprint S3, Sprint S12' }],
    [{ title: 'Sprint\u00a0S3' }],
    [{ sprint: 12, title: 'Sprint S12' }],
    [{ head: 'dev', sprintBranch: 'dev' }],
    [{ sprint: null, title: 'Search' }],
    [{ sprint: null, head: 'main', title: 'Search' }, { data: { head: 'main' } }],
  ])('%j', (given, ...expected) => {
    expectFound(rule, rule.check, { ...request, ...given }, expected);
  });
});
