import { describe, expect, test } from 'vitest';
import rule from '../../src/rules/journal-topic.ts';
import { commitFacts, factsOfJournal, journalOf, said } from '../helpers/facts.ts';

const entry = (topic: string, rest = 'did: a') => `- who: ChatGPT\n  topic: ${JSON.stringify(topic)}\n  ${rest}\n`;
const journal = (...topics: readonly string[]) => topics.map((topic) => entry(topic)).join('');

describe('says no to', () => {
  test.each<[string, readonly string[], ...string[]]>([
    [
      'no reference at all',
      ['Validation prod', 'Hotfix'],
      '2:10 /0/topic No entry’s topic references “Sprint S3”. | topic: "Sprint S3 — Validation prod"',
    ],
    [
      'the template',
      ['Sprint S<N> — validation prod'],
      '2:10 /0/topic This topic still contains the “S<N>” of the template. | topic: "Sprint S3 — validation prod"',
    ],
    [
      'another sprint',
      ['Sprint S12'],
      '2:10 /0/topic This topic references “Sprint S12” in the journal of sprint S3. | topic: "Sprint S3"',
    ],
    [
      'another sprint first',
      ['Sprint S2, then Sprint S3'],
      '2:10 /0/topic This topic references “Sprint S2” in the journal of sprint S3. | topic: "Sprint S3, then Sprint S3"',
    ],
    [
      'another sprint among sound entries, each',
      ['Sprint S3', 'Sprint S31', 'Sprint S03'],
      '5:10 /1/topic This topic references “Sprint S31” in the journal of sprint S3. | topic: "Sprint S3"',
      '8:10 /2/topic This topic references “Sprint S03” in the journal of sprint S3. | topic: "Sprint S3"',
    ],
  ])('%s', async (_, topics, ...expected) => {
    expect(said(rule, factsOfJournal(journal(...topics)))).toEqual(expected);
  });

  test.each([
    'Sprint S3b',
    'Sprint S3é',
    'Sprint S3_',
    'MySprint S3',
    'éSprint S3',
    'Sprint S3\u0301',
    'sprint s3',
    'SprintS3',
    'Sprint-S3',
    'S3',
  ])('%s, which is no reference', async (topic) => {
    expect(said(rule, factsOfJournal(journal(topic)))).toHaveLength(1);
  });

  test('no reference in what is answered, which must stay as it is', () => {
    const answer = '- who: PO\n  topic: Hotfix\n';
    expect(said(rule, factsOfJournal(entry('Hotfix') + answer))).toEqual([
      '5:10 /1/topic No entry’s topic references “Sprint S3”. | add an entry whose topic references the sprint, as in topic: Sprint S3 — validation',
    ]);
    expect(said(rule, factsOfJournal(entry('Hotfix') + answer + entry('Map')))).toEqual([
      '7:10 /2/topic No entry’s topic references “Sprint S3”. | topic: "Sprint S3 — Map"',
    ]);
  });

  test.each([
    ['Validation # Sprint S3', 'No entry’s topic references “Sprint S3”.', 'Validation # Sprint S3'],
    ['x # y', 'No entry’s topic references “Sprint S3”.', 'Sprint S3 — x # y'],
    ['Sprint S2 #1', 'This topic references “Sprint S2” in the journal of sprint S3.', 'Sprint S3 #1'],
    ['Sprint S<N> #1', 'This topic still contains the “S<N>” of the template.', 'Sprint S3 #1'],
  ])('%s, which a comment cuts short, with all of it', (topic, fact, help) => {
    expect(said(rule, factsOfJournal(`- topic: ${topic}\n`))).toEqual([`1:10 /0/topic ${fact} | topic: "${help}"`]);
  });

  test('an older journal that references the current sprint', async () => {
    const old = journalOf(journal('Sprint S3'), 2);
    expect(said(rule, commitFacts({ journals: [old] }))).toEqual([
      '2:10 /0/topic This topic references “Sprint S3” in the journal of sprint S2. | topic: "Sprint S2"',
    ]);
  });

  test('it, in French', async () => {
    expect(said(rule, factsOfJournal(journal('Sprint S2')), 'fr')).toEqual([
      '2:10 /0/topic Ce sujet cite « Sprint S2 » dans le journal du sprint S3. | topic: "Sprint S3"',
    ]);
  });
});

describe('lets pass', () => {
  test.each<[string, ...string[]]>([
    ['its own sprint', 'Sprint S3'],
    ['its own sprint first', 'Sprint S3, after Sprint S2'],
    ['one reference among entries', 'Hotfix', 'Sprint S3', 'Hotfix'],
    ['marks around it', '(Sprint S3): «Sprint S3»'],
    ['a hyphen behind it', 'Sprint S3-validation'],
    ['a no-break space', 'Sprint\u00a0S3'],
    ['a narrow no-break space', 'Sprint\u202fS3'],
    ['S3b before it', 'Sprint S3b, Sprint S3'],
  ])('%s', async (_, ...topics) => {
    expect(said(rule, factsOfJournal(journal(...topics)))).toEqual([]);
  });

  test.each([
    [
      'the rest, where the reference may be in an entry that breaks the schema',
      `${entry('Hotfix')}- who: PO\n  reply: OK\n`,
    ],
    ['a reference in an entry that breaks the schema', entry('Sprint S3', 'reply: yes') + entry('Hotfix')],
    ['what is broken', '- topic: @a\n'],
    ['a topic that is empty: journal/schema', entry('')],
    ['a topic with a line of the template: journal/schema', entry('Sprint S2\n…')],
    ['the template’s answer: journal/schema', '- who: PO\n  topic: Sprint S2\n  reply: OK | KO\n'],
    ['an ask behind an answer without a topic: journal/schema', `- who: PO\n  reply: OK\n${entry('Hotfix')}`],
    ['no entries', '[]\n'],
  ])('%s', async (_, content) => {
    expect(said(rule, factsOfJournal(content))).toEqual([]);
  });
});
