import { describe, test } from 'vitest';
import type { CommitFacts, Start } from '../../src/facts/facts.ts';
import rule from '../../src/rules/freeze-moved.ts';
import { commitFacts, type Expected, expectFound, oid, parent, start } from '../helpers/commit-facts.ts';
import { notesOf } from '../helpers/facts.ts';

/** A commit that says `own` where its base, of this sprint, says T. */
const moved = (own: number | null, sprint: number | null = 3): Partial<CommitFacts> => ({
  ownStart: own === null ? null : { at: start.at + own, source: 'journal', line: null },
  ...parent({ sprint, start: { ...start, source: 'journal', line: null } }),
});
const base = (known: Start | null) => parent({ start: known });

describe('freeze/moved', () => {
  test.each<[string, Partial<CommitFacts>, ...Expected[]]>([
    [
      'a second later',
      moved(1_000),
      { data: { sprint: 3, from: { at: start.at }, to: { at: start.at + 1_000 } }, file: 'PO_NOTES.md' },
    ],
    [
      'an hour later, without a header',
      moved(3_600_000),
      {
        says: /^This commit moves the start of sprint S3 .* set started_at: 20/,
        dit: /repousse le début.*mettez started_at: 20/,
      },
    ],
    [
      'a later header',
      { ...moved(1_000), ...parent(), ownStart: { ...start, at: start.at + 1_000 } },
      { says: /^This commit moves/ },
    ],
    ['in a commit of a range', { ...moved(1_000), oid }, { says: /^Commit 1f6f8ac2b3 moves/ }],
    [
      'where the header no longer says it',
      { ...moved(1_000), ...parent(), notes: notesOf('```yaml\nsprint_id: 3\n```\n') },
      {
        says: /^This commit removes started_at .* from the sprint header.*set started_at: 20/,
        dit: /retire started_at .*mettez started_at: 20/,
      },
    ],
    [
      'where the header is lost',
      { ...moved(1_000), ...parent(), notes: notesOf('# Notes\n') },
      {
        says: /no longer has a sprint header.*```yaml sprint_id: 3 started_at: 20/,
        dit: /n’a plus d’en-tête de sprint.*```yaml/,
      },
    ],
    [
      'in a merge, against its second parent',
      {
        ...moved(1_000),
        parents: [...parent({ start: { ...start, at: start.at + 1_000 } }).parents, ...parent().parents],
      },
      {},
    ],
    ['the same T', moved(0)],
    ['a later T within the same second', moved(999)],
    ['an earlier T', moved(-1)],
    ['no T of its own', moved(null)],
    ['a later T of another sprint', moved(1_000, 2)],
    ['a later T after no sprint', moved(1_000, null)],
    ['no T known before', { ...moved(1_000), ...base(null) }],
    ['a root commit', { ...moved(1_000), parents: [] }],
  ])('%s', (_, given, ...expected) => {
    expectFound(rule, rule.check, commitFacts(given), expected);
  });

  const forced = (sprint: number | null, at: number) => ({
    ...{
      oldTip: oid,
      target: 'origin work',
      config: commitFacts().config,
      sprint,
      ownStart: { ...start, at },
      journalChanges: [],
    },
    before: { sprint: 3, start, committedAt: null },
  });

  test.each<[string, ReturnType<typeof forced>, ...Expected[]]>([
    [
      'a later T',
      forced(3, start.at + 1_000),
      {
        data: { oid: null },
        file: 'PO_NOTES.md',
        says: /^This push moves the start of sprint S3/,
        dit: /^Ce push repousse/,
      },
    ],
    ['the same T', forced(3, start.at)],
    ['a later T of another sprint', forced(4, start.at + 1_000)],
    ['no sprint', forced(null, start.at + 1_000)],
  ])('a forced push: %s', (_, given, ...expected) => {
    expectFound(rule, (facts: typeof given) => rule.forced?.(facts) ?? [], given, expected);
  });
});
