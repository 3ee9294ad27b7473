import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { Repository } from '../helpers/repository.ts';
import { entry, inSprint, journal, journal3, opening, withOrigin } from '../helpers/sprint.ts';
import { expectUndecided } from '../helpers/verdict.ts';

const { project, cli } = inject('packed');

describe('what DEBUG asks for', () => {
  const secret = 'Authorization: Basic c2VjcmV0';

  const withSecret = () => {
    const { repository } = withOrigin();
    repository.git('config', 'http.https://git.example.org/.extraheader', secret);
    return repository;
  };

  test.each(['*', 'simple-git', 'simple-git:*', '*,-nothing'])('DEBUG=%s prints nothing of the config', (DEBUG) => {
    const run = withSecret().cli(['check'], { env: { DEBUG } });
    expect(run).toMatchObject({ exit: 0, stderr: '' });
    expect(run.stdout).not.toContain(secret);
  });

  test('nor through the library', () => {
    const repository = withSecret();
    const script = `import { check } from 'sprint-check';
const debug = process.env.DEBUG;
const { ok } = await check({ directory: ${JSON.stringify(repository.path)} });
console.log(ok, debug === process.env.DEBUG);`;
    const run = repository.run(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: '../'.repeat(repository.path.split('/').length - 1) + project,
      env: { DEBUG: '*' },
    });
    expect(run).toEqual({ exit: 0, stdout: 'true true\n', stderr: '' });
  });
});

/** A commit about to be made that passes. */
const passing = () => inSprint().stage({ 'src/app.txt': 'changed\n', [journal3]: journal(opening(), entry()) });

/** There is no verdict, in JSON and in text, and nothing was written. */
function expectFault(repository: Repository, args: readonly string[], expected: RegExp, env = {}): void {
  const before = repository.fingerprint();
  expectUndecided(repository.check(args, { env }), expected);
  const { exit, stdout, stderr } = repository.cli(args, { env });
  expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
  expect(stderr).toMatch(/^error: [^\n]+\nhelp: [^\n]+\n$/);
  expect(stderr).not.toMatch(/itself failed|\n +at /);
  expect(repository.fingerprint()).toBe(before);
}

/** A folder with a program `git`, to be all of the PATH. */
function stub(repository: Repository, script: string, mode = 0o755): string {
  const folder = mkdtempSync(join(repository.path, '..', 'bin-'));
  writeFileSync(join(folder, 'git'), script);
  chmodSync(join(folder, 'git'), mode);
  return folder;
}

describe.skipIf(process.platform === 'win32')('a git that cannot be started', () => {
  test.each(['check', 'pre-commit'])('in %s, since it may not be executed', (command) => {
    const repository = passing();
    const PATH = stub(repository, '#!/bin/sh\n', 0o644);
    expectFault(repository, [command], /git could not be started: EACCES/, { PATH });
  });

  test.each(['check', 'pre-commit'])('in %s, since the PATH leads through a file', (command) => {
    const repository = passing();
    const PATH = join(stub(repository, ''), 'git');
    expectFault(repository, [command], /git could not be started: ENOTDIR/, { PATH });
  });
});

