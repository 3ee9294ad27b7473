import { expect, test } from 'vitest';
import { defaultConfig } from '../../src/config/config.ts';
import rule from '../../src/rules/journal-who.ts';
import { factsOfJournal, said } from '../helpers/facts.ts';

test.each<[string, string, ...string[]]>([
  ['a name that nobody has', '- who: Bob\n', '1:8 /0/who who is “Bob”; it must be ChatGPT or PO. | who: ChatGPT'],
  [
    'a developer in small letters',
    '- who: chatgpt\n',
    '1:8 /0/who who is “chatgpt”; it must be ChatGPT or PO. | who: ChatGPT',
  ],
  ['the PO in small letters', '- who: po\n', '1:8 /0/who who is “po”; it must be ChatGPT or PO. | who: PO'],
  [
    'an answer under a name of one’s own',
    '- who: Marie\n  reply: OK\n',
    '1:8 /0/who who is “Marie”; it must be ChatGPT or PO. | if the PO wrote this answer, who: PO; if not, delete it: the PO writes the answer',
  ],
  [
    'an entry with a reply under a name of one’s own',
    '- who: Marie\n  reply: OK\n  did: a\n- who: Marie\n  reply: OK\n  ask: a\n',
    '1:8 /0/who who is “Marie”; it must be ChatGPT or PO. | who: ChatGPT',
    '4:8 /1/who who is “Marie”; it must be ChatGPT or PO. | who: ChatGPT',
  ],
  ['an empty who: journal/schema', '- who: ""\n'],
  ['the template’s answer: journal/schema', '- who: Po\n  reply: OK | KO\n'],
  ['what can’t be read', '- who: [\n'],
  ['a developer', '- who: ChatGPT\n'],
  ['the PO', '- who: PO\n'],
  ['a who that is no text: journal/schema', '- who: 12\n'],
  ['no who: journal/schema', '- topic: a\n'],
])('%s', (_, journal, ...expected) => {
  expect(said(rule, factsOfJournal(journal))).toEqual(expected);
});

test('a misspelt developer is told from the others, as the config has it', () => {
  const config = { ...defaultConfig, developers: ['Ann', 'C-3: PO'] };
  const facts = (who: string) => ({ ...factsOfJournal(`- who: ${who}\n`), config });
  expect(said(rule, facts('ANN'))).toEqual([expect.stringMatching(/Ann, C-3: PO or PO\. \| who: Ann$/)]);
  expect(said(rule, facts('Zed'))).toEqual([expect.stringMatching(/ \| who: Ann or who: "C-3: PO"$/)]);
  expect(said(rule, facts('ChatGPT'))).toHaveLength(1);
  expect(said(rule, facts('"C-3: PO"'))).toEqual([]);
});

test('it, in French', () => {
  expect(said(rule, factsOfJournal('- who: Bob\n'), 'fr')).toEqual([
    '1:8 /0/who who vaut « Bob » ; il faut ChatGPT ou PO. | who: ChatGPT',
  ]);
});
