import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { authorOf, readIndexCommit } from '../../src/facts/index-commit.ts';
import { ObjectReader } from '../../src/git/objects.ts';
import { ask } from '../helpers/commit-facts.ts';
import { commitOf } from '../helpers/commits.ts';
import { Scratch } from '../helpers/scratch.ts';
import { type Fields, journal, journalPath } from '../helpers/sprint.ts';

const path = journalPath(3);
const [a, b] = [ask('a'), ask('b')];
const log = (...entries: readonly Fields[]) => ({ [path]: journal(...entries) });
const committed = Date.parse('2026-11-22T14:00:00Z');
const now = committed + 10_000;

const repository = new Scratch();
const first = repository.commit({ 'README.md': '' });
const head = repository.commit({ 'app.ts': 'one\n', ...log(a) });

beforeEach(() => {
  repository.git('reset', '--quiet', '--hard', head);
  repository.git('clean', '--quiet', '-d', '--force');
});

async function read(environment: NodeJS.ProcessEnv = {}, { at = now, merging = false, from = repository } = {}) {
  const context = from.context(environment);
  const objects = new ObjectReader(context);
  try {
    return await readIndexCommit(context, objects, at, merging);
  } finally {
    objects.close();
  }
}

async function facts(...given: Parameters<typeof read>) {
  const { facts: found } = await read(...given);
  if (!found) throw new Error('the branch is not judged');
  return found;
}

const stage = (files: Readonly<Record<string, string>>) => repository.write(files).git('add', '--all');
const paths = ({ changes }: Awaited<ReturnType<typeof facts>>) => changes.map((change) => change.path);

test('what is staged is compared with HEAD, and what is on disk alone is not looked at', async () => {
  stage({ 'app.ts': 'two\n', ...log(a, b) });
  repository.write({ 'README.md': 'later\n' });
  const found = await facts();
  expect(paths(found)).toEqual(['app.ts', path]);
  expect(found).toMatchObject({ oid: null, now, committedAt: now, branch: 'work', merge: false, sprint: { id: 3 } });
  expect(found.parents).toMatchObject([{ sprint: 3, committedAt: committed }]);
  expect([found.baseName, found.journalDeletedFrom]).toEqual(['HEAD', null]);
  expect(found.journalChanges).toMatchObject([{ before: [{ entries: [a] }], entries: { entries: [a, b] } }]);
});

test('a first commit is compared with no files at all', async () => {
  const unborn = new Scratch();
  unborn.write({ ...log(a) }).git('add', '--all');
  const found = await facts({}, { from: unborn });
  expect(paths(found)).toEqual([path]);
  expect(found.parents).toEqual([]);
  expect([found.baseName, found.mayAmend]).toEqual(['HEAD', false]);
});

test('a commit whose header names no sprint opens none, whatever HEAD has asked', async () => {
  stage({ 'PO_NOTES.md': '```yaml\nsprint_id: three\n```\n' });
  expect(await facts()).toMatchObject({ sprint: null, parents: [{ sprint: 3 }], unanswered: null });
});

test('a HEAD whose files are damaged can’t be compared with', async () => {
  const damaged = new Scratch();
  damaged.commit(log(a));
  const tree = damaged.git('rev-parse', 'HEAD^{tree}');
  rmSync(join(damaged.path, '.git/objects', tree.slice(0, 2), tree.slice(2)));
  await expect(facts({}, { from: damaged })).rejects.toMatchObject({ code: 'git' });
});

