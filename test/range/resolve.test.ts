import { afterAll, describe, expect, test } from 'vitest';
import { Files } from '../../src/facts/files.ts';
import { readCommit } from '../../src/git/commit.ts';
import { openGit } from '../../src/git/git.ts';
import { ObjectReader } from '../../src/git/objects.ts';
import type { Request } from '../../src/range/ci.ts';
import { type Repository, withRepository } from '../../src/range/range.ts';
import { commitAt, contains, defaultBranch, remoteOf, requireCommit } from '../../src/range/refs.ts';
import { localRange, namedRange, pushedRange, requestedRange } from '../../src/range/resolve.ts';
import { commitOf } from '../helpers/commits.ts';
import { Scratch } from '../helpers/scratch.ts';

/** A repository with a remote `origin` that nobody asks, and branches of it that were fetched. */
function opened(): { scratch: Scratch; repository: Repository; ref: (name: string, oid?: string) => void } {
  const scratch = new Scratch();
  const context = scratch.context();
  const objects = new ObjectReader(context);
  afterAll(() => objects.close());
  scratch.git('remote', 'add', 'origin', 'https://git.example.org/shop.git');
  const ref = (name: string, oid?: string) =>
    void (oid ? scratch.git('update-ref', `refs/${name}`, oid) : scratch.git('update-ref', '-d', `refs/${name}`));
  return { scratch, repository: { context, git: openGit(context), objects, files: new Files(objects), now: 0 }, ref };
}

const { scratch, repository, ref } = opened();
const commit = (name: string, ...parents: readonly string[]) => commitOf(scratch, { files: { [name]: '' }, parents });
const root = commit('root');
const main = commit('main', root);
const one = commit('one', root);
const two = commit('two', one);
const unrelated = commit('unrelated');
const unknown = '1'.repeat(40);
const local = { oldTip: null, remote: 'origin', local: true, pushed: false, tipAlone: false };
const remote = { ...local, local: false, pushed: true };

describe('a commit', () => {
  test('is found by any name of it', async () => {
    ref('tags/light', one);
    scratch.git('tag', '--force', '--annotate', '--message=One', 'annotated', one);
    for (const name of [one, 'light', 'annotated', `${two}^`]) expect(await commitAt(repository, name)).toBe(one);
    expect(await commitAt(repository, 'nowhere')).toBe(null);
    expect(await commitAt(repository, `${one}^{tree}`)).toBe(null);
  });

  test('that is required and not here is a failure, which names what to fetch', async () => {
    expect(await requireCommit(repository, two)).toBe(two);
    const help = (name: string, ...rest: [string?]) =>
      requireCommit(repository, name, ...rest).catch(({ code, words }) => [code, words.en[1], words.fr[1]]);
    expect(await help('nowhere')).toEqual([
      'unknown-revision',
      'check the name; if the commit was made elsewhere: git fetch --all',
      'vérifiez le nom ; si le commit a été fait ailleurs : git fetch --all',
    ]);
    expect(await help(unknown)).toEqual([
      'unknown-revision',
      `git fetch origin ${unknown}   then try again`,
      `git fetch origin ${unknown}   puis réessayez`,
    ]);
    expect((await help(unknown, 'origin work'))?.[1]).toBe('git fetch origin work   then try again');
  });

  test('that only a branch of the remote names is meant by that', async () => {
    ref('remotes/origin/topic', one);
    await expect(requireCommit(repository, 'topic')).rejects.toMatchObject({
      words: {
        en: [expect.anything(), 'did you mean: origin/topic'],
        fr: [expect.anything(), 'vouliez-vous dire : origin/topic'],
      },
    });
    ref('remotes/origin/topic');
  });

  test.each([
    ['main..HEAD', 'main', 'HEAD'],
    ['v1.0...', 'v1.0', 'HEAD'],
    ['..my topic', 'HEAD', '"my topic"'],
  ])('is one, which %s is not', async (range, from, to) => {
    await expect(requireCommit(repository, range)).rejects.toMatchObject({
      code: 'usage',
      words: { en: [expect.stringContaining(range), `npx sprint-check --from ${from} --to ${to}`] },
    });
  });

  test('contains another that it reaches, itself included', async () => {
    expect(await contains(repository, two, one)).toBe(true);
    expect(await contains(repository, two, two)).toBe(true);
    expect(await contains(repository, one, two)).toBe(false);
    expect(await contains(repository, two, unrelated)).toBe(false);
  });
});

