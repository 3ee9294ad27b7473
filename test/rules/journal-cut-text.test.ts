import { describe, expect, test } from 'vitest';
import rule from '../../src/rules/journal-cut-text.ts';
import { journalChange } from '../helpers/commit-facts.ts';
import { factsOfJournal, said } from '../helpers/facts.ts';

describe('warns of', () => {
  test.each<[string, string, ...string[]]>([
    [
      'a topic',
      '- who: ChatGPT\n  topic: Sprint S12 #3\n',
      '2:10 /0/topic YAML reads topic only up to the “#”, and drops the rest as a comment. | topic: "Sprint S12 #3"',
    ],
    [
      'a text over two lines, with quotes in it',
      '- did: the "map"\n    and more #4\n',
      `1:8 /0/did YAML reads did only up to the “#”, and drops the rest as a comment. | did: 'the "map" and more #4'`,
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
      '1:10 /0/topic YAML ne lit topic que jusqu’au « # » et ignore la suite, prise pour un commentaire. | topic: "a #b"',
    ]);
  });
});

describe('lets pass', () => {
  test.each([
    ['quotes', '- topic: "Sprint S12 #3"\n'],
    ['a comment after another key', '- status: done # for now\n'],
    ['nothing before the #: journal/schema', '- did: #12 fixed\n'],
    ['what is broken', '- topic: @a #b\n'],
    ['what is no text: journal/schema', '- who: ChatGPT\n  did: 1.10 #x\n'],
  ])('%s', async (_, content) => {
    expect(said(rule, factsOfJournal(content))).toEqual([]);
  });
});
