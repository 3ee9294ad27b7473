import { describe, expect, test } from 'vitest';
import type { Start } from '../../src/facts/facts.ts';
import { ask, minute, start } from '../helpers/commit-facts.ts';
import { commitOf, factsOfTip, type Given, withFacts } from '../helpers/commits.ts';
import { Scratch } from '../helpers/scratch.ts';
import { journal, journalPath } from '../helpers/sprint.ts';

const repository = new Scratch();
const commit = (files: Given['files'], ...parents: readonly string[]) => commitOf(repository, { files, parents });
const time = (minutes: number) => new Date(start.at + minutes * minute).toISOString();

/** The files of a sprint whose header says that it began `header` minutes after T of sprint 3, and its journal `when`. */
function files(header: number | null, when: number | null, sprint = 3): Given['files'] {
  const startedAt = header === null ? '' : `started_at: ${time(header)}\n`;
  return {
    'PO_NOTES.md': `\`\`\`yaml\nsprint_id: ${sprint}\n${startedAt}\`\`\`\n`,
    ...(when !== null && { [journalPath(sprint)]: journal(ask('opened', { when: time(when) })) }),
  };
}

const told = (found: Start | null | undefined) => found && `${(found.at - start.at) / minute} ${found.source}`;

const factsOf = (tip: string, ...excluded: readonly string[]) => factsOfTip(repository, tip, ...excluded);
const factsOfAll = (tip: string, ...oids: readonly string[]) =>
  withFacts(repository, [tip], (facts) => [...oids, tip].map((oid) => facts.get(oid)));

describe('T of a commit in a range', () => {
  test('is the earliest that it and those before it tell', async () => {
    const first = commit(files(2, 3));
    const second = commit(files(1, 3), first);
    const third = commit(files(4, 3), second);
    const fourth = commit(files(null, null), third);
    const fifth = commit(files(null, null), fourth);
    const all = await factsOfAll(fifth, first, second, third, fourth);
    const later = Array.from({ length: 4 }, () => '1 header');
    expect(all.map((each) => told(each?.sprint?.start))).toEqual(['2 header', ...later]);
    expect(all.map((each) => told(each?.ownStart))).toEqual(['2 header', '1 header', '4 header', null, null]);
    // A parent is what its own files tell; where they tell nothing, what was known.
    expect(all.map((each) => told(each?.parents[0]?.start))).toEqual([
      ...[undefined, '2 header', '1 header', '4 header', '1 header'],
    ]);
  });

  test('is what the journal tells once the header has none', async () => {
    const first = commit(files(2, 3));
    const second = commit(files(null, 3), first);
    const found = await factsOf(second, first);
    expect([told(found.ownStart), told(found.sprint?.start), told(found.parents[0]?.start)]).toEqual([
      ...['3 journal', '2 header', '2 header'],
    ]);
  });

  test('follows each parent of a merge', async () => {
    const root = commit({});
    const [ours, theirs] = [commit(files(2, null), root), commit(files(1, null), root)];
    const merge = commit(files(2, null), ours, theirs);
    const found = await factsOf(merge, root);
    expect(told(found.sprint?.start)).toBe('1 header');
    expect(found.parents.map((parent) => told(parent.start))).toEqual(['2 header', '1 header']);
  });

  test('is of its own sprint alone', async () => {
    const first = commit(files(1, null));
    const next = commit(files(30, null, 4), first);
    const found = await factsOf(next);
    expect(found.sprint).toMatchObject({ id: 4, freezeAt: start.at + 52 * minute });
    expect(found.parents).toMatchObject([{ sprint: 3, start: { at: start.at + minute } }]);
  });

  test('of what the range does not hold is what its own files tell, not those before them', async () => {
    const first = commit(files(1, null));
    const second = commit(files(2, null), first);
    const third = commit(files(3, null), second);
    expect(told((await factsOf(third, second)).sprint?.start)).toBe('2 header');
    expect(told((await factsOf(third, first)).sprint?.start)).toBe('1 header');
  });

  test('is not told by a header that can’t be read, while the journal still tells the T that counts', async () => {
    const broken = { ...files(null, 3), 'PO_NOTES.md': '```yaml\nsprint_id: 3\nstarted_at: soon\n```\n' };
    const found = await factsOf(commit(broken));
    expect([told(found.ownStart), told(found.sprint?.start)]).toEqual([null, '3 journal']);
  });
});

test('a commit without a sprint of its own is in that of its first parent', async () => {
  const first = commit(files(1, 1));
  const other = commit(files(1, 1, 4), first);
  const none = commit({ 'app.ts': '' }, first, other);
  expect((await factsOf(none)).sprint?.id).toBe(3);
  expect((await factsOf(commit({ 'app.ts': '' }))).sprint).toBe(null);
});

