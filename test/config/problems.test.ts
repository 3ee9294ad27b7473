import { describe, expect, test } from 'vitest';
import type { ConfigFile } from '../../src/config/source.ts';
import { file, json, problemsOf, read, yaml } from './files.ts';

describe('unknown names', () => {
  test('a key, with the nearest, at the key', () => {
    const location = { line: 2, column: 3, endLine: 2, endColumn: 15 };
    expect(problemsOf(file(json, '{\n  "freezAfter": 3\n}'))).toEqual([
      { kind: 'unknown-key', file: json, location, name: 'freezAfter', suggestion: 'freezeAfter' },
    ]);
  });

  test.each<[string, string | null]>([
    ['Sprints', 'sprints'],
    ['LANG', 'lang'],
    ['sprint_branch', 'sprintBranch'],
    ['colour', null],
    ['__proto__', null],
    ['constructor', null],
  ])('key %s resembles %s', (key, suggestion) => {
    expect(problemsOf(file(json, `{"${key}": 1}`))).toMatchObject([{ kind: 'unknown-key', name: key, suggestion }]);
    expect(problemsOf(file(yaml, `${key}: 1\n`))).toMatchObject([{ kind: 'unknown-key', name: key, suggestion }]);
  });

  test.each<[string, string | null]>([
    ['journal/shema', 'journal/schema'],
    ['no/such-thing-at-all', null],
    ['__proto__', null],
  ])('rule %s resembles %s', (rule, suggestion) => {
    const inYaml = problemsOf(file(yaml, `rules:\n  journal/when: off\n  ${rule}: "off"\n`));
    const location = { line: 3, column: 3, endLine: 3, endColumn: 3 + rule.length };
    expect(inYaml).toEqual([{ kind: 'unknown-rule', file: yaml, location, name: rule, suggestion }]);
    const inPackage = problemsOf(file('package.json', `{"sprint-check":{"rules":{"${rule}":"off"}}}`));
    expect(inPackage).toMatchObject([{ kind: 'unknown-rule', name: rule, location: { line: 1, column: 27 } }]);
  });
});

