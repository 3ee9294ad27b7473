import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answeredCount, isPO } from '../../src/journal/entries.ts';
import * as history from '../../src/journal/history.ts';
import type { Entry } from '../../src/journal/journal.ts';
import { firstLossInMerge, newAnswers } from '../../src/journal/merged-history.ts';
import { ask, distinct, entriesOf, reply } from '../helpers/commit-facts.ts';

const [a, a2, a3] = [ask('a'), ask('a2'), ask('a3')];
const [b, b2, b3] = [ask('b'), ask('b2'), ask('b3')];
const [c, c2] = [ask('c'), ask('c2')];
const [yes, no] = [reply('yes'), reply('no', { reply: 'KO' })];
const small = reply('yes', { reply: 'ok' });
const refused = reply('no', { reply: 'Ko' });
const done = (entry: object) => ({ ...entry, status: 'done' });

const firstLoss = (before: readonly Entry[], after: readonly Entry[]) => history.firstLoss(entriesOf(before), after);
const lossInMerge = (
  parents: readonly (readonly Entry[])[],
  mergeBase: readonly Entry[] | null,
  after: readonly Entry[],
) =>
  firstLossInMerge(
    parents.map((list) => entriesOf(list)),
    mergeBase,
    after,
  );

type Shown = `${history.Loss['kind']} ${number}${'' | ' po'}` | null;
const shown = (loss: history.Loss | null): Shown => loss && `${loss.kind} ${loss.index}${loss.po ? ' po' : ''}`;

