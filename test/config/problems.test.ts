import { describe, expect, test } from 'vitest';
import type { ConfigFile } from '../../src/config/read.ts';
import { file, json, problemsOf, yaml } from './files.ts';

describe('unknown names', () => {
  test('a key, with the nearest, at the key', async () => {
    const location = { line: 2, column: 3, endLine: 2, endColumn: 15 };
    expect(await problemsOf(file(json, '{\n  "freezAfter": 3\n}'))).toEqual([
      { kind: 'unknown-key', file: json, location, key: 'freezAfter', suggestion: 'freezeAfter' },
    ]);
  });

  test.each<[string, string | null]>([
    ['Sprints', 'sprints'],
    ['LANG', 'lang'],
    ['sprint_branch', 'sprintBranch'],
    ['colour', null],
    ['__proto__', null],
    ['constructor', null],
  ])('key %s resembles %s', async (key, suggestion) => {
    expect(await problemsOf(file(json, `{"${key}": 1}`))).toMatchObject([{ kind: 'unknown-key', key, suggestion }]);
    expect(await problemsOf(file(yaml, `${key}: 1\n`))).toMatchObject([{ kind: 'unknown-key', key, suggestion }]);
  });

  test.each<[string, string | null]>([
    ['journal/shema', 'journal/schema'],
    ['no/such-thing-at-all', null],
    ['__proto__', null],
  ])('rule %s resembles %s', async (rule, suggestion) => {
    const inYaml = await problemsOf(file(yaml, `rules:\n  journal/when: off\n  ${rule}: "off"\n`));
    const location = { line: 3, column: 3, endLine: 3, endColumn: 3 + rule.length };
    expect(inYaml).toEqual([{ kind: 'unknown-rule', file: yaml, location, rule, suggestion }]);
    const inPackage = await problemsOf(file('package.json', `{"sprint-check":{"rules":{"${rule}":"off"}}}`));
    expect(inPackage).toMatchObject([{ kind: 'unknown-rule', rule, location: { line: 1, column: 27 } }]);
  });
});

describe('wrong values', () => {
  test.each<[string, string, string, number]>([
    ['{"notes": ""}', 'notes', 'path', 11],
    ['{"notes": "/a"}', 'notes', 'path', 11],
    ['{"notes": "a/../b"}', 'notes', 'path', 11],
    ['{"notes": ".."}', 'notes', 'path', 11],
    ['{"notes": "../a"}', 'notes', 'path', 11],
    ['{"notes": "a\\\\b"}', 'notes', 'path', 11],
    ['{"notes": "a//b"}', 'notes', 'path', 11],
    ['{"notes": "a/./b"}', 'notes', 'path', 11],
    ['{"sprints": "."}', 'sprints', 'path', 13],
    ['{"sprints": "./"}', 'sprints', 'path', 13],
    ['{"schema": "a\\n"}', 'schema', 'path', 12],
    ['{"schema": 3}', 'schema', 'path', 12],
    ['{"branches": "main"}', 'branches', 'globs', 14],
    ['{"push": [""]}', 'push[0]', 'glob', 11],
    ['{"allowAfterFreeze": ["a", 1]}', 'allowAfterFreeze[1]', 'glob', 28],
    ['{"sprintBranch": "a b"}', 'sprintBranch', 'branch', 18],
    ['{"freezeAfter": 0}', 'freezeAfter', 'minutes', 17],
    ['{"freezeAfter": 1.5}', 'freezeAfter', 'minutes', 17],
    ['{"timebox": "25"}', 'timebox', 'minutes', 13],
    ['{"timebox": 1e400}', 'timebox', 'minutes', 13],
    ['{"po": "a@b"}', 'po', 'addresses', 8],
    ['{"po": ["a@b", "PO"]}', 'po[1]', 'address', 16],
    ['{"rules": []}', 'rules', 'severities', 11],
    ['{"rules": {"journal/when": "warning"}}', 'rules["journal/when"]', 'severity', 28],
    ['{"lang": "de"}', 'lang', 'language', 10],
    ['{"$schema": 1}', '$schema', 'text', 13],
    ['[]', json, 'mapping', 1],
    ['null', json, 'mapping', 1],
  ])('%s', async (text, subject, wanted, column) => {
    const problems = await problemsOf(file(json, text));
    expect(problems).toMatchObject([{ kind: 'wrong-value', subject, wanted, location: { line: 1, column } }]);
    expect(problems).toHaveLength(1);
  });

  test.each(['', '# nothing\n', '~\n'])('a YAML file of nothing: %j', async (text) => {
    expect(await problemsOf(file(yaml, text))).toMatchObject([{ kind: 'wrong-value', key: null, wanted: 'mapping' }]);
  });

  test.each<[string, number, number, number]>([
    ['{"freezeAfter": 26}', 26, 25, 17],
    ['{"timebox": 20}', 22, 20, 13],
    ['{"freezeAfter": 31, "timebox": 30}', 31, 30, 17],
  ])('%s freezes after the timebox', async (text, freezeAfter, timebox, column) => {
    const location = { line: 1, column };
    expect(await problemsOf(file(json, text))).toMatchObject([
      { kind: 'freeze-after-timebox', freezeAfter, timebox, location },
    ]);
  });

  test('all of them are told, in the order of the file', async () => {
    const text = '{"rules": {"x/y": "off"},\n "lang": 1,\n "po": [1, 2],\n "colour": 1}';
    const problems = await problemsOf(file(json, text));
    expect(problems).toMatchObject([
      { kind: 'unknown-rule' },
      { subject: 'lang' },
      { subject: 'po[0]' },
      { subject: 'po[1]' },
      { kind: 'unknown-key' },
    ]);
  });
});