test('without a header, the sprint is the highest that has files', async () => {
  const both = { [journalPath(2)]: journal(ask('two')), [journalPath(11)]: journal(ask('eleven')) };
  const first = commit(both);
  const second = commit({ [journalPath(2)]: journal(ask('two')) }, first);
  expect((await factsOfAll(second, first)).map((facts) => facts?.sprint?.id)).toEqual([11, 2]);
});

test('a commit that opens a sprint knows whether the last one’s newest ask was answered', async () => {
  const opened = (...entries: readonly object[]) => {
    const before = { [journalPath(3)]: journal(...(entries as readonly Record<string, unknown>[])) };
    const first = commit({ ...files(1, 1), ...before });
    return commit({ ...files(30, 30, 4), ...before }, first);
  };
  const yes = { who: 'PO', topic: 'Sprint S3', reply: 'OK' };
  expect((await factsOf(opened(ask('a')))).unanswered).toEqual({ sprint: 3, journal: journalPath(3) });
  expect((await factsOf(opened(ask('a'), yes, ask('b')))).unanswered).toMatchObject({ sprint: 3 });
  expect((await factsOf(opened(ask('a'), yes))).unanswered).toBe(null);
  // Nothing was asked in a journal that is empty, or gone.
  expect((await factsOf(opened())).unanswered).toBe(null);
  expect((await factsOf(commit(files(30, 30, 4), commit(files(1, 1))))).unanswered).toBe(null);
  const same = commit(files(1, 1), commit(files(1, 1)));
  expect((await factsOf(same)).unanswered).toBe(null);
});

test('a merge opens a sprint where no parent of it is in that sprint', async () => {
  const first = commit(files(1, 1));
  const [next, more] = [
    { ...files(1, 1), ...files(30, 30, 4) },
    { ...files(1, 1), 'app.ts': '' },
  ];
  const [opened, other] = [commit(next, first), commit(more, first)];
  expect((await factsOf(commit(next, other, opened), opened)).unanswered).toBe(null);
  expect((await factsOf(commit(next, other, first), first)).unanswered).toMatchObject({ sprint: 3 });
});

test('base holds the journal of the commit’s sprint, though base is in another', async () => {
  const both = { ...files(1, 1), [journalPath(4)]: journal(ask('four')) };
  const first = commit(both);
  const holds = async (given: Given['files']) => (await factsOf(commit(given, first), first)).baseHoldsJournal;
  expect(await holds({ ...both, ...files(30, null, 4) })).toBe(true);
  expect(await holds({ ...both, ...files(30, 30, 5) })).toBe(false);
  expect(await holds(both)).toBe(true);
  expect((await factsOf(first)).baseHoldsJournal).toBe(false);
});

test('a commit is compared with its first parent, by its own name in ten digits', async () => {
  const tip = commit(files(1, 1));
  expect((await factsOf(tip)).baseName).toBe(`${tip.slice(0, 10)}~1`);
});

test('a commit that nothing leads to is read for its files alone, and dated', async () => {
  const tip = commit(files(1, 1), commit({ 'app.ts': '' }));
  const { facts } = await withFacts(repository, [tip, tip], (_, lineage) => lineage.alone(tip));
  expect(facts).toMatchObject({ oid: tip, branch: 'work', author: null, committedAt: start.at + 5 * minute });
  expect(facts).toMatchObject({ sprint: { id: 3 }, journal: { path: journalPath(3) }, parents: [], merge: false });
  expect([facts.changes, facts.journalChanges]).toEqual([[], []]);
});

test('what is no commit that the clone has can’t be read', async () => {
  const tip = commit({ 'app.ts': '' });
  const ancestor = (oid: string) => withFacts(repository, [tip], (_, lineage) => lineage.ancestor(oid));
  await expect(ancestor('1'.repeat(40))).rejects.toMatchObject({ code: 'shallow' });
  await expect(ancestor(repository.git('rev-parse', `${tip}^{tree}`))).rejects.toMatchObject({ code: 'shallow' });
});

describe('the first sprint began', () => {
  /** As a range of one commit tells it, with the journals of another set of files. */
  const firstStart = (range: Given['files'], end: Given['files']) =>
    withFacts(repository, [commit(range)], async (_, lineage) => {
      const { state } = await lineage.ancestor(commit(end));
      return told(await lineage.firstSprintStart(state));
    });
  const nothing = { 'app.ts': '' };

  test.each<[string, Given['files'], Given['files'], string | null]>([
    ['when the range says so', files(30, 31, 4), nothing, '30 header'],
    [
      'when the lowest journal of the other files says so',
      files(30, 31, 4),
      { ...files(null, 7, 1), ...files(null, 9, 5) },
      '7 journal',
    ],
    ['when their header says so', files(30, 31, 4), files(2, 3), '2 header'],
    ['with the earlier of the two', files(1, 1), files(null, 7, 1), '1 header'],
    ['never, where neither is in a sprint', nothing, nothing, null],
  ])('%s', async (_, range, end, expected) => {
    expect(await firstStart(range, end)).toBe(expected);
  });
});