describe('a HEAD that leads nowhere is no first commit', () => {
  const loose = (oid: string) => `.git/objects/${oid.slice(0, 2)}/${oid.slice(2)}`;

  /** HEAD is a commit object of this content. */
  const withHead = (content: string) => {
    const repository = passing();
    const options = ['hash-object', '-w', '-t', 'commit', '--literally', '--stdin'];
    const oid = repository.run('git', options, { input: content }).stdout;
    return repository.write({ '.git/refs/heads/work': oid });
  };

  const heads: Readonly<Record<string, () => Repository>> = {
    'a ref that is empty': () => passing().write({ '.git/refs/heads/work': '' }),
    'a ref that points to itself': () => passing().write({ '.git/refs/heads/work': 'ref: refs/heads/work\n' }),
    'two refs that point to each other': () =>
      passing().write({ '.git/refs/heads/work': 'ref: refs/heads/x\n', '.git/refs/heads/x': 'ref: refs/heads/work\n' }),
    'a ref to a commit that is not there': () => passing().write({ '.git/refs/heads/work': `${'1'.repeat(40)}\n` }),
    'a detached HEAD of a commit that is not there': () => passing().write({ '.git/HEAD': `${'1'.repeat(40)}\n` }),
    'a HEAD that is garbage': () => passing().write({ '.git/HEAD': 'garbage\n' }),
    'a HEAD that is empty': () => passing().write({ '.git/HEAD': '' }),
    'a ref to a blob': () => {
      const repository = passing();
      return repository.write({ '.git/refs/heads/work': `${repository.git('rev-parse', 'HEAD:src/app.txt')}\n` });
    },
    'a commit that is damaged': () => {
      const repository = passing();
      return repository.write({ [loose(repository.git('rev-parse', 'HEAD'))]: 'damaged' });
    },
    'a commit that is empty': () => withHead(''),
    'a commit without a tree': () => withHead('author Dev <dev@example.com> 1758542400 +0200\n\nA commit\n'),
    'a commit of a tree that is not there': () => withHead(`tree ${'1'.repeat(40)}\n\nA commit\n`),
    'a commit of a parent that is none': () =>
      withHead(`tree ${passing().git('rev-parse', 'HEAD^{tree}')}\nparent nobody\n\nA commit\n`),
  };

  describe.each(Object.entries(heads))('%s', (_, make) => {
    test.each(['pre-commit', 'check'])('%s', (command) => expectFault(make(), [command], /\S/));
  });

  test('an unborn HEAD that leads through another branch is one', () => {
    const repository = Repository.create().write({ '.git/refs/heads/work': 'ref: refs/heads/main\n' });
    expect(repository.check(['pre-commit']).findings('error')).toEqual(['sprint/unknown']);
  });
});

describe('a commit is made in a work tree', () => {
  test('not in a bare repository', () => {
    const { origin } = withOrigin();
    expectFault(origin, ['pre-commit'], /work tree/);
    expectFault(origin, ['pre-merge-commit'], /work tree/);
  });

  test('not in the folder of git', () => expectFault(passing().open('.git'), ['pre-commit'], /work tree/));

  test('in a subfolder of it', () => {
    const repository = passing();
    mkdirSync(join(repository.path, 'src/deep'), { recursive: true });
    expect(repository.check(['pre-commit'], { cwd: 'src/deep' }).exit).toBe(0);
  });
});

describe.skipIf(process.platform === 'win32')('interrupted while git merges', () => {
  /** A git that, asked for its own merge, has begun to write when the signal comes, and would never end. */
  const interrupting = (repository: Repository, signal: string) =>
    stub(
      repository,
      `#!/bin/sh
if [ "$1" != merge-tree ]; then PATH=\${PATH#*:} exec git "$@"; fi
mkdir "$GIT_OBJECT_DIRECTORY/ab" && echo blob >"$GIT_OBJECT_DIRECTORY/ab/c"
echo $$ >"$TMPDIR.pid"
kill -${signal} $PPID
exec sleep 600
`,
    );

  test.each(['INT', 'TERM'])('by SIG%s, it leaves no folder and no git behind', async (signal) => {
    const repository = merging();
    const before = repository.fingerprint();
    const TMPDIR = mkdtempSync(join(repository.path, '..', 'tmp-'));
    const PATH = `${interrupting(repository, signal)}:${repository.environment.PATH}`;
    const run = repository.cli(['pre-merge-commit'], { env: { TMPDIR, PATH } });
    expect(run).toEqual({ exit: 130, stdout: '', stderr: '' });
    expect(readdirSync(TMPDIR)).toEqual([]);
    const pid = readFileSync(`${TMPDIR}.pid`, 'utf8').trim();
    // Where nobody waits for it, what is left of it is a zombie.
    const state = () => repository.run('ps', ['-o', 'stat=', '-p', pid]).stdout;
    await expect.poll(state).toMatch(/^(Z|$)/);
    expect(repository.fingerprint()).toBe(before);
  });
});

