import { expect, test } from 'vitest';
import type { MadeCommit } from '../../src/facts/facts.ts';
import { mend } from '../../src/words/mend.ts';
import { madeCommit } from '../helpers/commit-facts.ts';

const reset = ['git reset --soft 6e1a6d1a2b', 'CHANGE', 'git commit'];

test.each<[string, MadeCommit | null, ...(string | RegExp)[]]>([
  ['being made', null, 'CHANGE'],
  ['the tip', madeCommit({ followedBy: 'nothing' }), 'CHANGE', 'git commit --amend --no-edit'],
  [
    'a merge at the tip',
    madeCommit({ followedBy: 'nothing', isMerge: true }),
    'CHANGE',
    'git commit --amend --no-edit',
  ],
  [
    'followed by commits',
    madeCommit({ branch: 'sprints' }),
    'git switch --detach 1f6f8ac2b3',
    'CHANGE',
    'git commit --amend --no-edit',
    'git rebase --onto HEAD 1f6f8ac2b3 sprints',
    /conflict|conflit/,
  ],
  ['followed by merges', madeCommit({ followedBy: 'merges' }), /merges|fusions/, ...reset],
  ['a merge, followed by commits', madeCommit({ isMerge: true }), /merges|fusions/, ...reset],
  [
    'followed by merges, without a base',
    madeCommit({ followedBy: 'merges', base: null }),
    /merges|fusions/,
    'git update-ref -d HEAD',
    'CHANGE',
    'git commit',
  ],
])('a commit that is %s', (_, commit, ...expected) => {
  const matching = expected.map((line) => (typeof line === 'string' ? line : expect.stringMatching(line)));
  for (const language of ['en', 'fr'] as const) expect(mend(language, commit, 'CHANGE').split('\n')).toEqual(matching);
});