describe('the default branch of a remote', () => {
  const { scratch, repository, ref } = opened();
  const [first, second] = [scratch.commit({ a: '' }), scratch.commit({ b: '' })];

  /** That of `origin`, or of another remote, where these branches of it were fetched, and its HEAD may name one. */
  async function found(refs: Readonly<Record<string, string>>, head: string | null = null, ...names: string[]) {
    const known = scratch.git('for-each-ref', '--format=%(refname:lstrip=1)', 'refs/remotes').split('\n');
    if (head) scratch.git('symbolic-ref', 'refs/remotes/origin/HEAD', head);
    for (const name of known.filter((each) => each !== '' && !each.endsWith('/HEAD'))) ref(name);
    for (const [name, oid] of Object.entries(refs)) ref(`remotes/${name}`, oid);
    const branch = await defaultBranch(repository, ...(names.length > 0 ? names : ['origin']));
    if (head) scratch.git('symbolic-ref', '--delete', 'refs/remotes/origin/HEAD');
    return branch;
  }

  test('is unknown where nothing was fetched', async () => {
    expect(await found({})).toBe(null);
    expect(await found({ 'origin/other': first })).toBe(null);
    expect(await defaultBranch(repository)).toBe(null);
  });

  test('is what its HEAD names, else main or master', async () => {
    const both = { 'origin/master': first, 'origin/main': second };
    const main = { branch: 'main', tip: second };
    expect(await found({ 'origin/master': first })).toEqual({ branch: 'master', tip: first });
    expect(await found(both)).toEqual(main);
    const other = { ...both, 'origin/other': first };
    expect(await found(other, 'refs/remotes/origin/other')).toEqual({ branch: 'other', tip: first });
    // One that leads nowhere, or out of the remote, tells nothing.
    expect(await found(both, 'refs/remotes/origin/gone')).toEqual(main);
    expect(await found(both, 'refs/heads/work')).toEqual(main);
  });

  test('is found by the remote’s URL, also that of its pushes', async () => {
    scratch.git('config', 'no.remote.side.url', 'git@example.org:fork.git');
    scratch.git('config', 'remote.my.fork.pushurl', 'git@example.org:fork.git');
    const fetched = { 'origin/main': second, 'my.fork/main': first };
    const of = (...names: string[]) => found(fetched, null, ...names);
    expect(await of('https://git.example.org/shop.git')).toEqual({ branch: 'main', tip: second });
    expect(await of('git@example.org:fork.git')).toEqual({ branch: 'main', tip: first });
    expect(await of('git@example.org:other.git', 'my.fork')).toEqual({ branch: 'main', tip: first });
  });
});

test('the remote is the one that the range names, its upstream’s, the only one, or else origin', async () => {
  const of = (remote: string | null, branch: string | null) => remoteOf(repository, { remote, branch });
  expect(await of('named', 'work')).toBe('named');
  scratch.git('config', 'branch.theirs.remote', 'hub');
  expect(await of(null, 'theirs')).toBe('origin');
  scratch.git('config', 'remote.hub.url', 'git@example.org:hub.git');
  expect(await of(null, 'theirs')).toBe('hub');
  expect(await of(null, 'work')).toBe('origin');
  scratch.git('config', '--unset', 'remote.hub.url');
});

test('a range that is named goes from the one to the other, and is to become part of the first', async () => {
  expect(await namedRange(repository, root, two)).toEqual({
    ...{ ...local, remote: null },
    ...{ tip: two, base: root, excluded: [root], destination: root, branch: null },
  });
  expect(await namedRange(repository, root, two, 'work')).toMatchObject({ branch: 'work' });
  await expect(namedRange(repository, 'nowhere', two)).rejects.toMatchObject({ code: 'unknown-revision' });
  await expect(namedRange(repository, root, 'nowhere')).rejects.toMatchObject({ code: 'unknown-revision' });
});

