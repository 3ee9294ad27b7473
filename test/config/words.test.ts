import { describe, expect, test } from 'vitest';
import type { ConfigFile } from '../../src/config/source.ts';
import { factsOf, file, json, wrongIn, yaml } from './files.ts';

const control = String.fromCharCode(0x1b, 0x7f, 0x9b, 0x202e);

const broken: Readonly<Record<string, ConfigFile[]>> = {
  'a link': [file(json, 'x', '120000')],
  'too deep': [file(json, '['.repeat(100))],
  'no JSON': [file(json, '{')],
  'YAML’s syntax': [file(yaml, 'lang: en\nlang: fr\n')],
  'two sources': [file(json, '{}'), file(yaml, '')],
  'an unknown key': [file(json, '{"colour": 1}')],
  'a misspelt key': [file(json, '{"sprint": 1}')],
  'no mapping': [file(json, '3')],
  'freezeAfter over timebox': [file(json, '{"freezeAfter": 26}')],
  ...Object.fromEntries(
    ['$schema', 'notes', 'push', 'sprintBranch', 'po', 'developers', 'rules', 'lang'].map((key) => [
      key,
      [file(json, `{"${key}": false}`)],
    ]),
  ),
};

test.each(Object.entries(broken))('%s is told in both languages', (_, files) => {
  const [english, french] = [wrongIn(files, 'en'), wrongIn(files, 'fr')];
  expect(french.facts).not.toEqual(english.facts);
  expect(french.facts.join()).not.toContain("'");
  for (const { facts, help } of [english, french]) {
    for (const fact of facts) expect(fact).toMatch(/^\.sprint-checkrc.*[^.]\.$/);
    expect(help.join()).toMatch(/\S/);
    expect([...facts, ...help].join()).not.toMatch(/undefined|\[object|=>/);
  }
});

describe('the words', () => {
  test('tell all problems, and a remedy that serves two of them once', () => {
    const { facts, help } = wrongIn([file(json, '{"freezeAfter": 0, "colour": 1, "size": 2}')], 'fr');
    expect(facts).toHaveLength(3);
    expect(help).toEqual(['écrivez, par exemple : "freezeAfter": 22', 'supprimez-la']);
  });

  test('ask for the bracket of a list that is not closed, since in quotes it would be a text', () => {
    const { help } = wrongIn([file(yaml, 'branches: [main\npush: [work]\n')]);
    expect(help.join()).toContain('a bracket after the last');
    expect(help.join()).not.toContain('"[main"');
  });

  test('quote no control character of a file', () => {
    const hostile = [
      file(json, JSON.stringify({ [control]: 1 })),
      file(json, JSON.stringify({ rules: { [control]: 'off' } })),
      file(json, JSON.stringify({ rules: { [control]: 1 } })),
    ];
    for (const source of hostile) {
      const { facts, help } = wrongIn([source]);
      expect([...facts, ...help].join('')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }
    expect(factsOf(...hostile.slice(0, 1))).toHaveLength(1);
  });
});
