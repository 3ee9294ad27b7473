import { type StdioOptions, spawn, spawnSync } from 'node:child_process';
import { existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { commands } from '../../src/commands/list.ts';
import { formatNames } from '../../src/formats/list.ts';
import { Repository } from '../helpers/repository.ts';
import { entry, inSprint, journal, journal3, opening } from '../helpers/sprint.ts';
import { expectUndecided } from '../helpers/verdict.ts';

const { project } = inject('packed');
const version: string = JSON.parse(
  readFileSync(join(project, 'node_modules/sprint-check/package.json'), 'utf8'),
).version;

const sound = () => inSprint();
const refused = () => inSprint().stage({ 'src/app.txt': 'changed\n' });
const nowhere = () => Repository.create().write({ '.git': null });

describe('exit codes of text', () => {
  test('a pass is one line on stdout', () => {
    const { exit, stdout, stderr } = inSprint()
      .stage({ [journal3]: journal(opening(), entry()) })
      .cli(['pre-commit']);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout).toMatch(/^[^\n]*\d[^\n]*\n$/);
  });

  test('a refusal is on stdout, with rule and help', () => {
    const { exit, stdout, stderr } = refused().cli(['pre-commit']);
    expect({ exit, stderr }).toEqual({ exit: 1, stderr: '' });
    expect(stdout).toMatch(/journal\/not-staged[\s\S]*help: \S/);
  });

  test('a refusal shows the lines of the file with a caret', () => {
    const repository = inSprint().stage({ [journal3]: journal(opening(), entry({ status: 'wip' })) });
    const { stdout } = repository.cli(['pre-commit']);
    const line =
      journal(opening(), entry({ status: 'wip' }))
        .split('\n')
        .indexOf('  status: "wip"') + 1;
    expect(stdout).toContain(`${journal3}:${line}:11`);
    expect(stdout).toMatch(/status: "wip"\n.*\^/);
  });

  test('--quiet prints nothing on a pass', () => {
    expect(sound().cli(['--quiet'])).toEqual({ exit: 0, stdout: '', stderr: '' });
  });

  test('--quiet prints errors alone', () => {
    const repository = refused();
    repository.git('checkout', '--quiet', '-b', 'elsewhere');
    const loud = repository.cli(['pre-commit']);
    const quiet = repository.cli(['pre-commit', '--quiet']);
    expect(loud.stdout).toContain('branch/sprint');
    expect(quiet.exit).toBe(1);
    expect(quiet.stdout).toContain('journal/not-staged');
    expect(quiet.stdout).not.toContain('branch/sprint');
  });
});

describe('usage', () => {
  test.each([
    ['a command', ['pre-comit'], 'pre-commit'],
    ['a command that is far off', ['xyzzy'], 'help'],
    ['a flag', ['check', '--fromm', 'HEAD'], '--from'],
    ['a flag before the command', ['--formt', 'json', 'check'], '--format'],
    ['a value of --format', ['--format', 'jsn'], 'json'],
    ['a value of --lang', ['--lang', 'de'], 'fr'],
    ['a flag without its value', ['check', '--from'], '--from'],
    ['a value of a command’s flag', ['init', '--ci', 'foo'], 'npx sprint-check init --help'],
    ['an argument too many', ['pre-commit', 'surplus'], 'surplus'],
  ])('%s that is wrong', (_, args, hint) => {
    const { exit, stdout, stderr } = sound().cli(args);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toContain(hint);
  });

  test.each([['--help'], ['-h'], ['--help', 'check'], ['check', '--help']])('%s %s', (...args) => {
    const { exit, stdout, stderr } = nowhere().cli(args);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout).toContain('--format');
  });

  test('--help names every command', () => {
    const { stdout } = sound().cli(['--help']);
    const listed = [...stdout.matchAll(/^ {2}([a-z][a-z-]+) {2}/gm)].map(([, command]) => command);
    expect(listed).toEqual(commands.map(({ name }) => name));
  });

  test.each(['en', 'fr'])('the help is no wider than a terminal, in %s', (lang) => {
    for (const command of ['', ...commands.map(({ name }) => name)]) {
      const { stdout } = nowhere().cli([...(command ? [command] : []), '--help', '--lang', lang]);
      for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(120);
    }
  });

  test("a command's help lists its own flags", () => {
    expect(sound().cli(['check', '--help']).stdout).toContain('--from');
    expect(sound().cli(['pre-commit', '--help']).stdout).not.toContain('--from');
  });

  test.each([['--version'], ['-v']])('%s', (flag) => {
    expect(nowhere().cli([flag])).toEqual({ exit: 0, stdout: `${version}\n`, stderr: '' });
  });

  test('flags stand before or after the command', () => {
    const repository = sound();
    const before = repository.cli(['--format', 'json', 'check']);
    expect(before.exit).toBe(0);
    expect(JSON.parse(before.stdout)).toMatchObject({ command: 'check', tool: { name: 'sprint-check', version } });
    expect(repository.cli(['--format=json', 'check', '--from', 'HEAD'])).toMatchObject({ exit: 0 });
  });
});