describe('firstLoss', () => {
  test.each<[string, Entry[], Entry[], Shown]>([
    ['nothing to lose', [], [a], null],
    ['an entry at the end', [a], [a, b], null],
    ['an answer', [a], [a, yes], null],
    ['a status', [a, yes], [done(a), yes], null],
    ['an unanswered entry altered', [a, yes, b], [a, yes, c], null],
    ['all unanswered entries altered', [a, b], [a2, c], null],
    ['one altered, one appended', [a], [a2, b], null],
    ['one of two that are alike altered', [a, a], [a, b], null],
    ['the only entry gone', [a], [], 'gone 0'],
    ['the last gone', [a, b], [a], 'gone 1'],
    ['the first gone', [a, b], [b], 'gone 0'],
    ['one in the middle gone', [a, b, c], [a, c], 'gone 1'],
    ['an answer gone', [a, yes], [a], 'gone 1 po'],
    ['an answer gone between', [a, yes, b], [a, b], 'gone 1 po'],
    ['one in front', [a], [b, a], 'inserted 0'],
    ['one inserted', [a, b], [a, c, b], 'inserted 1'],
    ['an answer right below its ask', [a, b], [a, yes, b], null],
    ['an answer right below its ask, beside one altered', [a, b], [a, yes, c], null],
    ['an answer before all', [a, b], [yes, a, b], 'inserted 0 po'],
    ['an answer and an ask inserted', [a, b], [a, yes, c, b], 'inserted 2'],
    ['an answer in the words of a later one', [a, b, yes], [a, yes, b, yes], null],
    ['an answer in the words of the one above', [a, yes, b], [a, yes, yes, b], null],
    ['an answer at the end in the words of an earlier one', [a, yes, b], [a, yes, b, yes], null],
    ['an answer that moves, where another has its words', [a, yes, b, c], [a, b, yes, c, yes], 'moved 1 po'],
    ['two that change places', [a, b], [b, a], 'moved 0'],
    ['an answer that moves', [a, yes, b], [a, b, yes], 'moved 1 po'],
    ['an answer altered', [a, yes], [a, no], 'altered 1 po'],
    ['an old answer altered', [a, no, b, yes], [a, reply('other'), b, yes], 'altered 1 po'],
    ['an answered entry altered', [a, yes], [a2, yes], 'altered 0'],
    ['an answered entry altered, far back', [a, b, c, yes], [a, a2, c, yes], 'altered 1'],
    ['an answered entry altered in its status too', [a, yes], [done(a2), yes], 'altered 0'],
    ['an answer where the ask was', [a], [yes], 'gone 0'],
    ['an ask where the answer was', [a, yes], [a, b], 'gone 1 po'],
    ['what is no mapping altered', ['x', yes], ['y', yes], 'altered 0'],
    ['a status given to an answer', [a, yes], [a, done(yes)], 'altered 1 po'],
    ['one of two that are alike gone', [a, a], [a], 'gone 1'],
  ])('%s', (_, before, after, expected) => {
    expect(shown(firstLoss(before, after))).toBe(expected);
  });

  test('appending is never one', () => {
    fc.assert(
      fc.property(distinct(), distinct(), fc.infiniteStream(fc.boolean()), (before, added, moves) => {
        expect(firstLoss(before, [...before, ...added])).toBeNull();
        const moved = before.map((entry) => (!isPO(entry) && moves.next().value ? done(entry) : entry));
        expect(firstLoss(before, [...moved, ...added])).toBeNull();
      }),
    );
  });

  const history = distinct({ minLength: 1 }).map((list) => [...list, yes]);

  test('removing an answered entry, or an answer, always is one', () => {
    fc.assert(
      fc.property(history, fc.nat(), distinct(), (before, chosen, added) => {
        const index = chosen % before.length;
        const after = [...before.slice(0, index), ...before.slice(index + 1)];
        expect(firstLoss(before, [...after, ...added.filter((entry) => !before.includes(entry))])).not.toBeNull();
      }),
    );
  });

  test('changing one always is one', () => {
    fc.assert(
      fc.property(history, fc.nat(), fc.string(), distinct(), (before, chosen, text, added) => {
        const index = chosen % before.length;
        const changed = { ...before[index], topic: `not ${text}` };
        const after = before.map((entry, at) => (at === index ? changed : entry));
        expect(firstLoss(before, [...after, ...added])).not.toBeNull();
      }),
    );
  });

  test('changing an unanswered one never is, and never hides another', () => {
    fc.assert(
      fc.property(distinct(), fc.nat(), (before, chosen) => {
        const answered = before.some(isPO) ? answeredCount(before) + 1 : 0;
        fc.pre(answered < before.length);
        const index = answered + (chosen % (before.length - answered));
        const after = before.map((entry, at) => (at === index ? { ...entry, topic: 'changed' } : entry));
        expect(firstLoss(before, after)).toBeNull();
        expect(firstLoss(before, after.slice(0, -1))).not.toBeNull();
      }),
    );
  });
});