describe('a partial clone whose remote is gone', () => {
  test.each([
    ['blob:none', 'check'],
    ['blob:none', 'pre-commit'],
    ['tree:0', 'check'],
    ['tree:0', 'pre-commit'],
  ])('by %s, in %s', (filter, command) => {
    const repository = passing();
    repository.git('config', 'uploadpack.allowFilter', 'true');
    const clone = repository.clone('partial', `--filter=${filter}`, '--no-checkout');
    clone.git('remote', 'set-url', 'origin', 'file:///nowhere');
    expectFault(clone, [command], /does not have the content[^\n]*\n[^\n]*git fetch/);
  });

  test('says what helps', () => {
    const repository = inSprint();
    repository.git('config', 'uploadpack.allowFilter', 'true');
    const clone = repository.clone('partial', '--filter=blob:none', '--no-checkout');
    clone.git('remote', 'set-url', 'origin', 'file:///nowhere');
    expect(clone.check().exit).toBe(2);
    clone.git('remote', 'set-url', 'origin', repository.url);
    clone.git('fetch', '--quiet');
    expect(clone.check().exit).toBe(0);
  });
});

/** Two commits with an entry each. */
function withRange(): Repository {
  const repository = inSprint();
  repository.commit(-2, { 'src/app.txt': 'changed\n', [journal3]: journal(opening(), entry()) });
  return repository;
}

/** A merge of two branches that is about to be committed. */
function merging(): Repository {
  const repository = inSprint();
  repository.git('checkout', '--quiet', '-b', 'side');
  repository.commit(-4, { 'src/map.txt': 'map\n' });
  repository.git('checkout', '--quiet', 'work');
  repository.commit(-3, { 'src/filter.txt': 'filter\n', [journal3]: journal(opening(), entry()) });
  repository.git('merge', '--quiet', '--no-ff', '--no-commit', 'side');
  return repository;
}

describe.skipIf(process.platform === 'win32')('a git that does not do what it is asked', () => {
  // Each answers rightly but to one command.
  const faults: Readonly<Record<string, string>> = {
    'prints garbage': 'echo garbage',
    'prints garbage with NULs': "printf 'garb\\0age\\0'",
    'prints the half of its answer': 'head -n 1 | git "$@" | head -c 20',
    'is killed once it has printed': 'head -n 1 | git "$@"; kill -KILL $$',
    'fails without a word': 'exit 3',
  };
  const asked: readonly (readonly [string, string, () => Repository])[] = [
    ['cat-file', 'pre-commit', passing],
    ['diff-index', 'pre-commit', passing],
    ['merge-tree', 'pre-merge-commit', merging],
    ['cat-file', 'check --from HEAD~1', withRange],
    ['rev-list', 'check --from HEAD~1', withRange],
    ['diff-tree', 'check --from HEAD~1', withRange],
  ];

  describe.each(Object.entries(faults))('it %s', (_, fault) => {
    test.each(asked)('for %s, in %s', (command, args, make) => {
      const repository = make();
      const path = repository.environment.PATH;
      const script = `#!/bin/sh\nPATH='${path}'\nif [ "$1" != ${command} ]; then exec git "$@"; fi\n${fault}\n`;
      expectFault(repository, args.split(' '), /\S/, { PATH: `${stub(repository, script)}:${path}` });
    });
  });
});

