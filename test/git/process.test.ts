import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { currentBranch, shortName } from '../../src/git/head.ts';
import { gitResult, runGit } from '../../src/git/process.ts';
import { Scratch, scratchFolder } from '../helpers/scratch.ts';

const repository = new Scratch();
const first = repository.commit({ a: 'a' });
const second = repository.commit({ b: 'b' });
const elsewhere = scratchFolder();
const context = repository.context();

describe('gitResult and runGit', () => {
  test.each([
    [['rev-parse', 'HEAD'], 0, `${second}\n`, ''],
    [['merge-base', '--is-ancestor', second, first], 1, '', ''],
    [['rev-parse', '--verify', 'nowhere'], 128, '', 'fatal: Needed a single revision\n'],
  ])('git %j ends with %i', async (args, exitCode, output, errors) => {
    const result = await gitResult(context, args);
    expect(result).toEqual({ exitCode, output, errors });
    if (exitCode === 0) expect(await runGit(context, args)).toBe(output);
    else await expect(runGit(context, args)).rejects.toMatchObject({ code: 'git' });
  });

  test('output is UTF-8, to the last line feed, and input is fed', async () => {
    const name = (await runGit(context, ['hash-object', '-w', '--stdin'], 'é\0\r\n\n')).trim();
    expect(await runGit(context, ['cat-file', 'blob', name])).toBe('é\0\r\n\n');
  });

  test('input that git does not read is no failure of its own', async () => {
    expect(await runGit(context, ['rev-parse', 'HEAD'], 'x'.repeat(1_000_000))).toHaveLength(41);
  });

  test.each([
    ['git-missing', { PATH: elsewhere }, repository.path],
    ['not-a-repository', {}, elsewhere],
  ])('%s', async (code, environment, directory) => {
    await expect(runGit(repository.context(environment, directory), ['status'])).rejects.toMatchObject({ code });
  });
});

describe('the environment of git', () => {
  const replaced = new Scratch();
  const base = replaced.commit({ a: 'a' });
  const tip = replaced.commit({ b: 'b' });
  const forged = replaced.git('commit-tree', '-m', 'forged', `${base}^{tree}`);
  const grafts = join(replaced.path, '.git/info/grafts');
  mkdirSync(join(replaced.path, '.git/info'), { recursive: true });

  const count = async (environment = {}) =>
    (await runGit(replaced.context(environment), ['rev-list', '--count', tip])).trim();

  test('replace refs are ignored', async () => {
    replaced.git('replace', tip, forged);
    expect(replaced.git('rev-list', '--count', tip)).toBe('1');
    expect(await count()).toBe('2');
    replaced.git('replace', '--delete', tip);
  });

  test('grafts are ignored, those of the environment too', async () => {
    writeFileSync(grafts, `${tip}\n`);
    expect(replaced.git('rev-list', '--count', tip)).toBe('1');
    expect(await count()).toBe('2');
    expect(await count({ GIT_GRAFT_FILE: grafts })).toBe('2');
  });

  test.each(['GIT_ICASE_PATHSPECS', 'GIT_LITERAL_PATHSPECS', 'GIT_NOGLOB_PATHSPECS', 'GIT_GLOB_PATHSPECS'])(
    '%s bends no pathspec',
    async (name) => {
      const args = ['ls-files', '--', ':(top,literal)a', ':(top,literal)B', ':(top,literal)*'];
      expect(await runGit(repository.context({ [name]: '1' }), args)).toBe('a\n');
    },
  );
});

describe('currentBranch', () => {
  const branches = new Scratch();

  test('of an unborn HEAD, a branch with slashes, a detached HEAD', async () => {
    expect(await currentBranch(branches.context())).toBe('work');
    const commit = branches.commit({ 'folder/a': 'a' });
    branches.git('switch', '--quiet', '--create', 'feat/é');
    expect(await currentBranch(branches.context())).toBe('feat/é');
    branches.git('switch', '--quiet', '--detach', commit);
    expect(await currentBranch(branches.context())).toBeNull();
    branches.git('switch', '--quiet', 'work');
  });

  test('from a subfolder, a linked work tree, and by GIT_DIR', async () => {
    expect(await currentBranch(branches.context({}, join(branches.path, 'folder')))).toBe('work');
    const tree = join(elsewhere, 'tree');
    branches.git('worktree', 'add', '--quiet', '-b', 'hotfix', tree);
    expect(await currentBranch(branches.context({}, tree))).toBe('hotfix');
    expect(await currentBranch(branches.context({ GIT_DIR: join(branches.path, '.git') }, tree))).toBe('work');
  });

  test.each([
    ['refs/heads/work', 'work'],
    ['refs/heads/a/b', 'a/b'],
    ['refs/tags/work', null],
    ['work', null],
  ])('the short name of %s', (ref, name) => {
    expect(shortName(ref)).toBe(name);
  });
});
