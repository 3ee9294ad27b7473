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
    ['.lintstagedrc.json', '', `{\n  ${entry}\n}\n`],
    ['.lintstagedrc.yaml', '"*.js": eslint # as ever', `"*.js": eslint # as ever\n${entry}\n`],
    ['.lintstagedrc.yml', "'*.js':\n  - eslint\n", `'*.js':\n  - eslint\n${entry}\n`],
    ['.lintstagedrc', '"*.js": eslint\n', `"*.js": eslint\n${entry}\n`],
    ['.lintstagedrc', '', `${entry}\n`],
  ])('%s', (path, text, expected) => {
    expect(change({ [path]: text })).toMatchObject({ path, text: expected, entry });
  });

  test('which is package.json where that has one', () => {
    expect(change({ '.lintstagedrc': '{}\n' }, '{\n  "lint-staged": {\n    "*.js": "eslint"\n  }\n}\n')).toMatchObject({
      path: 'package.json',
      text: `{\n  "lint-staged": {\n    "*.js": "eslint",\n    ${entry}\n  }\n}\n`,
      entry,
    });
  });
});

describe('the config stays as it is', () => {
  test.each([
    ['package.json', {}, '{ "lint-staged": { "**/*.yaml": ["npx sprint-check fix"] } }'],
    ['.lintstagedrc.yaml', { '.lintstagedrc.yaml': '"**/*.yaml": sprint-check fix\n' }, '{}\n'],
  ])('where it has the task, by whatever glob: %s', (path, files: Readonly<Record<string, string>>, manifest) => {
    expect(change(files, manifest)).toMatchObject({ path, text: files[path] ?? manifest, entry });
  });

  test.each([
    ['.lintstagedrc.mjs', 'export default {};\n'],
    ['lint-staged.config.ts', 'export default {};\n'],
    ['.lintstagedrc.yaml', '{ "*.js": eslint }\n'],
    ['.lintstagedrc.yaml', '- no\n- mapping\n'],
    ['.lintstagedrc.yaml', 'docs/sprints/S*/INTERACTIONS.yaml: prettier\n'],
  ])('and the entry is for a person to add where it can’t be added by a line: %s, %j', (path, text) => {
    expect(change({ [path]: text })).toMatchObject({ path, text: null, entry });
  });

  test('also where package.json has another task for the journals', () => {
    const manifest = '{ "lint-staged": { "docs/sprints/S*/INTERACTIONS.yaml": "prettier --write" } }';
    expect(change({}, manifest)).toMatchObject({ path: 'package.json', text: null, entry });
  });
});
