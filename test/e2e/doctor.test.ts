import { appendFileSync, chmodSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { install, ownHooks, withoutChecker } from '../helpers/package.ts';
import { type Environment, type Files, Repository } from '../helpers/repository.ts';

const hooks = {
  '.husky/pre-commit': 'lint-staged\nsprint-check pre-commit\n',
  '.husky/pre-merge-commit': 'sprint-check pre-merge-commit\n',
  '.husky/pre-push': 'sprint-check pre-push "$@"\n',
};

/** A repository whose hooks husky runs. */
function healthy(files: Files = {}): Repository {
  const repository = install(Repository.create().write({ 'package.json': '{}\n', ...hooks, ...files }));
  const { exit, stdout } = repository.run(process.execPath, ['node_modules/husky/bin.js']);
  expect([exit, stdout]).toEqual([0, '']);
  return repository;
}

/** A repository whose pre-commit git runs by itself. */
function withoutHusky(text: string): Repository {
  const repository = healthy({ '.git/hooks/pre-commit': text });
  chmodSync(join(repository.path, '.git/hooks/pre-commit'), 0o755);
  repository.git('config', '--unset', 'core.hooksPath');
  return repository;
}

const doctor = (repository: Repository, env: Environment = {}, ...args: string[]) =>
  repository.cli(['doctor', ...args], { env: { ...withoutChecker, ...env } });

/** Holds doctor to one problem, in a line, and its remedy. */
function expectProblem(repository: Repository, problem: string, remedy: string, env: Environment = {}): void {
  const { exit, stdout } = doctor(repository, env);
  expect(stdout).toContain(`✖ ${problem}`);
  expect(stdout).toContain(`  help: ${remedy}`);
  expect(exit).toBe(1);
}

describe('hooks that fire', () => {
  test('each is named, and the exit code is 0', () => {
    const { exit, stdout } = doctor(healthy());
    expect(stdout).toMatch(/^✔ pre-commit fires \(\.husky\/pre-commit\)$/m);
    expect(stdout).toMatch(/^✔ pre-push fires \(\.husky\/pre-push\)$/m);
    expect(stdout).toContain('✔ All hooks fire in this work tree.');
    expect(exit).toBe(0);
  });

  test('nothing is changed, and nothing left behind, even by what finds the work tree from $0', () => {
    const repository = healthy({
      '.husky/pre-commit': `touch made
rm -rf "$(git rev-parse --show-toplevel)/.husky"
npm test
cd "$(dirname "$0")/.."
echo made >made.txt
git add --all
root=$(cd "$(dirname "$0")/.." 2>/dev/null && pwd) && echo made >"$root/.husky/made"
sprint-check pre-commit
`,
    });
    const pushHook = `echo made >'${repository.path}/made.txt'\ncd '${repository.path}' && echo made >there.txt\nsprint-check pre-push "$@"\n`;
    repository.write({ '.husky/pre-push': pushHook });
    const before = repository.fingerprint();
    doctor(repository, { TMPDIR: repository.open('..').path });
    expect(repository.fingerprint()).toBe(before);
    expect(readdirSync(repository.open('..').path).filter((name) => name.startsWith('sprint-check-'))).toEqual([]);
  });

  test.each([
    ['by npx', 'npx --no-install sprint-check pre-commit\n'],
    [
      'behind programs that are not installed',
      'make lint\nrm -rf coverage/\n./scripts/check.sh --fast\nsprint-check pre-commit\n',
    ],
    ['by the path of the program', 'node_modules/.bin/sprint-check pre-commit\n'],
    ['by a path from $0', '"$(dirname "$0")/../node_modules/.bin/sprint-check" pre-commit\n'],
    [
      'behind a script that is read in',
      'prettier . && ./scripts/ends.sh\n. ./scripts/names.sh\nlint\nsprint-check pre-commit\n',
    ],
    [
      'unless a merge is made',
      '# see https://git-scm.com/docs\n[ -f .git/MERGE_HEAD ] && exit 0\nsprint-check pre-commit\n',
    ],
    ['behind a script of the root', './check.sh\nsprint-check pre-commit\n'],
    ['where a file of the root has something', 'grep -q private package.json || exit 1\nsprint-check pre-commit\n'],
    [
      'where a file of a folder has something',
      'cd web\ngrep -q 20 .nvmrc || exit 1\n../node_modules/.bin/sprint-check pre-commit\n',
    ],
    ['by a newer node', 'case "$(node -v)" in v[2-9]?.*) ;; *) exit 1;; esac\nsprint-check pre-commit\n'],
    ['for this user', '[ "$(git config user.email)" = me@example.com ] || exit 1\nsprint-check pre-commit\n'],
    ['in a condition', 'if git rev-parse --git-dir >/dev/null; then\n  sprint-check pre-commit\nfi\n'],
  ])('the checker is called %s', (_, text) => {
    const files = {
      '.husky/pre-commit': text,
      'scripts/names.sh': 'lint() { eslint .; }\n',
      'scripts/ends.sh': 'exit 1\n',
      'check.sh': 'exit 1\n',
      'package.json': '{ "private": true }\n',
      'web/.nvmrc': '20\n',
    };
    const repository = healthy(files);
    repository.git('config', 'user.email', 'me@example.com');
    expect(doctor(repository)).toMatchObject({ exit: 0 });
  });

  test('the checker is called on some branches only', () => {
    const repository = healthy({
      '.husky/pre-commit':
        'branch=$(git rev-parse --abbrev-ref HEAD)\n[ "$branch" = main ] || sprint-check pre-commit\n',
    });
    repository.commit(-5);
    expect(doctor(repository)).toMatchObject({ exit: 0 });
  });

  test('by hooks without husky', () => {
    const textOf = (hook: string) => `#!/bin/sh\nexec node_modules/.bin/sprint-check ${hook} "$@"\n`;
    expect(doctor(ownHooks(healthy(), textOf))).toMatchObject({ exit: 0 });
  });

  test.skipIf(process.platform === 'win32')('by hooks that name a shell of their own, with its flags', () => {
    const checker = 'node_modules/.bin/sprint-check';
    const scripts: Readonly<Record<string, string>> = {
      'pre-commit': `#!/usr/bin/env bash\nset -euo pipefail\nargs=(pre-commit)\n${checker} "\${args[@]}"\n`,
      'pre-merge-commit': `#!/bin/sh -e\n${checker} pre-merge-commit\necho checked\n`,
      'pre-push': `#!/bin/bash\n[[ -n $1 ]] && ${checker} pre-push "$@"\n`,
    };
    const repository = ownHooks(healthy(), (hook) => `${scripts[hook]}`);
    const { exit, stdout } = doctor(repository);
    expect(exit, stdout).toBe(0);
  });

  test('by hooks that call a package in a folder with a blank in its name', () => {
    const repository = healthy({ 'my app/package.json': '{}\n', 'my app/node_modules/.bin/sprint-check': '' });
    const call = (hook: string) =>
      hook === 'pre-push' ? "cd 'my app'\nnode_modules/.bin/sprint-check" : "'my app/node_modules/.bin/sprint-check'";
    ownHooks(repository, (hook) => `#!/bin/sh\n${call(hook)} ${hook} "$@" || exit\n`);
    expect(doctor(repository).stdout).toMatch(/✔ pre-commit fires .*✔ pre-push fires/s);
  });

  test('by lefthook, whose config is read instead', () => {
    const repository = healthy().write({
      'lefthook.yml': ['pre-commit', 'pre-merge-commit', 'pre-push']
        .map((hook) => `${hook}:\n  commands:\n    sprint:\n      run: npx sprint-check ${hook}\n`)
        .join(''),
    });
    repository.git('config', '--unset', 'core.hooksPath');
    for (const hook of ['pre-commit', 'pre-merge-commit', 'pre-push']) {
      repository.write({ [`.git/hooks/${hook}`]: `#!/bin/sh\nlefthook run ${hook} "$@"\n` });
      chmodSync(join(repository.path, '.git/hooks', hook), 0o755);
    }
    const { exit, stdout } = doctor(repository);
    expect(stdout).toContain('i pre-push: lefthook.yml calls sprint-check; this was read, not tried.');
    expect(exit).toBe(0);
    repository.write({ 'lefthook.yml': 'pre-commit: {}\n' });
    expect(doctor(repository)).toMatchObject({ exit: 1 });
  });

  test('--quiet says nothing', () => {
    expect(doctor(healthy(), {}, '--quiet')).toMatchObject({ exit: 0, stdout: '' });
  });
});

describe('hooks that git does not run', () => {
  test('in a fresh linked worktree, where husky’s folder is missing', () => {
    const repository = healthy();
    repository.commit(-5, { 'package.json': '{}\n', ...hooks });
    repository.git('worktree', 'add', '--quiet', '../linked', '-b', 'side');
    expectProblem(
      repository.open('../linked'),
      'pre-commit, pre-merge-commit, pre-push: husky’s hooks are there',
      'npm install',
    );
  });

  test('after npm install --save-dev, which runs no prepare', () => {
    const repository = healthy();
    repository.git('config', '--unset', 'core.hooksPath');
    expectProblem(repository, 'pre-commit, pre-merge-commit, pre-push: husky’s hooks are there', 'npx husky');
  });

  test('where one is missing', () => {
    expectProblem(
      healthy().write({ '.husky/pre-push': null }),
      'pre-push: .husky/pre-push is missing, or does not call',
      'npx sprint-check init',
    );
  });

  test('where one is not executable', () => {
    const repository = healthy().write({ '.git/hooks/pre-commit': '#!/bin/sh\nsprint-check pre-commit\n' });
    repository.git('config', '--unset', 'core.hooksPath');
    expectProblem(repository, 'pre-commit: .git/hooks/pre-commit is not executable', 'chmod +x .git/hooks/pre-commit');
    const { stdout } = repository.write({ 'src/a': '' }).cli(['doctor'], { cwd: 'src', env: withoutChecker });
    expect(stdout).toContain('chmod +x ../.git/hooks/pre-commit');
  });

  test('where core.hooksPath is /dev/null, as is used to turn them off: husky sets another', () => {
    const repository = healthy();
    repository.git('config', 'core.hooksPath', '/dev/null');
    expectProblem(repository, 'pre-commit, pre-merge-commit, pre-push: husky’s hooks are there', 'npx husky');
    expect(repository.cli(['init'], { env: withoutChecker }).stdout).toContain('✔ All hooks fire');
  });

  test('where HUSKY=0 is set', () => {
    expectProblem(healthy(), 'pre-commit, pre-merge-commit, pre-push: HUSKY=0 turns', 'unset HUSKY\n', { HUSKY: '0' });
  });

  test.each(['HOME', 'XDG_CONFIG_HOME'])('where husky’s init file sets it (%s)', (variable) => {
    const repository = healthy();
    const path = variable === 'HOME' ? '.config/husky/init.sh' : 'husky/init.sh';
    const home = repository.open('../config-home');
    home.write({ [path]: 'export HUSKY=0\n' });
    const file = join(home.path, path);
    const problem = 'pre-commit, pre-merge-commit, pre-push: HUSKY=0 turns';
    expectProblem(repository, problem, `unset HUSKY, and remove HUSKY=0 from ${file}`, { [variable]: home.path });
  });
});

describe('hooks that do not reach the checker', () => {
  test.each([
    ['is not called', 'npm test\n', '.husky/pre-commit is missing, or does not call sprint-check pre-commit.'],
    ['is commented out', 'npm test\n# sprint-check pre-commit\n', '.husky/pre-commit is missing, or does not call'],
    ['stands behind exit', 'npm test\nexit 0\nsprint-check pre-commit\n', 'sprint-check is never reached'],
    ['stands behind a failure', 'false\nsprint-check pre-commit\n', 'sprint-check is never reached'],
    ['is not listened to', 'sprint-check pre-commit || true\n', 'sprint-check’s refusal is lost'],
    ['is in the background', 'sprint-check pre-commit &\nwait\n', 'sprint-check’s refusal is lost'],
  ])('it %s', (_, text, problem) => {
    expectProblem(healthy({ '.husky/pre-commit': text }), `pre-commit: ${problem}`, '');
  });

  // The shell of Git for Windows reads such lines.
  test.skipIf(process.platform === 'win32')(
    'its lines end in CRLF, and git starts it: the command of the help mends them',
    () => {
      const repository = withoutHusky('#!/bin/sh\r\nnode_modules/.bin/sprint-check pre-commit || exit\r\n');
      const { stdout } = doctor(repository);
      expect(stdout).toContain('✖ pre-commit: .git/hooks/pre-commit has CRLF line ends');
      const help = /help: (node -e .*)/.exec(stdout)?.[1] ?? '';
      expect(repository.run('sh', ['-c', help]).exit).toBe(0);
      expect(doctor(repository).stdout).toContain('✔ pre-commit fires');
    },
  );

  test.skipIf(process.platform === 'win32')('its lines end in CRLF: the command of the help mends them', () => {
    const repository = healthy({ '.husky/pre-commit': 'sprint-check pre-commit\r\n' });
    const { stdout } = doctor(repository);
    expect(stdout).toContain('✖ pre-commit: .husky/pre-commit has CRLF line ends');
    const [, command = ''] = /help: (node .*)/.exec(stdout) ?? [];
    repository.run('sh', ['-c', command]);
    expect(doctor(repository)).toMatchObject({ exit: 0 });
  });

  test('it never ends', () => {
    const repository = healthy({ '.husky/pre-commit': 'sleep 1000\nsprint-check pre-commit\n' });
    expectProblem(repository, 'pre-commit: sprint-check is never reached', 'in .husky/pre-commit, before');
  });

  test.each(['git lfs pre-push "$@"', 'while read -r ref; do :; done'])(
    'a line before it reads what git tells a push: %s',
    (line) => {
      const repository = healthy({ '.husky/pre-push': `${line}\nsprint-check pre-push "$@"\n` });
      expectProblem(
        repository,
        'pre-push: a command in .husky/pre-push reads what git tells',
        'take sprint-check’s line out of .husky/pre-push, then: npx sprint-check init\n',
      );
      repository.write({ '.husky/pre-push': `${line}\n` });
      expect(repository.cli(['init'], { env: withoutChecker }).stdout).toContain('✔ pre-push fires');
    },
  );

  test('where it is not installed', () => {
    const repository = healthy().write({ 'node_modules/.bin/sprint-check': null });
    expectProblem(
      repository,
      'pre-commit, pre-merge-commit, pre-push: sprint-check is not installed',
      'npm add -D sprint-check',
    );
  });

  test('where it is not installed, and called by its path', () => {
    const repository = withoutHusky('#!/bin/sh\nexec node_modules/.bin/sprint-check pre-commit\n');
    repository.write({ 'node_modules/.bin/sprint-check': null });
    expectProblem(repository, 'pre-commit: sprint-check is not installed', 'npm add -D sprint-check');
  });

  test('where only npx, which runs the doctor, would find it', () => {
    const repository = healthy();
    const hook = '.githooks/pre-commit';
    repository.write({ [hook]: '#!/bin/sh\nsprint-check pre-commit\n' }).git('config', 'core.hooksPath', '.githooks');
    chmodSync(join(repository.path, hook), 0o755);
    const PATH = join(repository.path, 'node_modules/.bin') + delimiter + withoutChecker.PATH;
    const env = { PATH, npm_command: 'exec' };
    expectProblem(
      repository,
      'pre-commit: .githooks/pre-commit does not find sprint-check on the PATH.',
      'in .githooks/pre-commit, in place of its call: node_modules/.bin/sprint-check pre-commit || exit',
      env,
    );
  });

  test.each([
    ['#!/bin/sh\nnpm test\n', 'sprint-check pre-commit\n'],
    ['#!/bin/sh\n', 'lint-staged\nnode_modules/.bin/sprint-check pre-commit\n'],
  ])('in a hook that husky does not run, the line of the help is one that fires: %j, %j', (start, end) => {
    const { stdout } = doctor(withoutHusky(start + end));
    const [, line] = /in \.git\/hooks\/pre-commit, in place of its call: (.*)/.exec(stdout) ?? [];
    const [, ...rest] = end.split('\n');
    const mended = withoutHusky(`${start}${line}\n${rest.join('\n')}`);
    expect(doctor(mended).stdout).toContain('✔ pre-commit fires (.git/hooks/pre-commit)');
  });

  test('where only Yarn’s Plug’n’Play, which runs the doctor, would find it', () => {
    const repository = healthy().write({ '.pnp.cjs': '', 'node_modules/.bin/sprint-check': null });
    const folder = inject('packed').bin;
    const env = { PATH: folder + delimiter + withoutChecker.PATH, BERRY_BIN_FOLDER: folder };
    const remedy = 'in .husky/pre-commit, in place of its call: yarn sprint-check pre-commit';
    expectProblem(repository, 'pre-commit: .husky/pre-commit does not find sprint-check on the PATH.', remedy, env);
  });

  test('where lint-staged, which it calls first, is not installed', () => {
    const repository = healthy().write({ 'node_modules/.bin/lint-staged': null });
    expectProblem(repository, 'pre-commit: lint-staged is not installed', 'npm add -D lint-staged@16');
  });
});

/** A PATH of these programs alone; those given as text are scripts. */
function pathOf(repository: Repository, programs: Readonly<Record<string, string | null>>): string {
  const bin = repository.open('../bin');
  mkdirSync(bin.path);
  for (const [name, script] of Object.entries(programs)) {
    if (script === null)
      symlinkSync(repository.run('sh', ['-c', `command -v ${name}`]).stdout.trim(), join(bin.path, name));
    else {
      bin.write({ [name]: `#!/bin/sh\n${script}\n` });
      chmodSync(join(bin.path, name), 0o755);
    }
  }
  return bin.path;
}

const usual = { sh: null, git: null, cat: null, env: null, basename: null, dirname: null };

// A program in their way is a script, which Windows does not start.
describe.skipIf(process.platform === 'win32')('what hooks need', () => {
  test('a PATH without node is told', () => {
    const repository = healthy();
    const problem = 'pre-commit, pre-merge-commit, pre-push: the hook finds no node on its PATH';
    expectProblem(repository, problem, 'mkdir -p ~/.config/husky && echo "export PATH=', {
      PATH: pathOf(repository, usual),
    });
  });

  test.each([
    ['the hook', 'export PATH="<bin>:$PATH"; npm test\nsprint-check pre-commit\n', ''],
    ['husky’s init file', 'npm test\nsprint-check pre-commit\n', 'export PATH="<bin>:$PATH"\n'],
  ])('no program really runs where %s puts its folder in front of the PATH', (_, hook, initFile) => {
    const repository = healthy();
    const bin = pathOf(repository, { npm: `touch '${repository.path}/ran'; exit 1` });
    repository.write({ '.husky/pre-commit': hook.replace('<bin>', bin) });
    const home = repository.open('../config-home').write({ 'husky/init.sh': initFile.replace('<bin>', bin) });
    expect(doctor(repository, { XDG_CONFIG_HOME: home.path })).toMatchObject({ exit: 0 });
    expect(existsSync(join(repository.path, 'ran'))).toBe(false);
  });

  test('a node that is too old is told', () => {
    const repository = healthy();
    const PATH = pathOf(repository, { ...usual, node: 'echo v18.20.4' });
    expectProblem(
      repository,
      'pre-commit, pre-merge-commit, pre-push: the hook finds node v18.20.4 on its PATH',
      'mkdir -p ~/.config/husky && echo "export PATH=',
      { PATH },
    );
  });

  test.each([
    ['2.20.1', 1, '✖ git 2.20 is too old'],
    ['2.30.2', 0, '! git 2.30 can’t tell'],
  ])('an old git is told: %s', (version, exit, message) => {
    const repository = healthy();
    const real = repository.run('sh', ['-c', 'command -v git']).stdout.trim();
    const git = `if [ "$1" = --version ]; then echo "git version ${version}"; else exec ${real} "$@"; fi`;
    const result = doctor(repository, { PATH: `${pathOf(repository, { git })}:${withoutChecker.PATH}` });
    expect(result).toMatchObject({ exit });
    expect(result.stdout.replaceAll("'", '’')).toContain(message);
  });

  test('without git it is exit 2', () => {
    expect(doctor(healthy(), { PATH: '/nowhere' })).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('install git'),
    });
  });

  test('a config that does not load is exit 2', () => {
    const repository = healthy({ '.sprint-checkrc.json': '{ "timebx": 30 }\n' });
    expect(doctor(repository)).toMatchObject({ exit: 2, stderr: expect.stringContaining('.sprint-checkrc.json:1:3') });
  });

  test('a clock behind the newest commit is told', () => {
    const repository = healthy();
    repository.commit(180);
    const { exit, stdout } = doctor(repository);
    expect(stdout).toMatch(/! The clock is (?:2 h 5\d|3 h 00) min behind the newest commit\.\n {2}help: set the clock/);
    expect(exit).toBe(0);
  });

  test('an empty po is told, and is no failure', () => {
    expect(doctor(healthy())).toMatchObject({ exit: 0, stdout: expect.stringContaining('i po is empty') });
    const named = healthy({ '.sprint-checkrc.json': '{ "po": ["po@example.com"] }\n' });
    expect(doctor(named).stdout).not.toContain('po is empty');
  });

  test.each([
    ['package.json', '{ "sprint-check": {} }\n', '"sprint-check": { "po": ["po@example.com"] }'],
    ['.sprint-checkrc.json', '{}\n', '"po": ["po@example.com"]'],
    ['.sprint-checkrc.yaml', 'lang: en\n', '"po": ["po@example.com"]'],
  ])('an empty po is filled in the file that holds the config: %s', (path, text, line) => {
    expect(doctor(healthy({ [path]: text })).stdout).toContain(`help: in ${path}: ${line}\n`);
  });

  test('a form that commits under an address which is not the PO’s is named', () => {
    const form = (email: string) => ({ '.github/workflows/po-reply.yml': `GIT_AUTHOR_EMAIL: "${email}"\n` });
    const po = { '.sprint-checkrc.json': '{ "po": ["po@example.com"] }\n' };
    const { exit, stdout } = doctor(healthy({ ...po, ...form('1+boss@users.noreply.github.com') }));
    expect(stdout).toMatch(
      /! .*po-reply\.yml signs .*\n {2}help: in .*po-reply\.yml: GIT_AUTHOR_EMAIL: "po@example\.com"/,
    );
    expect(exit).toBe(0);
    expect(doctor(healthy({ ...po, ...form('PO@example.com') })).stdout).not.toContain('po-reply');
  });

  test('an empty po is filled at the root, from where the user stands', () => {
    const repository = healthy({ 'src/map/a.txt': '' });
    const { stdout } = repository.cli(['doctor'], { env: withoutChecker, cwd: 'src/map' });
    expect(stdout).toContain('help: in ../../package.json: "sprint-check": {');
  });
});

