import { describe, expect, test } from 'vitest';
import { withLintStaged } from '../../src/init/lint-staged.ts';
import { Scratch } from '../helpers/scratch.ts';

const entry = '"docs/sprints/S*/INTERACTIONS.yaml": "sprint-check fix"';
const change = (files: Readonly<Record<string, string>>, manifest = '{}\n') =>
  withLintStaged(new Scratch().write(files).path, '', 'docs/sprints', manifest);

describe('the task goes into the config in force', () => {
  test.each([
    ['.lintstagedrc', '{\n  "*.js": "eslint"\n}\n', `{\n  "*.js": "eslint",\n  ${entry}\n}\n`],
    ['.lintstagedrc.json', '{}\n', `{\n  ${entry}\n}\n`],
    ['.lintstagedrc.yaml', '"*.js": eslint # as ever', `"*.js": eslint # as ever\n${entry}\n`],
    ['.lintstagedrc.yml', "'*.js':\r\n  - eslint\r\n", `'*.js':\r\n  - eslint\r\n${entry}\r\n`],
    ['.lintstagedrc', '"*.js": eslint\n', `"*.js": eslint\n${entry}\n`],
    ['.lintstagedrc', '', `${entry}\n`],
  ])('%s', (path, text, expected) => {
    expect(change({ [path]: text })).toEqual({ kind: 'write', path, text: expected });
  });

  test('which is package.json where that has one', () => {
    const result = change({ '.lintstagedrc': '{}\n' }, '{ "lint-staged": { "*.js": "eslint" } }\n');
    expect(result).toMatchObject({ kind: 'write', path: 'package.json' });
  });

  test('which is a file of its own where package.json starts with a byte order mark, which lint-staged does not read', () => {
    expect(change({}, '\uFEFF{}\n')).toMatchObject({
      kind: 'write',
      path: '.lintstagedrc.json',
      text: expect.stringContaining('sprint-check fix'),
    });
  });

  test('which is the one that the hook names', () => {
    const files = { '.husky/pre-commit': 'npx lint-staged --config ./cfg/ls.json\n', 'cfg/ls.json': '{}\n' };
    const path = 'cfg/ls.json';
    expect(change(files, '{ "lint-staged": {} }\n')).toEqual({ kind: 'write', path, text: `{\n  ${entry}\n}\n` });
  });

  test('behind the tasks that are there for the journals', () => {
    const manifest = '{ "lint-staged": { "docs/sprints/S*/INTERACTIONS.yaml": "prettier --write" } }';
    expect(change({}, manifest)).toEqual({
      kind: 'write',
      path: 'package.json',
      text: '{ "lint-staged": { "docs/sprints/S*/INTERACTIONS.yaml": ["prettier --write","sprint-check fix"] } }',
    });
  });
});

describe('behind the tasks that YAML has for the journals', () => {
  const glob = 'docs/sprints/S*/INTERACTIONS.yaml';

  test.each([
    ['one', ' prettier # ours', ' [prettier, sprint-check fix] # ours'],
    ['a list of lines', '\n  - a\n  - b # ours', '\n  - a\n  - b # ours\n  - sprint-check fix'],
    ['a list in brackets', ' [a, "b"]', ' [a, "b", sprint-check fix]'],
  ])('%s', (_, tasks, expected) => {
    expect(change({ '.lintstagedrc.yaml': `${glob}:${tasks}\n"*.js": eslint\n` })).toEqual({
      kind: 'write',
      path: '.lintstagedrc.yaml',
      text: `${glob}:${expected}\n"*.js": eslint\n`,
    });
  });

  test('a task alone is printed where that can’t be done by a line', () => {
    const path = '.lintstagedrc.yml';
    const result = change({ [path]: `${glob}: []\n` });
    expect(result).toEqual({ kind: 'print', path, under: glob, entry: '"sprint-check fix"' });
  });
});

describe('the config stays as it is', () => {
  test('where it has the task, by whatever glob', () => {
    const present = { kind: 'present' };
    expect(change({}, '{ "lint-staged": { "**/*.yaml": ["npx sprint-check fix"] } }')).toEqual(present);
    expect(change({ '.lintstagedrc.yaml': '"**/*.yaml": sprint-check fix\n' })).toEqual(present);
  });

  test.each([
    ['.lintstagedrc.mjs', 'export default {};\n'],
    ['lint-staged.config.ts', 'export default {};\n'],
    ['package.yaml', 'lint-staged:\n  "*.js": eslint\n'],
    ['.lintstagedrc.yaml', '{ "*.js": eslint }\n'],
    ['.lintstagedrc.yaml', '- no\n- mapping\n'],
    ['.lintstagedrc.json', ''],
  ])('where it is code or no block mapping: %s', (path, text) => {
    expect(change({ [path]: text })).toEqual({ kind: 'print', path, under: null, entry });
  });
});