describe('wrong values', () => {
  test.each<[string, string | null, string, number]>([
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
    ['{"sprints": "a\\n"}', 'sprints', 'path', 13],
    ['{"branches": "main"}', 'branches', 'globs', 14],
    ['{"push": [""]}', 'push', 'globs', 11],
    ['{"allowAfterFreeze": ["a", 1]}', 'allowAfterFreeze', 'globs', 28],
    ['{"sprintBranch": "a b"}', 'sprintBranch', 'branch', 18],
    ['{"freezeAfter": 0}', 'freezeAfter', 'minutes', 17],
    ['{"freezeAfter": 1.5}', 'freezeAfter', 'minutes', 17],
    ['{"timebox": "25"}', 'timebox', 'minutes', 13],
    ['{"timebox": 1e400}', 'timebox', 'minutes', 13],
    ['{"po": "a@b"}', 'po', 'addresses', 8],
    ['{"po": ["a@b", "PO"]}', 'po', 'addresses', 16],
    ['{"developers": "Ada"}', 'developers', 'names', 16],
    ['{"developers": []}', 'developers', 'names', 16],
    ['{"developers": ["Ada", "Ada"]}', 'developers', 'names', 16],
    ['{"developers": ["Ada", "PO"]}', 'developers', 'names', 24],
    ['{"developers": ["po"]}', 'developers', 'names', 17],
    ['{"developers": [""]}', 'developers', 'names', 17],
    ['{"developers": [" \\u00a0"]}', 'developers', 'names', 17],
    ['{"developers": [" Ada"]}', 'developers', 'names', 17],
    ['{"developers": ["A\\u001bB"]}', 'developers', 'names', 17],
    ['{"rules": []}', 'rules', 'severities', 11],
    ['{"rules": {"journal/when": "warning"}}', 'rules', 'severities', 28],
    ['{"lang": "de"}', 'lang', 'language', 10],
    ['{"$schema": 1}', '$schema', 'text', 13],
    ['[]', null, 'mapping', 1],
    ['null', null, 'mapping', 1],
  ])('%s', (text, key, wanted, column) => {
    const problems = problemsOf(file(json, text));
    expect(problems).toMatchObject([{ kind: 'wrong-value', key, wanted, location: { line: 1, column } }]);
    expect(problems).toHaveLength(1);
  });

  test('a developer may have any other name, in any case', () => {
    const developers = ['chatgpt', 'ChatGPT', 'POl', 'Éva Łuczak', 'a.b@c'];
    expect(read(file(json, JSON.stringify({ developers })))).toMatchObject({ config: { developers } });
  });

  test.each(['branches', 'push', 'allowAfterFreeze'])('a glob of %s has at most 1000 characters', (key) => {
    const globs = (length: number) => file(json, JSON.stringify({ [key]: ['x'.repeat(length)] }));
    expect(read(globs(1000)).kind).toBe('config');
    for (const length of [1001, 32_768]) {
      expect(problemsOf(globs(length))).toMatchObject([{ kind: 'wrong-value', key, wanted: 'globs' }]);
    }
  });

  test.each([
    ['{"freezeAfter": 0}', '"freezeAfter": 22'],
    ['{"freezeAfter": 0, "timebox": 10}', '"freezeAfter": 10'],
    ['{"freezeAfter": 40, "timebox": 0}', '"timebox": 40'],
    ['{"rules": {"journal/when": "none"}}', '"journal/when": "warn"'],
    ['{"developers": []}', '"developers": ["ChatGPT"]'],
    ['3', '{ "timebox": 25 }'],
  ])('what would do instead goes with the rest: %s', (text, example) => {
    expect(problemsOf(file(json, text))).toMatchObject([{ example }]);
  });

  test.each(['', '# nothing\n', '~\n'])('a YAML file of nothing: %j', (text) => {
    expect(problemsOf(file(yaml, text))).toMatchObject([{ kind: 'wrong-value', key: null, wanted: 'mapping' }]);
  });

  test.each<[string, number, number, number]>([
    ['{"freezeAfter": 26}', 26, 25, 17],
    ['{"timebox": 20}', 22, 20, 13],
    ['{"freezeAfter": 31, "timebox": 30}', 31, 30, 17],
  ])('%s freezes after the timebox', (text, freezeAfter, timebox, column) => {
    const location = { line: 1, column };
    expect(problemsOf(file(json, text))).toMatchObject([
      { kind: 'freeze-after-timebox', freezeAfter, timebox, location },
    ]);
  });

  test('all of them are told, in the order of the file', () => {
    const text = '{"rules": {"x/y": "off"},\n "lang": 1,\n "po": [1, 2],\n "colour": 1}';
    const problems = problemsOf(file(json, text));
    expect(problems).toMatchObject([
      { kind: 'unknown-rule' },
      { key: 'lang' },
      { key: 'po', location: { column: 9 } },
      { key: 'po', location: { column: 12 } },
      { kind: 'unknown-key' },
    ]);
  });
});

