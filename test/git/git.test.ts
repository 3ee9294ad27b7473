import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openGit } from '../../src/git/git.ts';
import { runGit } from '../../src/git/process.ts';
import { Scratch, scratchFolder } from '../helpers/scratch.ts';

const repository = new Scratch();
const first = repository.commit({ a: 'a' });
const second = repository.commit({ b: 'b' });
const elsewhere = scratchFolder();

const git = openGit(repository.context());

describe('how git ends', () => {
  test.each<[string, string[], string | { code: string }]>([
    ['0', ['rev-parse', 'HEAD'], second],
    ['0, having said nothing', ['diff', '--quiet', 'HEAD'], ''],
    ['0, a yes that says nothing', ['merge-base', '--is-ancestor', first, second], ''],
    ['1, having said nothing', ['merge-base', '--is-ancestor', second, first], { code: 'git' }],
    ['1, no such key', ['config', '--get-regexp', '^remote\\.'], { code: 'git' }],
    ['128, no such commit', ['merge-base', first, '0'.repeat(40)], { code: 'git' }],
    ['129, no such option', ['rev-list', '--no-such-option'], { code: 'git' }],
  ])('%s', async (_, args, expected) => {
    const result = git.ask(...args).then(
      (text) => text.trim(),
      ({ code }: { code: string }) => ({ code }),
    );
    expect(await result).toEqual(expected);
  });

  test('1 is a no to a question that may have one', async () => {
    expect(await git.askIfAny('config', '--get', 'no.such')).toBeNull();
    expect(await git.askIfAny('rev-parse', 'HEAD')).toBe(`${second}\n`);
    await expect(git.askIfAny('rev-parse', '--verify', 'nowhere')).rejects.toThrow(/^git failed: fatal: Needed/);
  });

  test('what git said is in the message', async () => {
    await expect(git.ask('rev-parse', '--verify', 'nowhere')).rejects.toThrow(
      /^git failed: fatal: Needed a single revision/,
    );
  });

  test('what is no repository is said to be none', async () => {
    const asked = openGit(repository.context({}, elsewhere)).ask('rev-parse', '--git-dir');
    await expect(asked).rejects.toMatchObject({ code: 'not-a-repository' });
  });

  test('where git is not on the PATH', async () => {
    const asked = openGit(repository.context({ PATH: elsewhere })).ask('version');
    await expect(asked).rejects.toMatchObject({ code: 'git-missing' });
  });
});

describe('the environment of a hook reaches git', () => {
  test('GIT_INDEX_FILE', async () => {
    const index = join(repository.path, '.git/next-index');
    const other = new Scratch();
    other.environment.GIT_DIR = join(repository.path, '.git');
    other.environment.GIT_INDEX_FILE = index;
    other.write({ c: 'c' }).git('add', 'c');
    expect(await openGit(repository.context({ GIT_INDEX_FILE: index })).ask('ls-files')).toBe('c\n');
    expect(await git.ask('ls-files')).toBe('a\nb\n');
  });

  test('GIT_DIR', async () => {
    const context = repository.context({ GIT_DIR: join(repository.path, '.git') }, elsewhere);
    expect((await openGit(context).ask('rev-parse', 'HEAD')).trim()).toBe(second);
  });

  test('the quarantined objects of a push', async () => {
    const quarantine = scratchFolder();
    const objects = join(repository.path, '.git/objects');
    const environment = { GIT_OBJECT_DIRECTORY: quarantine, GIT_ALTERNATE_OBJECT_DIRECTORIES: objects };
    const pushed = new Scratch();
    Object.assign(pushed.environment, environment, { GIT_DIR: join(repository.path, '.git') });
    const oid = pushed.git('commit-tree', '-m', 'pushed', '-p', second, `${second}^{tree}`);
    expect(await openGit(repository.context(environment)).ask('rev-list', '--count', oid)).toBe('3\n');
    await expect(git.ask('rev-list', '--count', oid)).rejects.toMatchObject({ code: 'git' });
  });

  // git sets the first three in hooks, npm sets EDITOR, and the others are everyday settings of users and CI.
  test.each([
    ['GIT_EXEC_PATH', repository.git('--exec-path')],
    ['GIT_CONFIG', '/dev/null'],
    ['GIT_CONFIG_NOSYSTEM', '1'],
    ['GIT_EXTERNAL_DIFF', 'difft'],
    ['GIT_PROXY_COMMAND', 'proxy'],
    ['GIT_SSH', 'plink'],
    ['GIT_EDITOR', ':'],
    ['GIT_CONFIG_PARAMETERS', "'user.name'='Dev'"],
    ['EDITOR', 'vi'],
    ['VISUAL', 'vi'],
    ['PAGER', 'less'],
    ['GIT_PAGER', 'cat'],
    ['GIT_SSH_COMMAND', 'ssh -i key'],
    ['GIT_ASKPASS', '/bin/true'],
    ['SSH_ASKPASS', '/bin/true'],
    ['GIT_SEQUENCE_EDITOR', ':'],
    ['GIT_CONFIG_GLOBAL', '/dev/null'],
    ['GIT_CONFIG_COUNT', '0'],
    ['GIT_TEMPLATE_DIR', '/tmp'],
    ['PREFIX', '/usr'],
  ])('%s keeps it from nothing', async (name, value) => {
    expect(await openGit(repository.context({ [name]: value })).ask('rev-parse', 'HEAD')).toBe(`${second}\n`);
  });

  test('GIT_CONFIG_COUNT counts keys that simple-git refuses', async () => {
    const pairs = [
      ['url.ssh://git@example.org/.insteadOf', 'https://example.org/'],
      ['remote.origin.url', 'https://example.org/tours.git'],
      ['core.sshCommand', 'ssh -i key'],
      ['credential.helper', '!secret'],
      ['safe.directory', '*'],
    ].flatMap(([key, value], index) => [
      [`GIT_CONFIG_KEY_${index}`, key],
      [`GIT_CONFIG_VALUE_${index}`, value],
    ]);
    const context = repository.context({ ...Object.fromEntries(pairs), GIT_CONFIG_COUNT: '5' });
    const config = await openGit(context).ask('config', '--null', '--list');
    expect(config).toContain('remote.origin.url\nhttps://example.org/tours.git\0');
    expect(config).toContain('safe.directory\n*\0');
    expect(config).not.toContain('secret');
  });
});

describe.skipIf(process.platform === 'win32')('git that cannot be started', () => {
  const folder = scratchFolder();
  writeFileSync(join(folder, 'git'), '#!/bin/sh\n', { mode: 0o644 });

  test.each([
    ['it may not be executed', folder, 'EACCES'],
    ['the PATH leads through a file', join(folder, 'git'), 'ENOTDIR'],
  ])('%s', async (_, PATH, cause) => {
    const context = repository.context({ PATH });
    const failure = { code: 'git-not-started', message: expect.stringContaining(cause) };
    await expect(openGit(context).ask('version')).rejects.toMatchObject(failure);
    await expect(runGit(context, ['version'])).rejects.toMatchObject(failure);
  });

  test('the folder is gone', async () => {
    const context = repository.context({}, join(folder, 'gone'));
    await expect(runGit(context, ['version'])).rejects.toMatchObject({ code: 'not-a-repository' });
  });
});
