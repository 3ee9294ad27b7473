import { expect, test } from 'vitest';
import { ask, config, reply } from '../helpers/commit-facts.ts';
import { commitOf, factsOfTip, withFacts } from '../helpers/commits.ts';
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
  // The sprint's is one of those that were changed, and stands there once.
  expect((await facts(commit([a, b], 'one', before), before)).journals.map(({ path }) => path)).toEqual([
    journalPath(3),
  ]);
  const without = { 'docs/sprints/S4/PLAN.md': '', [second]: journal(a, b) };
  expect((await facts(commitOf(repository, { files: without, parents: [before] }), before)).journals).toMatchObject([
    { path: second },
  ]);
});

test('the journal that a commit deletes can be got back from its first parent, where that is in the same sprint', async () => {
  const deletedFrom = async (files: Readonly<Record<string, string>>, parent: string) => {
    const tip = commitOf(repository, { files, parents: [parent] });
    const { journalDeletedFrom } = await facts(tip, parent);
    return journalDeletedFrom?.replace(tip.slice(0, 10), 'tip') ?? null;
  };
  const plan = { 'docs/sprints/S3/PLAN.md': '' };
  const notes = (sprint: number) => ({ 'PO_NOTES.md': `\`\`\`yaml\nsprint_id: ${sprint}\n\`\`\`\n` });
  expect(await deletedFrom(plan, base)).toBe('tip~1');
  expect(await deletedFrom({ ...plan, [journalPath(3)]: journal(a) }, base)).toBe(null);
  expect(await deletedFrom(plan, commitOf(repository, { files: plan }))).toBe(null);
  const folder = commitOf(repository, { files: { ...plan, [`${journalPath(3)}/a`]: '' } });
  expect(await deletedFrom(plan, folder)).toBe(null);
  const next = commitOf(repository, { files: { ...notes(4), [journalPath(3)]: journal(a) } });
  expect(await deletedFrom(notes(3), next)).toBe(null);
});

test('the paths that may change after the freeze are those that the config names', async () => {
  const files = { [journalPath(3)]: journal(a, b), 'app.ts': 'two', 'docs/a.md': '' };
  const tip = commitOf(repository, { files, parents: [base] });
  const allowed = await withFacts(
    repository,
    [tip, base],
    (all) => all.get(tip)?.allowedAfterFreeze,
    config({ allowAfterFreeze: ['docs/*'] }),
  );
  expect([...(allowed ?? [])]).toEqual(['docs/a.md']);
});

test('a file in the place of a folder that leads to the journal is why there is none', async () => {
  const absence = async (path: string) => {
    const files = { 'PO_NOTES.md': '```yaml\nsprint_id: 3\n```\n', [path]: '' };
    return (await facts(commitOf(repository, { files, parents: [base] }), base)).journalAbsence;
  };
  expect(await absence('docs/sprints')).toEqual({ folder: 'docs/sprints', is: 'a file' });
  expect(await absence('docs/sprints/S3')).toEqual({ folder: 'docs/sprints/S3', is: 'a file' });
  expect(await absence('docs/sprints/S3/PLAN.md')).toBe('nowhere');
});
