import { describe, expect, test } from 'vitest';
import { isAnswerCommit, isUnfinished, lastReadableAfter } from '../../src/facts/journal-changes.ts';
import type { Entry } from '../../src/journal/journal.ts';
import {
  ask,
  change,
  entriesOf,
  journalChange,
  journalPath,
  reply,
  unreadableJournal,
} from '../helpers/commit-facts.ts';
import { commitOf, factsOfTip, type Given } from '../helpers/commits.ts';
import { Scratch } from '../helpers/scratch.ts';
import { type Fields, journal } from '../helpers/sprint.ts';

const [a, a2, b, c] = [ask('a'), ask('a2'), ask('b'), ask('c')];
const yes = reply('yes');

describe('what a commit changes of a journal', () => {
  const repository = new Scratch();
  const broken = 'broken: [\n';

  /** A commit whose journal of sprint 3 holds these entries, or this text; null for none. */
  function commit(content: readonly Fields[] | string | null, ...parents: readonly string[]): string {
    const text = typeof content === 'string' ? content : content && journal(...content);
    const files: Given['files'] = text === null ? { 'app.ts': '' } : { [journalPath(3)]: text };
    return commitOf(repository, { files, parents });
  }

  async function changes(tip: string, ...excluded: readonly string[]) {
    const { journalChanges } = await factsOfTip(repository, tip, ...excluded);
    return journalChanges.map(({ before, entries, after, mergeBase, baseUnreadable }) => ({
      before: before.map((list) => list.entries),
      after: after?.state === 'read' ? entries?.entries : (after?.state ?? null),
      mergeBase,
      baseUnreadable,
    }));
  }

  const alone = { mergeBase: null, baseUnreadable: false };

  test('is its entries before and after', async () => {
    const first = commit([a]);
    expect(await changes(first)).toEqual([{ ...alone, before: [[]], after: [a] }]);
    expect(await changes(commit([a, b], first), first)).toEqual([{ ...alone, before: [[a]], after: [a, b] }]);
    expect(await changes(commit(null, first), first)).toEqual([{ ...alone, before: [[a]], after: null }]);
    expect(await changes(commit([a], first), first)).toEqual([]);
    expect(await changes(commit([a], commit(null)))).toEqual([{ ...alone, before: [[]], after: [a] }]);
  });

  test('is nothing of a file that is no journal', async () => {
    const files = { 'docs/sprints/S03/INTERACTIONS.yaml': '', 'docs/sprints/S3/x/INTERACTIONS.yaml': '', 'app.ts': '' };
    const found = await factsOfTip(repository, commitOf(repository, { files }));
    expect(found.journalChanges).toEqual([]);
    expect(found.changes).toHaveLength(3);
  });

  test('an entry that is not sound is known as such, before and after', async () => {
    const first = commit([{ ...a, ask: undefined }, { ...b, who: 'Nobody' }, c, { ...yes, topic: 'Sprint S4' }]);
    const second = commit([a, { ...b, ask: undefined }, c, yes], first);
    const [found] = (await factsOfTip(repository, second, first)).journalChanges;
    expect(found?.before.map(({ unsound }) => [...unsound])).toEqual([[0, 1, 3]]);
    expect([...(found?.entries?.unsound ?? [])]).toEqual([1]);
  });

  describe('where base can’t be read, the last readable state stands for it', () => {
    const first = commit([a, b], commit([a]));
    const second = commit(broken, first);
    const third = commit('other: [\n', second);
    const fourth = commit([a], third);
    const mended = [{ before: [[a, b]], after: [a], mergeBase: null, baseUnreadable: true }];

    test.each([
      ['in the range', []],
      ['before it', [first]],
      ['before it, over commits that left it unreadable', [second]],
      ['outside, as its last commit is', [third]],
    ])('%s', async (_, excluded) => {
      expect(await changes(fourth, ...excluded)).toEqual(mended);
    });

    test('also while it still can’t be read', async () => {
      expect(await changes(third, second)).toEqual([
        { before: [[a, b]], after: 'broken', mergeBase: null, baseUnreadable: true },
      ]);
    });

    test('and it is forgotten once the journal can be read, or is gone', async () => {
      expect(await changes(commit([a, c], fourth))).toEqual([{ ...alone, before: [[a]], after: [a, c] }]);
      const gone = commit(null, third);
      expect(await changes(gone)).toEqual([{ before: [[a, b]], after: null, mergeBase: null, baseUnreadable: true }]);
      expect(await changes(commit([c], gone))).toEqual([{ ...alone, before: [[]], after: [c] }]);
    });

    test('of a journal that could never be read it is empty', async () => {
      const root = commit(broken);
      const next = commit([a], root);
      const expected = [{ before: [[]], after: [a], mergeBase: null, baseUnreadable: true }];
      expect(await changes(next)).toEqual(expected);
      expect(await changes(next, root)).toEqual(expected);
    });

    test('of a merge, for the parent whose journal it is', async () => {
      const other = commit([a, b, c], first);
      const expected = { after: [a, b, c], mergeBase: null, baseUnreadable: true };
      expect(await changes(commit([a, b, c], third, other))).toEqual([
        {
          ...expected,
          before: [
            [a, b],
            [a, b, c],
          ],
        },
      ]);
      expect(await changes(commit([a, b, c], other, third))).toEqual([
        {
          ...expected,
          before: [
            [a, b, c],
            [a, b],
          ],
        },
      ]);
    });

    test('of a merge that left it unreadable, the states of all of its parents', async () => {
      const [ours, theirs] = [commit(broken, first), commit([a, b, yes], first)];
      for (const text of [broken, 'other: [\n']) {
        const merge = commit(text, ours, theirs);
        const more = commit('another: [\n', merge);
        for (const tip of [commit([a, b, c], merge), commit([a, b, c], more)]) {
          const expected = [
            {
              before: [
                [a, b],
                [a, b, yes],
              ],
              after: [a, b, c],
              mergeBase: null,
              baseUnreadable: true,
            },
          ];
          expect(await changes(tip, first)).toEqual(expected);
          expect(await changes(tip, merge)).toEqual(expected);
          expect(await changes(tip, more)).toEqual(expected);
        }
      }
    });

    test('of a merge that left it unreadable, not that of a parent which does not have it', async () => {
      const [ours, theirs] = [commit(null, commit(null)), commit([a], commit(null))];
      for (const parents of [
        [ours, theirs],
        [theirs, ours],
      ]) {
        const merge = commit(broken, ...parents);
        expect(await changes(commit([a], merge), merge)).toEqual([
          { before: [[a]], after: [a], mergeBase: null, baseUnreadable: true },
        ]);
      }
    });

    test('of a merge whose parents were unreadable since one commit, what that one held, once', async () => {
      const merge = commit('another: [\n', commit(broken, first), commit('other: [\n', first));
      expect(await changes(commit([a], merge), merge)).toEqual(mended);
    });

    test('a list of no mapping is none that can be read', async () => {
      expect(await changes(commit([c], commit('- a\n', first)))).toEqual([
        { before: [[a, b]], after: [c], mergeBase: null, baseUnreadable: true },
      ]);
    });
  });

  describe('a merge', () => {
    const base = commit([a]);

    test('is compared with each parent, also where it is as one of them', async () => {
      const [ours, theirs] = [commit([a, b], base), commit([a, c], base)];
      expect(await changes(commit([a, b], ours, theirs), base)).toMatchObject([
        {
          before: [
            [a, b],
            [a, c],
          ],
          after: [a, b],
        },
      ]);
      expect(await changes(commit([a, c], ours, theirs), base)).toMatchObject([
        {
          before: [
            [a, b],
            [a, c],
          ],
          after: [a, c],
        },
      ]);
      const third = commit([a], base);
      expect(await changes(commit([a, b, c], ours, theirs, third), base)).toMatchObject([
        { before: [[a, b], [a, c], [a]], after: [a, b, c] },
      ]);
    });

    test('knows the merge base where an entry seems lost, or an answer its own, and else asks for none', async () => {
      const [ours, theirs] = [commit([a, b], base), commit([a2, yes], base)];
      const mergeBase = async (after: readonly Fields[]) =>
        (await changes(commit(after, ours, theirs), base))[0]?.mergeBase;
      expect(await mergeBase([a2, yes, b])).toEqual([a]);
      expect(await mergeBase([a, a2, yes, b, yes])).toEqual([a]);
      expect(await mergeBase([a, b, a2, yes])).toBe(null);
    });

    test('has no merge base where histories are unrelated, or it can’t be read there', async () => {
      const [ours, theirs] = [commit([a]), commit([b])];
      expect(await changes(commit([c], ours, theirs))).toMatchObject([{ mergeBase: null }]);
      const unreadable = commit(broken);
      const [one, other] = [commit([a], unreadable), commit([b], unreadable)];
      expect(await changes(commit([c], one, other))).toMatchObject([{ mergeBase: null }]);
    });
  });
});

