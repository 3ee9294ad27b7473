import { expect, test } from 'vitest';
import { judgeCommit } from '../src/judge.ts';
import {
  ask,
  change,
  commitFacts,
  freezeAt,
  journalChange,
  journalPath,
  oid,
  readJournal,
  start,
} from './helpers/commit-facts.ts';

test('a merge that changes code is held to the journal beside it, which it took from one parent', () => {
  const entries = [ask('unasked', { status: 'done' })];
  const journal = readJournal(entries);
  const facts = commitFacts({
    ...{ oid, journal, merge: true, changes: [change('src/app.ts')] },
    journalChanges: [journalChange([[], entries], entries)],
  });
  expect(judgeCommit(facts, 'commit').map(({ rule }) => rule.id)).toContain('journal/self-answered');
});

test('a commit that changes a journal alone may leave it unsound', () => {
  const entries = [ask('unasked', { status: 'done' })];
  const facts = commitFacts({
    ...{ oid, journal: readJournal(entries), changes: [change(journalPath(3))] },
    journalChanges: [journalChange([[]], entries)],
  });
  expect(judgeCommit(facts, 'commit').map(({ rule }) => rule.id)).not.toContain('journal/self-answered');
});

test('a date in the future, behind the freeze, has one cause', () => {
  const facts = commitFacts({ oid, committedAt: freezeAt, now: start.at });
  expect(judgeCommit(facts, 'commit').map(({ rule }) => rule.id)).toEqual(['freeze/future']);
});