describe('firstLossInMerge', () => {
  test.each<[string, Entry[][], Entry[] | null, Entry[], Shown]>([
    [
      'one after the other',
      [
        [a, b],
        [a, c],
      ],
      null,
      [a, b, c],
      null,
    ],
    [
      'the other way round',
      [
        [a, b],
        [a, c],
      ],
      null,
      [a, c, b],
      null,
    ],
    [
      'an answer on one side',
      [
        [a, yes],
        [a, b],
      ],
      null,
      [a, b, yes],
      null,
    ],
    [
      'a status of one side',
      [
        [done(a), yes],
        [a, b],
      ],
      null,
      [a, yes, b],
      null,
    ],
    ['three parents', [[a], [b], [c]], null, [c, a, b], null],
    ['unrelated histories', [[a], [b]], null, [b, a], null],
    ['one that neither side has', [[a], [b]], null, [a, c, b], null],
    ['one that neither side has, before an answer', [[a, yes], [a]], [a], [a, b, yes], 'late 1'],
    ['one that neither side has, behind an answer', [[a, yes], [a]], [a], [a, yes, b], null],
    ['an answer that neither side has', [[a], [b]], [], [a, b, yes], 'answered 2 po'],
    [
      'one side gone',
      [
        [a, b],
        [a, c],
      ],
      null,
      [a, b],
      'gone 1',
    ],
    ['its order turned around', [[a, b, c], [a]], null, [a, c, b], 'moved 2'],
    ['an answer gone', [[a, yes], [a]], [a], [a], 'gone 1 po'],
    ['an answered entry altered', [[a, yes], [a]], [a], [a2, yes], 'gone 0'],
    ['an answer altered', [[a, yes], [a]], [a], [a, no], 'gone 1 po'],
    ['altered on one side', [[a2], [a, b]], [a], [a2, b], null],
    [
      'altered on one side, behind an answer on the other',
      [
        [a, yes, b],
        [a, c],
      ],
      [a, b],
      [a, yes, c],
      null,
    ],
    [
      'moved on one side, with a new one at its end',
      [
        [a, b],
        [b, a, c],
      ],
      [a, b],
      [b, a, c],
      'moved 1',
    ],
    [
      'altered on one side, and moved by the merge',
      [
        [a, b2],
        [a, b],
      ],
      [a, b],
      [b2, a],
      'moved 1',
    ],
    ['altered on both sides', [[a2], [c]], [a], [c], null],
    ['altered on both sides, and otherwise by hand', [[a2], [c]], [a], [b], 'gone 0'],
    ['altered on both sides, and as it was before', [[a2], [c]], [a], [a], 'gone 0'],
    ['altered on one side, where no base is known', [[a2], [a, b]], null, [a2, b], 'gone 0'],
    ['altered on neither side, but by hand', [[a], [a]], [a], [b], 'gone 0'],
    ['altered on one side, and otherwise by hand', [[a2], [a]], [a], [b], 'gone 0'],
    ['altered on neither side, and gone', [[a, b], [a]], [a], [b], 'gone 0'],
    ['altered on one side, answered on the other', [[a2], [a, yes]], [a], [a2, yes], 'gone 0'],
    ['altered on one side, answered on the other, and both kept', [[a2], [a, yes]], [a], [a, yes, a2], null],
    ['gone on one side, where an answer now stands', [[yes], [a]], [a], [yes], 'gone 0'],
    ['altered on one side, and as it was before', [[a2], [a, b]], [a], [a, b], 'gone 0'],
    [
      'altered on one side, behind its answer of that side',
      [
        [a, yes, c],
        [a, b],
      ],
      [a, b],
      [a, yes, c],
      null,
    ],
    [
      'two altered there',
      [
        [a, yes, b2, c2],
        [a, b, c],
      ],
      [a, b, c],
      [a, yes, b2, c2],
      null,
    ],
    ['new on one side, where the merge has one of its own', [[a, c], [a]], [a], [a, b], 'gone 1'],
    ['gone on one side, with another behind it', [[b], [a, b]], [a, b], [b], 'gone 0'],
    ['gone on one side, altered on the other', [[a2], []], [a], [a2], null],
    ['gone on one side, as it was on the other', [[], [a]], [a], [], 'gone 0'],
    [
      'two altered on both sides, and otherwise by hand',
      [
        [a2, b2],
        [a3, b3],
      ],
      [a, b],
      [b, c],
      'gone 0',
    ],
    [
      'two altered on both sides, one of them otherwise by hand',
      [
        [a2, b2],
        [a3, b3],
      ],
      [a, b],
      [c],
      'gone 0',
    ],
    [
      'an answer mended on one side, and the entry behind it altered',
      [
        [a, yes, b2],
        [a, small, b],
      ],
      [a, small, b],
      [a, yes, small, b2],
      null,
    ],
    [
      'one that is not the first to be altered',
      [
        [a, b2],
        [a, b],
      ],
      [a, b],
      [a, b2],
      null,
    ],
  ])('%s', (_, parents, mergeBase, after, expected) => {
    expect(shown(lossInMerge(parents, mergeBase, after))).toBe(expected);
  });

  test('what is not sound does not bind the order of what is', () => {
    const parents = [entriesOf([no, a], 0), entriesOf([a])];
    expect(firstLossInMerge(parents, [a], [a, no])).toBeNull();
  });

  test('an answer that is not sound may be mended, and not turned', () => {
    const parents = [entriesOf([a, small], 1), entriesOf([a, b])];
    expect(firstLossInMerge(parents, [a], [a, yes, b])).toBeNull();
    expect(firstLossInMerge(parents, [a], [a, no, b])).toMatchObject({ kind: 'answered', index: 1 });
    expect(firstLossInMerge(parents, [a], [a, yes, b, reply('more')])).toMatchObject({ kind: 'answered', index: 3 });
  });

  test('one that both sides have is mended once', () => {
    const parents = [entriesOf([a, small], 1), entriesOf([a, small, b], 1)];
    expect(firstLossInMerge(parents, [a, small], [a, yes, b])).toBeNull();
    expect(firstLossInMerge(parents, [a, small], [a, yes, b, reply('more')])).toMatchObject({ kind: 'answered' });
  });

  test('one new entry stands for no two that are gone', () => {
    const base = [a, b];
    expect(lossInMerge([base, [...base, c]], base, [ask('new'), c])).not.toBeNull();
  });

  test('interleaving two histories that only grew never is one', () => {
    fc.assert(
      fc.property(distinct(), distinct(), distinct(), fc.infiniteStream(fc.boolean()), (base, ours, theirs, turns) => {
        const rest: [Entry[], Entry[]] = [[...ours], [...theirs]];
        const merged: Entry[] = [...base];
        while (rest[0].length + rest[1].length > 0) {
          const [first, second] = turns.next().value ? rest : [rest[1], rest[0]];
          merged.push(first.shift() ?? second.shift());
        }
        const parents = [
          [...base, ...ours],
          [...base, ...theirs],
        ];
        expect(lossInMerge(parents, base, merged)).toBeNull();
        expect(lossInMerge(parents.toReversed(), base, merged)).toBeNull();
      }),
    );
  });

  test('dropping an answer of either side always is one', () => {
    fc.assert(
      fc.property(distinct(), distinct({ minLength: 1 }), fc.boolean(), (base, added, swap) => {
        const fresh = added.filter((entry) => !base.includes(entry));
        const parents = [[...base, ...fresh, yes], base];
        const merged = [...base, ...fresh];
        expect(lossInMerge(swap ? parents.toReversed() : parents, base, merged)).not.toBeNull();
      }),
    );
  });
});

