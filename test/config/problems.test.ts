import { describe, expect, test } from 'vitest';
import type { ConfigFile } from '../../src/config/source.ts';
import { factsOf, file, json, read, wrongIn, yaml } from './files.ts';

describe('unknown names', () => {
  test.each<[string, string | null]>([
    ['freezAfter', 'freezeAfter'],
    ['Sprints', 'sprints'],
    ['LANG', 'lang'],
    ['sprint_branch', 'sprintBranch'],
    ['colour', null],
    ['__proto__', null],
    ['constructor', null],
  ])('key %s resembles %s', (key, suggestion) => {
    const help = [suggestion === null ? 'delete it' : `did you mean "${suggestion}"?`];
    const inJson = [file(json, `{\n  "${key}": 1\n}`)];
    expect(wrongIn(inJson)).toEqual({ facts: [`${json}:2:3: unknown key "${key}".`], help });
    const inYaml = [file(yaml, `${key}: 1\n`)];
    expect(wrongIn(inYaml)).toEqual({ facts: [`${yaml}:1:1: unknown key "${key}".`], help });
  });

  test.each<[string, string | null]>([
    ['journal/shema', 'journal/schema'],
    ['no/such-thing-at-all', null],
    ['__proto__', null],
  ])('rule %s resembles %s', (rule, suggestion) => {
    const help = [suggestion === null ? 'delete it' : `did you mean "${suggestion}"?`];
    const inYaml = [file(yaml, `rules:\n  journal/when: off\n  ${rule}: "off"\n`)];
    expect(wrongIn(inYaml)).toEqual({ facts: [`${yaml}:3:3: unknown key "${rule}".`], help });
    const inPackage = [file('package.json', `{"sprint-check":{"rules":{"${rule}":"off"}}}`)];
    expect(wrongIn(inPackage)).toEqual({ facts: [`package.json:1:27: unknown key "${rule}".`], help });
  });
});

