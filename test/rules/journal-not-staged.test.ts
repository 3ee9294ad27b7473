import { describe, test } from 'vitest';
import type { CommitFacts } from '../../src/facts/facts.ts';
import type { Entry } from '../../src/journal/journal.ts';
import rule from '../../src/rules/journal-not-staged.ts';
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

const [a, b, c] = [ask('a'), ask('b'), ask('c')];
const none: Partial<CommitFacts> = { journals: [] };
const refused: Expected = { file: journalPath(3), data: { journal: journalPath(3), perhapsAmend: false } };

const from = (before: readonly Entry[], after: readonly Entry[] | null): Partial<CommitFacts> => ({
  journals: [journalChange([before], after)],
});

const merge = (parents: readonly (readonly Entry[])[], after: readonly Entry[]): Partial<CommitFacts> => ({
  ...{ merge: true, journals: [journalChange(parents, after)] },
});

describe('journal/not-staged', () => {
  test.each<[string, Partial<CommitFacts>, ...Expected[]]>([
    ['no journal changes', none, { ...refused, says: /^This commit changes nothing.*git add "docs/ }],
    ['none in a commit of a range', { ...none, oid }, { says: /^Commit 1f6f8ac2b3 .*git add .*1f6f8ac2b3/ }],
    ['only that of S12', { journals: [journalChange([[]], [a], { sprint: 12 })] }, refused],
    [
      'only that of S2, with an entry of the developer’s',
      { journals: [journalChange([[]], [a], { sprint: 2 })] },
      refused,
    ],
    ['a comment, white space or a mode', from([a], [structuredClone(a)]), refused],
    ['the keys in another order', from([a], [Object.fromEntries(Object.entries(a).reverse())]), refused],
    ['a deletion', from([a], null), refused],
    [
      'perhaps an amend',
      { ...none, amend: null },
      { data: { perhapsAmend: true }, says: /amending.*git commit --amend --no-verify/ },
    ],
    [
      'of paths alone',
      { ...none, onlyPaths: true },
      { data: { onlyPaths: true }, says: /beside the other paths:.git commit -- … "docs\/sprints\/S3\/INTER/s },
    ],
    ['a merge that is one parent’s', merge([[a], [a, b]], [a, b]), refused],
    [
      'a merge with entries of both parents alone',
      merge(
        [
          [a, b],
          [a, c],
        ],
        [a, b, c],
      ),
      refused,
    ],
    ['a new journal', from([], [a])],
    ['an entry at the end', from([a], [a, b])],
    ['an entry altered', from([a], [b])],
    ['a status', from([a], [{ ...a, status: 'done' }])],
    ['an entry gone: journal/history', from([a, b], [a])],
    ['an entry of the PO’s beside code', from([a], [a, reply('yes')])],
    ['a journal that can’t be read: journal/unreadable', { journals: [journalChange([[a]], unreadableJournal())] }],
    ['a journal without entries: journal/schema', from([a], [])],
    ['a merge with an entry of its own', merge([[a, b], [a]], [a, b, c])],
    ['a plain merge', { ...none, merge: true, plainMerge: true }],
    ['an amend', { ...none, amend: true }],
    ['an answer commit, of another sprint too', { ...none, answer: true }],
  ])('%s', (_, given, ...expected) => {
    expectFound(rule, rule.commit, commitFacts(given), expected);
  });
});