describe('an answer commit', () => {
  const file = [change(journalPath(3))];
  const is = (before: readonly Entry[], after: readonly Entry[] | null) =>
    isAnswerCommit(file, [journalChange([before], after)]);

  test('gains the PO’s entries, or moves a status', () => {
    expect(is([a], [a, yes])).toBe(true);
    expect(is([a], [{ ...a, status: 'done' }])).toBe(true);
    expect(is([a], [a, b])).toBe(false);
    expect(is([a, yes], [a])).toBe(false);
  });

  test('does at least something', () => {
    expect(isAnswerCommit([], [])).toBe(false);
    expect(is([a], [a])).toBe(false);
    // That base could not be read is mended by it.
    expect(isAnswerCommit(file, [{ ...journalChange([[a]], [a]), baseUnreadable: true }])).toBe(true);
  });

  test('changes journals alone, and answers in each', () => {
    expect(isAnswerCommit([...file, change('app.ts')], [journalChange([[a]], [a, yes])])).toBe(false);
    const both = [...file, change(journalPath(4))];
    const answered = journalChange([[a]], [a, yes]);
    expect(isAnswerCommit(both, [answered, journalChange([[b]], [b, yes], { sprint: 4 })])).toBe(true);
    expect(isAnswerCommit(both, [answered, journalChange([[b]], [b], { sprint: 4 })])).toBe(true);
    expect(isAnswerCommit(both, [answered, journalChange([[b]], [b, c], { sprint: 4 })])).toBe(false);
  });

  test('deletes no journal, and leaves none unreadable', () => {
    expect(is([yes], null)).toBe(false);
    expect(isAnswerCommit(file, [journalChange([[a]], unreadableJournal())])).toBe(false);
  });
});

