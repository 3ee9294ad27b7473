import { describe, test } from 'vitest';
import type { CommitFacts } from '../../src/facts/facts.ts';
import type { Entry } from '../../src/journal/journal.ts';
import rule from '../../src/rules/journal-not-staged.ts';
import {
  ask,
  commitFacts,
  type Expected,
  entriesOf,
  expectFound,
  journalChange,
  oid,
  reply,
  unreadableJournal,
} from '../helpers/commit-facts.ts';
import { journalPath } from '../helpers/facts.ts';

const [a, b, c] = [ask('a'), ask('b'), ask('c')];
const none: Partial<CommitFacts> = { journalChanges: [] };
const refused: Expected = { file: journalPath(3), data: { journal: journalPath(3), hasUnstaged: false } };

const from = (before: readonly Entry[], after: readonly Entry[] | null): Partial<CommitFacts> => ({
  journalChanges: [journalChange([before], after)],
});

const merge = (parents: readonly (readonly Entry[])[], after: readonly Entry[]): Partial<CommitFacts> => ({
  ...{ merge: true, journalChanges: [journalChange(parents, after)] },
});

describe('journal/not-staged', () => {
  test.each<[string, Partial<CommitFacts>, ...Expected[]]>([
    ['no journal changes', none, { ...refused, says: /^This commit changes nothing.*npx sprint-check log --did/ }],
    ['none in a commit of a range', { ...none, oid }, { says: /^Commit 1f6f8ac2b3 .*sprint-check log/ }],
    ['only that of S12', { journalChanges: [journalChange([[]], [a], { sprint: 12 })] }, refused],
    [
      'only that of S2, with an entry of the developer’s',
      { journalChanges: [journalChange([[]], [a], { sprint: 2 })] },
      refused,
    ],
    ['a comment, white space or a mode', from([a], [structuredClone(a)]), refused],
    ['the keys in another order', from([a], [Object.fromEntries(Object.entries(a).reverse())]), refused],
    ['a deletion: journal/missing or journal/history', from([a], null)],
    [
      'a deletion of entries that are not sound',
      { journalChanges: [{ ...journalChange([[a]], null), before: [entriesOf([a], 0)] }] },
      { ...refused, mend: 'all in one' },
    ],
    [
      'what is written, and not staged',
      { ...none, journalNotAdded: true },
      {
        data: { hasUnstaged: true },
        says: /is not in this commit\. \| git add "docs[^ ]*$/,
        dit: /n’est pas dans ce commit\. \| git add "docs[^ ]*$/,
      },
    ],
    [
      'the next sprint open on disk, where log writes',
      { ...none, nextNotAdded: true },
      { says: /stage it: git add "PO_NOTES.md" "docs\/sprints"$/, dit: /indexez-le : git add/ },
    ],
    [
      'perhaps an amend',
      { ...none, mayAmend: true },
      {
        data: { mayAmend: true },
        says: /amend HEAD.*git commit --amend --no-edit$/,
        dit: /amender HEAD.*git commit --amend --no-edit$/,
      },
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
    ['what a merge left unreadable, mended', { journalChanges: [journalChange([[a], [a, b]], [a, b])] }],
    ['a new journal', from([], [a])],
    ['an entry at the end', from([a], [a, b])],
    ['an entry altered', from([a], [b])],
    ['a status', from([a], [{ ...a, status: 'done' }])],
    ['an entry gone: journal/history', from([a, b], [a])],
    ['an entry of the PO’s beside code', from([a], [a, reply('yes')])],
    [
      'a journal that can’t be read: journal/unreadable',
      { journalChanges: [journalChange([[a]], unreadableJournal())] },
    ],
    ['a journal without entries: journal/schema', from([a], [])],
    ['a merge with an entry of its own', merge([[a, b], [a]], [a, b, c])],
    ['a plain merge', { ...none, merge: true, plainMerge: true }],
    ['an unfinished commit', { ...none, unfinished: true }],
    ['an answer commit, of another sprint too', { ...none, answer: true }],
  ])('%s', (_, given, ...expected) => {
    expectFound(rule, rule.check, commitFacts(given), expected);
  });
});
