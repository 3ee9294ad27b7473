import { describe, expect, test } from 'vitest';
import { firstLoss, type Loss } from '../../src/journal/history.ts';
import type { Entry } from '../../src/journal/journal.ts';
import { addFaults, type Faults, listsToKeep } from '../../src/journal/taken-back.ts';
import { ask, entriesOf, reply } from '../helpers/commit-facts.ts';

const [a, a2, b, c, yes, no] = [ask('a'), ask('a2'), ask('b'), ask('c'), reply('yes'), reply('no')];

/** The entries that have to be in a new tip, a list each for those of one order, where such a change led to the old one. */
function kept(before: readonly Entry[], after: readonly Entry[], { isForged = false, old = after } = {}): Entry[][] {
  const loss = firstLoss(entriesOf(before), after);
  return lists([before], after, isForged || !loss ? [] : [loss], isForged, old);
}

function lists(
  before: readonly (readonly Entry[])[],
  after: readonly Entry[],
  losses: readonly Loss[],
  isForged: boolean,
  old: readonly Entry[],
): Entry[][] {
  const faults: Faults = { free: new Set(), loose: new Set(), lost: [] };
  addFaults(faults, {
    ...{ before: before.map((entries) => entriesOf(entries)), mergeBase: null },
    ...{ after, losses, isForged, from: ['HEAD~1'] },
  });
  const found = listsToKeep(entriesOf(old), faults).map(({ entries, unsound }) =>
    entries.filter((_, index) => !unsound.has(index)),
  );
  return found.filter((list) => list.length > 0);
}

describe('of an old tip, what a refused change did is undone', () => {
  test.each<[string, Entry[], Entry[], Entry[][]]>([
    ['an answer altered: it is back, and what it became may go', [a, yes], [a, no], [[a], [yes]]],
    ['the same beside a new entry, which stays', [a, yes], [a, no, b], [[a, b], [yes]]],
    ['an answer taken out: it is back', [a, yes], [a], [[a], [yes]]],
    ['the same beside a new entry, which stays', [a, yes], [a, b], [[a, b], [yes]]],
    ['an unanswered entry taken out: it is back', [a, b], [b], [[b], [a]]],
    ['several unanswered entries taken out at once: all are back', [a, b, c], [c], [[c], [a, b]]],
    ['one taken out beside an answered one that was altered', [a, yes, b], [a2, yes], [[yes], [a, b]]],
    ['all of them, with the journal', [a, b], [], [[a, b]]],
    ['an answer put at the top: it stays, in any place', [a], [yes, a], [[a], [yes]]],
    ['entries that changed their places: in any order', [a, b], [b, a], [[b], [a]]],
    ['an unanswered entry taken out beside one that was altered: it is back alone', [a, b], [c], [[b]]],
    ['an unanswered entry that was altered too, which is allowed', [a, yes, b], [a, no, c], [[a], [yes]]],
  ])('%s', (_, before, after, expected) => {
    expect(kept(before, after)).toEqual(expected);
  });

  test('an answer that is not the PO’s may go, and a developer’s entry beside it may not', () => {
    expect(kept([a], [a, yes, b], { isForged: true })).toEqual([[a, b]]);
  });

  test('the same, where the next change has taken it out already', () => {
    const faults: Faults = { free: new Set(), loose: new Set(), lost: [] };
    addFaults(faults, {
      before: [entriesOf([a])],
      after: [a, yes],
      losses: [],
      isForged: true,
      from: ['HEAD~2'],
      mergeBase: null,
    });
    addFaults(faults, {
      ...{ before: [entriesOf([a, yes])], after: [a], losses: [{ kind: 'gone', index: 1, po: true }] },
      ...{ isForged: false, from: ['HEAD~1'], mergeBase: null },
    });
    expect(listsToKeep(entriesOf([a]), faults).map(({ unsound }) => [...unsound])).toEqual([[], [0], [0, 1]]);
  });

  test('a merge may be made anew in another order, without the answer that it added', () => {
    const loss = { kind: 'answered', index: 3, po: true } as const;
    expect(lists([[a], [b]], [a, b, c, yes], [loss], false, [a, b, c, yes])).toEqual([[a], [b], [c]]);
  });

  test('what later commits added stays in its order', () => {
    expect(kept([a], [yes, a], { old: [yes, a, b, c] })).toEqual([[a, b, c], [yes]]);
    expect(kept([a, yes], [a2, yes], { old: [a2, yes, b] })).toEqual([[yes, b], [a]]);
  });
});