describe('what cannot be decided', () => {
  test('is told on stderr also where stdout is JSON', () => {
    const { stdout, stderr } = sound().cli(['check', '--from', 'nowhere', '--format', 'json']);
    expect(stderr).toContain(JSON.parse(stdout).error.message);
  });

  test('not a repository', () => {
    const { exit, stdout, stderr } = nowhere().cli(['pre-commit']);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toMatch(/git (init|repository)/);
  });

  test('not a repository, in JSON', () => {
    expectUndecided(nowhere().check(['pre-commit']), /repository/);
  });

  test('git is not on the PATH', () => {
    const { exit, stdout, stderr } = sound().cli(['check'], { env: { PATH: '/nonexistent' } });
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toMatch(/git/);
  });

  test('git is not on the PATH, in JSON', () => {
    expectUndecided(sound().check(['pre-commit'], { env: { PATH: '/nonexistent' } }), /git/);
  });

  test('wrong usage, in JSON', () => {
    expectUndecided(sound().check(['--fromm', 'HEAD']), /--from/);
  });

  test('a repository that is damaged', () => {
    const repository = sound();
    const tree = repository.git('rev-parse', 'HEAD^{tree}');
    repository.write({ [`.git/objects/${tree.slice(0, 2)}/${tree.slice(2)}`]: null });
    expectUndecided(repository.check(['--from', 'HEAD']), /\S/);
  });

  test.each([
    ['empty', '.git/refs/heads/work', ''],
    ['of a commit that is not there', '.git/refs/heads/work', `${'1'.repeat(40)}\n`],
    ['detached, of a commit that is not there', '.git/HEAD', `${'1'.repeat(40)}\n`],
  ])('a HEAD that is %s', (_, file, content) => {
    expectUndecided(
      sound()
        .write({ [file]: content })
        .check(['pre-commit']),
      /\S/,
    );
  });

  test('an index that is damaged', () => {
    expectUndecided(refused().write({ '.git/index': 'no index' }).check(['pre-commit']), /\S/);
  });
});

