import { expect, test } from 'vitest';
import { addFaults, entriesToKeep, type Faults } from '../../src/checks/faults.ts';
import type { CommitFacts } from '../../src/facts/facts.ts';
import type { Entry } from '../../src/journal/journal.ts';
import { judgeCommit } from '../../src/judge.ts';
import {
  ask,
  commitFacts,
  config,
  entriesOf,
  journalChange,
  journalPath,
  oid,
  reply,
} from '../helpers/commit-facts.ts';

const [a, a2, b, c, yes, no] = [ask('a'), ask('a2'), ask('b'), ask('c'), reply('yes'), reply('no')];

/** What has to be in the journal once changes of it, each from a list to the next, are mended for which they were refused. */
function kept(lists: readonly (readonly Entry[])[], given: Partial<CommitFacts> = {}): readonly Entry[] {
  const faults = new Map<string, Faults>();
  for (const [index, after] of lists.entries()) {
    const before = lists[index - 1];
    if (before === undefined) continue;
    const facts = commitFacts({ ...given, oid, journalChanges: [journalChange([before], after)] });
    addFaults(facts, judgeCommit(facts, 'commit'), faults);
  }
  const { removable, removed } = faults.get(journalPath(3)) ?? { removable: new Set<string>(), removed: [] };
  return entriesToKeep({ removable, removed }, entriesOf(lists.at(-1) ?? []), oid).map(({ entry }) => entry);
}

const knowsPO = { config: config({ po: ['po@example.com'] }) };

test.each<[string, Entry[][], Entry[]]>([
  [
    'an answer altered: it is back, and what it became may go',
    [
      [a, yes],
      [a, no],
    ],
    [a, yes],
  ],
  [
    'an answer altered beside a new entry, which stays',
    [
      [a, yes],
      [a, no, b],
    ],
    [a, b, yes],
  ],
  [
    'an answered entry altered: it is back',
    [
      [a, yes],
      [a2, yes],
    ],
    [yes, a],
  ],
  ['an answer taken out: it is back', [[a, yes], [a]], [a, yes]],
  ['an unanswered entry taken out: it is back', [[a, b], [b]], [b, a]],
  ['several taken out at once: all are back', [[a, b, c], [c]], [c, a, b]],
  ['an answer put at the top: it stays', [[a], [yes, a]], [yes, a]],
  ['an answer taken out that an earlier commit added', [[a], [a, yes], [a]], [a, yes]],
  ['nothing that is refused', [[a], [a, b]], [a, b]],
])('what a refused commit did to a journal is undone: %s', (_, lists, expected) => {
  expect(kept(lists)).toEqual(expected);
});

test('an answer that is not the PO’s may go, and a developer’s entry beside it may not', () => {
  expect(kept([[a], [a, yes, b]], knowsPO)).toEqual([a, b]);
});

test('an answer that is not the PO’s has not to be back where the next commit took it out', () => {
  expect(kept([[a], [a, yes], [a]], knowsPO)).toEqual([a]);
});