describe('newAnswers', () => {
  test.each<[string, Entry[][], Entry[], number[]]>([
    ['none', [[a, yes]], [a, yes, b], []],
    ['one at the end', [[a]], [a, yes], [1]],
    ['of a root commit', [[]], [a, yes, no], [1, 2]],
    ['without parents', [], [yes], [0]],
    ['one that is altered', [[a, yes]], [a, no], [1]],
    ['one that only moves', [[a, yes]], [a, b, yes], []],
    [
      'of a merge, known to either parent',
      [
        [a, yes],
        [a, no],
      ],
      [a, yes, no],
      [],
    ],
    ['of a merge, known to neither', [[a], [b]], [a, b, yes], [2]],
    ['of a merge, without the parents’ entries', [[yes], [yes]], [yes], []],
    ['a copy of an answer, at the end', [[a, yes]], [a, yes, b, yes], [3]],
    ['a copy of an answer, right behind it', [[a, yes]], [a, yes, yes], [2]],
    [
      'an answer of the same words on each side of a merge',
      [
        [a, yes],
        [b, yes],
      ],
      [a, yes, b, yes],
      [],
    ],
  ])('%s', (_, parents, after, expected) => {
    expect(newAnswers(parents, parents.length > 1 ? [] : null, after)).toEqual(expected);
  });

  test('copies that both sides have are one and the same, unless the merge base tells that it lacks them', () => {
    const parents = [
      [a, yes],
      [b, yes],
    ];
    expect(newAnswers(parents, null, [a, yes, b, yes])).toEqual([3]);
    expect(newAnswers(parents, [yes], [a, yes, b, yes])).toEqual([3]);
    expect(newAnswers([[yes, yes], [yes]], [yes], [yes, yes, yes])).toEqual([2]);
  });
});

