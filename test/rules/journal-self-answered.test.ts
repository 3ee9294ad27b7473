import { expect, test } from 'vitest';
import rule from '../../src/rules/journal-self-answered.ts';
import { factsOfJournal, said } from '../helpers/facts.ts';

test.each<[string, string, ...string[]]>([
  [
    'a last entry',
    '- who: ChatGPT\n  status: done\n',
    '2:11 /0/status Entry 1 is done, but no answer from the PO follows it. | status: pending',
  ],
  [
    'one behind the answer',
    '- who: ChatGPT\n  status: done\n- who: PO\n- who: ChatGPT\n  status: done\n',
    '5:11 /2/status Entry 3 is done, but no answer from the PO follows it. | status: pending',
  ],
  [
    'one above the template’s answer',
    '- who: ChatGPT\n  status: done\n- who: PO\n  reply: OK | KO\n',
    '2:11 /0/status Entry 1 is done, but no answer from the PO follows it. | status: pending',
  ],
  ['what can’t be read', '- who: [\n'],
  ['what is no mapping, or the PO’s', '- done\n- who: PO\n  status: done\n'],
  ['an answered entry', '- who: ChatGPT\n  status: done\n- who: PO\n'],
  ['a pending entry', '- who: ChatGPT\n  status: pending\n'],
])('%s', (_, journal, ...expected) => {
  expect(said(rule, factsOfJournal(journal))).toEqual(expected);
});

test('it, in French', () => {
  expect(said(rule, factsOfJournal('- who: ChatGPT\n  status: done\n'), 'fr')).toEqual([
    '2:11 /0/status L’entrée 1 est close (done), mais aucune réponse du PO ne la suit. | status: pending',
  ]);
});
