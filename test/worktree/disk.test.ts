import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diskSnapshot } from '../../src/worktree/disk.ts';
import { scratchFolder } from '../helpers/scratch.ts';

function disk(files: Readonly<Record<string, string>>) {
  const root = scratchFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(root, name, '..'), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  const snapshot = diskSnapshot(root);
  return { root, snapshot, files: snapshot.files };
}

test('a file on disk is an entry of its folder, and its bytes can be read', async () => {
  const { snapshot, files } = disk({ 'a/b.txt': 'text' });
  const found = await snapshot.entry('a/b.txt');
  expect((await snapshot.list('a')).get('b.txt')).toEqual(found);
  expect(found && (await files.bytes('a/b.txt', found)).bytes.toString()).toBe('text');
});

test('what is not there, or lies behind a symbolic link, is no entry', async () => {
  const { root, snapshot } = disk({ 'a/b.txt': 'text' });
  symlinkSync('a', join(root, 'link'));
  expect(await snapshot.entry('a/c.txt')).toBe(null);
  expect(await snapshot.entry('a/b.txt/c')).toBe(null);
  expect(await snapshot.entry('a/b.txt/c/d')).toBe(null);
  expect(await snapshot.entry('nowhere/a')).toBe(null);
  expect((await snapshot.list('nowhere')).size).toBe(0);
  expect((await snapshot.list('a/b.txt')).size).toBe(0);
  expect(await snapshot.entry('link/b.txt')).toBe(null);
  expect((await snapshot.list('link')).size).toBe(0);
  expect(await snapshot.entry('link')).toMatchObject({ mode: '120000' });
});

test('the root is a folder like any other', async () => {
  const { snapshot, files } = disk({ 'a/b.txt': 'text', 'c.txt': '' });
  const listed = await snapshot.list('');
  expect([...listed.keys()].sort()).toEqual(['a', 'c.txt']);
  expect(listed.get('c.txt')).toEqual(await snapshot.entry('c.txt'));
  await expect(files.bytes('d.txt', { mode: '100644', oid: 'd.txt' })).rejects.toMatchObject({ code: 'git' });
});

test('of a large file the size is told, and no more', async () => {
  const large = 'a'.repeat(1024 * 1024);
  const { files } = disk({ large, larger: `${large}a` });
  const size = async (oid: string) => {
    const { size, bytes } = await files.bytes(oid, { mode: '100644', oid });
    return [size, bytes.length];
  };
  expect(await size('large')).toEqual([large.length, large.length]);
  expect(await size('larger')).toEqual([large.length + 1, 0]);
});

test('a file that can’t be read is a failure that names it', async () => {
  const { snapshot } = disk({ 'a.txt': '' });
  await expect(snapshot.entry('a\0b')).rejects.toMatchObject({ code: 'file' });
});