describe('wrong values', () => {
  test.each<[string, string, number]>([
    ['{"notes": ""}', 'notes', 11],
    ['{"notes": "/a"}', 'notes', 11],
    ['{"notes": "a/../b"}', 'notes', 11],
    ['{"notes": ".."}', 'notes', 11],
    ['{"notes": "../a"}', 'notes', 11],
    ['{"notes": "a\\\\b"}', 'notes', 11],
    ['{"notes": "a//b"}', 'notes', 11],
    ['{"notes": "a/./b"}', 'notes', 11],
    ['{"sprints": "."}', 'sprints', 13],
    ['{"sprints": "./"}', 'sprints', 13],
    ['{"sprints": "a\\n"}', 'sprints', 13],
    ['{"branches": "main"}', 'branches', 14],
    ['{"push": [""]}', 'push', 11],
    ['{"allowAfterFreeze": ["a", 1]}', 'allowAfterFreeze', 28],
    ['{"sprintBranch": "a b"}', 'sprintBranch', 18],
    ['{"freezeAfter": 0}', 'freezeAfter', 17],
    ['{"freezeAfter": 1.5}', 'freezeAfter', 17],
    ['{"timebox": "25"}', 'timebox', 13],
    ['{"timebox": 1e400}', 'timebox', 13],
    ['{"po": "a@b"}', 'po', 8],
    ['{"po": ["a@b", "PO"]}', 'po', 16],
    ['{"developers": "Ada"}', 'developers', 16],
    ['{"developers": []}', 'developers', 16],
    ['{"developers": ["Ada", "Ada"]}', 'developers', 16],
    ['{"developers": ["Ada", "PO"]}', 'developers', 24],
    ['{"developers": ["po"]}', 'developers', 17],
    ['{"developers": [""]}', 'developers', 17],
    ['{"developers": [" \\u00a0"]}', 'developers', 17],
    ['{"developers": [" Ada"]}', 'developers', 17],
    ['{"developers": ["A\\u001bB"]}', 'developers', 17],
    ['{"rules": []}', 'rules', 11],
    ['{"rules": {"journal/when": "warning"}}', 'rules', 28],
    ['{"lang": "de"}', 'lang', 10],
    ['{"$schema": 1}', '$schema', 13],
    ['[]', 'the config', 1],
    ['null', 'the config', 1],
  ])('%s', (text, key, column) => {
    const fact = expect.stringMatching(new RegExp(`^1:${column}: ${key.replace('$', '\\$')} must be .*\\.$`));
    expect(factsOf(file(json, text))).toEqual([fact]);
  });

  test('a developer may have any other name, in any case', () => {
    const developers = ['chatgpt', 'ChatGPT', 'POl', 'Éva Łuczak', 'a.b@c'];
    expect(read(file(json, JSON.stringify({ developers })))).toMatchObject({ developers });
  });

  test.each(['branches', 'push', 'allowAfterFreeze'])('a glob of %s has at most 1000 characters', (key) => {
    const globs = (length: number) => file(json, JSON.stringify({ [key]: ['x'.repeat(length)] }));
    expect(read(globs(1000))).toMatchObject({ timebox: 25 });
    for (const length of [1001, 32_768]) {
      expect(factsOf(globs(length))).toEqual([expect.stringContaining(`${key} must be a list of globs`)]);
    }
  });

  test.each([
    ['{"freezeAfter": 0}', '"freezeAfter": 22'],
    ['{"freezeAfter": 0, "timebox": 10}', '"freezeAfter": 10'],
    ['{"freezeAfter": 40, "timebox": 0}', '"timebox": 40'],
    ['{"rules": {"journal/when": "none"}}', '"journal/when": "warn"'],
    ['{"developers": []}', '"developers": ["ChatGPT"]'],
    ['{"freezeAfter": 26}', '"freezeAfter": 22'],
    ['{"freezeAfter": 31, "timebox": 20}', '"freezeAfter": 20'],
    ['{"timebox": 20}', '"timebox": 25'],
    ['3', '{ "timebox": 25 }'],
  ])('what would do instead goes with the rest: %s', (text, example) => {
    expect(wrongIn([file(json, text)]).help).toEqual([`write, for example: ${example}`]);
  });

  test.each(['', '# nothing\n', '~\n'])('a YAML file of nothing: %j', (text) => {
    expect(factsOf(file(yaml, text))).toEqual([expect.stringContaining('the config must be a mapping')]);
  });

  test('all of them are told, in the order of the file', () => {
    const text = '{"rules": {"x/y": "off"},\n "lang": 1,\n "po": [1, 2],\n "colour": 1}';
    expect(factsOf(file(json, text))).toEqual(
      [/^1:12: unknown key/, /^2:10: lang must/, /^3:9: po must/, /^3:12: po must/, /^4:2: unknown key/].map((fact) =>
        expect.stringMatching(fact),
      ),
    );
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
    const facts = [`${line}:${column}: this is not JSON.`];
    expect(factsOf(file(json, text))).toEqual(facts);
    expect(factsOf(file('package.json', text))).toEqual(facts);
  });

  test('that a bracket is never closed shows at the end', () => {
    expect(factsOf(file(json, '{\n"po": []\n'))).toEqual([expect.stringMatching(/^3:\d+: this is not JSON/)]);
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
    expect(read(file(json, text))).toMatchObject(JSON.parse(text));
  });

  test('a control character in a text of package.json', () => {
    const text = `{"description": "a${control}", "sprint-check": {"po": [1]}}`;
    expect(factsOf(file('package.json', text))).toEqual([expect.stringMatching(/^1:47: po must be/)]);
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
    expect(factsOf(source)).toEqual([`${line}:${column}: The key ${subject} is here a second time.`]);
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
    expect(factsOf(file(yaml, text))).toEqual([expect.stringMatching(new RegExp(`^${line}:\\d+: .*\\.$`))]);
  });
});
