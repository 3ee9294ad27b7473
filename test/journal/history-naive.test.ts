import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answeredCount, isPO, sameButStatus, sameValue } from '../../src/journal/entries.ts';
import { firstLoss } from '../../src/journal/history.ts';
import type { Entries, Entry } from '../../src/journal/journal.ts';
import { firstLossInMerge, newAnswers } from '../../src/journal/merged-history.ts';
import { ask, entriesOf, reply } from '../helpers/commit-facts.ts';

/** Whether a change is allowed, tried in every way in which the old entries can be found among the new ones. */
function isAllowed({ entries: before, unsound }: Entries, after: readonly Entry[]): boolean {
  const isOld = (entry: Entry) => before.some((other) => sameButStatus(entry, other));
  const answered = answeredCount(before);
  const from = (i: number, j: number): boolean => {
    if (i === before.length) return true;
    const [old, now] = [before[i], after[j]];
    if (unsound.has(i) && from(i + 1, j)) return true;
    if (now === undefined) return false;
    const isKept = isPO(old) && !unsound.has(i) ? sameValue(old, now) : sameButStatus(old, now);
    if (isKept && from(i + 1, j + 1)) return true;
    if (isOld(now)) return false;
    // An entry that is still somewhere was not altered.
    const isGone = !after.some((other) => sameButStatus(old, other));
    const mayChange = unsound.has(i) || (!isPO(old) && i >= answered && isGone);
    if (mayChange && isPO(old) === isPO(now) && from(i + 1, j + 1)) return true;
    return isPO(now) && j > 0 && from(i, j + 1);
  };
  return from(0, 0);
}

/** Some of a few entries, each once, and a change of them. */
const asks = ['a', 'b', 'c', 'd'].map((did) => ask(did));
const replies = ['yes', 'no', 'well'].map((details) => reply(details));
const list = fc.shuffledSubarray([...asks, ...replies], { maxLength: 5 });
const change = list.chain((before) =>
  fc.record({
    before: fc.constant(before),
    unsound: fc.subarray([...before.keys()]),
    after: fc.oneof(
      list,
      fc.tuple(fc.subarray(before), list, fc.nat(5)).map(([kept, added, at]) => {
        const fresh = added.filter((entry) => !kept.includes(entry));
        return kept.toSpliced(Math.min(at, kept.length), 0, ...fresh);
      }),
    ),
  }),
);

test('what is found is what trying every way finds', () => {
  fc.assert(
    fc.property(change, ({ before, unsound, after }) => {
      const entries = entriesOf(before, ...unsound);
      const isFree = firstLoss(entries, after) === null;
      // Of several ways to read a change of what is not sound, one is taken: it may refuse what another would allow.
      if (unsound.length === 0 || isFree) expect(isFree).toBe(isAllowed(entries, after));
    }),
    { numRuns: 2_000 },
  );
});

// More than a journal of 1 MiB has room for; each with each would take minutes.
describe('40,000 entries', () => {
  const numbered = (text: string) => Array.from({ length: 40_000 }, (_, index) => ({ did: `${text} ${index}` }));
  const alike = () => Array.from({ length: 40_000 }, () => ({ who: 'PO' }));
  const [before, altered] = [numbered('before'), numbered('altered')];

  test('altered', () => {
    expect(firstLoss(entriesOf(before), altered)).toBeNull();
    const parents = [altered, numbered('theirs')].map((entries) => entriesOf(entries));
    expect(firstLossInMerge(parents, before, altered)).toBeNull();
  });

  test('turned around', () => {
    const entries = entriesOf(before);
    expect(firstLoss(entries, before.toReversed())).toMatchObject({ kind: 'moved', index: 0 });
    expect(firstLossInMerge([entries, entries], null, before.toReversed())).toMatchObject({ kind: 'moved', index: 1 });
  });

  test('all alike, and one more', () => {
    const after = [...alike(), { who: 'PO' }];
    expect(firstLoss(entriesOf(alike()), after)).toBeNull();
    expect(newAnswers([alike(), alike()], alike(), after)).toEqual([40_000]);
  });
});
