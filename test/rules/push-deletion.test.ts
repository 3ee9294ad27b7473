import { describe, test } from 'vitest';
import type { PushFacts } from '../../src/facts/facts.ts';
import rule from '../../src/rules/push-deletion.ts';
import { type Expected, expectFound } from '../helpers/commit-facts.ts';

const push: PushFacts = {
  branch: 'work',
  deletion: true,
  contained: false,
  remote: 'origin',
  defaultBranch: 'main',
  late: null,
};

describe('push/deletion', () => {
  test.each<[string, Partial<PushFacts>, ...Expected[]]>([
    [
      'of what is merged nowhere',
      {},
      { data: { branch: 'work' }, mend: 'help', says: /deletes work,.*merge work into/ },
    ],
    ['of a branch with slashes', { branch: 'a/refs/heads/b' }, { data: { branch: 'a/refs/heads/b' } }],
    ['of what the default branch contains', { contained: true }],
    ['none', { deletion: false }],
  ])('%s', (_, given, ...expected) => {
    expectFound(rule, rule.check, { ...push, ...given }, expected);
  });
});
