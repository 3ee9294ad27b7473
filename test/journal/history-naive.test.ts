import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstLoss, firstLossInMerge, newAnswers } from '../../src/journal/history.ts';
import type { Entry } from '../../src/journal/journal.ts';
import * as naive from '../helpers/naive-history.ts';

/** So few that most lists hold the same more than once; each drawn is a copy, its keys in either order. */
const entry: fc.Arbitrary<Entry> = fc
  .tuple(
    fc.constantFrom<Entry>(
      ...['a', '1', 1, null, Number.NaN, ['a'], [['a']], {}, { status: 'done' }],
      ...[{ who: 'PO' }, { who: 'PO', status: 'done' }, { who: 'PO', reply: 'OK' }, { who: 'PO', reply: ['OK'] }],
      ...[{ did: 'a' }, { did: 'a', status: 'done' }, { status: 'pending', did: 'a' }, { did: 1 }, { did: '1' }],
      ...[{ did: { status: 1 } }, { did: { status: 2 } }, JSON.parse('{"__proto__":{"a":1}}'), { toString: 'a' }],
    ),
    fc.boolean(),
  )
  .map(([entry, turned]) => (turned ? turnedAround(entry) : entry));

function turnedAround(entry: Entry): Entry {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return entry;
  return Object.fromEntries(Object.entries(entry).reverse());
}

/** A list, and one made of it by a few changes, so that most pairs are the same. */
const list = fc.array(entry, { maxLength: 7 });
const changed = (of: readonly Entry[]) =>
  fc
    .array(fc.record({ at: fc.nat(7), gone: fc.nat(2), put: fc.array(entry, { maxLength: 2 }) }), { maxLength: 3 })
    .map((changes) => changes.reduce((now, { at, gone, put }) => now.toSpliced(at, gone, ...put), [...of]));

const family = list.chain((base) =>
  fc.record({
    base: fc.option(fc.constant(base)),
    parents: fc.array(changed(base), { maxLength: 3 }),
    after: fc.oneof(changed(base), list),
  }),
);

describe('what is found is what comparing each with each finds', () => {
  const runs = { numRuns: 5_000 };

  test('firstLoss', () => {
    const pair = list.chain((before) => fc.tuple(fc.constant(before), fc.oneof(changed(before), list)));
    fc.assert(
      fc.property(pair, ([before, after]) => {
        expect(firstLoss(before, after)).toEqual(naive.firstLoss(before, after));
      }),
      runs,
    );
  });

  test('firstLossInMerge', () => {
    fc.assert(
      fc.property(family, ({ parents, base, after }) => {
        expect(firstLossInMerge(parents, base, after)).toEqual(naive.firstLossInMerge(parents, base, after));
      }),
      runs,
    );
  });

  test('newAnswers', () => {
    fc.assert(
      fc.property(family, ({ parents, base, after }) => {
        expect(newAnswers(parents, base, after)).toEqual(naive.newAnswers(parents, base, after));
      }),
      runs,
    );
  });
});

// Each with each would be 10^10 comparisons, which no test has the time for.
describe('100,000 entries', () => {
  const numbered = (text: string) => Array.from({ length: 100_000 }, (_, index) => ({ did: `${text} ${index}` }));
  const alike = () => Array.from({ length: 100_000 }, () => ({ who: 'PO' }));
  const [before, altered] = [numbered('before'), numbered('altered')];

  test('altered', () => {
    expect(firstLoss(before, altered)).toBeNull();
    expect(firstLossInMerge([numbered('ours'), numbered('theirs')], before, altered)).toBeNull();
  });

  test('turned around', () => {
    expect(firstLoss(before, before.toReversed())).toMatchObject({ kind: 'moved', index: 0 });
    expect(firstLossInMerge([before, before], null, before.toReversed())).toMatchObject({ kind: 'moved', index: 1 });
  });

  test('all alike, and one more', () => {
    const after = [...alike(), { who: 'PO' }];
    expect(firstLoss(alike(), after)).toBeNull();
    expect(firstLossInMerge([alike(), alike()], null, after)).toBeNull();
    expect(newAnswers([alike(), alike()], alike(), after)).toEqual([100_000]);
  });
});
