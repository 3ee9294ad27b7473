import { describe, expect, test } from 'vitest';
import rule from '../../src/rules/journal-syntax.ts';
import { factsOfJournal, said } from '../helpers/facts.ts';

describe('says no to', () => {
  test.each<[string, string, ...string[]]>([
    [
      "the template's context",
      '- who: ChatGPT\n  context: env: https://stage.example.app ; PR: Sprint S3\n',
      '2:12 - YAML takes this value for something else than text: it has to stand in quotes. | context: "env: https://stage.example.app ; PR: Sprint S3"',
    ],
    [
      'a duplicate key',
      '- who: PO\n  topic: a\n  topic: b\n',
      '3:3 - The key topic stands here a second time. | keep one topic, with all that the two have to say, and delete the other',
    ],
    [
      'a dash forgotten before an entry',
      '- who: PO\n  topic: a\n  who: PO\n  topic: b\n',
      '3:3 - A new entry begins here, and its dash is missing. | - who: PO\nwith the dash straight below the one above, and the entry’s other keys straight below who',
    ],
    [
      'two entries that a merge fused',
      '- who: PO\n  topic: a\n  reply: OK\n  topic: b\n  reply: OK\n  action: none\n',
      '4:3 - Two entries stand here as one: this is where the second begins. | write the two one below the other, each beginning with a dash (- who: PO), and the lines that both had in each',
    ],
    [
      'a conflict',
      '- who: PO\n<<<<<<< HEAD\n- who: PO\n=======\n>>>>>>> x\n',
      '2:1 - git left a conflict here. | keep the entries of both sides, each with its own dash and all of its keys, and delete the lines <<<<<<<, ======= and >>>>>>>, with what stands between ||||||| and =======',
    ],
    [
      'several documents',
      '- who: PO\n---\n- who: PO\n',
      '2:1 - A second YAML document starts here, and the file has to be one. | delete the lines --- and ... between the two',
    ],
    [
      'a directive',
      '%YAML 1.2\n---\n- who: PO\n',
      '1:1 - %YAML 1.2 is a directive, and none is read here. | delete the line %YAML 1.2',
    ],
    [
      'an anchor and its alias',
      '- who: &po PO\n- who: *po\n',
      '1:8 - &po is an anchor of YAML, and none is read here: each thing is said where it stands. | delete &po, and where *po stands write what it stands for; if it is text: who: "&po PO"',
    ],
    [
      'an alias of nothing',
      '- topic: *important\n',
      '1:10 - *important is an alias of YAML, and none is read here: each thing is said where it stands. | write in its place what *important stands for; if it is text: topic: "*important"',
    ],
    ['a tag', '- !a\n  who: PO\n', '1:3 - !a is a tag of YAML, and none is read here. | delete !a'],
    [
      'a control character',
      '- "\u001b[31m"\n',
      '1:4 - U+001B stands here, a character that YAML does not allow. | delete it or type it anew, here and wherever else it stands; in double quotes it may be written \\x1B',
    ],
    [
      'what is no character',
      '- "\ufffe"\n',
      '1:4 - U+FFFE stands here, a character that YAML does not allow. | delete it or type it anew, here and wherever else it stands; in double quotes it may be written \\uFFFE',
    ],
    [
      'a tab',
      '- who: PO\n\ttopic: a\n',
      '2:1 - A tab indents this line, where YAML takes only spaces. | indent the line with spaces',
    ],
    [
      'anything else',
      '- a: "b\n',
      '1:6 - The quote that opens here is never closed. | close it behind the text, or delete it',
    ],
  ])('%s', async (_, content, ...expected) => {
    expect(said(rule, factsOfJournal(content))).toEqual(expected);
  });

  test('it, in French', async () => {
    expect(said(rule, factsOfJournal('- a: "b\n'), 'fr')).toEqual([
      '1:6 - Le guillemet ouvert ici n’est jamais refermé. | refermez-le après le texte, ou supprimez-le',
    ]);
  });
});

describe('lets pass', () => {
  test.each([
    ['what is unreadable', Buffer.from('é', 'latin1')],
    ['what breaks the schema', '- who: nobody\n'],
    ['an empty file', ''],
  ])('%s', async (_, content) => {
    expect(said(rule, factsOfJournal(content))).toEqual([]);
  });
});
