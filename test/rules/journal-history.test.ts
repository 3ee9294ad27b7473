import { describe, test } from 'vitest';
import type { CommitFacts } from '../../src/facts/facts.ts';
import rule from '../../src/rules/journal-history.ts';
import {
  ask,
  commitFacts,
  type Expected,
  expectFound,
  journalChange,
  oid,
  reply,
  unreadableJournal,
} from '../helpers/commit-facts.ts';
import { journalPath } from '../helpers/facts.ts';

const [a, a2, b, c] = [ask('a'), ask('a2'), ask('b'), ask('c')];
const [yes, no] = [reply('yes'), reply('no', { reply: 'KO' })];
const file = journalPath(3);

const changed = (...change: Parameters<typeof journalChange>): Partial<CommitFacts> => ({
  journalChanges: [journalChange(...change)],
});
const merged = (...change: Parameters<typeof journalChange>) => ({ ...changed(...change), merge: true });
const loss = (kind: string, index: number, po = false) => ({ file, data: { loss: { kind, index, po } } });

describe('journal/history', () => {
  test.each<[string, Partial<CommitFacts>, ...Expected[]]>([
    [
      'an entry gone',
      changed([[a, b]], [a]),
      { ...loss('gone', 1), says: /^This commit removes entry 2 of .*git show HEAD:/ },
    ],
    [
      'what was perhaps to be an amend',
      { ...changed([[a, b]], [a]), mayAmend: true },
      { ...loss('gone', 1), says: /git add "docs.* or, where it was to amend HEAD/ },
    ],
    ['an entry moved', changed([[a, b]], [b, a]), { ...loss('moved', 0), says: /moves entry 1/ }],
    [
      'an answer altered',
      changed([[a, yes]], [a, no]),
      { ...loss('altered', 1, true), path: '/1', says: /alters entry 2 of .*, the PO’s\./ },
    ],
    [
      'an answered entry altered',
      { ...changed([[a, yes]], [a2, yes]), oid },
      { ...loss('altered', 0), path: '/0', says: /^Commit 1f6f8ac2b3 .*has answered.*git show 1f6f8ac2b3~1:/ },
    ],
    ['all entries gone', changed([[a, yes]], []), loss('gone', 0)],
    [
      'an older journal deleted',
      changed([[a]], null, { sprint: 2 }),
      { file: journalPath(2), says: /^This commit deletes docs.*S2.*git checkout HEAD -- "docs/ },
    ],
    ['that of S12 deleted', changed([[a]], null, { sprint: 12 }), { file: journalPath(12) }],
    [
      'two journals at once',
      { journalChanges: [journalChange([[a]], []), journalChange([[a]], [b, a], { sprint: 2 })] },
      loss('gone', 0),
      { file: journalPath(2), data: { loss: { kind: 'inserted' } } },
    ],
    [
      'a merge that drops one side',
      merged(
        [
          [a, b],
          [a, c],
        ],
        [a, b],
      ),
      loss('gone', 1),
    ],
    ['a merge that drops an answer', merged([[a, yes], [a]], [a], { mergeBase: [a] }), loss('gone', 1, true)],
    ['a merge that turns a side around', merged([[a, b, c], [a]], [a, c, b]), loss('moved', 2)],
    ['across a range with merges, an answer gone', merged([[a, yes, b]], [a, b]), loss('gone', 1, true)],
    ['an entry at the end', changed([[a, yes]], [a, yes, b])],
    ['the status of an answered entry', changed([[a, yes]], [{ ...a, status: 'done' }, yes])],
    ['an unanswered entry altered', changed([[a, yes, b]], [a, yes, c])],
    ['a new journal', changed([[]], [a])],
    ['the sprint’s own journal deleted', changed([[a]], null), loss('gone', 0)],
    ['a journal that can’t be read: journal/unreadable', changed([[a, yes]], unreadableJournal())],
    [
      'a merge that interleaves',
      merged(
        [
          [a, b],
          [a, c],
        ],
        [a, c, b],
      ),
    ],
    ['a merge with one side’s altered entry', merged([[a2], [a, b]], [a2, b], { mergeBase: [a] })],
    ['across a range with merges, entries interleaved', merged([[a, b]], [a, c, b])],
    ['nothing', { journals: [] }],
  ])('%s', (_, given, ...expected) => {
    expectFound(rule, rule.check, commitFacts(given), expected);
  });
});