describe('JSON that is none', () => {
  test.each<[string, number, number]>([
    ['', 1, 1],
    ['{\n  // why\n  "po": []\n}', 2, 3],
    ['{\n  "po": [] // why\n}', 2, 12],
    ['{\n  /* why */ "po": []\n}', 2, 3],
    ['{\n  "po": [],\n}', 3, 1],
    ['{"po": ["a@b",]}', 1, 15],
    ["{'po': []}", 1, 2],
    ['{po: []}', 1, 2],
    ['{"po" []}', 1, 7],
    ['{"po": []\n"lang": "en"}', 2, 1],
    ['{"po": ["a@b]\n}', 1, 9],
    ['{"po": ["\\x41"]}', 1, 9],
    ['{"lang": "\t"}', 1, 10],
    ['{} {}', 1, 4],
    ['{"timebox": 025}', 1, 13],
    ['{"timebox": .5}', 1, 13],
    ['po: []', 1, 1],
  ])('%j', (text, line, column) => {
    const location = { line, column };
    expect(problemsOf(file(json, text))).toMatchObject([{ kind: 'not-json', location }]);
    expect(problemsOf(file('package.json', text))).toMatchObject([{ kind: 'not-json', location }]);
  });

  test('git’s conflict', () => {
    const text = `{\n<<<<<<< HEAD\n "lang": "en"\n=======\n "lang": "fr"\n>>>>>>> theirs\n}`;
    const conflict = { kind: 'syntax', problem: { kind: 'conflict-marker' }, location: { line: 2, column: 1 } };
    expect(problemsOf(file('package.json', text))).toMatchObject([conflict]);
  });

  test('that a bracket is never closed shows at the end', () => {
    expect(problemsOf(file(json, '{\n"po": []\n'))).toMatchObject([{ kind: 'not-json', location: { line: 3 } }]);
  });
});

describe('JSON that YAML would read otherwise, or not at all', () => {
  const control = String.fromCharCode(0x7f);

  test.each<[string, string]>([
    ['tabs', '\t{\n\t"notes":\t"N.md"\n\t}'],
    ['an escaped slash', '{"notes": "a\\/N.md"}'],
    ['two halves of a character', '{"notes": "\\ud83d\\ude00.md"}'],
    ['carriage returns', '{\r"notes":\r\n"N.md"}\r'],
    ['a colon without a blank', '{"notes":"N.md","freezeAfter":1,"lang":null}'],
  ])('%s', (_, text) => {
    expect(read(file(json, text))).toMatchObject({ kind: 'config', config: JSON.parse(text) });
  });

  test('a control character in a text of package.json', () => {
    const text = `{"description": "a${control}", "sprint-check": {"po": [1]}}`;
    expect(problemsOf(file('package.json', text))).toMatchObject([{ key: 'po', location: { column: 47 } }]);
  });
});

describe('duplicate keys', () => {
  test.each<[ConfigFile, string, number, number]>([
    [file(json, '{"lang": "en",\n "lang": "fr"}'), 'lang', 2, 2],
    [file(json, '{"rules": {"journal/when": "off", "journal/when": "warn"}}'), 'journal/when', 1, 35],
    [file(json, '{"lang": "en", "l\\u0061ng": "fr"}'), 'lang', 1, 16],
    [file('package.json', '{"sprint-check": {},\n "sprint-check": {}}'), 'sprint-check', 2, 2],
    [file('package.json', '{"sprint-check": {"po": [],\n "po": []}}'), 'po', 2, 2],
    [file('package.json', '{"sprint-check": {}, "scripts": {},\n "scripts": {}}'), 'scripts', 2, 2],
    [file(yaml, 'lang: en\nlang: fr\n'), 'lang', 2, 1],
  ])('%#', (source, subject, line, column) => {
    const problems = problemsOf(source);
    const problem = { kind: 'duplicate-key', subject };
    expect(problems).toMatchObject([{ kind: 'syntax', problem, location: { line, column } }]);
    expect(problems).toHaveLength(1);
  });
});

describe('YAML syntax', () => {
  test.each<[string, number]>([
    ['lang: en\n---\nlang: fr\n', 2],
    ['po: !!binary aGk=\n', 1],
    ['%YAML 1.1\n---\nlang: en\n', 1],
    ['lang: en\npo: &po [a@b]\n', 2],
    ['lang: en\npo: *nobody\n', 2],
    ['lang: "en\n', 1],
  ])('%j', (text, line) => {
    expect(problemsOf(file(yaml, text))).toMatchObject([{ kind: 'syntax', location: { line } }]);
  });
});
