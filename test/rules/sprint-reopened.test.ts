import { describe, test } from 'vitest';
import rule from '../../src/rules/sprint-reopened.ts';
import { commitFacts, type Expected, expectFound, oid, parent } from '../helpers/commit-facts.ts';

const base = (sprint: number | null, baseHoldsJournal: boolean) => ({ ...parent({ sprint }), baseHoldsJournal });

// The commit is in sprint 3.
describe('sprint/reopened', () => {
  test.each<[string, Parameters<typeof commitFacts>[0], ...Expected[]]>([
    ['after a later sprint', base(4, false), { data: { from: 4, to: 3, notes: 'PO_NOTES.md' }, file: 'PO_NOTES.md' }],
    [
      'after a later sprint, its journal kept',
      base(4, true),
      {
        says: /S3 is over since S4 was opened.*sprint_id: 4 .*if S4 is frozen: npx sprint-check start git add "PO_NOTES.md" "docs\/sprints"/,
      },
    ],
    ['after S12, which is no S1', base(12, false), { data: { from: 12, to: 3 } }],
    [
      'from an earlier sprint, its journal there',
      base(2, true),
      { data: { from: 2, to: 3 }, says: /S3 can’t be opened after S2: it has a journal already/ },
    ],
    ['as a commit of a range', { ...base(4, true), oid }, { data: { from: 4 } }],
    [
      'a merge, after its second parent’s',
      { parents: [...parent({ sprint: 3 }).parents, ...parent({ sprint: 4 }).parents] },
      { data: { from: 4, to: 3 } },
    ],
    [
      'a merge of two later ones',
      { parents: [...parent({ sprint: 4 }).parents, ...parent({ sprint: 5 }).parents] },
      { data: { from: 5, to: 3 } },
    ],
    ['no sprint', { ...base(4, true), sprint: null }],
    ['the same sprint', base(3, true)],
    ['the same sprint, its journal not there yet', base(3, false)],
    ['the next sprint', base(2, false)],
    ['a sprint further on', base(1, false)],
    ['the first sprint', base(null, false)],
    ['a base in no sprint that holds the journal', base(null, true)],
    ['a root commit', { parents: [] }],
  ])('%s', (_, given, ...expected) => {
    expectFound(rule, rule.check, commitFacts(given), expected);
  });
});
