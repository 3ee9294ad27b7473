import { describe, test } from 'vitest';
import type { CommitFacts, Start } from '../../src/facts/facts.ts';
import rule from '../../src/rules/freeze-moved.ts';
import { commitFacts, type Expected, expectFound, oid, start } from '../helpers/commit-facts.ts';

/** A commit that says `own` where its base, of this sprint, says T. */
const moved = (own: number | null, sprint: number | null = 3): Partial<CommitFacts> => ({
  ownStart: own === null ? null : { at: start.at + own, source: 'journal' },
  base: { sprint, start, holdsJournal: true },
});
const base = (known: Start | null) => ({ base: { sprint: 3, start: known, holdsJournal: true } });

describe('freeze/moved', () => {
  test.each<[string, Partial<CommitFacts>, ...Expected[]]>([
    ['a millisecond later', moved(1), { data: { sprint: 3, from: start.at, to: start.at + 1 }, file: 'PO_NOTES.md' }],
    ['an hour later', moved(3_600_000), { says: /^This commit moves the start of sprint S3 .* set started_at: 20/ }],
    ['in a commit of a range', { ...moved(1), oid }, { says: /^Commit 1f6f8ac2b3 moves/ }],
    ['the same T', moved(0)],
    ['an earlier T', moved(-1)],
    ['no T of its own', moved(null)],
    ['a later T of another sprint', moved(1, 2)],
    ['a later T after no sprint', moved(1, null)],
    ['no T known before', { ...moved(1), ...base(null) }],
    ['a root commit', { ...moved(1), base: null }],
  ])('%s', (_, given, ...expected) => {
    expectFound(rule, rule.commit, commitFacts(given), expected);
  });
});