describe('of what is not sound', () => {
  test.each<[string, Entry[], number[], Entry[], Shown]>([
    ['a PO’s entry mended', [a, small], [1], [a, yes], null],
    ['a PO’s entry taken out', [a, small], [1], [a], null],
    ['a PO’s OK made a KO', [a, small], [1], [a, reply('yes', { reply: 'KO' })], 'turned 1 po'],
    ['a PO’s KO made an OK', [a, refused], [1], [a, reply('no')], 'turned 1 po'],
    ['a PO’s KO mended', [a, refused], [1], [a, no], null],
    ['an answered entry mended', [b, yes], [0], [a, yes], null],
    ['an answered entry taken out', [b, yes], [0], [yes], null],
    ['mended, and a sound one gone', [a, small, b], [1], [a, yes], 'gone 2'],
    ['taken out, and one appended', [a, small], [1], [a, b], null],
    ['a PO’s entry replaced by a developer’s', [a, small, b], [1], [a, c, b], 'inserted 1'],
    ['a status of a PO’s entry', [a, small], [1], [a, done(small)], null],
    ['a PO’s entry that says neither mended', [a, reply('yes', { reply: 'perhaps' })], [1], [a, no], null],
    ['a PO’s entry whose reply is no text mended', [a, reply('yes', { reply: 1 })], [1], [a, no], null],
    ['a PO’s OK with blanks around it made a KO', [a, reply('yes', { reply: ' ok ' })], [1], [a, no], 'turned 1 po'],
    ['one between two that stay mended', [a, b, c], [1], [a, b2, c], null],
    ['one of two taken out, and the one behind them altered', [a, b, c], [0, 1], [b2, c2], null],
    ['taken out, and one appended behind an answer', [b, a, yes], [0], [a, yes, c], null],
    ['taken out, where no entry is left', [a], [0], [], null],
  ])('%s', (_, before, unsound, after, expected) => {
    expect(shown(history.firstLoss(entriesOf(before, ...unsound), after))).toBe(expected);
  });
});

describe('firstMissing, where a push is no fast-forward', () => {
  test.each<[string, Entry[], number[], Entry[], Shown]>([
    ['all there', [a, yes], [], [a, b, yes], null],
    ['a status', [a], [], [done(a)], null],
    ['an unanswered entry altered', [a], [], [a2], 'gone 0'],
    ['an answer gone', [a, yes], [], [a], 'gone 1 po'],
    ['the order turned around', [a, b], [], [b, a], 'moved 1'],
    ['what is not sound gone', [a, small], [1], [a], null],
    ['what is not sound moved', [small, a], [0], [a, small], null],
  ])('%s', (_, before, unsound, after, expected) => {
    expect(shown(history.firstMissing(entriesOf(before, ...unsound), new history.Places(after)))).toBe(expected);
  });
});

describe('onlyAnswers', () => {
  test.each<[string, boolean, Entry[], number[], Entry[]]>([
    ['an answer at the end', true, [a], [], [a, yes]],
    ['an answer below its ask', true, [a, b], [], [a, yes, b]],
    ['a status', true, [a], [], [done(a)]],
    ['nothing', true, [a], [], [a]],
    ['an unsound answer mended', true, [a, small], [1], [a, yes]],
    ['an unsound answer taken out', true, [a, small, b], [1], [a, b]],
    ['a sound answer altered', false, [a, yes], [], [a, no]],
    ['a sound answer gone', false, [a, yes], [], [a]],
    ['an entry of the developer’s', false, [a], [], [a, b]],
    ['an entry altered', false, [a], [], [a2]],
    ['an unsound entry of the developer’s mended', false, [a], [0], [a2]],
  ])('%s: %s', (_, expected, before, unsound, after) => {
    expect(history.onlyAnswers(entriesOf(before, ...unsound), after)).toBe(expected);
  });
});
