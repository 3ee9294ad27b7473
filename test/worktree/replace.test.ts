import { expect, test } from 'vitest';
import { replaceFile } from '../../src/worktree/replace.ts';

/** How many attempts are made where the first of them fail with these codes, and how they end. */
function attempts(codes: readonly string[], isWindows: boolean): [number, string] {
  let made = 0;
  const rename = () => {
    const code = codes[made++];
    if (code !== undefined) throw Object.assign(new Error(code), { code });
  };
  try {
    replaceFile('a', 'b', { rename, isWindows, wait: () => {} });
    return [made, 'renamed'];
  } catch (error) {
    return [made, (error as Error).message];
  }
}

test('on Windows a file that somebody looks at is tried again, but not for ever', () => {
  expect(attempts(['EPERM', 'EBUSY', 'EACCES'], true)).toEqual([4, 'renamed']);
  expect(attempts(Array(100).fill('EPERM'), true)).toEqual([9, 'EPERM']);
});

test('another cause ends it at once, and so does any elsewhere', () => {
  expect(attempts(['ENOSPC'], true)).toEqual([1, 'ENOSPC']);
  expect(attempts(['EPERM'], false)).toEqual([1, 'EPERM']);
});
