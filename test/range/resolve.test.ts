import { afterAll, describe, expect, test } from 'vitest';
import { openGit } from '../../src/git/git.ts';
import { ObjectReader } from '../../src/git/objects.ts';
import type { Request } from '../../src/range/ci.ts';
import type { Repository } from '../../src/range/range.ts';
import { commitAt, contains, defaultBranch, requireCommit } from '../../src/range/refs.ts';
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
  return { scratch, repository: { context, git: openGit(context), objects, now: 0 }, ref };
}

const { scratch, repository, ref } = opened();
const commit = (name: string, ...parents: readonly string[]) => commitOf(scratch, { files: { [name]: '' }, parents });
const root = commit('root');
const main = commit('main', root);
const one = commit('one', root);
const two = commit('two', one);
const unrelated = commit('unrelated');
const unknown = '1'.repeat(40);
const local = { oldTip: null, pushed: false, tipAlone: false };

describe('a commit', () => {
  test('is found by any name of it', async () => {
    ref('tags/light', one);
    scratch.git('tag', '--annotate', '--message=One', 'annotated', one);
    for (const name of [one, 'light', 'annotated', `${two}^`]) expect(await commitAt(repository, name)).toBe(one);
    expect(await commitAt(repository, 'nowhere')).toBe(null);
    expect(await commitAt(repository, `${one}^{tree}`)).toBe(null);
  });

  test('that is required and not here is a failure, which names what to fetch', async () => {
    expect(await requireCommit(repository, two)).toBe(two);
    const help = (name: string, ...rest: [string?]) =>
      requireCommit(repository, name, ...rest).catch(({ code, words }) => [code, words.en.help, words.fr.help]);
    expect(await help('nowhere')).toEqual([
      'unknown-revision',
      'git fetch --all   then try again',
      'git fetch --all   puis réessayez',
    ]);
    expect((await help(unknown, 'origin work'))?.[1]).toBe('git fetch origin work   then try again');
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

  test('is unknown where nothing was fetched, or the remote is not known', async () => {
    expect(await defaultBranch(repository, 'origin')).toBe(null);
    ref('remotes/origin/other', first);
    expect(await defaultBranch(repository, 'origin')).toBe(null);
    expect(await defaultBranch(repository, 'upstream')).toBe(null);
    expect(await defaultBranch(repository)).toBe(null);
  });

  test('is what its HEAD names, else main or master', async () => {
    ref('remotes/origin/master', first);
    expect(await defaultBranch(repository, 'origin')).toEqual({ branch: 'master', tip: first });
    ref('remotes/origin/main', second);
    expect(await defaultBranch(repository, 'origin')).toEqual({ branch: 'main', tip: second });
    scratch.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/other');
    expect(await defaultBranch(repository, 'origin')).toEqual({ branch: 'other', tip: first });
    // One that leads nowhere, or out of the remote, tells nothing.
    scratch.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/gone');
    expect(await defaultBranch(repository, 'origin')).toEqual({ branch: 'main', tip: second });
    scratch.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/heads/work');
    expect(await defaultBranch(repository, 'origin')).toEqual({ branch: 'main', tip: second });
  });

  test('is found by the remote’s URL, also that of its pushes', async () => {
    scratch.git('config', 'remote.my.fork.pushurl', 'git@example.org:fork.git');
    ref('remotes/my.fork/main', first);
    expect(await defaultBranch(repository, 'https://git.example.org/shop.git')).toEqual({
      branch: 'main',
      tip: second,
    });
    expect(await defaultBranch(repository, 'git@example.org:fork.git')).toEqual({ branch: 'main', tip: first });
    expect(await defaultBranch(repository, 'git@example.org:other.git', 'my.fork')).toEqual({
      branch: 'main',
      tip: first,
    });
  });
});

test('a range that is named goes from the one to the other, and is to become part of the first', async () => {
  expect(await namedRange(repository, root, two)).toEqual({
    ...local,
    ...{ tip: two, base: root, excluded: [root], destination: root, branch: null },
  });
  await expect(namedRange(repository, 'nowhere', two)).rejects.toMatchObject({ code: 'unknown-revision' });
  await expect(namedRange(repository, root, 'nowhere')).rejects.toMatchObject({ code: 'unknown-revision' });
});

describe('a request', () => {
  const request: Request = {
    ...{ kind: 'request' as const, baseRef: null, baseTip: main, head: two, headRef: 'refs/pull/7/head' },
    ...{ headBranch: 'work', baseBranch: 'main', title: 'Sprint S3' },
  };
  const range = { ...local, tip: two, base: root, excluded: [main], branch: 'work', pushed: true };

  test('brings what its base does not have, and is to become part of it', async () => {
    expect(await requestedRange(repository, request)).toEqual({ ...range, destination: main });
    ref('remotes/origin/main', one);
    expect(await requestedRange(repository, { ...request, baseRef: 'refs/remotes/origin/main' })).toEqual({
      ...range,
      destination: one,
    });
    ref('remotes/origin/main');
    expect(await requestedRange(repository, { ...request, baseRef: 'refs/remotes/origin/main' })).toEqual({
      ...range,
      destination: main,
    });
  });

  test('from an unrelated history has no base', async () => {
    expect(await requestedRange(repository, { ...request, head: unrelated })).toMatchObject({ base: null });
  });

  test('whose commits are not here says how to fetch them', async () => {
    const help = (given: object) =>
      requestedRange(repository, { ...request, ...given }).catch(({ words }) => words.en.help as string);
    expect(await help({ head: unknown })).toBe('git fetch origin refs/pull/7/head   then try again');
    expect(await help({ head: unknown, headRef: null })).toBe('git fetch --all   then try again');
    expect(await help({ baseTip: unknown })).toBe('git fetch --all   then try again');
  });
});

describe('a push in CI', () => {
  const pushed = { kind: 'push', ref: 'refs/heads/work', before: one, after: two, defaultBranch: null } as const;
  const range = { ...local, tip: two, branch: 'work', pushed: true };

  test('brings what the branch did not have', async () => {
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
    const made = { ...pushed, before: null };
    expect(await pushedRange(repository, made, 'work', two)).toEqual({
      ...range,
      ...{ base: root, excluded: [main], destination: main, oldTip: null },
    });
    expect(await pushedRange(repository, { ...made, defaultBranch: 'main' }, 'main', two)).toEqual({
      ...range,
      ...{ base: null, excluded: [], destination: null, oldTip: null, branch: 'main' },
    });
    ref('remotes/origin/main');
  });

  test('whose old tip is not here says how to fetch it', async () => {
    const refused = pushedRange(repository, { ...pushed, before: unknown }, 'work', two);
    await expect(refused).rejects.toMatchObject({
      words: { en: { help: `git fetch origin ${unknown}   then try again` } },
    });
  });
});

describe('outside CI', () => {
  const { scratch, repository, ref } = opened();

  test('an unborn HEAD has nothing to check yet', async () => {
    await expect(localRange(repository, 'HEAD', 'work')).rejects.toMatchObject({
      ...{ code: 'unknown-revision', words: { en: { help: 'git commit' }, fr: { help: 'git commit' } } },
    });
    await expect(localRange(repository, 'nowhere', null)).rejects.toMatchObject({
      words: { en: { help: 'git fetch --all   then try again' } },
    });
  });

  test('HEAD alone is judged where nothing is known to compare with', async () => {
    const first = scratch.commit({ a: '' });
    expect(await localRange(repository, 'HEAD', 'work')).toEqual({
      ...local,
      ...{ tip: first, base: null, excluded: [], destination: null, branch: 'work', tipAlone: true },
    });
    const second = scratch.commit({ b: '' });
    expect(await localRange(repository, second, null)).toEqual({
      ...local,
      ...{ tip: second, base: first, excluded: [first], destination: first, branch: null, tipAlone: true },
    });
  });

  test('else what upstream does not have, or the default branch', async () => {
    const [second, first] = scratch.git('rev-list', 'HEAD').split('\n') as [string, string];
    const third = scratch.commit({ c: '' });
    const range = { ...local, tip: third, branch: 'work' };
    ref('remotes/origin/main', first);
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
});
