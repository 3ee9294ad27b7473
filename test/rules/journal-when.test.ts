import { describe, expect, test } from 'vitest';
import rule from '../../src/rules/journal-when.ts';
import { rfc3339 } from '../../src/words/time.ts';
import { journalChange } from '../helpers/commit-facts.ts';
import { commitFacts, factsOfJournal, journalOf, judgedAt, said } from '../helpers/facts.ts';

const time = (text: string) => `2026-11-22T${text}Z`;
const shown = (text: string) => rfc3339(Date.parse(time(text)));
const now = rfc3339(judgedAt);

const answer = '- who: PO\n  topic: Sprint S3\n  reply: OK\n';
const ask = '- who: ChatGPT\n  topic: Sprint S3\n  did: a\n  ask: b\n  context: c\n  status: pending\n';
/** A developer's entry for each time of the day, in UTC. */
const journal = (...times: readonly string[]) => times.map((text) => `${ask}  when: ${time(text)}\n`).join('');

// Judged at 14:10, in a sprint that started at 14:00.
describe('warns of', () => {
  test.each<[string, string, ...string[]]>([
    [
      'over 2 minutes in the future',
      journal('14:12:00.001'),
      `7:9 /0/when This entry is dated ${shown('14:12:00')}, in the future as of ${now}. | when: ${now}`,
    ],
    [
      'before T',
      journal('13:59:59'),
      `7:9 /0/when This entry is dated ${shown('13:59:59')}, before the sprint started (${shown('14:00:00')}). | when: ${now}`,
    ],
    [
      'before the one above',
      journal('14:05:00', '14:04:59'),
      `14:9 /1/when This entry is dated ${shown('14:04:59')}, before an entry above it (${shown('14:05:00')}). | when: ${now}`,
    ],
    [
      'before the nearest that has one',
      journal('14:05:00') + answer + journal('14:04:00', '14:04:30'),
      `17:9 /2/when This entry is dated ${shown('14:04:00')}, before an entry above it (${shown('14:05:00')}). | when: ${shown('14:05:00')}`,
    ],
    [
      'in the future, before one that is dated too early',
      journal('14:20:00', '13:00:00'),
      `7:9 /0/when This entry is dated ${shown('14:20:00')}, in the future as of ${now}. | when: ${now}`,
      `14:9 /1/when This entry is dated ${shown('13:00:00')}, before the sprint started (${shown('14:00:00')}). | when: ${now}`,
    ],
  ])('%s', async (_, content, ...expected) => {
    expect(said(rule, factsOfJournal(content))).toEqual(expected);
  });

  test('an answered entry, in the commit that adds it', () => {
    const facts = { ...factsOfJournal(journal('13:00:00') + answer), journalChanges: [journalChange([[]], [])] };
    const [found] = rule.check(facts);
    expect(found).toMatchObject({ path: '/0/when', ofCommit: true });
  });

  test('it, in French', async () => {
    expect(said(rule, factsOfJournal(journal('13:00:00')), 'fr')).toEqual([
      `7:9 /0/when Cette entrée est datée du ${shown('13:00:00')}, avant le début du sprint (${shown('14:00:00')}). | when: ${now}`,
    ]);
  });
});

describe('lets pass', () => {
  test.each([
    ['2 minutes in the future', journal('14:12:00')],
    ['T itself', journal('14:00:00')],
    ['the same time twice', journal('14:05:00', '14:05:00')],
    ['another offset', `${ask}  when: 2026-11-22T16:05:00+02:00\n${journal('14:05:01')}`],
    ['no when: journal/schema', ask],
    ['what follows an answered entry of the future', journal('14:20:00') + answer + journal('14:06:00')],
    ['the PO’s own date', `${journal('14:05:00')}${answer}  when: 2025-09-04T15:00:00+02:00\n${journal('14:06:00')}`],
    [
      'a when that is none: journal/schema',
      `${ask}  when: tomorrow
`,
    ],
    ['what is broken', '- when: @a\n'],
  ])('%s', async (_, content) => {
    expect(said(rule, factsOfJournal(content))).toEqual([]);
  });

  test('a merge, which interleaves what its parents have', () => {
    expect(said(rule, { ...factsOfJournal(journal('14:05:00', '14:04:59')), merge: true })).toEqual([]);
  });

  test('an answered entry that was there before: it has to stay as it is', () => {
    expect(said(rule, factsOfJournal(journal('13:00:00') + answer))).toEqual([]);
  });

  test('an older journal before T', async () => {
    expect(said(rule, commitFacts({ journals: [journalOf(journal('12:00:00'), 2)] }))).toEqual([]);
  });

  test('any time where no T is known', async () => {
    const facts = factsOfJournal(journal('12:00:00'));
    expect(said(rule, { ...facts, sprint: null })).toEqual([]);
  });
});
