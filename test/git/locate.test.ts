import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import { locateGit } from '../../src/git/environment.ts';
import { scratchFolder } from '../helpers/scratch.ts';

const folder = scratchFolder();
for (const name of ['empty', 'Program Files', 'later']) mkdirSync(join(folder, name));
for (const name of ['Program Files', 'later']) writeFileSync(join(folder, name, 'git.exe'), '');
const installed = join(folder, 'Program Files/git.exe');

const pathOf = (...folders: string[]) => ({ Path: folders.join(delimiter) });
const [empty, found, later] = ['empty', 'Program Files', 'later'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
];

test.each([
  ['the first of the PATH', pathOf(empty, found, later), installed],
  ['in a folder that stands in quotes', pathOf(`"${found}"`), installed],
  ['never in the working directory', pathOf('', '.', 'node_modules/.bin', later), join(later, 'git.exe')],
  ['not at all where no folder has it', pathOf(empty, ''), null],
  ['not at all without a PATH', {}, null],
])('on Windows git is looked for by us: %s', (_, environment, expected) => {
  expect(locateGit(environment, true)).toBe(expected);
});

test('elsewhere the system finds it', () => {
  expect(locateGit(pathOf(empty), false)).toBe('git');
});
