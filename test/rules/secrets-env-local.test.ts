import { describe, test } from 'vitest';
import type { Change } from '../../src/git/diff.ts';
import rule from '../../src/rules/secrets-env-local.ts';
import { change, commitFacts, type Expected, expectFound, oid } from '../helpers/commit-facts.ts';

describe('secrets/env-local', () => {
  test.each<[string, Change[], ...Expected[]]>([
    [
      'added',
      [change('.env.local', 'A')],
      {
        file: '.env.local',
        data: { oid: null },
        says: /^This commit .*git rm --cached -f "\.env\.local" node/,
        dit: /^Ce commit .*git rm --cached -f "\.env\.local" node/,
      },
    ],
    ['changed', [change('.env.local')], { file: '.env.local' }],
    [
      'in folders',
      [change('a/.env.local'), change('a/b c/.env.local')],
      { file: 'a/.env.local' },
      { file: 'a/b c/.env.local' },
    ],
    ['taken out', [change('.env.local', 'D')]],
    [
      'other names',
      ['.env', '.env.local.example', 'x.env.local', '.env.local/a', 'env.local'].map((path) => change(path)),
    ],
    ['nothing', []],
  ])('%s', (_, changes, ...expected) => {
    expectFound(rule, rule.check, commitFacts({ changes }), expected);
  });

  test('in a commit of a range, the keys are lost', () => {
    const says = /^Commit 1f6f8ac2b3 .*\| .*keys.*git rm --cached/;
    expectFound(rule, rule.check, commitFacts({ oid, changes: [change('.env.local')] }), [
      { data: { oid }, says, dit: /^Le commit .*changez les clés.*git rm --cached/ },
    ]);
  });
});
