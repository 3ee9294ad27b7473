import { existsSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { install, ownHooks, read, withOriginOf, withoutChecker } from '../helpers/package.ts';
import { type Files, Repository } from '../helpers/repository.ts';
import { code, grown, journal3, sprintFiles } from '../helpers/sprint.ts';
import type { Completed } from '../helpers/verdict.ts';

const packed = inject('packed');
const manifest = '{\n  "name": "app",\n  "private": true\n}\n';

const packaged = (text = manifest) => Repository.create().write({ 'package.json': text });
const init = (repository: Repository, args: readonly string[] = [], cwd = '.') =>
  repository.cli(['init', ...args], { cwd, env: withoutChecker });
const manifestOf = (repository: Repository, path = 'package.json') => JSON.parse(`${read(repository, path)}`);

describe('from an empty repository', () => {
  test('the tarball, init and the install it names lead to a first commit that the hook judges', () => {
    const repository = Repository.create();
    const run = (command: string, ...args: string[]) => {
      const completed = repository.run(command, args, { env: withoutChecker });
      expect(completed.exit, completed.stdout + completed.stderr).toBe(0);
      return completed.stdout;
    };
    run('npm', 'init', '-y');
    const tarball = `${readdirSync(packed.project).find((name) => name.endsWith('.tgz'))}`;
    run('npm', 'install', '--offline', '--no-audit', '--save-dev', join(packed.project, tarball));
    expect(run('npx', '--offline', 'sprint-check', 'init')).toContain('Next: npm install');
    install(repository);
    run('npm', 'run', 'prepare');
    expect(run('npx', '--offline', 'sprint-check', 'doctor')).toContain('All hooks fire in this work tree.');
    repository.write({ 'app.txt': 'code\n' }).git('add', '--all');
    const refused = repository.run('git', ['commit', '--message=First'], { env: withoutChecker });
    expect(refused).toMatchObject({ exit: 1 });
    expect(refused.stdout + refused.stderr).toContain('sprint/unknown');
  });

  test('without a package.json it is exit 2 and names npm init', () => {
    const repository = Repository.create();
    expect(init(repository)).toMatchObject({ exit: 2, stdout: '', stderr: expect.stringContaining('npm init -y') });
    expect(readdirSync(repository.path)).toEqual(['.git']);
  });
});

describe('where husky is installed', () => {
  test('it writes hooks that fire, and ends with what doctor says', () => {
    const repository = install(packaged());
    const { exit, stdout } = init(repository);
    expect(exit).toBe(0);
    expect(stdout).toContain('✔ All hooks fire in this work tree.');
    expect(read(repository, '.husky/pre-commit')).toBe('lint-staged\nsprint-check pre-commit\n');
    expect(read(repository, '.husky/pre-merge-commit')).toBe('sprint-check pre-merge-commit\n');
    expect(read(repository, '.husky/pre-push')).toBe('sprint-check pre-push "$@"\n');
    expect(manifestOf(repository)).toMatchObject({
      scripts: { prepare: 'husky' },
      devDependencies: { husky: '^9.1.7', 'lint-staged': '^16.4.0' },
      'lint-staged': { 'docs/sprints/S*/INTERACTIONS.yaml': 'sprint-check fix' },
    });
  });

  test('it names the install where package.json did not name what is there', () => {
    const repository = install(packaged());
    expect(init(repository).stdout).toContain('Next: npm install\n');
    expect(init(repository).stdout).not.toContain('npm install');
  });

  test('a second time it changes nothing', () => {
    const repository = install(packaged());
    init(repository, ['--ci', 'github']);
    const before = repository.fingerprint();
    const { exit, stdout } = init(repository, ['--ci', 'github']);
    expect(exit).toBe(0);
    expect(stdout).not.toContain('wrote');
    expect(repository.fingerprint()).toBe(before);
  });

  test('--dry-run says what it would write, and writes nothing', () => {
    const repository = install(packaged());
    const before = repository.fingerprint();
    const { exit, stdout } = init(repository, ['--dry-run', '--ci', 'github']);
    expect(exit).toBe(0);
    for (const path of ['package.json', '.husky/pre-push', '.github/workflows/po-reply.yml']) {
      expect(stdout).toContain(`would write ${path}`);
    }
    expect(repository.fingerprint()).toBe(before);
  });

  test('the first commit of a sprint passes', () => {
    const repository = install(packaged());
    init(repository);
    repository.write(sprintFiles()).git('add', '--all');
    expect(repository.run('git', ['commit', '--message=First'], { env: withoutChecker })).toMatchObject({ exit: 0 });
  });

  test('a broken config is exit 2, and nothing is written', () => {
    const repository = install(packaged()).write({ '.sprint-checkrc.json': '{ "timebx": 30 }\n' });
    const before = repository.fingerprint();
    expect(init(repository)).toMatchObject({ exit: 2, stdout: '' });
    expect(repository.fingerprint()).toBe(before);
  });

  test.each([
    ['.husky', []],
    ['.github', ['--ci', 'github']],
  ])('a file in the place of the folder %s is named, and all stay as they were', (path, args) => {
    const repository = install(packaged()).write({ [path]: '' });
    const before = repository.fingerprint();
    const { exit, stdout, stderr } = init(repository, args);
    expect(stderr).toBe(
      `error: Something else, such as a symbolic link, is in the place of ${path}; nothing was written.\nhelp: move ${path} away, then try again\n`,
    );
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(repository.fingerprint()).toBe(before);
  });

  test('what stands in the way of one file leaves all as they were', () => {
    const repository = install(packaged());
    repository.open('elsewhere').write({ x: '' });
    symlinkSync('elsewhere', join(repository.path, '.husky'));
    const before = repository.fingerprint();
    expect(init(repository)).toMatchObject({ exit: 2, stdout: '' });
    expect(repository.fingerprint()).toBe(before);
  });

  test.each(['{ "scripts": [] }\n', '{ "devDependencies": [] }\n'])(
    'what it can’t add to is exit 2, in the user’s language: %j',
    (text) => {
      const { exit, stderr } = init(packaged(text), ['--lang', 'fr']);
      expect(stderr).toContain('Impossible de modifier package.json\u00a0: ');
      expect(exit).toBe(2);
    },
  );

  test('it speaks French', () => {
    expect(init(install(packaged()), ['--lang', 'fr']).stdout).toContain('Tous les hooks se déclenchent');
  });
});

describe('what is there stays', () => {
  test('a prepare that changes the folder still has husky run in every other clone', () => {
    const repository = install(packaged('{ "scripts": { "prepare": "cd client && true" } }\n')).write({
      'client/x': '',
    });
    init(repository);
    repository.git('config', '--unset', 'core.hooksPath');
    repository.run('npm', ['run', 'prepare'], { env: withoutChecker });
    expect(repository.cli(['doctor'], { env: withoutChecker })).toMatchObject({ exit: 0 });
  });

  test('a pre-commit that changes the folder still finds all, and fires', () => {
    const repository = install(packaged()).write({ '.husky/pre-commit': 'cd client && true\n', 'client/x': '' });
    init(repository);
    repository.write(sprintFiles()).git('add', '--all');
    expect(repository.run('git', ['commit', '--message=First'], { env: withoutChecker })).toMatchObject({ exit: 0 });
  });

  test('an existing prepare, hooks and tasks are kept, and added to', () => {
    const repository = install(
      packaged(
        `${JSON.stringify({
          scripts: { prepare: 'npm run build' },
          devDependencies: { husky: '^9.0.0' },
          'lint-staged': { '*.js': 'eslint' },
        })}\n`,
      ),
    ).write({ '.husky/pre-commit': 'npm test', '.husky/pre-push': '#!/bin/sh\ngit lfs pre-push "$@"\n' });
    const { stdout } = init(repository);
    expect(stdout).toContain('✔ All hooks fire');
    expect(manifestOf(repository)).toEqual({
      scripts: { prepare: 'husky && npm run build' },
      devDependencies: { husky: '^9.0.0', 'lint-staged': '^16.4.0' },
      'lint-staged': { '*.js': 'eslint', 'docs/sprints/S*/INTERACTIONS.yaml': 'sprint-check fix' },
    });
    expect(read(repository, '.husky/pre-commit')).toBe('npm test\nlint-staged\nsprint-check pre-commit\n');
    expect(read(repository, '.husky/pre-push')).toMatch(/^#!\/bin\/sh\nrefs=.*\ngit lfs pre-push "\$@"\n$/s);
  });

  describe('a pre-push that reads what git tells it', () => {
    function reading(commit: Files): { repository: Repository; push: () => Completed } {
      const hook = 'while read -r ref; do echo "$ref" >>told; done\n';
      const repository = install(packaged()).write({ ...sprintFiles(), '.husky/pre-push': hook });
      init(repository);
      withOriginOf(repository);
      repository.commit(-3, commit);
      return { repository, push: () => repository.run('git', ['push', 'origin', 'work'], { env: withoutChecker }) };
    }

    test('is told it once the checker has let the push pass', () => {
      const { repository, push } = reading({ ...code, [journal3]: grown });
      expect(push()).toMatchObject({ exit: 0 });
      expect(read(repository, 'told')).toMatch(/^refs\/heads\/work [0-9a-f]{40} refs\/heads\/work [0-9a-f]{40}\n$/);
    });

    test('is told nothing where there is nothing to push', () => {
      const { repository, push } = reading({ ...code, [journal3]: grown });
      push();
      repository.write({ told: null });
      expect(push()).toMatchObject({ exit: 0, stderr: expect.stringContaining('up-to-date') });
      expect(read(repository, 'told')).toBeNull();
    });

    test('is not reached by a push that the checker refuses', () => {
      const { repository, push } = reading(code);
      expect(push()).toMatchObject({ exit: 1 });
      expect(read(repository, 'told')).toBeNull();
    });
  });

  test('a config of lint-staged that is code is left alone, and the entry is printed', () => {
    const code = 'export default { "*.js": "eslint" };\n';
    const repository = install(packaged()).write({ 'lint-staged.config.js': code });
    expect(init(repository).stdout).toContain('  "docs/sprints/S*/INTERACTIONS.yaml": "sprint-check fix"');
    expect(read(repository, 'lint-staged.config.js')).toBe(code);
    expect(manifestOf(repository)['lint-staged']).toBeUndefined();
  });

  test('the sprints folder of the config is the one that lint-staged watches', () => {
    const repository = install(packaged()).write({ '.sprint-checkrc.json': '{ "sprints": "journal" }\n' });
    init(repository);
    expect(Object.keys(manifestOf(repository)['lint-staged'])).toEqual(['journal/S*/INTERACTIONS.yaml']);
  });
});

describe('a package in a subfolder', () => {
  const nested = () => install(Repository.create().write({ 'apps/web/package.json': manifest }), 'apps/web');

  test('gets hooks that change into it, by husky’s own way', () => {
    const repository = nested();
    const { exit, stdout } = init(repository, [], 'apps/web');
    expect(exit).toBe(0);
    expect(stdout).toContain('✔ All hooks fire in this work tree.');
    expect(read(repository, 'apps/web/.husky/pre-commit')).toBe(
      '(cd apps/web && lint-staged)\n(cd apps/web && sprint-check pre-commit)\n',
    );
    expect(manifestOf(repository, 'apps/web/package.json')).toMatchObject({
      scripts: { prepare: 'cd ../.. && husky apps/web/.husky' },
      'lint-staged': { '../../docs/sprints/S*/INTERACTIONS.yaml': 'sprint-check fix' },
    });
  });

  test('may have blanks and accents in its name', () => {
    const folder = 'my apps/théâtre';
    const repository = install(Repository.create().write({ [`${folder}/package.json`]: manifest }), folder);
    expect(init(repository, [], folder).stdout).toContain('✔ All hooks fire in this work tree.');
    repository.git('config', '--unset', 'core.hooksPath');
    const prepared = repository.run('npm', ['run', 'prepare'], { cwd: folder, env: withoutChecker });
    expect(prepared.exit, prepared.stderr).toBe(0);
    expect(repository.cli(['doctor'], { cwd: folder, env: withoutChecker })).toMatchObject({ exit: 0 });
  });

  test('has journals at the root repaired as they are committed', () => {
    const repository = nested();
    init(repository, [], 'apps/web');
    const broken = `${sprintFiles()[journal3]}`.replace(/context: .*/, 'context: env: https://stage.example.app');
    repository.write({ ...sprintFiles(), [journal3]: broken }).git('add', '--all');
    const { exit, stdout, stderr } = repository.run('git', ['commit', '--message=First'], { env: withoutChecker });
    expect(exit, stdout + stderr).toBe(0);
    expect(repository.git('show', `HEAD:${journal3}`)).toContain('context: "env: https://stage.example.app"');
  });

  test('gets a prepare that finds the repository beside one that does not', () => {
    const repository = install(
      Repository.create().write({ 'front/package.json': '{ "scripts": { "prepare": "husky" } }\n' }),
    );
    repository.cli(['init'], { cwd: 'front', env: withoutChecker });
    const { prepare } = manifestOf(repository, 'front/package.json').scripts;
    expect(prepare).toBe('cd .. && husky front/.husky && cd front && husky');
  });

  test('whose prepare goes on elsewhere has it go on from where it was', () => {
    const scripts = { prepare: 'cd client && echo there >made' };
    const text = JSON.stringify({ scripts });
    const repository = install(
      Repository.create().write({ 'my app/package.json': text, 'my app/client/x': '' }),
      'my app',
    );
    init(repository, [], 'my app');
    const { exit, stderr } = repository.run('npm', ['run', 'prepare'], { cwd: 'my app', env: withoutChecker });
    expect(exit, stderr).toBe(0);
    expect(read(repository, 'my app/client/made')).toBe('there\n');
  });

  test('whose prepare has husky rule in the root keeps it, and gets the lines for its hooks', () => {
    const text = '{ "scripts": { "prepare": "cd .. && husky" } }\n';
    const repository = install(Repository.create().write({ 'front/package.json': text }), 'front');
    const before = repository.fingerprint();
    const { stdout } = init(repository, [], 'front');
    expect(repository.fingerprint()).toBe(before);
    const lines = [...stdout.matchAll(/^ {2}(p[\w-]+): {2}(.*)$/gm)].map(([, hook, line]) => [
      `.husky/${hook}`,
      `${line}\n`,
    ]);
    repository.write(Object.fromEntries(lines));
    const [, command = ''] = /^ {2}(npm .*)$/m.exec(stdout) ?? [];
    repository.run('sh', ['-c', command], { cwd: 'front', env: withoutChecker });
    expect(repository.cli(['doctor'], { cwd: 'front', env: withoutChecker })).toMatchObject({ exit: 0 });
  });

  test('its prepare wakes them where they sleep', () => {
    const repository = nested();
    init(repository, [], 'apps/web');
    repository.git('config', '--unset', 'core.hooksPath');
    const asleep = repository.cli(['doctor'], { cwd: 'apps/web', env: withoutChecker });
    expect(asleep).toMatchObject({
      exit: 1,
      stdout: expect.stringContaining('help: npx sprint-check init\n'),
    });
    repository.run('npm', ['run', 'prepare'], { cwd: 'apps/web', env: withoutChecker });
    expect(repository.cli(['doctor'], { cwd: 'apps/web', env: withoutChecker })).toMatchObject({ exit: 0 });
  });
});

describe('another hook manager', () => {
  test('husky’s, of a package in a subfolder, keeps its hooks where the root has a package.json too', () => {
    const repository = Repository.create().write({ 'package.json': '{}\n', 'front/.husky/pre-commit': 'npm test\n' });
    repository.git('config', 'core.hooksPath', 'front/.husky/_');
    const before = repository.fingerprint();
    const { exit, stdout } = repository.cli(['init'], { cwd: 'front', env: withoutChecker });
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: expect.stringContaining('front/.husky') });
    expect(repository.fingerprint()).toBe(before);
  });

  test.each([
    ['lefthook', { 'lefthook.yml': 'pre-commit: {}\n' }, 'lefthook.yml', '  pre-push:\n'],
    ['lefthook', { 'lefthook.yml': 'pre-push: {}\n' }, 'lefthook.yml', '\n\n  npx lefthook install\n'],
    ['pre-commit', { '.pre-commit-config.yaml': 'repos: []\n' }, '.pre-commit-config.yaml', 'pass_filenames: false'],
    [
      'simple-git-hooks',
      { 'package.json': '{ "simple-git-hooks": {} }\n' },
      'package.json',
      '"pre-commit": "node_modules/.bin/sprint-check pre-commit"',
    ],
    [
      'git itself',
      { '.git/hooks/pre-commit': '#!/bin/sh\n' },
      '.git/hooks',
      'node_modules/.bin/sprint-check pre-push "$@" || exit',
    ],
  ])('%s: it prints the lines, and touches nothing', (name, files, place, line) => {
    const repository = install(packaged()).write(files);
    const before = repository.fingerprint();
    const { exit, stdout } = init(repository);
    expect(exit).toBe(0);
    expect(stdout).toContain(`The hooks are run by ${name} (${place}); nothing was changed.`);
    expect(stdout).toContain(line);
    expect(repository.fingerprint()).toBe(before);
  });

  test('a core.hooksPath that is not husky’s: the same', () => {
    const repository = install(packaged());
    repository.git('config', 'core.hooksPath', '.githooks');
    const before = repository.fingerprint();
    expect(init(repository)).toMatchObject({
      exit: 0,
      stdout: expect.stringContaining('run by git itself (.githooks)'),
    });
    expect(repository.fingerprint()).toBe(before);
  });

  test('hooks that already have the lines need nothing', () => {
    const textOf = (hook: string) => `#!/bin/sh\nnode_modules/.bin/sprint-check ${hook} "$@" || exit\n`;
    const repository = ownHooks(install(packaged()), textOf);
    expect(init(repository).stdout).toMatch(/^✔ \.githooks has all it needs\n(?:✔|i) /);
  });

  test('a core.hooksPath of all repositories gets lines that leave those alone without the checker', () => {
    const repository = install(packaged());
    repository.git('config', 'core.hooksPath', join(repository.path, '../shared'));
    const { stdout } = init(repository);
    const line = /pre-commit: {2}(.*)/.exec(stdout)?.[1] ?? '';
    expect(line).toContain('[ ! -e node_modules/.bin/sprint-check ] || ');
    const elsewhere = Repository.create();
    expect(elsewhere.run('sh', ['-c', `${line}\necho went on`]).stdout).toBe('went on\n');
  });

  test('pre-commit hands on what git tells a push, by what it sets itself', () => {
    const repository = install(packaged()).write({ '.pre-commit-config.yaml': 'repos: []\n' });
    const entry = /entry: ('.*pre-push.*'|.*pre-push.*)/.exec(init(repository).stdout)?.[1] ?? '';
    const command = entry.startsWith("'") ? entry.slice(1, -1).replaceAll("''", "'") : entry;
    repository.commit(-5, sprintFiles());
    const from = repository.git('rev-parse', 'HEAD');
    const to = repository.commit(-4, { 'src/app.txt': 'unjudged\n' });
    const pushed = (branch: string) =>
      repository.run('sh', ['-c', command], {
        env: {
          ...{ PRE_COMMIT_LOCAL_BRANCH: 'refs/heads/work', PRE_COMMIT_TO_REF: to, PRE_COMMIT_FROM_REF: from },
          ...{ PRE_COMMIT_REMOTE_BRANCH: `refs/heads/${branch}`, PRE_COMMIT_REMOTE_NAME: 'origin' },
        },
      });
    expect(pushed('work')).toMatchObject({ exit: 1, stdout: expect.stringContaining('journal/not-staged') });
    expect(pushed('feature')).toMatchObject({ exit: 0 });
  });

  test('samples in .git/hooks are no hooks', () => {
    const repository = install(packaged()).write({ '.git/hooks/pre-commit.sample': '#!/bin/sh\n' });
    expect(init(repository).stdout).toContain('✔ All hooks fire');
  });
});