describe('a request', () => {
  const request: Request = {
    ...{ kind: 'request' as const, baseRef: null, baseTip: main, head: two, headRef: 'refs/pull/7/head' },
    ...{ headBranch: 'work', baseBranch: 'main', title: 'Sprint S3' },
  };
  const range = { ...remote, tip: two, base: root, excluded: [main], branch: 'work' };

  test('brings what its base does not have, and is to become part of it', async () => {
    ref('remotes/origin/main');
    expect(await requestedRange(repository, request)).toEqual({ ...range, destination: main });
    ref('remotes/origin/main', one);
    expect(await requestedRange(repository, { ...request, baseRef: 'refs/remotes/origin/main' })).toEqual({
      ...range,
      destination: one,
    });
  });

  test('whose base branch is not here says how to fetch it', async () => {
    ref('remotes/origin/main');
    const refused = requestedRange(repository, { ...request, baseRef: 'refs/remotes/origin/main' });
    await expect(refused).rejects.toMatchObject({
      words: { en: [expect.anything(), 'git fetch origin main:refs/remotes/origin/main   then try again'] },
    });
  });

  test('from an unrelated history has no base', async () => {
    expect(await requestedRange(repository, { ...request, head: unrelated })).toMatchObject({ base: null });
  });

  test('whose commits are not here says how to fetch them', async () => {
    const help = (given: object) =>
      requestedRange(repository, { ...request, ...given }).catch(({ words }) => words.en[1] as string);
    expect(await help({ head: unknown })).toBe('git fetch origin refs/pull/7/head   then try again');
    expect(await help({ baseTip: unknown })).toBe(`git fetch origin ${unknown}   then try again`);
  });
});

describe('a push in CI', () => {
  const pushed = { kind: 'push', ref: 'refs/heads/work', before: one, after: two, defaultBranch: null } as const;
  const range = { ...remote, tip: two, branch: 'work' };

  test('brings what the branch did not have', async () => {
    ref('remotes/origin/main');
    expect(await pushedRange(repository, pushed, 'work', two)).toEqual({
      ...range,
      ...{ base: one, excluded: [one], destination: one, oldTip: one },
    });
  });

  test('and the default branch does not have, whose name the job tells or the clone', async () => {
    ref('remotes/origin/main', main);
    const both = { base: one, excluded: [one, main], destination: one, oldTip: one };
    expect(await pushedRange(repository, { ...pushed, defaultBranch: 'main' }, 'work', two)).toEqual({
      ...range,
      ...both,
    });
    expect(await pushedRange(repository, pushed, 'work', two)).toEqual({ ...range, ...both });
    // Of another branch the clone knows nothing.
    expect(await pushedRange(repository, { ...pushed, defaultBranch: 'trunk' }, 'work', two)).toMatchObject({
      excluded: [one],
    });
    expect(await pushedRange(repository, { ...pushed, defaultBranch: 'main' }, 'main', two)).toMatchObject({
      ...{ excluded: [one], branch: 'main' },
    });
  });

  test('of a new branch goes on from the default branch, or from nothing', async () => {
    ref('remotes/origin/main', main);
    const made = { ...pushed, before: null };
    expect(await pushedRange(repository, made, 'work', two)).toEqual({
      ...range,
      ...{ base: root, excluded: [main], destination: main, oldTip: null },
    });
    expect(await pushedRange(repository, { ...made, defaultBranch: 'main' }, 'main', two)).toEqual({
      ...range,
      ...{ base: null, excluded: [], destination: null, oldTip: null, branch: 'main' },
    });
  });

  test('whose old tip is not here says how to fetch it', async () => {
    const refused = pushedRange(repository, { ...pushed, before: unknown }, 'work', two);
    await expect(refused).rejects.toMatchObject({
      words: { en: [expect.anything(), `git fetch origin ${unknown}   then try again`] },
    });
  });
});