describe('a commit that leaves a journal unreadable is judged with the one that mends it', () => {
  const file = [change(journalPath(3))];
  const unreadable = journalChange([[a]], unreadableJournal());
  const both = [...file, change(journalPath(4))];

  test('where it changes journals alone', () => {
    expect(isUnfinished(file, [unreadable])).toBe(true);
    expect(isUnfinished([...file, change('app.ts')], [unreadable])).toBe(false);
    expect(isUnfinished(file, [journalChange([[a]], [a, yes])])).toBe(false);
    expect(isUnfinished(file, [journalChange([[a]], null)])).toBe(false);
    expect(isUnfinished([], [])).toBe(false);
  });

  test('and does no more than answer in the others', () => {
    expect(isUnfinished(both, [unreadable, journalChange([[b]], [b, yes], { sprint: 4 })])).toBe(true);
    expect(isUnfinished(both, [unreadable, journalChange([[b]], [b, c], { sprint: 4 })])).toBe(false);
    expect(isUnfinished(both, [unreadable, journalChange([[b]], null, { sprint: 4 })])).toBe(false);
  });
});

test('what could last be read is kept of each journal by itself, as long as it can’t be read', () => {
  const lastReadable = new Map([[journalPath(4), [entriesOf([b])]]]);
  const [parent, unreadable] = [{ lastReadable }, journalChange([[a], [c]], unreadableJournal())];
  const known = [journalPath(3), [entriesOf([a]), entriesOf([c])]];
  expect([...lastReadableAfter([], [parent])]).toEqual([...lastReadable]);
  expect([...lastReadableAfter([unreadable], [parent])]).toEqual([...lastReadable, known]);
  expect([...lastReadableAfter([journalChange([[b]], [b], { sprint: 4 })], [parent])]).toEqual([]);
  expect([...lastReadableAfter([journalChange([[b]], null, { sprint: 4 })], [parent])]).toEqual([]);
  expect([...lastReadableAfter([unreadable], [])]).toEqual([known]);
  expect(lastReadable.size).toBe(1);
  // Of a merge each parent may have held something else.
  expect([...lastReadableAfter([unreadable], [parent, parent])]).toEqual([]);
});
