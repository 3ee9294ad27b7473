import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../src/config/config.ts';
import { indexSnapshot } from '../../src/facts/snapshot.ts';
import {
  changedFiles,
  highestSprint,
  journalOf,
  journalPath,
  nextState,
  readJournalAt,
  readState,
  sprintNumbers,
  sprintOfJournal,
} from '../../src/facts/sprint.ts';
import type { Change } from '../../src/git/diff.ts';
import { files, snapshotOf } from '../helpers/memory.ts';

const config = defaultConfig;
const notes = (sprint: number | string) => ({ 'PO_NOTES.md': `\`\`\`yaml\nsprint_id: ${sprint}\n\`\`\`\n` });
const journal = (sprint: number) => ({ [journalPath(config, sprint)]: '- who: PO\n' });
const read = (given: Parameters<typeof snapshotOf>[0], inherited: number | null = null) =>
  readState(config, snapshotOf(given), inherited);

describe('the journal of a sprint lies in its folder', () => {
  test.each([
    ['docs/sprints/S3/INTERACTIONS.yaml', 3],
    ['docs/sprints/S123456789012345/INTERACTIONS.yaml', 123456789012345],
    ['docs/sprints/S1234567890123456/INTERACTIONS.yaml', null],
    ['docs/sprints/S03/INTERACTIONS.yaml', null],
    ['docs/sprints/S0/INTERACTIONS.yaml', null],
    ['docs/sprints/S3x/INTERACTIONS.yaml', null],
    ['docs/sprints/xS3/INTERACTIONS.yaml', null],
    ['docs/sprints/s3/INTERACTIONS.yaml', null],
    ['docs/sprints/S3/INTERACTIONS.yaml.orig', null],
    ['docs/sprints/S3/a/INTERACTIONS.yaml', null],
    ['other/docs/sprints/S3/INTERACTIONS.yaml', null],
    ['docs/sprints/S3/PLAN.md', null],
    ['docs/sprint_/S3/INTERACTIONS.yaml', null],
    ['docs/sprints/S3/INTERACTIONS.json', null],
    ['docs/sprints/INTERACTIONS.yaml', null],
  ])('%s: %s', (path, expected) => {
    expect(sprintOfJournal(config, path)).toBe(expected);
    if (expected !== null) expect(journalPath(config, expected)).toBe(path);
  });
});

describe('N of a snapshot', () => {
  test('is told by the header, else by the highest folder', async () => {
    expect(await read({ ...notes(3), ...journal(4) })).toMatchObject({ sprint: 3, journal: null });
    expect(await read({ ...journal(9), ...journal(10) })).toMatchObject({ sprint: 10, journal: { mode: '100644' } });
    expect(await read({ 'PO_NOTES.md': 'No sprint.', ...journal(4) })).toMatchObject({ sprint: 4 });
    expect(await read({ ...notes(3), ...journal(3) })).toMatchObject({ sprint: 3, journal: { mode: '100644' } });
  });

  test('is unknown otherwise, or of a commit in a range what its parent has', async () => {
    expect(await read({ 'app.ts': '' })).toMatchObject({ sprint: null, journal: null });
    expect(await read({ 'app.ts': '' }, 3)).toMatchObject({ sprint: 3, journal: null });
    expect(await read(notes(4), 3)).toMatchObject({ sprint: 4 });
    // A header that can't be read names none, whatever folders there are.
    expect(await read({ ...notes('three'), ...journal(4) })).toMatchObject({ sprint: null });
    expect(await read({ ...notes('three'), ...journal(4) }, 3)).toMatchObject({ sprint: 3 });
  });

  test('is not told by a folder where the notes should be, or a file where the sprint’s folder should be', async () => {
    expect(await read({ 'PO_NOTES.md/a': '', ...journal(4) })).toMatchObject({ notes: null, sprint: 4 });
    expect(await read({ 'docs/sprints/S5': '', ...journal(4) })).toMatchObject({ sprint: 4 });
  });
});

test('a folder counts where any file lies in it', async () => {
  const others = { 'docs/sprints/S013/a': '', 'docs/sprints/S14': '' };
  const tree = snapshotOf({ ...journal(4), 'docs/sprints/S12/deep/er/a': '', ...others });
  expect(await sprintNumbers(config, tree)).toEqual([12, 4]);
  expect(await highestSprint(config, tree)).toBe(12);
  expect(await highestSprint(config, snapshotOf({}))).toBe(null);
  // As in an index: a folder stays listed once its last file is gone.
  const gone = [{ path: 'docs/sprints/S12/deep/er/a', before: null, after: null }];
  expect(await highestSprint(config, indexSnapshot(tree, gone))).toBe(4);
});

