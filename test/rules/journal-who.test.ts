import { expect, test } from 'vitest';
import rule from '../../src/rules/journal-who.ts';
import { factsOfJournal, said } from '../helpers/facts.ts';

test.each<[string, string, ...string[]]>([
  ['a name that nobody has', '- who: Bob\n', '1:8 /0/who who is “Bob”, and has to be ChatGPT or PO. | who: "ChatGPT"'],
  [
    'a developer in small letters',
    '- who: chatgpt\n',
    '1:8 /0/who who is “chatgpt”, and has to be ChatGPT or PO. | who: "ChatGPT"',
  ],
  ['the PO in small letters', '- who: po\n', '1:8 /0/who who is “po”, and has to be ChatGPT or PO. | who: PO'],
  ['a developer', '- who: ChatGPT\n'],
  ['the PO', '- who: PO\n'],
  ['a who that is no text: journal/schema', '- who: 12\n'],
  ['no who: journal/schema', '- topic: a\n'],
])('%s', (_, journal, ...expected) => {
  expect(said(rule, factsOfJournal(journal))).toEqual(expected);
});

test('it, in French', () => {
  const [found] = said(rule, factsOfJournal('- who: Bob\n  status: done\n'), 'fr');
  expect(found).toMatch(/vaut « Bob »|sans réponse du PO/);
});
