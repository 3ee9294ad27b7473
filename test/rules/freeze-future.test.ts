import { describe, test } from 'vitest';
import type { CommitFacts } from '../../src/facts/facts.ts';
import rule from '../../src/rules/freeze-future.ts';
import { commitFacts, type Expected, expectFound, oid, parent, start } from '../helpers/commit-facts.ts';
import { journalPath, judgedAt } from '../helpers/facts.ts';

const minute = 60_000;
const starts = (at: number): Partial<CommitFacts> => ({
  sprint: { id: 3, journal: journalPath(3), start: { at, source: 'header', line: null }, freezeAt: at + 22 * minute },
});

describe('freeze/future', () => {
  test.each<[string, Partial<CommitFacts>, ...Expected[]]>([
    [
      'T over 60 s after the commit',
      starts(judgedAt + minute + 1),
      {
        data: { kind: 'start', at: judgedAt + minute + 1 },
        file: 'PO_NOTES.md',
        says: /^Sprint S3 starts .*set started_at: 20/,
        dit: /^Le sprint S3 commence .*mettez started_at: 20/,
      },
    ],
    [
      'T after a commit of a range, though past by now',
      {
        ...starts(start.at),
        ...parent({ committedAt: start.at - minute - 1 }),
        oid,
        committedAt: start.at - minute - 1,
      },
      { data: { kind: 'start' } },
    ],
    [
      'a commit dated before the sprint had begun for its parent: its own date is wrong, and T stays',
      { ...parent({ committedAt: start.at }), oid, committedAt: start.at - 60 * minute },
      {
        data: { kind: 'early', file: null, at: start.at },
        says: /^Commit 1f6f8ac2b3 is dated .*before sprint S3 started.*clock/,
        dit: /avant le début du sprint S3.*horloge/,
      },
    ],
    [
      'a commit dated over 60 s after now',
      { oid, committedAt: judgedAt + minute + 1 },
      {
        data: { kind: 'commit', at: judgedAt + minute + 1 },
        says: /^Commit 1f6f8ac2b3 is dated in the future.*clock/,
        dit: /daté dans le futur.*horloge/,
      },
    ],
    [
      'T by the journal',
      {
        sprint: {
          id: 3,
          journal: journalPath(3),
          start: { at: judgedAt + 2 * minute, source: 'journal', line: () => 2 },
          freezeAt: 0,
        },
      },
      {
        data: { kind: 'start', validStart: judgedAt },
        file: journalPath(3),
        says: /the when of line 2.*INTERACTIONS.yaml:2, set when: 20/,
        dit: /le when de la ligne 2.*INTERACTIONS.yaml:2, mettez when: 20/,
      },
    ],
    [
      'T after a commit whose parent was in another sprint, or has a date that can’t be read',
      {
        ...starts(judgedAt + 2 * minute),
        parents: [
          ...parent({ sprint: 2, committedAt: judgedAt + 9 * minute }).parents,
          ...parent({ committedAt: null }).parents,
        ],
      },
      { data: { kind: 'start' } },
    ],
    [
      'T after a commit of which one parent had begun, 60 s before T or later',
      {
        ...starts(judgedAt + 2 * minute),
        parents: [...parent({ committedAt: 0 }).parents, ...parent({ committedAt: judgedAt + minute }).parents],
      },
      { data: { kind: 'early' } },
    ],
    ['both', { ...starts(judgedAt + 99 * minute), committedAt: judgedAt + 2 * minute }, { data: { kind: 'commit' } }],
    ['T exactly 60 s after the commit', starts(judgedAt + minute)],
    ['T at the commit', starts(judgedAt)],
    ['a commit dated exactly 60 s after now', { committedAt: judgedAt + minute }],
    ['a date that can’t be read: freeze/closed', { ...starts(judgedAt + 99 * minute), committedAt: null }],
    ['no T: freeze/unknown', { sprint: { id: 3, journal: journalPath(3), start: null, freezeAt: null } }],
  ])('%s', (_, given, ...expected) => {
    expectFound(rule, rule.check, commitFacts(given), expected);
  });
});
