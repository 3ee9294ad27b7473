import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../src/config/config.ts';
import { configPaths } from '../../src/config/problem.ts';
import { type ConfigFile, readConfig } from '../../src/config/read.ts';
import { file, json, problemsOf, yaml } from './files.ts';

describe('no config', () => {
  test.each<[string, ConfigFile[]]>([
    ['no files', []],
    ['a package.json without the key', [file('package.json', '{ "name": "x" }')]],
    ['the package as a dependency', [file('package.json', '{ "devDependencies": { "sprint-check": "1.0.0" } }')]],
    ['a package.json with a BOM', [file('package.json', '\uFEFF{ "name": "x" }')]],
    ['a package.json that is a list', [file('package.json', '["sprint-check"]')]],
  ])('%s', async (_, files) => {
    expect(await readConfig(files)).toEqual({ kind: 'none' });
  });
});

describe('a config', () => {
  const whole = {
    notes: 'NOTES.md',
    sprints: 'sprints',
    branches: ['main', 'feature/**'],
    push: [],
    sprintBranch: 'develop',
    freezeAfter: 10,
    timebox: 10,
    allowAfterFreeze: ['*.md'],
    po: ['po@example.com'],
    schema: 'a/b.json',
    rules: { 'journal/when': 'off', 'branch/sprint': 'error' },
    lang: 'fr',
  };
  const yamlText = ['# ours', 'timebox: 30', 'rules: { journal/when: warn }', 'po: &po [a@b]', ''].join('\n');

  test.each<[string, ConfigFile, object]>([
    ['json', file(json, JSON.stringify({ $schema: './config.schema.json', ...whole })), whole],
    ['package.json', file('package.json', JSON.stringify({ name: 'x', 'sprint-check': whole })), whole],
    [
      'package.json, other keys twice',
      file('package.json', '{"a":1,"a":2,"sprint-check":{"timebox":30}}'),
      { timebox: 30 },
    ],
    ['yaml', file(yaml, yamlText), { timebox: 30, rules: { 'journal/when': 'warn' }, po: ['a@b'] }],
    ['yaml with an alias', file(yaml, 'push: &all ["*"]\nbranches: *all\n'), { push: ['*'], branches: ['*'] }],
    ['nothing set', file(json, '{}'), {}],
    ['a BOM, json', file(json, '\uFEFF{"lang":"en"}'), { lang: 'en' }],
    ['a BOM, yaml', file(yaml, '\uFEFFlang: en\n'), { lang: 'en' }],
    ['an executable', file(json, '{"lang":"en"}', '100755'), { lang: 'en' }],
    ['null for the default', file(json, '{"lang":null,"schema":null}'), {}],
    [
      'paths normalised',
      file(json, '{"notes":"./a/NOTES.md","sprints":"././docs/.sprints/","schema":"./.a/..b/c...json"}'),
      { notes: 'a/NOTES.md', sprints: 'docs/.sprints', schema: '.a/..b/c...json' },
    ],
  ])('%s', async (_, source, expected) => {
    expect(await readConfig([source])).toEqual({
      kind: 'config',
      config: { ...defaultConfig, ...expected },
    });
  });

  test('beside a package.json without one', async () => {
    const files = [file('package.json', '{"dependencies":{"sprint-check":"1"}}'), file(json, '{"timebox":40}')];
    expect(await readConfig(files)).toMatchObject({ kind: 'config', config: { timebox: 40 } });
  });
});

describe('two sources', () => {
  test.each<[ConfigFile, ConfigFile]>([
    [file(json, '{}'), file(yaml, 'lang: en\n')],
    [file('package.json', '{"sprint-check":{}}'), file(yaml, 'lang: en\n')],
    [file('package.json', '{"sprint-check":null}'), file(json, '{}')],
  ])('%#', async (one, other) => {
    expect(await problemsOf(one, other)).toEqual([
      { kind: 'two-sources', file: other.path, location: null, other: one.path },
    ]);
  });
});

