import { describe, expect, test } from 'vitest';
import { judgeCommit } from '../../src/judge.ts';
import rule from '../../src/rules/journal-cut-text.ts';
import { journalChange } from '../helpers/commit-facts.ts';
import { factsOfJournal, said } from '../helpers/facts.ts';

describe('warns of', () => {
  test.each<[string, string, ...string[]]>([
    [
      'a topic',
      '- who: ChatGPT\n  topic: Sprint S12 #3\n',
      '2:10 /0/topic YAML drops the “#” in topic and the rest of its line as a comment. | topic: "Sprint S12 #3"',
    ],
    [
      'a text over two lines, with quotes in it',
      '- did: the "map"\n    and more #4\n',
      `1:8 /0/did YAML drops the “#” in did and the rest of its line as a comment. | did: 'the "map" and more #4'`,
    ],
  ])('%s', async (_, content, ...expected) => {
    expect(said(rule, factsOfJournal(content))).toEqual(expected);
  });

  test.each([
    ['a text that the PO has answered', '- did: a #b\n- who: PO\n'],
    ['a text of the PO’s', '- who: PO\n  details: a #b\n'],
  ])('%s, in the commit that adds it', (_, content) => {
    expect(rule.check({ ...factsOfJournal(content), journalChanges: [journalChange([[]], [])] })).toMatchObject([
      { ofCommit: true },
    ]);
  });

  test('what nobody has answered, whichever commit added it', () => {
    expect(rule.check(factsOfJournal('- who: PO\n  details: a #b\n- did: a #b\n'))).toMatchObject([
      { path: '/1/did', ofCommit: false },
    ]);
  });

  // The square of their number would be minutes.
  test('a text behind which 500,000 tabs stand', async () => {
    const [found] = said(rule, factsOfJournal(`- topic: a${'\t'.repeat(500_000)}#b\n`));
    expect(found).toMatch(/\| topic: "a\t+#b"$/);
  });

  test('it, in French', async () => {
    expect(said(rule, factsOfJournal('- topic: a #b\n'), 'fr')).toEqual([
      '1:10 /0/topic YAML ignore le « # » de topic et la suite de sa ligne, pris pour un commentaire. | topic: "a #b"',
    ]);
  });
});

test('of a topic that journal/topic refuses, that rule alone speaks', () => {
  const rulesOn = (text: string) =>
    judgeCommit(factsOfJournal(text), 'being made').flatMap(({ rule: { id }, path }) =>
      id === 'journal/cut-text' || id === 'journal/topic' ? [`${id} ${path}`] : [],
    );
  const entry = (topic: string) =>
    `- who: ChatGPT\n  when: 2026-11-22T14:05:00Z\n  topic: ${topic}\n  did: a\n  ask: b\n  context: c #d\n  status: pending\n`;
  expect(rulesOn(entry('Search # Sprint S3'))).toEqual(['journal/topic /0/topic', 'journal/cut-text /0/context']);
  expect(rulesOn(entry('Sprint S3 #4') + entry('Sprint S2 #4'))).toEqual([
    'journal/topic /1/topic',
    ...['journal/cut-text /0/topic', 'journal/cut-text /0/context', 'journal/cut-text /1/context'],
  ]);
});

describe('lets pass', () => {
  test.each([
    ['quotes', '- topic: "Sprint S12 #3"\n'],
    ['a comment above a text', '- did:\n    # the search\n    a\n'],
    ['a comment behind the key of a block', '- did: | # the search\n    a\n'],
    ['a comment behind the key of a mapping', '- context: # the stage\n    env: a\n'],
    ['a comment after another key', '- status: done # for now\n'],
    ['nothing before the #: journal/schema', '- did: #12 fixed\n'],
    ['what is broken', '- topic: @a #b\n'],
    ['what is no text: journal/schema', '- who: ChatGPT\n  did: 1.10 #x\n'],
  ])('%s', async (_, content) => {
    expect(said(rule, factsOfJournal(content))).toEqual([]);
  });
});