test('a program that writes its hook over husky’s own is undone by husky', () => {
  const repository = healthy().write({ '.husky/_/pre-push': '#!/bin/sh\ngit lfs pre-push "$@"\n' });
  chmodSync(join(repository.path, '.husky/_/pre-push'), 0o755);
  expect(doctor(repository).stdout).toContain('✖ pre-push: husky’s hooks are there, but git does not run them.');
  repository.run(process.execPath, ['node_modules/husky/bin.js']);
  expect(doctor(repository)).toMatchObject({ exit: 0 });
});

describe.skipIf(process.platform === 'win32')('hooks of git’s config', () => {
  const configured = (...settings: string[]) => {
    const repository = healthy();
    repository.git('config', '--unset', 'core.hooksPath');
    for (const hook of ['pre-commit', 'pre-merge-commit', 'pre-push']) {
      repository.git('config', `hook.sprint-${hook}.event`, hook);
      repository.git('config', `hook.sprint-${hook}.command`, `node_modules/.bin/sprint-check ${hook}`);
    }
    for (const setting of settings) repository.git('config', ...setting.split(' '));
    return repository;
  };
  const newGit = (repository: Repository, version = '2.54.0') => {
    const real = repository.run('sh', ['-c', 'command -v git']).stdout.trim();
    const git = `if [ "$1" = --version ]; then echo "git version ${version}"; else exec ${real} "$@"; fi`;
    return { PATH: `${pathOf(repository, { git })}:${withoutChecker.PATH}` };
  };

  test('count from git 2.54 on', () => {
    const repository = configured();
    const { exit, stdout } = doctor(repository, newGit(repository));
    expect(stdout).toContain('✔ pre-push fires (hook.sprint-pre-push.command)');
    expect(exit).toBe(0);
  });

  test('do not count before', () => {
    const repository = configured();
    expect(doctor(repository, newGit(repository, '2.53.0'))).toMatchObject({ exit: 1 });
  });

  test('count where they are turned on by a key without a value', () => {
    const repository = configured();
    appendFileSync(join(repository.path, '.git/config'), '[hook "sprint-pre-commit"]\n\tenabled\n');
    expect(doctor(repository, newGit(repository))).toMatchObject({ exit: 0 });
  });

  test('do not count where they are turned off', () => {
    const repository = configured('hook.sprint-pre-commit.enabled false');
    const { exit, stdout } = doctor(repository, newGit(repository));
    expect(stdout).toContain('✖ pre-commit: husky’s hooks are there');
    expect(stdout).toContain('✔ pre-push fires');
    expect(exit).toBe(1);
  });
});

test('it speaks French', () => {
  const { stdout } = doctor(healthy({ '.husky/pre-commit': 'npm test\n' }), {}, '--lang', 'fr');
  expect(stdout).toContain(
    '✖ pre-commit\u00a0: .husky/pre-commit n’existe pas, ou n’appelle pas sprint-check pre-commit.',
  );
});
