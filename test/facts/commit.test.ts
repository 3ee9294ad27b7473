import { expect, test } from 'vitest';
import { ask, reply } from '../helpers/commit-facts.ts';
import { commitOf, factsOfTip } from '../helpers/commits.ts';
import { Scratch } from '../helpers/scratch.ts';
import { type Fields, journal, journalPath } from '../helpers/sprint.ts';

const repository = new Scratch();
const [a, b, yes] = [ask('a'), ask('b'), reply('yes')];

/** A commit whose journal of sprint 3 holds these entries, or this text, beside some code. */
function commit(content: readonly Fields[] | string, code: string, ...parents: readonly string[]): string {
  const text = typeof content === 'string' ? content : journal(...content);
  return commitOf(repository, { files: { [journalPath(3)]: text, 'app.ts': code }, parents, at: 7 });
}

const base = commit([a], 'one');
const facts = (tip: string, ...excluded: readonly string[]) => factsOfTip(repository, tip, ...excluded);

test('an answer commit, and one that leaves the journal unreadable, have one parent', async () => {
  const kinds = async (tip: string) => {
    const { answer, unfinished, merge } = await facts(tip, base);
    return { answer, unfinished, merge };
  };
  const none = { answer: false, unfinished: false, merge: false };
  expect(await kinds(commit([a, yes], 'one', base))).toEqual({ ...none, answer: true });
  expect(await kinds(commit([a, b], 'one', base))).toEqual(none);
  expect(await kinds(commit([a, yes], 'two', base))).toEqual(none);
  expect(await kinds(commit('broken: [\n', 'one', base))).toEqual({ ...none, unfinished: true });
  expect(await kinds(commit('broken: [\n', 'two', base))).toEqual(none);
  const [ours, theirs] = [commit([a, b], 'one', base), commit([a], 'two', base)];
  expect(await kinds(commit([a, b, yes], 'two', ours, theirs))).toEqual({ ...none, merge: true });
  expect(await kinds(commit('broken: [\n', 'two', ours, theirs))).toEqual({ ...none, merge: true });
});

test('of a commit that is made, nothing is known of disk and command line', async () => {
  const found = await facts(commit([a], 'two', base), base);
  expect(found).toMatchObject({ journalNotAdded: false, mayAmend: false, onlyPaths: false, closing: null });
  expect(found.at).toBe(found.committedAt);
});

test('the journals to judge are the sprint’s, and all that were changed and are still there', async () => {
  const [second, other] = [journalPath(2), journalPath(1)];
  const before = commitOf(repository, { files: { [journalPath(3)]: journal(a), [second]: '', [other]: '' } });
  const files = { [journalPath(3)]: journal(a), [second]: journal(b) };
  const found = await facts(commitOf(repository, { files, parents: [before] }), before);
  expect(found.journals.map(({ path }) => path)).toEqual([journalPath(3), second]);
  expect(found.journal?.path).toBe(journalPath(3));
  expect(found.journalAbsence).toBe(null);
});
