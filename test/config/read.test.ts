import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../src/config/config.ts';
import { configPaths } from '../../src/config/problem.ts';
import type { ConfigFile } from '../../src/config/source.ts';
import { Failure } from '../../src/failure.ts';
import { factsOf, file, json, read, wrongIn, yaml } from './files.ts';

describe('no config', () => {
  test.each<[string, ConfigFile[]]>([
    ['no files', []],
    ['a package.json without the key', [file('package.json', '{ "name": "x" }')]],
    ['the package as a dependency', [file('package.json', '{ "devDependencies": { "sprint-check": "1.0.0" } }')]],
    ['a package.json with a BOM', [file('package.json', '\uFEFF{ "name": "x" }')]],
    ['a package.json that is a list', [file('package.json', '["sprint-check"]')]],
  ])('%s', (_, files) => {
    expect(read(...files)).toBeNull();
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
    developers: ['Ada', 'Claude'],
    rules: { 'journal/when': 'off', 'branch/sprint': 'error' },
    lang: 'fr',
  };
  const yamlText = ['# ours', 'timebox: 30', 'rules: { journal/when: warn }', 'po: [a@b]', ''].join('\n');

  test.each<[string, ConfigFile, object]>([
    ['json', file(json, JSON.stringify({ $schema: './config.schema.json', ...whole })), whole],
    ['package.json', file('package.json', JSON.stringify({ name: 'x', 'sprint-check': whole })), whole],
    ['yaml', file(yaml, yamlText), { timebox: 30, rules: { 'journal/when': 'warn' }, po: ['a@b'] }],
    ['nothing set', file(json, '{}'), {}],
    ['a BOM, json', file(json, '\uFEFF{"lang":"en"}'), { lang: 'en' }],
    ['a BOM, yaml', file(yaml, '\uFEFFlang: en\n'), { lang: 'en' }],
    ['an executable', file(json, '{"lang":"en"}', '100755'), { lang: 'en' }],
    ['null for the default', file(json, '{"lang":null}'), {}],
    [
      'paths normalised',
      file(json, '{"notes":"./a/NOTES.md","sprints":"././docs/.sprints/"}'),
      { notes: 'a/NOTES.md', sprints: 'docs/.sprints' },
    ],
  ])('%s', (_, source, expected) => {
    expect(read(source)).toEqual({ ...defaultConfig, ...expected });
  });

  test('beside a package.json without one', () => {
    const files = [file('package.json', '{"dependencies":{"sprint-check":"1"}}'), file(json, '{"timebox":40}')];
    expect(read(...files)).toMatchObject({ timebox: 40 });
  });
});

describe('two sources', () => {
  test.each<[ConfigFile, ConfigFile]>([
    [file(json, '{}'), file(yaml, 'lang: en\n')],
    [file('package.json', '{"sprint-check":{}}'), file(yaml, 'lang: en\n')],
    [file('package.json', '{"sprint-check":null}'), file(json, '{}')],
  ])('%#', (one, other) => {
    expect(wrongIn([one, other])).toEqual({
      facts: [`${other.path}:1:1: there is already a config in ${one.path}.`],
      help: [`keep one of them, for example: delete ${other.path}, then: git add -A`],
    });
  });
});

describe('what can’t be read', () => {
  const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');

  test.each<[string, ConfigFile, RegExp]>([
    ['a symbolic link', file(json, 'other.json', '120000'), /symbolic link/],
    ['package.json as a symbolic link', file('package.json', 'other.json', '120000'), /symbolic link/],
    ['a submodule', file(yaml, '', '160000'), /submodule/],
    ['UTF-16', file(json, utf16('{}')), /UTF-16/],
    ['UTF-16 in YAML', file(yaml, utf16('lang: en')), /UTF-16/],
    ['a UTF-16 package.json', file('package.json', utf16('{"sprint-check":{}}')), /UTF-16/],
    ['latin1', file(json, Buffer.from('{"po":["é@x"]}', 'latin1')), /UTF-8/],
    ['latin1 in YAML', file(yaml, Buffer.from('po: [é@x]', 'latin1')), /UTF-8/],
    ['too large', file(json, `{${' '.repeat(1024 * 1024)}}`), /1 MiB/],
    ['too large in YAML', file(yaml, `lang: en${' '.repeat(1024 * 1024)}`), /1 MiB/],
    [
      'too large, bytes not kept',
      { path: 'package.json', mode: '100644', size: 2 ** 21, bytes: Buffer.alloc(0) },
      /1 MiB/,
    ],
    ['too deep', file(json, `{"po":${'['.repeat(64)}${']'.repeat(64)}}`), /64/],
    ['far too deep', file(json, '['.repeat(500_000)), /64/],
    ['far too deep in YAML', file(yaml, '['.repeat(500_000)), /64/],
    ['a pointer of Git LFS', file(yaml, 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n'), /LFS/],
  ])('%s', (_, source, reason) => {
    const { facts } = wrongIn([source]);
    expect(facts).toEqual([expect.stringMatching(reason)]);
    expect(facts[0]).toContain(source.path);
  });

  test('64 levels are not too deep', () => {
    const text = `{"po":${'['.repeat(63)}${']'.repeat(63)}}`;
    expect(factsOf(file(json, text))).toEqual([expect.stringMatching(/: po must be/)]);
  });

  test('package.json is exactly 1 MiB', () => {
    const text = '{"sprint-check":{}}';
    const reading = read(file('package.json', text + ' '.repeat(1024 * 1024 - text.length)));
    expect(reading).toEqual(defaultConfig);
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

  test('it never throws, and either reads a whole config or says why not', () => {
    fc.assert(
      fc.property(path, mode, bytes, (path, mode, bytes) => {
        const reading = read({ path, mode, size: bytes.length, bytes });
        if (reading === null) expect(path).toBe('package.json');
        else if (reading instanceof Failure) expect(reading.words.en[0]).toMatch(/\S/);
        else expect(Object.keys(reading)).toEqual(Object.keys(defaultConfig));
      }),
      { numRuns: 500 },
    );
  });

  test('every JSON is read, whatever its texts and white space', () => {
    const blank = fc.string({ unit: fc.constantFrom(' ', '\t', '\n', '\r'), maxLength: 3 });
    const value = fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' });
    fc.assert(
      fc.property(value, fc.array(blank, { minLength: 7, maxLength: 7 }), (value, blanks) => {
        const reading = read(file(json, spaced(value, blanks)));
        const facts = reading instanceof Failure ? reading.words.en[0].split('\n') : [];
        for (const fact of facts) expect(fact).toMatch(/ must be |unknown key/);
      }),
      { numRuns: 1000 },
    );
  });

  test('JSON is what JSON.parse takes for it, duplicate keys and depth aside', () => {
    const text = fc.oneof(
      fc.json({ maxDepth: 3 }),
      fc.string({ unit: fc.constantFrom(...'{}[],:"\\ue0-1.tnf \t\n/*') }),
    );
    fc.assert(
      fc.property(text, (text) => {
        const reading = read(file(json, text));
        const isBroken = reading instanceof Failure && reading.words.en[0].includes('this is not JSON');
        expect(isBroken).toBe(!isJson(text));
      }),
      { numRuns: 1000 },
    );
  });
});

/** A value as JSON with other blanks, in turn, around each token. */
function spaced(value: unknown, blanks: readonly string[]): string {
  let count = 0;
  const tokens = JSON.stringify(value).matchAll(/"(?:[^"\\]|\\.)*"|[^"[\]{}:,]+|[[\]{}:,]/gs);
  return Array.from(tokens, ([token]) => `${blanks[count++ % blanks.length]}${token}`).join('') + blanks[0];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