describe('what can’t be read', () => {
  const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');

  test.each<[string, ConfigFile, string]>([
    ['a symbolic link', file(json, 'other.json', '120000'), 'symlink'],
    ['package.json as a symbolic link', file('package.json', 'other.json', '120000'), 'symlink'],
    ['a submodule', file(yaml, '', '160000'), 'submodule'],
    ['UTF-16', file(json, utf16('{}')), 'utf-16'],
    ['UTF-16 in YAML', file(yaml, utf16('lang: en')), 'utf-16'],
    ['a UTF-16 package.json', file('package.json', utf16('{"sprint-check":{}}')), 'utf-16'],
    ['latin1', file(json, Buffer.from('{"po":["é@x"]}', 'latin1')), 'not-utf-8'],
    ['latin1 in YAML', file(yaml, Buffer.from('po: [é@x]', 'latin1')), 'not-utf-8'],
    ['too large', file(json, `{${' '.repeat(1024 * 1024)}}`), 'too-large'],
    ['too large in YAML', file(yaml, `lang: en${' '.repeat(1024 * 1024)}`), 'too-large'],
    [
      'too large, bytes not kept',
      { path: 'package.json', mode: '100644', size: 2 ** 21, bytes: Buffer.alloc(0) },
      'too-large',
    ],
    ['too deep', file(json, `{"po":${'['.repeat(64)}${']'.repeat(64)}}`), 'too-deep'],
    ['far too deep', file(json, '['.repeat(500_000)), 'too-deep'],
    ['far too deep in YAML', file(yaml, '['.repeat(500_000)), 'too-deep'],
    [
      'a pointer of Git LFS',
      file(yaml, 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n'),
      'lfs-pointer',
    ],
  ])('%s', async (_, source, reason) => {
    expect(await problemsOf(source)).toMatchObject([
      { kind: 'unreadable', file: source.path, reason: { kind: reason } },
    ]);
  });

  test('64 levels are not too deep', async () => {
    const text = `{"po":${'['.repeat(63)}${']'.repeat(63)}}`;
    expect(await problemsOf(file(json, text))).toMatchObject([{ kind: 'wrong-value', subject: 'po[0]' }]);
  });

  test('package.json is exactly 1 MiB', async () => {
    const text = '{"sprint-check":{}}';
    const reading = await readConfig([file('package.json', text + ' '.repeat(1024 * 1024 - text.length))]);
    expect(reading.kind).toBe('config');
  });
});

describe('whatever the bytes', () => {
  const path = fc.constantFrom(...configPaths);
  const mode = fc.constantFrom('100644', '100755', '120000', '160000');
  const known = fc.constantFrom('sprint-check', ...Object.keys(defaultConfig));
  const like = fc.dictionary(known, fc.jsonValue()).map((value) => JSON.stringify(value));
  const nested = like.map((text) => `{"sprint-check":${text}}`);
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array)),
    fc.oneof(fc.string({ unit: 'binary' }), like, nested).map((text) => Buffer.from(text)),
  );

  test('it never throws, and either reads a whole config or says why not', async () => {
    await fc.assert(
      fc.asyncProperty(path, mode, bytes, async (path, mode, bytes) => {
        const reading = await readConfig([{ path, mode, size: bytes.length, bytes }]);
        if (reading.kind === 'broken') expect(reading.problems).not.toEqual([]);
        if (reading.kind === 'config') expect(Object.keys(reading.config)).toEqual(Object.keys(defaultConfig));
        if (reading.kind === 'none') expect(path).toBe('package.json');
      }),
      { numRuns: 500 },
    );
  });

  test('JSON is what JSON.parse takes for it, duplicate keys and depth aside', async () => {
    const text = fc.oneof(
      fc.json({ maxDepth: 3 }),
      fc.string({ unit: fc.constantFrom(...'{}[],:"\\ue0-1.tnf \t\n/*') }),
    );
    await fc.assert(
      fc.asyncProperty(text, async (text) => {
        const problems = await problemsOf(file(json, text));
        const broken = Array.isArray(problems) && problems.some(({ kind }) => kind === 'json-syntax');
        expect(broken).toBe(!isJson(text));
      }),
      { numRuns: 1000 },
    );
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
