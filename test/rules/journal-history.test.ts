import { describe, expect, test } from 'vitest';
import type { CommitFacts } from '../../src/facts/facts.ts';
import rule from '../../src/rules/journal-history.ts';
import {
  ask,
  change,
  commitFacts,
  type Expected,
  expectFound,
  journalChange,
  oid,
  parent,
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
const merged = (...change: Parameters<typeof journalChange>) => {
  const parents = change[0].flatMap(() => parent().parents);
  return { ...changed(...change), parents, merge: true };
};
const torn = (...change: Parameters<typeof journalChange>) => ({ ...journalChange(...change), baseUnreadable: true });
const loss = (kind: string, index: number, po = false) => ({ file, data: { loss: { kind, index, po } } });

describe('journal/history', () => {
  test.each<[string, Partial<CommitFacts>, ...Expected[]]>([
    [
      'an entry gone',
      changed([[a, b]], [a]),
      {
        ...loss('gone', 1),
        says: /^This commit removes entry 2 of .*git show HEAD:/,
        dit: /supprime l’entrée 2 .*remettez/,
      },
    ],
    [
      'an entry moved',
      changed([[a, b]], [b, a]),
      { ...loss('moved', 0), says: /moves entry 1/, dit: /déplace l’entrée 1/ },
    ],
    [
      'an entry inserted',
      changed([[a]], [b, a]),
      {
        ...loss('inserted', 0),
        path: '/0',
        says: /inserts entry 1 .*\| move entry 1 to the end git add/,
        dit: /\| déplacez l’entrée 1 à la fin git add/,
      },
    ],
    [
      'a merge that answers',
      merged([[a], [b]], [a, b, yes]),
      {
        ...loss('answered', 2, true),
        path: '/2',
        says: /is a merge.*\| remove entry 3/,
        dit: /\| retirez l’entrée 3/,
      },
    ],
    [
      'a merge that adds before an answer',
      merged([[a, yes], [a]], [a, b, yes]),
      {
        ...loss('late', 1),
        path: '/1',
        says: /is a merge.*\| move entry 2 to the end/,
        dit: /\| déplacez l’entrée 2 à la fin/,
      },
    ],
    [
      'a merge that adds before the answer that it mends',
      { ...merged([[a], [a]], [a, b, yes]), journalChanges: [torn([[a], [a]], [a, b, yes])] },
      loss('late', 1),
    ],
    [
      'what was perhaps to be an amend',
      { ...changed([[a, b]], [a]), mayAmend: true },
      { ...loss('gone', 1), says: /git add "docs.* or, to amend HEAD/ },
    ],
    [
      'an answer altered',
      changed([[a, yes]], [a, no]),
      { ...loss('altered', 1, true), path: '/1', says: /changes entry 2 of .* \(the PO’s\)\./ },
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
    [
      'a journal deleted that is still on disk',
      { ...changed([[a]], null), oid, leftOnDisk: new Set([journalPath(3)]) },
      { says: /^Commit 1f6f8ac2b3 deletes.*git add -f "docs/ },
    ],
    [
      'an answer reverted, and nothing else',
      { ...changed([[a, yes]], [a]), changes: [change(journalPath(3))] },
      { mend: 'leave out' },
    ],
    [
      'an answer altered, and nothing else',
      { ...changed([[a, yes]], [a, no]), changes: [change(journalPath(3))] },
      { mend: 'amend' },
    ],
    [
      'an answered ask altered, and nothing else',
      { ...changed([[a, yes]], [ask('a', { did: 'Other.' }), yes]), changes: [change(journalPath(3))] },
      { mend: 'leave out' },
    ],
    [
      'an entry inserted, which would be lost with its commit',
      { ...changed([[a]], [b, a]), changes: [change(journalPath(3))] },
      { mend: 'amend' },
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
    [
      'a merge that drops an answer',
      merged([[a, yes], [a]], [a], { mergeBase: [a] }),
      { ...loss('gone', 1, true), says: /git show HEAD:/ },
    ],
    [
      'a merge that drops what the other side has',
      merged([[a], [a, b]], [a]),
      { ...loss('gone', 1), says: /git show MERGE_HEAD:/ },
    ],
    [
      'a merge that is made already and drops what the other side had',
      { ...merged([[a], [a, b]], [a]), oid, baseName: '1f6f8ac2b3~1' },
      { ...loss('gone', 1), says: /git show 1f6f8ac2b3\^2:/ },
    ],
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
    [
      'a merge that adds an answer which a parent has in a journal that can’t be read',
      { ...merged([[a], [a]], [a, yes]), journalChanges: [torn([[a], [a]], [a, yes])] },
    ],
    ['a merge with one side’s altered entry', merged([[a2], [a, b]], [a2, b], { mergeBase: [a] })],
    ['across a range with merges, entries interleaved', merged([[a, b]], [a, c, b])],
    [
      'an answer gone of a journal that was unreadable, where git show would show nothing',
      { oid, journalChanges: [torn([[a, yes]], [a])] },
      { ...loss('gone', 1, true), says: /to see it: git log --patch 1f6f8ac2b3~1 -- "docs/ },
    ],
    [
      'mended after a merge that left it unreadable, an answer of the other side gone',
      changed([[a], [a, yes]], [a, b]),
      loss('gone', 1, true),
    ],
    [
      'mended after such a merge, with an unanswered entry that both sides have altered',
      changed([[a], [a, b]], [a2, c, b]),
    ],
    [
      'the same, turned around',
      changed(
        [
          [a, b],
          [b, a],
        ],
        [a, b],
      ),
      loss('moved', 1),
    ],
    ['the same where one side has its answer', changed([[a], [a, yes]], [a2, yes]), loss('gone', 0)],
    [
      'mended after such a merge, all there',
      changed(
        [
          [a, b],
          [a, yes],
        ],
        [a, b, yes],
      ),
    ],
    ['nothing', { journals: [] }],
  ])('%s', (_, given, ...expected) => {
    expectFound(rule, rule.check, commitFacts(given), expected);
  });

  test.each<[string, Partial<CommitFacts>, string | undefined]>([
    ['gone', changed([[a, b, c]], [a, c]), undefined],
    ['moved', changed([[a, b]], [b, a]), '/1'],
    ['altered', changed([[a, yes]], [a2, yes]), '/0'],
  ])('what is %s has a place in the file only where it is there', (_, given, path) => {
    expect(rule.check(commitFacts(given)).map((finding) => finding.path)).toEqual([path]);
  });

  test('an answer altered behind entries that were taken out has none', () => {
    const change = journalChange([[b, c, yes]], [no]);
    const before = [{ entries: [b, c, yes], unsound: new Set([0, 1]) }];
    const [found] = rule.check(commitFacts({ journalChanges: [{ ...change, before }] }));
    expect(found?.data.loss).toEqual({ kind: 'altered', index: 2, po: true });
    expect(found?.path).toBe(undefined);
  });

  const forced = (change: Parameters<typeof journalChange>, unsound: readonly number[] = []) => {
    const { before, ...rest } = journalChange(...change);
    const [first] = before;
    const lists = [{ entries: first?.entries ?? [], unsound: new Set(unsound) }, ...before.slice(1)];
    const { config, ownStart, parents } = commitFacts();
    return {
      oldTip: oid,
      target: 'origin work',
      config,
      sprint: 3,
      ownStart,
      before: parents[0] as never,
      journalChanges: [{ ...rest, before: lists }],
    };
  };
  const refused = {
    file,
    mend: 'help',
    says: /^Entry 2 of .* is in the old tip 1f6f8ac2b3, but not in the new one.*git pull --no-rebase origin work git merge 1f6f8ac2b3 if git stops at a conflict/,
    dit: /^L’entrée 2 .*la version déjà poussée .1f6f8ac2b3/,
  } as const;

  test.each<[string, ReturnType<typeof forced>, ...Expected[]]>([
    ['an entry gone', forced([[[a, b]], [a]]), refused],
    [
      'an entry moved',
      forced([[[a, b]], [b, a]]),
      {
        data: { loss: { kind: 'moved', index: 1 } },
        says: /^Entry 2 of .* stands in another place than in the old tip 1f6f8ac2b3\. /,
        dit: /^L’entrée 2 .* n’est plus à la même place que dans la version déjà poussée .1f6f8ac2b3.\. /,
      },
    ],
    ['a journal gone', forced([[[a]], null]), { data: { loss: { kind: 'gone', index: 0 } } }],
    ['an unanswered entry altered', forced([[[a, b]], [a, c]]), refused],
    ['an entry that the old tip last held, before a merge left it unreadable', forced([[[a], [a, b]], [a]]), refused],
    ['one that is not sound gone', forced([[[a, b]], [a]], [1])],
    ['all there', forced([[[a, b]], [a, c, b]])],
    ['a new journal', forced([[[]], [a]])],
    ['one that can’t be read', forced([[[a]], unreadableJournal()])],
  ])('a forced push: %s', (_, given, ...expected) => {
    expectFound(rule, (facts: typeof given) => rule.forced?.(facts) ?? [], given, expected);
  });
});