describe('npm, pnpm and Yarn', () => {
  test.each([
    ['package-lock.json', 'npm install'],
    ['pnpm-lock.yaml', 'pnpm install'],
    ['yarn.lock', 'yarn install'],
  ])('%s: %s', (lockfile, command) => {
    expect(init(packaged().write({ [lockfile]: '' })).stdout).toContain(`Next: ${command}\n`);
  });

  test('Yarn from version 2 on, which runs no prepare, runs husky as postinstall, but not where others install', () => {
    const lock = { 'yarn.lock': '# This file is generated by running "yarn install"\n\n__metadata:\n  version: 10\n' };
    const own = packaged().write(lock);
    init(own);
    expect(manifestOf(own).scripts).toEqual({ postinstall: 'husky' });
    const published = packaged('{ "name": "app" }\n').write(lock);
    init(published);
    expect(manifestOf(published).scripts).toEqual({ prepare: 'husky' });
  });

  test('with Plug’n’Play hooks call by yarn what no other finds', () => {
    const repository = packaged().write({ 'yarn.lock': '', '.pnp.cjs': '' });
    init(repository);
    expect(read(repository, '.husky/pre-commit')).toBe('yarn lint-staged\nyarn sprint-check pre-commit\n');
  });
});

describe('--ci', () => {
  test('gitlab: the job is a file of its own', () => {
    const repository = install(packaged());
    init(repository, ['--ci', 'gitlab']);
    expect(read(repository, '.gitlab-ci.yml')).toContain('    - npx sprint-check\n');
  });

  test('gitlab: the job runs on every branch where the config has globs, which GitLab does not know', () => {
    const config = JSON.stringify({ 'sprint-check': { push: ['work', 'release/*'] } });
    const repository = install(packaged(config));
    init(repository, ['--ci', 'gitlab']);
    expect(read(repository, '.gitlab-ci.yml')).toContain('    - if: $CI_PIPELINE_SOURCE == "push"\n');
  });

  test('a file that is there stays, and the job is printed', () => {
    const repository = install(packaged()).write({ '.gitlab-ci.yml': 'test:\n  script: [npm test]\n' });
    expect(init(repository, ['--ci', 'gitlab']).stdout).toContain('      - npx sprint-check\n');
    expect(read(repository, '.gitlab-ci.yml')).toBe('test:\n  script: [npm test]\n');
  });

  test('github: the job and the form', () => {
    const repository = install(packaged());
    init(repository, ['--ci', 'github']);
    expect(existsSync(join(repository.path, '.github/workflows/sprint.yml'))).toBe(true);
    expect(read(repository, '.github/workflows/po-reply.yml')).toContain('workflow_dispatch:');
  });
});
