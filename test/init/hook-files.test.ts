import { describe, expect, test } from 'vitest';
import { hookNames, withHookLines } from '../../src/init/hook-files.ts';

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
    expect(withHookLines('pre-push', 'npm test\n', { folder: 'my app', runner: '' })).toBe(
      `(cd 'my app' && sprint-check pre-push "$@")\nnpm test\n`,
    );
  });
});

describe('a pre-commit that changes the folder', () => {
  test.each([
    ['on a line of its own', '', 'npm test\ncd api\nnpm test\n'],
    ['before a command', '', 'npm test\ncd api && npm test\n'],
    ['in a chain of commands', '', 'npm run lint && \\\ncd api && \\\nnpm test\n'],
    ['in a block', '', 'if [ -d api ]\nthen\n\n  cd api && npm test\nfi\n'],
    ['in a line that is a block', '', 'if [ -d api ]; then cd api; npm test; fi'],
    ['under the name of its shell', '#!/bin/sh\n', 'cd api\n'],
  ])('%s gets the lines in front of all of its own', (_, above, below) => {
    expect(withHookLines('pre-commit', above + below, root)).toBe(
      `${above}lint-staged\nsprint-check pre-commit\n${below}`,
    );
  });

  test.each([
    '(npm ci && cd api)\n',
    'root=$(cd "$(dirname "$0")/.." && pwd)\n',
    '# cd api\n',
    'npm test # ; cd api\n',
  ])('for no line below gets them at its end: %j', (present) => {
    expect(withHookLines('pre-commit', present, root)).toBe(`${present}lint-staged\nsprint-check pre-commit\n`);
  });

  test('from the package’s to another gets them in front, too', () => {
    expect(withHookLines('pre-commit', 'cd web\nnpm test\ncd ../api\n', { folder: 'web', runner: '' })).toBe(
      '(cd web && lint-staged)\n(cd web && sprint-check pre-commit)\ncd web\nnpm test\ncd ../api\n',
    );
  });
});

describe('a pre-push', () => {
  test.each([
    'git lfs pre-push "$@"',
    'git-lfs pre-push "$@"',
    'while read -r ref; do :; done',
    'refs=$(cat)',
    'refs=`cat`',
    'xargs echo',
    './scripts/pre-push.sh "$@"',
    'node scripts/guard.js',
    'make guard',
  ])('with %s has what git tells it given back', (line) => {
    expect(withHookLines('pre-push', `${line}\n`, { folder: 'web', runner: '' })).toBe(
      `refs=$(cat)
printf '%s\\n' "$refs" | (cd web && sprint-check pre-push "$@")
[ -z "$refs" ] || exec <<REFS
$refs
REFS
${line}
`,
    );
  });

  test.each(['npm run read-me', '# cat', 'echo concat'])('with %s, which reads nothing, gets one line', (line) => {
    expect(withHookLines('pre-push', `${line}\n`, root)).toBe(`sprint-check pre-push "$@"\n${line}\n`);
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
    for (const hook of hookNames) {
      for (const present of [null, 'make test\n', 'cd api\ncat\n']) {
        const once = withHookLines(hook, present, place);
        expect(withHookLines(hook, once, place)).toBe(once);
      }
    }
  }
});