describe('an amend', () => {
  const date = (at: number) => ({ GIT_AUTHOR_DATE: `@${at / 1000} +0200` });
  const parents = async (...given: Parameters<typeof read>) => (await facts(...given)).parents;

  test('is told by HEAD’s author date, and compared with what HEAD follows', async () => {
    stage({ 'app.ts': 'two\n' });
    const found = await facts(date(committed));
    expect(found.parents).toMatchObject([{ sprint: null }]);
    expect(paths(found)).toEqual(['app.ts', path]);
    expect([found.baseName, found.mayAmend]).toEqual(['HEAD~1', false]);
  });

  test('is none with another date, or within a second of HEAD', async () => {
    const isNew = [{ sprint: 3 }];
    expect(await parents(date(committed + 1000))).toMatchObject(isNew);
    expect(await parents({ GIT_AUTHOR_DATE: '' })).toMatchObject(isNew);
    expect(await parents({ GIT_AUTHOR_DATE: `on @${committed / 1000} +0200` })).toMatchObject(isNew);
    expect(await parents(date(committed), { at: committed + 1100 })).toMatchObject(isNew);
    expect(await parents(date(committed), { at: committed + 1101 })).toMatchObject([{ sprint: null }]);
  });

  test('that deletes the journal which HEAD brought can get it back from HEAD', async () => {
    const deletedFrom = async (environment = {}) => (await facts(environment)).journalDeletedFrom;
    stage({ 'docs/sprints/S3/PLAN.md': '' });
    expect(await deletedFrom(date(committed))).toBe(null);
    repository.git('rm', '--quiet', '--cached', path);
    expect(await deletedFrom(date(committed))).toBe('HEAD');
    expect(await deletedFrom()).toBe('HEAD');
    // Neither the commit before HEAD nor HEAD has a journal of sprint 4.
    stage({ 'docs/sprints/S4/PLAN.md': '' });
    expect(await deletedFrom(date(committed))).toBe(null);
  });

  test('alone deletes a journal that is not of HEAD’s sprint', async () => {
    repository.commit({ 'PO_NOTES.md': '```yaml\nsprint_id: 4\n```\n' });
    stage({ 'PO_NOTES.md': '```yaml\nsprint_id: 3\n```\n' });
    repository.git('rm', '--quiet', path);
    expect((await facts()).journalDeletedFrom).toBe(null);
  });

  test('of a root commit follows nothing', async () => {
    const root = new Scratch();
    root.commit(log(a));
    expect(await parents(date(committed), { from: root })).toEqual([]);
  });

  test('of a merge follows all that it merged', async () => {
    const merge = commitOf(repository, { files: log(a), parents: [head, first] });
    repository.git('reset', '--quiet', '--hard', merge);
    const { authoredAt } = { authoredAt: Date.parse(repository.git('log', '-1', '--format=%aI')) };
    expect(await parents(date(authoredAt), { at: authoredAt + 60_000 })).toMatchObject([
      { sprint: 3 },
      { sprint: null },
    ]);
  });

  test('may have been meant where HEAD is by the same author, unless a merge is under way', async () => {
    const by = async (GIT_AUTHOR_EMAIL: string | undefined) => (await facts({ GIT_AUTHOR_EMAIL })).mayAmend;
    expect(await by('dev@example.com')).toBe(true);
    expect(await by('po@example.com')).toBe(false);
    expect(await by(undefined)).toBe(false);
    writeFileSync(join(repository.path, '.git/MERGE_HEAD'), `${first}\n`);
    expect(await by('dev@example.com')).toBe(false);
    rmSync(join(repository.path, '.git/MERGE_HEAD'));
  });
});

describe('a merge', () => {
  const other = commitOf(repository, { files: { ...log(b), 'app.ts': 'one\n', 'README.md': '' }, parents: [head] });
  const third = commitOf(repository, { files: { 'third.ts': '' }, parents: [first] });
  const file = join(repository.path, '.git/MERGE_HEAD');

  test('follows HEAD and all that MERGE_HEAD names', async () => {
    writeFileSync(file, `${other}\n${third}\n`);
    const found = await facts();
    expect(found.merge).toBe(true);
    expect(found.parents).toMatchObject([{ sprint: 3 }, { sprint: 3 }, { sprint: null }]);
    expect(found.journalChanges).toMatchObject([{ before: [{ entries: [a] }, { entries: [b] }, { entries: [] }] }]);
    // HEAD is not amended by it, whatever its date.
    expect((await facts({ GIT_AUTHOR_DATE: `@${committed / 1000} +0000` })).parents).toHaveLength(3);
    rmSync(file);
  });

  test('that concludes at once is named by GITHEAD_<oid>, to pre-merge-commit alone', async () => {
    const environment = {
      [`GITHEAD_${other}`]: 'side',
      [`GITHEAD_${third.toUpperCase()}`]: 'third',
      GITHEAD_x: 'none',
    };
    expect((await facts(environment, { merging: true })).parents).toHaveLength(3);
    expect((await facts(environment)).parents).toHaveLength(1);
    expect((await facts({}, { merging: true })).parents).toHaveLength(1);
  });

  test('is told by MERGE_HEAD where no such variable stands', async () => {
    writeFileSync(file, `${other}\n`);
    const environment = { [`MY_GITHEAD_${third}`]: 'side', [`GITHEAD_${third}_`]: 'side' };
    expect((await facts(environment, { merging: true })).parents).toHaveLength(2);
    rmSync(file);
  });

  test('is not told by a branch of the name MERGE_HEAD', async () => {
    repository.git('update-ref', 'refs/heads/MERGE_HEAD', other);
    expect((await facts()).parents).toHaveLength(1);
    repository.git('update-ref', '-d', 'refs/heads/MERGE_HEAD');
  });
});

test('a branch that is not judged has no facts', async () => {
  repository.commit({ '.sprint-checkrc.json': '{"branches": ["main"]}' });
  expect(await read()).toMatchObject({ branch: 'work', facts: null, policy: { configChanged: false } });
  repository.git('checkout', '--quiet', '--detach');
  expect((await read()).facts).not.toBe(null);
  repository.git('checkout', '--quiet', 'work');
});

