import { describe, test } from 'vitest';
import type { CommitFacts } from '../../src/facts/facts.ts';
import rule from '../../src/rules/freeze-backdated.ts';
import { commitFacts, type Expected, expectFound, minute, oid, parent } from '../helpers/commit-facts.ts';
import { judgedAt } from '../helpers/facts.ts';

/** A commit dated this long after its parent. */
const dated = (length: number): Partial<CommitFacts> => ({
  committedAt: judgedAt,
  ...parent({ committedAt: judgedAt - length }),
});

describe('freeze/backdated', () => {
  test.each<[string, Partial<CommitFacts>, ...Expected[]]>([
    [
      'over 60 s before its parent',
      dated(-minute - 1),
      { data: { committedAt: judgedAt, parentAt: judgedAt + minute + 1 } },
    ],
    [
      'a day before',
      dated(-1440 * minute),
      { says: /^This commit is dated 2026-11-2\d .*before the commit it follows/ },
    ],
    ['in a range', { ...dated(-2 * minute), oid }, { data: { oid }, says: /^Commit 1f6f8ac2b3 / }],
    [
      'before the later of two parents',
      { parents: [...parent({ committedAt: 0 }).parents, ...parent({ committedAt: judgedAt + 2 * minute }).parents] },
      { data: { parentAt: judgedAt + 2 * minute } },
    ],
    ['exactly 60 s before', dated(-minute)],
    ['at the same time', dated(0)],
    ['after it', dated(minute)],
    ['a date that can’t be read', { committedAt: null, ...parent({ committedAt: judgedAt }) }],
    ['a parent’s date that can’t be read, or no parent', { committedAt: 0, ...parent({ committedAt: null }) }],
  ])('%s', (_, given, ...expected) => {
    expectFound(rule, rule.check, commitFacts(given), expected);
  });
});