describe('what git keeps is damaged', () => {
  const object = (repository: Repository, name: string) => {
    const oid = repository.git('rev-parse', name);
    return `.git/objects/${oid.slice(0, 2)}/${oid.slice(2)}`;
  };

  describe.each([
    ['missing', null],
    ['empty', ''],
    ['no object', 'garbage'],
  ])('an object that is %s', (_, content) => {
    test.each([
      ['the tree of HEAD', 'HEAD^{tree}'],
      ['the folder of the sprint', 'HEAD:docs/sprints/S3'],
      ['the notes', 'HEAD:PO_NOTES.md'],
      ['the journal', `HEAD:${journal3}`],
    ])('%s', (_, name) => {
      const repository = withRange();
      repository.write({ [object(repository, name)]: content });
      expectFault(repository, ['check', '--from', 'HEAD~1'], /\S/);
    });

    test('the staged journal', () => {
      const repository = passing();
      repository.write({ [object(repository, `:${journal3}`)]: content });
      expectFault(repository, ['pre-commit'], /\S/);
    });

    test('a commit in mid-range', () => {
      const repository = withRange();
      const range = ['check', '--from', repository.git('rev-parse', 'HEAD~1')];
      repository.commit(-1, { [journal3]: journal(opening(), entry(), entry({ did: 'More.' })) });
      repository.write({ [object(repository, 'HEAD~1')]: content });
      expectFault(repository, range, /\S/);
    });
  });

  test.each([
    ['garbage', 'garbage'],
    ['cut off', 'DIRC\0\0\0\u0002'],
    ['a folder', null],
  ])('an index that is %s', (_, content) => {
    const repository = passing().write({ '.git/index': content });
    if (content === null) mkdirSync(join(repository.path, '.git/index'));
    expectFault(repository, ['pre-commit'], /\S/);
  });

  test.each([
    ['garbage', { '.git/MERGE_HEAD': 'garbage\n' }],
    ['a commit that is not there', { '.git/MERGE_HEAD': `${'1'.repeat(40)}\n` }],
  ])('a MERGE_HEAD that is %s makes no merge', (_, files) => {
    const repository = inSprint().stage({ 'src/app.txt': 'changed\n' }).write(files);
    expect(repository.check(['pre-commit']).findings('error')).toEqual(['journal/not-staged']);
  });

  test.each([
    ['config', 'no [config'],
    ['packed-refs', 'no refs\n'],
    ['HEAD', 'ref: refs/heads/../../x\n'],
  ])('a %s that is garbage', (name, content) => {
    expectFault(passing().write({ [`.git/${name}`]: content }), ['pre-commit'], /\S/);
  });
});

describe.skipIf(process.platform === 'win32')('the place in which it runs', () => {
  test('without a HOME', () => {
    const repository = passing();
    const { HOME: _, GIT_CONFIG_GLOBAL: __, ...env } = repository.environment;
    const command = ['-i', ...Object.entries(env).map(([name, value]) => `${name}=${value}`), process.execPath, cli];
    expect(repository.run('env', [...command, 'pre-commit'])).toMatchObject({ exit: 0, stderr: '' });
  });

  test('with a TMPDIR that is not there, where one is needed', () => {
    expectFault(merging(), ['pre-merge-commit'], /TMPDIR/, { TMPDIR: '/nowhere' });
  });

  test('with a TMPDIR that is not there, where none is needed', () => {
    expect(passing().check(['pre-commit'], { env: { TMPDIR: '/nowhere' } }).exit).toBe(0);
  });

  test.each(['pre-commit', 'check', 'check --format json'])('in a folder that is gone, by %s', (args) => {
    const repository = passing();
    const script = `mkdir gone && cd gone && rmdir ../gone && exec '${process.execPath}' '${cli}' ${args}`;
    const { exit, stdout, stderr } = repository.run('sh', ['-c', script]);
    expect(exit).toBe(2);
    expect(stderr).toMatch(/^error: The folder to check does not exist.\nhelp: [^\n]+\n$/);
    if (args.endsWith('json')) expect(JSON.parse(stdout).error.code).toBe('not-a-repository');
  });

  // The system lets root read everything.
  test.skipIf(process.getuid?.() === 0).each([
    ['HEAD', '.git/HEAD'],
    ['the index', '.git/index'],
    ['the objects', '.git/objects'],
    ['the journal on disk', journal3],
  ])('where %s may not be read', (_, name) => {
    const repository = inSprint().stage({ 'src/app.txt': 'changed\n' });
    chmodSync(join(repository.path, name), 0);
    const run = repository.cli(['pre-commit']);
    chmodSync(join(repository.path, name), 0o755);
    expect([1, 2]).toContain(run.exit);
    expect(run.stdout + run.stderr).not.toMatch(/itself failed|\n +at /);
  });
});