describe('outside CI', () => {
  const unborn = opened();
  const { scratch, repository, ref } = opened();
  const [first, second, third] = [scratch.commit({ a: '' }), scratch.commit({ b: '' }), scratch.commit({ c: '' })];
  const range = { ...local, tip: third, branch: 'work' };

  test('an unborn HEAD has nothing to check yet', async () => {
    await expect(localRange(unborn.repository, 'HEAD', 'work')).rejects.toMatchObject({
      ...{
        code: 'unknown-revision',
        words: { en: [expect.anything(), 'git commit'], fr: [expect.anything(), 'git commit'] },
      },
    });
    await expect(localRange(unborn.repository, 'nowhere', null)).rejects.toMatchObject({
      words: { en: [expect.anything(), 'check the name; if the commit was made elsewhere: git fetch --all'] },
    });
  });

  test('HEAD alone is judged where nothing is known to compare with', async () => {
    ref('remotes/origin/main');
    ref('remotes/origin/work');
    const alone = { base: second, excluded: [second], destination: second, tipAlone: true };
    expect(await localRange(repository, 'HEAD', 'work')).toEqual({ ...range, ...alone });
    expect(await localRange(repository, third, null)).toEqual({ ...range, ...alone, branch: null });
    const root = { tip: first, base: null, excluded: [], destination: null, tipAlone: true };
    expect(await localRange(repository, first, 'work')).toEqual({ ...range, ...root });
  });

  test('else what upstream does not have, or the default branch', async () => {
    ref('remotes/origin/main', first);
    ref('remotes/origin/work');
    const other = { ...range, base: first, excluded: [first, first], destination: first };
    expect(await localRange(repository, 'HEAD', 'work')).toEqual(other);
    expect(await localRange(repository, 'HEAD', null)).toEqual({ ...other, branch: null });
    scratch.git('config', 'branch.work.remote', 'origin');
    scratch.git('config', 'branch.work.merge', 'refs/heads/work');
    scratch.git('config', 'remote.origin.fetch', '+refs/heads/*:refs/remotes/origin/*');
    // The upstream is gone: it tells nothing.
    expect(await localRange(repository, 'HEAD', 'work')).toEqual(other);
    ref('remotes/origin/work', second);
    expect(await localRange(repository, 'HEAD', 'work')).toEqual({
      ...range,
      ...{ base: second, excluded: [second, first], destination: second },
    });
    // On the default branch itself its upstream is all there is.
    expect(await localRange(repository, 'HEAD', 'main')).toMatchObject({ excluded: [first], branch: 'main' });
  });
});

describe('in a shallow clone', () => {
  const origin = opened();
  const first = origin.scratch.commit({ a: '' });
  const second = origin.scratch.commit({ b: '' });
  const { scratch, repository, ref } = opened();
  scratch.git('fetch', '--quiet', '--depth=1', `file://${origin.scratch.path}`, second);
  scratch.git('reset', '--quiet', '--hard', second);

  test('what is not there is its depth’s fault', async () => {
    const isShallow = { code: 'shallow' };
    await expect(requireCommit(repository, first)).rejects.toMatchObject(isShallow);
    await expect(localRange(repository, 'HEAD', null)).rejects.toMatchObject(isShallow);
    const other = commitOf(scratch, { files: {} });
    ref('remotes/origin/main', other);
    await expect(localRange(repository, 'HEAD', null)).rejects.toMatchObject(isShallow);
  });

  test('what is there is judged', async () => {
    ref('remotes/origin/main', second);
    const third = commitOf(scratch, { files: {}, parents: [second] });
    expect(await localRange(repository, third, null)).toMatchObject({ base: second, tip: third });
  });
});

test('a repository is open as long as it is used', async () => {
  const context = scratch.context();
  const [objects, read] = await withRepository(context, 5, async (opened) => {
    expect(opened).toMatchObject({ context, now: 5 });
    return [opened.objects, await commitAt(opened, one)] as const;
  });
  expect(read).toBe(one);
  await expect(objects.read(one)).rejects.toThrow();
  await expect(readCommit(repository.objects, `${one}^{tree}`)).rejects.toMatchObject({ code: 'shallow' });
  await expect(readCommit(repository.objects, unknown)).rejects.toMatchObject({ code: 'shallow' });
});
