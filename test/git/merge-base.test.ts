import { expect, test } from 'vitest';
import { mergeBase } from '../../src/git/merge-base.ts';
import { commitOf } from '../helpers/commits.ts';
import { Scratch } from '../helpers/scratch.ts';

const scratch = new Scratch();
const commit = (name: string, ...parents: readonly string[]) => commitOf(scratch, { files: { [name]: '' }, parents });
const base = (...commits: readonly string[]) => mergeBase(scratch.context(), ...commits);

test('the merge base of three commits is what all of them have', async () => {
  const root = commit('root');
  const shared = commit('shared', root);
  const [one, two, three] = [commit('one', shared), commit('two', shared), commit('three', root)];
  expect(await base(one, two)).toBe(shared);
  expect(await base(one, two, three)).toBe(root);
  expect(await base(three, one, two)).toBe(root);
  expect(await base(one, commit('unrelated'))).toBe(null);
});