describe('a reader that goes away', () => {
  test.each([
    ['a pass', sound, ['check'], 0],
    ['a refusal', refused, ['pre-commit'], 1],
    ['a refusal in JSON', refused, ['pre-commit', '--format', 'json'], 1],
    ['wrong usage', sound, ['pre-comit'], 2],
    ['help', sound, ['--help'], 0],
  ] as const)('%s', async (_, make, args, exit) => {
    const repository = make();
    const { cli } = inject('packed');
    const child = spawn(process.execPath, [cli, ...args], {
      cwd: repository.path,
      env: repository.environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    // Long before node has started, so that the first write meets a closed pipe.
    child.stdout.destroy();
    child.stderr.destroy();
    expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(exit);
  });
});

describe.skipIf(process.platform === 'win32')('interrupted while it waits for its input', () => {
  // Sends the signal as soon as the program listens for it.
  const preload = `process.on('newListener', (name) => {
  if (name === process.env.SIGNAL) setImmediate(() => process.kill(process.pid, name));
});
`;

  test.each(['SIGINT', 'SIGTERM'])('by %s', async (SIGNAL) => {
    const { path: cwd, environment } = sound();
    const file = join(cwd, '..', 'preload.cjs');
    writeFileSync(file, preload);
    const command = ['--require', file, inject('packed').cli, 'pre-push', 'origin', 'https://example.invalid/'];
    const child = spawn(process.execPath, command, { cwd, env: { ...environment, SIGNAL }, stdio: 'pipe' });
    const output: unknown[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(String(chunk)));
    expect(await new Promise((resolve) => child.on('close', (...end) => resolve(end)))).toEqual([130, null]);
    expect(output).toEqual([]);
  });
});

describe.skipIf(!existsSync('/dev/full'))('an output that takes no more', () => {
  test.each([
    ['a pass', sound, ['pre-commit']],
    ['a refusal', refused, ['pre-commit']],
    ['a refusal in JSON', refused, ['pre-commit', '--format', 'json']],
    ['wrong usage in JSON', sound, ['--fro', '--format', 'json']],
    ['help', sound, ['--help']],
    ['a rule', sound, ['explain']],
  ] as const)('%s', (_, make, args) => {
    const repository = make();
    const { path: cwd, environment: env } = repository;
    const run = (lang: string) => {
      const stdio: StdioOptions = ['ignore', openSync('/dev/full', 'w'), 'pipe'];
      const command = [inject('packed').cli, ...args, '--lang', lang];
      const { status, stderr } = spawnSync(process.execPath, command, { cwd, env, stdio, encoding: 'utf8' });
      expect(status).toBe(2);
      return stderr;
    };
    expect(run('en')).toMatch(/^error: System error: ENOSPC.*\nhelp: .*space.*\n$/);
    expect(run('fr')).toMatch(/^erreur\s: Erreur système\s: ENOSPC.*\naide\s: .*place.*\n$/);
  });
});

describe('control characters never reach a terminal raw', () => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what it looks for.
  const raw = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]|^cut/m;
  const escaped = '"\\u001b[31mred\\u0007\\u009b1m\\u007f\\ncut"';
  const nasty: string = JSON.parse(escaped);
  const faults = {
    'a text of the journal': () => ({
      [journal3]: `${journal(opening(5, { status: undefined }))}  status: ${escaped}\n`,
    }),
    'a key of the journal': () => ({ [journal3]: `${journal(opening())}  ${escaped}: 1\n` }),
    'a raw byte of the journal': () => ({ [journal3]: `# ${nasty}\n${journal(opening())}` }),
    'the path of a file': () => ({ [`${nasty}/.env.local`]: 'KEY=1\n' }),
    'the notes': () => ({ 'PO_NOTES.md': `\`\`\`yaml\nsprint_id: ${escaped}\n\`\`\`\n` }),
    'the config': () => ({ '.sprint-checkrc.json': JSON.stringify({ [nasty]: 1 }) }),
  };

  test.each(Object.entries(faults))('%s', (_, files) => {
    const repository = inSprint().stage(files());
    for (const format of formatNames) {
      const { exit, stdout, stderr } = repository.cli(['pre-commit', '--format', format, '--no-color']);
      expect(exit, stderr).not.toBe(0);
      expect(`${stdout}${stderr}`).not.toMatch(raw);
    }
  });

  test.each([
    [[nasty]],
    [[`--${nasty}`]],
    [[`--quiet=${nasty}`]],
    [['--from', nasty]],
    [['--format', nasty]],
    [['pre-commit', nasty]],
    [['explain', nasty]],
  ])('the arguments %j', (args) => {
    const repository = sound();
    for (const more of [[], ['--lang', 'fr'], ['--format', 'json']]) {
      const { exit, stdout, stderr } = repository.cli([...args, ...more]);
      expect(exit).toBe(2);
      expect(`${stdout}${stderr}`).not.toMatch(raw);
    }
  });

  test('the message and author of a commit', () => {
    const repository = inSprint();
    repository.commit(-3, { 'src/app.txt': 'changed\n' }, `--message=${nasty}`, `--author=${nasty} <a@example.com>`);
    const { exit, stdout, stderr } = repository.cli(['check', '--from', 'HEAD~1', '--no-color']);
    expect(exit).toBe(1);
    expect(`${stdout}${stderr}`).not.toMatch(raw);
  });
});

describe('languages', () => {
  test.each([
    ['--lang', ['--lang', 'fr'], {}],
    ['LC_ALL', [], { LC_ALL: 'fr_FR.UTF-8', LANG: 'en_US.UTF-8' }],
    ['LANG', [], { LANG: 'fr_CA.UTF-8' }],
  ])('French by %s', (_, args, env) => {
    const repository = refused();
    const english = repository.cli(['pre-commit']);
    const french = repository.cli(['pre-commit', ...args], { env });
    expect(french.exit).toBe(1);
    expect(french.stdout).toContain('journal/not-staged');
    expect(french.stdout).not.toBe(english.stdout);
  });

  test.each([
    ['no commit of that name', ['check', '--from', 'nowhere'], 'aucun|pas de commit'],
    ['wrong usage', ['check', '--bogus'], 'Option inconnue'],
    ['a rule', ['explain', 'freeze/closed'], 'gelé'],
    ['help', ['check', '--help'], 'langue'],
  ])('French by the config where nothing is judged: %s', (_, args, expected) => {
    const repository = sound().config(-4, { lang: 'fr' });
    const { stdout, stderr } = repository.cli(args);
    expect(stdout + stderr).toMatch(new RegExp(expected));
    const english = repository.cli([...args, '--lang', 'en']);
    expect(english.stdout + english.stderr).not.toBe(stdout + stderr);
  });
});