describe('JSON syntax', () => {
  test.each<[string, string, number, number]>([
    ['', 'value', 1, 1],
    ['{"a": 1} // x', 'comment', 1, 10],
    ['{"po": [], }', 'trailing-comma', 1, 10],
    ['{"po": ["a@b",]}', 'trailing-comma', 1, 14],
    ['{"po": }', 'value', 1, 8],
    ["{'po': []}", 'value', 1, 2],
    ['{po: []}', 'value', 1, 2],
    ['{"po" []}', 'colon', 1, 7],
    ['{"po": []\n"lang": "en"}', 'comma', 2, 1],
    ['{"po": []', 'unclosed', 1, 10],
    ['{"po": ["a@b]\n}', 'unclosed-string', 1, 9],
    ['{"po": ["\\x"]}', 'escape', 1, 9],
    ['{"lang": "\t"}', 'control-character', 1, 10],
    ['{} {}', 'text-after', 1, 4],
    ['{"timebox": 01}', 'comma', 1, 14],
  ])('%j', async (text, fault, line, column) => {
    expect(await problemsOf(file(json, text))).toMatchObject([
      { kind: 'json-syntax', fault, location: { line, column } },
    ]);
  });

  test.each(['{\n<<<<<<< HEAD\n  "sprint-check": {}\n', '{\n"name": '])(
    'a package.json that is none: %j',
    async (text) => {
      expect(await problemsOf(file('package.json', text))).toMatchObject([
        { kind: 'json-syntax', location: { line: 2 } },
      ]);
    },
  );
});

describe('duplicate keys', () => {
  test.each<[ConfigFile, string, number, number]>([
    [file(json, '{"lang": "en",\n "lang": "fr"}'), 'lang', 2, 2],
    [file(json, '{"rules": {"journal/when": "off", "journal/when": "warn"}}'), 'journal/when', 1, 35],
    [file(json, '{"lang": "en", "l\\u0061ng": "fr"}'), 'lang', 1, 16],
    [file('package.json', '{"sprint-check": {},\n "sprint-check": {}}'), 'sprint-check', 2, 2],
    [file('package.json', '{"sprint-check": {"po": [],\n "po": []}}'), 'po', 2, 2],
    [file(yaml, 'lang: en\nlang: fr\n'), 'lang', 2, 1],
  ])('%#', async (source, key, line, column) => {
    const problems = await problemsOf(source);
    expect(problems).toMatchObject([{ kind: 'duplicate-key', key, location: { line, column } }]);
    expect(problems).toHaveLength(1);
  });
});

describe('YAML syntax', () => {
  test.each<[string, string, number]>([
    ['lang: en\n---\nlang: fr\n', 'several-documents', 2],
    ['po: !!binary aGk=\n', 'unknown-tag', 1],
    ['lang: !mine en\n', 'unknown-tag', 1],
    ['%YAML 1.1\n---\nlang: en\n', 'yaml-version', 1],
    ['po: *nobody\n', 'unresolved-alias', 1],
    ['lang: "en\n', 'open-quote', 1],
  ])('%j', async (text, kind, line) => {
    expect(await problemsOf(file(yaml, text))).toMatchObject([
      { kind: 'yaml-syntax', problem: { kind }, location: { line } },
    ]);
  });
});
