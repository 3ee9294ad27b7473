import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amending, isAmend, isAmendByWords } from '../../src/facts/amend.ts';
import { Scratch } from '../helpers/scratch.ts';

const repository = new Scratch();
repository.commit({ a: 'a' });
// A file of this name makes `-- --amend` a commit of that file.
repository.commit({ '--amend': '', message: 'x\n' });
repository.write({ gpg: "#!/bin/sh\ncat >/dev/null\necho '[GNUPG:] SIG_CREATED ' >&2\necho signature\n" });
chmodSync(join(repository.path, 'gpg'), 0o755);
repository.git('config', 'gpg.program', join(repository.path, 'gpg'));
repository.git('config', 'core.editor', 'true');
const head = repository.git('rev-parse', 'HEAD');

/** Whether git itself amends HEAD. */
function amends(argv: readonly string[]): boolean {
  repository.write({ '--amend': `${argv.join(' ')}\n` });
  repository.git(...argv.slice(1));
  const parents = repository.git('rev-parse', 'HEAD^@').split('\n');
  repository.git('reset', '--quiet', '--soft', head);
  return !parents.includes(head);
}

const commit = 'git commit --allow-empty';

describe('amends', () => {
  test.each([
    `${commit} --amend -mx`,
    `${commit} --am -mx`,
    `${commit} --amen -mx`,
    `${commit} -mx --amend`,
    `${commit} -m x --amend`,
    `${commit} -qvm x --amend`,
    `${commit} -mx message --amend`,
    `${commit} --no-amend --amend -mx`,
    `${commit} --no-amend --am -mx`,
    `${commit} --amend --no-edit`,
    `${commit} -C HEAD --amend`,
    `${commit} -c HEAD --amend`,
    `${commit} -F message --amend`,
    `${commit} -Fmessage --amend`,
    `${commit} --fil message --amend`,
    `${commit} --reuse HEAD --amend`,
    `${commit} --reuse=HEAD --amend`,
    `${commit} -t message --amend`,
    `${commit} --auth A<a@b> -mx --amend`,
    `${commit} --da now -mx --amend`,
    `${commit} --c strip -mx --amend`,
    `${commit} --trailer a:b -mx --amend`,
    `${commit} --no-author -mx --amend`,
    `${commit} --squash HEAD --amend`,
    `${commit} -uno -mx --amend`,
    `${commit} -u -mx --amend`,
    `${commit} -S -mx --amend`,
    `${commit} -mx --gpg-sign --amend`,
    `${commit} -mx -SDEADBEEF --amend`,
    `${commit} -mx -Sadam --amend`,
    'git -c user.name=x commit --allow-empty -mx --amend',
    'git -C . --no-pager commit --allow-empty -mx --amend',
    'git --git-dir .git --work-tree . commit --allow-empty -mx --amend',
    'git --git-dir=.git --work-tree=. commit --allow-empty -mx --amend',
    'git --namespace x commit --allow-empty -mx --amend',
    'git --config-env user.name=HOME commit --allow-empty -mx --amend',
    'git -p --literal-pathspecs commit --allow-empty -mx --amend',
  ])('%s', (line) => {
    const argv = line.split(' ');
    expect({ amend: isAmend(argv), git: amends(argv) }).toEqual({ amend: true, git: true });
  });
});

describe('makes a new commit', () => {
  test.each([
    `${commit} -mx`,
    `${commit} -m --amend`,
    `${commit} -am --amend`,
    `${commit} -qm --amend`,
    `${commit} -m--amend`,
    `${commit} --message --amend`,
    `${commit} --message=--amend`,
    `${commit} --m --amend`,
    `${commit} --mess --amend`,
    `${commit} --trail --amend -mx`,
    `${commit} -t --amend -mx`,
    `${commit} --templ --amend -mx`,
    `${commit} -F --amend`,
    `${commit} --fil --amend`,
    `${commit} --amend --no-amend -mx`,
    `${commit} --am --no-amend -mx`,
    `${commit} --amend --no-am -mx`,
    `${commit} -mx -- --amend`,
    `${commit} -mx --end-of-options --amend`,
    'git -c alias.x=--amend commit --allow-empty -mx',
  ])('%s', (line) => {
    const argv = line.split(' ');
    expect({ amend: isAmend(argv), git: amends(argv) }).toEqual({ amend: false, git: false });
  });

  test.each(['git', 'git log --amend', 'git rebase --continue', 'git -c commit --amend', 'git -C commit --amend', ''])(
    'no commit at all: "%s"',
    (line) => {
      expect(isAmend(line.split(' '))).toBe(false);
    },
  );
});

test('no command line makes it throw', () => {
  const word = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom(
      '--amend',
      '--am',
      '--no-amend',
      '-m',
      '-am',
      '--',
      '-',
      '--=',
      '---',
      '-=',
      '--message',
      '-C',
      '-S',
    ),
  );
  fc.assert(
    fc.property(fc.array(word), (words) => {
      expect(typeof isAmend(['git', 'commit', ...words])).toBe('boolean');
      expect(typeof isAmend(words)).toBe('boolean');
    }),
  );
});

describe.runIf(process.platform === 'linux')('the processes above', () => {
  test.each<[boolean, string]>([
    [true, 'ca'],
    [true, 'commit --amend --allow-empty -mx'],
    [false, 'commit --allow-empty -m --amend'],
  ])('%s: in a hook of git %s', async (expected, args) => {
    const fifo = join(repository.path, '.git/fifo');
    const hook = join(repository.path, '.git/hooks/pre-commit');
    repository.write({ '.git/hooks/pre-commit': `#!/bin/sh\nsh -c 'echo $$; cat "${fifo}"; true'\nexit 1\n` });
    chmodSync(hook, 0o755);
    execFileSync('mkfifo', [fifo]);
    const argv = ['-c', 'alias.ca=commit --amend --allow-empty -mx', ...args.split(' ')];
    const child = spawn('git', argv, { cwd: repository.path, env: repository.environment });
    const [said] = await once(child.stderr, 'data');
    const answer = amending(Number(String(said)));
    writeFileSync(fifo, '');
    await once(child, 'close');
    rmSync(fifo);
    rmSync(hook);
    expect(answer).toBe(expected);
  });

  test('a process that is not there can’t be told, nor one with no git above it', () => {
    expect(amending(2 ** 22 + 1)).toBeNull();
    expect(amending(1)).toBeNull();
  });
});

describe('where only the words of a command line are known', () => {
  test.each<[string, boolean | null]>([
    ['git commit --amend', true],
    ['/usr/bin/git commit --amend --no-edit', true],
    ['git commit -a --am -m explain', true],
    ['git commit -m explain', false],
    ['git commit -m explain --amend', null],
    ['git commit --message explain --amend', null],
    ['git merge --no-ff side', false],
  ])('%s', (line, expected) => {
    expect(isAmendByWords(line.split(' '))).toBe(expected);
  });
});
