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
      '- who: PO\n  who: PO\n',
      '2:3 - The key who stands here a second time. | delete or rename one of the two',
    ],
    [
      'several documents',
      '- who: PO\n---\n- who: PO\n',
      '2:1 - A second YAML document starts here, and the file has to be one. | delete the line --- that parts them',
    ],
    [
      'another version',
      '%YAML 1.1\n---\n- who: PO\n',
      '1:1 - The file says that it is YAML 1.1; only YAML 1.2 is read. | delete the line %YAML 1.1',
    ],
    [
      'unknown tags, each',
      '- !a b\n- !c d\n',
      '1:3 - The tag !a is none that YAML’s core schema can read here. | delete !a, or put the value in quotes if it is part of the text',
      '2:3 - The tag !c is none that YAML’s core schema can read here. | delete !c, or put the value in quotes if it is part of the text',
    ],
    [
      'an alias bomb',
      '- &a [*a]\n',
      '1:7 - The alias *a makes the file expand to over 1 MiB, or to over 64 levels. | write out what *a stands for',
    ],
    [
      'an alias of nothing',
      '- *done*\n',
      '1:3 - The alias *done* has no anchor above it. | "*done*" in quotes, if it is text',
    ],
    [
      'a control character',
      '- "\u001b[31m"\n',
      '1:4 - The control character U+001B stands here, which YAML does not allow. | delete it, or write it in double quotes as \\x1B',
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
    expect(await said(rule, await factsOfJournal(content))).toEqual(expected);
  });

  test('it, in French', async () => {
    expect(await said(rule, await factsOfJournal('- a: "b\n'), 'fr')).toEqual([
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
    expect(await said(rule, await factsOfJournal(content))).toEqual([]);
  });
});