describe('what lies on disk beside the index', () => {
  test('a journal that is not tracked', async () => {
    repository.git('rm', '--quiet', path);
    expect((await facts()).journalAbsence).toBe(null);
    stage({ 'docs/sprints/S3/PLAN.md': '' });
    expect((await facts()).journalAbsence).toBe('nowhere');
    repository.write(log(a));
    expect((await facts()).journalAbsence).toBe('untracked');
    rmSync(join(repository.path, path));
    repository.write({ [`${path}/a`]: '' });
    expect((await facts()).journalAbsence).toBe('nowhere');
    rmSync(join(repository.path, path), { recursive: true });
  });

  test('a link, another repository, or a file, where the sprint’s folder should be', async () => {
    const absence = async (mode: string, oid: string) => {
      repository.git('update-index', '--add', '--replace', '--cacheinfo', `${mode},${oid},docs/sprints/S3`);
      return (await facts()).journalAbsence;
    };
    stage({ 'PO_NOTES.md': '```yaml\nsprint_id: 3\n```\n' });
    expect(await absence('120000', repository.blob('elsewhere'))).toEqual({ folder: 'docs/sprints/S3', is: 'a link' });
    expect(await absence('160000', head)).toEqual({ folder: 'docs/sprints/S3', is: 'a submodule' });
    expect(await absence('100644', repository.blob(''))).toEqual({ folder: 'docs/sprints/S3', is: 'a file' });
  });

  test('a link, or a file, on disk alone in the place of a folder that leads to the journal', async () => {
    repository.git('rm', '--quiet', path);
    stage({ 'docs/sprints/S3/PLAN.md': '' });
    rmSync(join(repository.path, 'docs/sprints'), { recursive: true });
    symlinkSync('../real', join(repository.path, 'docs/sprints'));
    expect((await facts()).journalAbsence).toEqual({ folder: 'docs/sprints', is: 'a link' });
    rmSync(join(repository.path, 'docs'), { recursive: true });
    repository.write({ docs: '' });
    expect((await facts()).journalAbsence).toEqual({ folder: 'docs', is: 'a file' });
    repository.git('reset', '--quiet', head);
    expect((await facts()).journalAbsence).toBe(null);
  });

  test('the next sprint, once it has a journal, for which a folder is none', async () => {
    const next = async (name: string) => {
      repository.write({ [`${journalPath(4)}${name}`]: journal(b) });
      return (await facts()).nextNotAdded;
    };
    expect(await next('/a')).toBe(false);
    rmSync(join(repository.path, journalPath(4)), { recursive: true });
    expect(await next('')).toBe(true);
  });

  test('changes of the journal’s entries that are not staged', async () => {
    const notAdded = async (text: string) => {
      repository.write({ [path]: text });
      return (await facts()).journalNotAdded;
    };
    expect(await notAdded(journal(a))).toBe(false);
    expect(await notAdded(`# a comment\n${journal(a)}`)).toBe(false);
    expect(await notAdded(journal(a, b))).toBe(true);
    // What can't be read has no entries to add.
    expect(await notAdded('broken: [')).toBe(false);
    rmSync(join(repository.path, path));
    expect((await facts()).journalNotAdded).toBe(false);
  });

  test('is not looked at once the journal is staged', async () => {
    stage(log(a, b));
    repository.write(log(a, b, a));
    expect((await facts()).journalNotAdded).toBe(false);
  });

  test('is looked at though the journal of another sprint is staged', async () => {
    stage({ [journalPath(2)]: journal(b) });
    repository.write(log(a, b));
    expect((await facts()).journalNotAdded).toBe(true);
  });

  test('a commit of some paths has an index of its own', async () => {
    const only = async (name: string) => {
      repository.git('read-tree', `--index-output=.git/${name}`, 'HEAD');
      return (await facts({ GIT_INDEX_FILE: join(repository.path, '.git', name) })).onlyPaths;
    };
    expect(await only('next-index-123.lock')).toBe(true);
    expect(await only('other-index')).toBe(false);
    mkdirSync(join(repository.path, '.git/next-index-123'));
    expect(await only('next-index-123/other')).toBe(false);
    expect((await facts()).onlyPaths).toBe(false);
  });
});

test('the author is whom git names to the hook, or would take', async () => {
  expect(await authorOf(repository.context({ GIT_AUTHOR_EMAIL: 'po@example.com' }))).toBe('po@example.com');
  expect(await authorOf(repository.context())).toBe('dev@example.com');
  expect((await facts({ GIT_AUTHOR_EMAIL: 'po@example.com' })).author).toBe('po@example.com');
  expect((await facts()).author).toBe(null);
  repository.commit({ '.sprint-checkrc.json': '{"po": ["po@example.com"]}' });
  expect((await facts()).author).toBe('dev@example.com');
});

test('a shallow clone that lacks what HEAD follows can’t tell an amend', async () => {
  const clone = new Scratch();
  clone.git('fetch', '--quiet', '--depth=1', `file://${repository.path}`, head);
  clone.git('reset', '--quiet', '--hard', 'FETCH_HEAD');
  const environment = { GIT_AUTHOR_DATE: `@${committed / 1000} +0000` };
  // git shows a shallow commit as a root commit; its object still names what it follows.
  await expect(facts(environment, { from: clone })).rejects.toMatchObject({ code: 'shallow' });
  expect((await facts({}, { from: clone })).parents).toHaveLength(1);
});
