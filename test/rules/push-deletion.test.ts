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
      { data: { branch: 'work' }, mend: 'help', says: /deletes work,.*merge work into.*git merge origin\/work/ },
    ],
    ['by a URL', { remote: null }, { says: /deletes work, whose.*PR$/, dit: /supprime work, dont.*PR$/ }],
    [
      'where the default branch is unknown',
      { defaultBranch: null },
      {
        says: /is not known here\. \| git fetch origin git remote set-head origin --auto$/,
        dit: /on ignore ici si .* \| git fetch origin git remote set-head origin --auto$/,
      },
    ],
    [
      'where it is unknown, by a URL',
      { defaultBranch: null, remote: null },
      { says: /is not known here\. \| name the remote/, dit: /on ignore ici si .* \| donnez un nom/ },
    ],
    [
      'of the default branch itself',
      { defaultBranch: 'work' },
      {
        says: /deletes work, the default branch\. \| make another branch the default.*set-head origin --auto$/,
        dit: /supprime work, la branche par défaut\. \| choisissez d’abord.*set-head origin --auto$/,
      },
    ],
    ['of a branch with slashes', { branch: 'a/refs/heads/b' }, { data: { branch: 'a/refs/heads/b' } }],
    ['of what the default branch contains', { contained: true }],
    ['none', { deletion: false }],
  ])('%s', (_, given, ...expected) => {
    expectFound(rule, rule.check, { ...push, ...given }, expected);
  });
});
