import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeFiles } from '../../src/worktree/files.ts';
import { scratchFolder } from '../helpers/scratch.ts';

const everything = (root: string) => readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();

test('files are written into folders that may not be there yet, and nothing else is left', () => {
  const root = scratchFolder();
  writeFiles(root, [{ path: 'a/b/c.txt', text: 'é\r\n' }]);
  expect(readFileSync(join(root, 'a/b/c.txt'), 'utf8')).toBe('é\r\n');
  expect(everything(root)).toEqual(['a', 'a/b', 'a/b/c.txt']);
});

test.skipIf(process.platform === 'win32')('a file that is replaced keeps its mode', () => {
  const root = scratchFolder();
  writeFileSync(join(root, 'a.txt'), 'old');
  chmodSync(join(root, 'a.txt'), 0o751);
  writeFiles(root, [{ path: 'a.txt', text: 'new' }]);
  expect(readFileSync(join(root, 'a.txt'), 'utf8')).toBe('new');
  expect(statSync(join(root, 'a.txt')).mode & 0o777).toBe(0o751);
});

test.each<[string, (root: string) => void]>([
  ['a folder in the place of a file', (root) => mkdirSync(join(root, 'docs/last.txt'), { recursive: true })],
  ['a file in the place of a folder', (root) => writeFileSync(join(root, 'docs'), '')],
  ['a symbolic link in the place of a file', (root) => linkTo(root, 'docs', 'last.txt')],
  ['a symbolic link in the place of a folder', (root) => linkTo(root, '', 'docs')],
])('%s: nothing is written at all', (_, obstruct) => {
  const root = scratchFolder();
  obstruct(root);
  const before = everything(root);
  const files = ['first/a.txt', 'docs/b.txt', 'docs/last.txt'].map((path) => ({ path, text: 'new' }));
  expect(() => writeFiles(root, files)).toThrow(/docs/);
  expect(everything(root)).toEqual(before);
});

function linkTo(root: string, folder: string, name: string): void {
  mkdirSync(join(root, 'outside'));
  mkdirSync(join(root, folder), { recursive: true });
  symlinkSync(join(root, 'outside'), join(root, folder, name));
}
