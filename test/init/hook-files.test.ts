import { describe, expect, test } from 'vitest';
import { withHookLines } from '../../src/init/hook-files.ts';

describe('a hook that is there', () => {
  test.each([
    ['has all', 'pre-commit', 'lint-staged\nsprint-check pre-commit\n', 'lint-staged\nsprint-check pre-commit\n'],
    [
      'calls both by npx',
      'pre-commit',
      'npx lint-staged\nnpx sprint-check pre-commit',
      'npx lint-staged\nnpx sprint-check pre-commit',
    ],
    [
      'lacks lint-staged',
      'pre-commit',
      'npm test\nsprint-check pre-commit\n',
      'npm test\nlint-staged\nsprint-check pre-commit\n',
    ],
    ['lacks the checker', 'pre-commit', 'npx lint-staged', 'npx lint-staged\nsprint-check pre-commit\n'],
    [
      'has it in a comment',
      'pre-merge-commit',
      '# sprint-check pre-merge-commit\n',
      '# sprint-check pre-merge-commit\nsprint-check pre-merge-commit\n',
    ],
    ['is empty', 'pre-merge-commit', '', 'sprint-check pre-merge-commit\n'],
    [
      'loads an older husky',
      'pre-push',
      '#!/usr/bin/env sh\n. "$(dirname -- "$0")/_/husky.sh"\n\nnpm test\n',
      '#!/usr/bin/env sh\n. "$(dirname -- "$0")/_/husky.sh"\nsprint-check pre-push "$@"\n\nnpm test\n',
    ],
  ] as const)('and %s', (_, hook, present, expected) => {
    expect(withHookLines(hook, present, '')).toBe(expected);
  });

  test('and belongs to a package in a subfolder runs the lines there alone', () => {
    expect(withHookLines('pre-push', 'make test\n', 'my app')).toBe(
      `(cd 'my app' && sprint-check pre-push "$@")\nmake test\n`,
    );
  });
});

test('lines are found again in what they made', () => {
  for (const folder of ['', 'apps/web']) {
    for (const present of [null, 'make test\n']) {
      const once = withHookLines('pre-commit', present, folder);
      expect(withHookLines('pre-commit', once, folder)).toBe(once);
    }
  }
});
