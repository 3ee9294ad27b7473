import { describe, expect, test } from 'vitest';
import { withHookLines } from '../../src/init/hook-files.ts';

const root = { folder: '', runner: '' };

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
    [
      'has all in lines that end in CRLF',
      'pre-push',
      'sprint-check pre-push "$@"\r\n',
      'sprint-check pre-push "$@"\r\n',
    ],
    ['is empty', 'pre-merge-commit', '', 'sprint-check pre-merge-commit\n'],
    [
      'is husky 8’s, which starts it anew',
      'pre-push',
      '#!/bin/sh\n. "$(dirname -- "$0")/_/husky.sh"\n\nnpm test\n',
      '#!/bin/sh\n. "$(dirname -- "$0")/_/husky.sh"\nsprint-check pre-push "$@"\n\nnpm test\n',
    ],
    ['starts with its shell', 'pre-push', '#!/bin/sh\nnpm test\n', '#!/bin/sh\nsprint-check pre-push "$@"\nnpm test\n'],
  ] as const)('and %s', (_, hook, present, expected) => {
    expect(withHookLines(hook, present, root)).toBe(expected);
  });

  test.each(['cd web', 'cd ./web/', 'cd "web"'])('and does %s already goes on from there', (line) => {
    const place = { folder: 'web', runner: '' };
    expect(withHookLines('pre-commit', `${line}\nnpm test\n`, place)).toBe(
      `${line}\nnpm test\nlint-staged\nsprint-check pre-commit\n`,
    );
    expect(withHookLines('pre-push', `${line}\n`, place)).toBe(`(cd web && sprint-check pre-push "$@")\n${line}\n`);
  });

  test('and belongs to a package in a subfolder runs the lines there alone', () => {
    expect(withHookLines('pre-push', 'make test\n', { folder: 'my app', runner: '' })).toBe(
      `(cd 'my app' && sprint-check pre-push "$@")\nmake test\n`,
    );
  });
});

test.each([
  [null, '(cd web && yarn lint-staged)\n(cd web && yarn sprint-check pre-commit)\n'],
  ['make test\n', 'make test\n(cd web && yarn lint-staged)\n(cd web && yarn sprint-check pre-commit)\n'],
])('a hook that was %j calls by yarn what only yarn finds', (present, expected) => {
  expect(withHookLines('pre-commit', present, { folder: 'web', runner: 'yarn ' })).toBe(expected);
});

test('lines are found again in what they made', () => {
  for (const place of [root, { folder: 'apps/web', runner: 'yarn ' }]) {
    for (const present of [null, 'make test\n']) {
      const once = withHookLines('pre-commit', present, place);
      expect(withHookLines('pre-commit', once, place)).toBe(once);
    }
  }
});
