import { expect, test } from 'vitest';
import rule from '../../src/rules/journal-self-answered.ts';
import { factsOfJournal, said } from '../helpers/facts.ts';

test.each<[string, string, ...string[]]>([
  [
    'a last entry',
    '- who: ChatGPT\n  status: done\n',
    '2:11 /0/status Entry 1 is done, and no answer of the PO’s follows it. | status: pending',
  ],
  [
    'one behind the answer',
    '- who: ChatGPT\n  status: done\n- who: PO\n- who: ChatGPT\n  status: done\n',
    '5:11 /2/status Entry 3 is done, and no answer of the PO’s follows it. | status: pending',
  ],
  ['an answered entry', '- who: ChatGPT\n  status: done\n- who: PO\n'],
  ['a pending entry', '- who: ChatGPT\n  status: pending\n'],
])('%s', (_, journal, ...expected) => {
  expect(said(rule, factsOfJournal(journal))).toEqual(expected);
});

test('it, in French', () => {
  const [found] = said(rule, factsOfJournal('- who: Bob\n  status: done\n'), 'fr');
  expect(found).toMatch(/vaut « Bob »|sans réponse du PO/);
});
