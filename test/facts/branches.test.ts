import { expect, test } from 'vitest';
import { defaultConfig } from '../../src/config/config.ts';
import { isJudgedBranch, matchesAny, matching } from '../../src/facts/branches.ts';

test.each([
  ['work', ['work'], true],
  ['work', [], false],
  ['work', ['main', 'w*'], true],
  ['workshop', ['work'], false],
  ['feature/a', ['*'], false],
  ['feature/a', ['**'], true],
  ['feature/a', ['feature/*'], true],
  ['feature/a', ['feature/*', '!feature/a'], true],
  ['docs/.env', ['docs/*'], true],
  ['docs/a\nb', ['docs/*'], true],
  ['docs/a[1].md', ['docs/a[1].md'], true],
  ['docs/a1.md', ['docs/a[1].md'], true],
  ['a\nb/c', ['**/c'], true],
])('%j matches one of %j: %j', async (name, globs, expected) => {
  expect(await matchesAny(name, globs)).toBe(expected);
});

test('of several names those are given that match', async () => {
  expect([...(await matching(['a', 'b/c', 'd'], ['a', 'b/*']))]).toEqual(['a', 'b/c']);
  expect([...(await matching(['a', 'b'], ['**']))]).toEqual(['a', 'b']);
  expect([...(await matching([], ['*']))]).toEqual([]);
});

test('a name that is one of the globs, and ** among them, needs none to be compiled', async () => {
  const tooLong = 'a'.repeat(70_000);
  expect(await matchesAny(tooLong, [tooLong])).toBe(true);
  expect([...(await matching(['a', 'b'], [tooLong, '**']))]).toEqual(['a', 'b']);
  await expect(matchesAny('b', [tooLong])).rejects.toThrow('exceeds maximum allowed length');
});

test('a detached HEAD is always judged', async () => {
  const config = { ...defaultConfig, branches: ['work'] };
  expect(await isJudgedBranch(config, null)).toBe(true);
  expect(await isJudgedBranch(config, 'work')).toBe(true);
  expect(await isJudgedBranch(config, 'main')).toBe(false);
});