describe('the state after a change is as if it were read anew', () => {
  const file = (path: string, before: boolean, after: boolean): Change => {
    const entry = { mode: '100644', oid: '0' };
    return { path, before: before ? entry : null, after: after ? entry : null };
  };

  async function next(
    before: Parameters<typeof snapshotOf>[0],
    after: Parameters<typeof snapshotOf>[0],
    changes: readonly Change[],
    isMade = true,
  ) {
    const snapshot = snapshotOf(after);
    const state = await nextState(config, snapshot, await read(before), changes, isMade);
    expect(state.snapshot).toBe(snapshot);
    return state;
  }

  const path = journalPath(config, 3);

  test('where the header names the sprint', async () => {
    const before = { ...notes(3), ...journal(3) };
    expect(await next(before, { ...before, 'app.ts': '' }, [file('app.ts', false, true)])).toMatchObject({
      ...{ sprint: 3, journal: { mode: '100644' } },
    });
    expect(await next(before, notes(3), [file(path, true, false)])).toMatchObject({ sprint: 3, journal: null });
    expect((await next(before, before, [file(path, true, true)])).journal).toMatchObject({ oid: '0' });
    const two = [file('app.ts', false, true), file(path, true, false)];
    expect((await next(before, { ...notes(3), 'app.ts': '' }, two)).journal).toBe(null);
    const renamed = [file('app.ts', false, true), file('PO_NOTES.md', true, true)];
    expect((await next(before, { ...before, ...notes(4) }, renamed)).sprint).toBe(4);
    expect(await next(before, { ...before, ...notes(4) }, [file('PO_NOTES.md', true, true)])).toMatchObject({
      ...{ sprint: 4, journal: null },
    });
    const folder = { ...before, 'docs/sprints/S4/PLAN.md': '' };
    expect((await next(before, folder, [file('docs/sprints/S4/PLAN.md', false, true)])).sprint).toBe(3);
  });

  test('where a folder does', async () => {
    const opened = [file(journalPath(config, 4), false, true)];
    expect((await next(journal(3), { ...journal(3), ...journal(4) }, opened)).sprint).toBe(4);
    expect((await next(journal(3), { ...journal(3), 'docs/x': '' }, [file('docs/x', false, true)])).sprint).toBe(3);
  });

  test('where nothing does, a commit that is made is in the sprint before', async () => {
    const gone = [file(path, true, false)];
    expect((await next(journal(3), {}, gone)).sprint).toBe(3);
    expect((await next(journal(3), {}, gone, false)).sprint).toBe(null);
    expect((await next({}, { 'app.ts': '' }, [file('app.ts', false, true)])).sprint).toBe(null);
  });

  test('and nothing is read where the change leaves alone what names the sprint', async () => {
    const never = () => Promise.reject(new Error('read'));
    const unread = { files, entry: never, list: never };
    const changes = [file('app.ts', false, true)];
    const sprintAfter = async (before: Parameters<typeof snapshotOf>[0]) =>
      (await nextState(config, unread, await read(before), changes, true)).sprint;
    expect(await sprintAfter({ ...notes(3), ...journal(3) })).toBe(3);
    expect(await sprintAfter(journal(3))).toBe(3);
    expect(await sprintAfter({})).toBe(null);
  });

  test('of a root commit', async () => {
    const state = await nextState(config, snapshotOf(journal(3)), null, [], true);
    expect(state).toMatchObject({ sprint: 3, notes: null });
    expect((await nextState(config, snapshotOf({}), null, [], true)).sprint).toBe(null);
  });
});

test('the journal is read where it is one', async () => {
  const found = async (given: Parameters<typeof snapshotOf>[0]) => (await journalOf(config, await read(given)))?.state;
  expect(await found({ ...notes(3), ...journal(3) })).toBe('read');
  expect(await found(notes(3))).toBe(undefined);
  expect(await found({ ...notes(3), [`${journalPath(config, 3)}/a`]: '' })).toBe(undefined);
  expect(await found({})).toBe(undefined);
  const link = { [journalPath(config, 3)]: { mode: '120000', target: 'elsewhere' } };
  expect(await found({ ...notes(3), ...link })).toBe('unreadable');
  const at = async (given: Parameters<typeof snapshotOf>[0]) => readJournalAt(config, snapshotOf(given), 3);
  expect(await at(journal(3))).toMatchObject({ state: 'read', sprint: 3, path: journalPath(config, 3) });
  expect(await at(journal(4))).toBe(null);
  expect(await at({ [`${journalPath(config, 3)}/a`]: '' })).toBe(null);
});

test('of all that changes, notes and journals are read', () => {
  const entry = (oid: string) => ({ mode: '100644', oid });
  const changes = ['PO_NOTES.md', 'app.ts', journalPath(config, 4)].map((path) => ({
    path,
    before: null,
    after: entry(path),
  }));
  const gone = { path: journalPath(config, 3), before: entry('before'), after: null };
  const both = { path: journalPath(config, 5), before: entry('old'), after: entry('new') };
  const read = changedFiles(config, [...changes, gone, both]).map(({ oid }) => oid);
  expect(read).toEqual(['PO_NOTES.md', journalPath(config, 4), 'before', 'old', 'new']);
});
