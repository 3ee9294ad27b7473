import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import * as nodeModule from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, inject, test } from 'vitest';
import { Repository } from '../helpers/repository.ts';
import {
  at,
  entry,
  grown,
  inSprint,
  journal,
  journal3,
  notes,
  opening,
  sprintFiles,
  withOrigin,
} from '../helpers/sprint.ts';

const { builtinModules, createRequire } = nodeModule;
const { project, cli } = inject('packed');
const dist = join(cli, '..');

/** A commit about to be made that passes. */
const passing = () => inSprint().stage({ 'src/app.txt': 'changed\n', [journal3]: grown });

describe('git processes', () => {
  /** How many of them a check that passes starts, by git's own trace. */
  function processes(repository: Repository, args: readonly string[], input = ''): number {
    const trace = join(repository.path, '..', 'trace');
    rmSync(trace, { force: true });
    const { exit, stdout, stderr } = repository.cli(args, { input, env: { GIT_TRACE2_EVENT: trace } });
    expect(exit, `${stdout}${stderr}`).toBe(0);
    const events = readFileSync(trace, 'utf8').trim().split('\n');
    return events.map((event) => JSON.parse(event)).filter(({ event }) => event === 'start').length;
  }

  test('a commit costs two', () => {
    expect(processes(passing(), ['pre-commit'])).toBe(2);
  });

  test('a commit in a sprint whose start is in the journal costs two', () => {
    const repository = Repository.create();
    const inferred = { 'PO_NOTES.md': notes({ started_at: undefined }) };
    repository.commit(-5, { ...sprintFiles(5, 3, [opening()]), ...inferred });
    repository.stage({ [journal3]: grown });
    expect(processes(repository, ['pre-commit'])).toBe(2);
  });

  test('a commit after forty old sprints costs two too', () => {
    const sprints = Array.from({ length: 40 }, (_, index) => sprintFiles(5, index + 10));
    const repository = inSprint().stage(Object.assign({}, ...sprints, sprintFiles(5, 3, [opening(), entry()])));
    repository.commit(-1);
    repository.stage({ [journal3]: journal(opening(), entry(), entry({ did: 'More.' })) });
    expect(processes(repository, ['pre-commit'])).toBe(2);
  });

  test('a range of 200 commits costs as many as one of 20', () => {
    const repository = inSprint(20);
    repository.run('git', ['fast-import', '--quiet'], { input: additions(200) });
    repository.git('reset', '--quiet', '--hard');
    const [few, many] = [20, 200].map((commits) => processes(repository, ['check', '--from', `HEAD~${commits}`]));
    expect(many).toBe(few);
    expect(many).toBeLessThanOrEqual(8);
  });

  test('a push of 50 refs that are not judged costs as many as one of a single ref', () => {
    const { repository } = withOrigin();
    const head = repository.git('rev-parse', 'HEAD');
    const lines = (count: number) =>
      Array.from(
        { length: count },
        (_, index) => `refs/heads/x${index} ${head} refs/heads/x${index} ${'0'.repeat(40)}\n`,
      );
    const push = ['pre-push', 'origin', 'https://example.invalid/tours.git'];
    const [one, many] = [1, 50].map((count) => processes(repository, push, lines(count).join('')));
    expect(many).toBe(one);
  });
});

/** What `git fast-import` makes commits of, each of which adds an entry to the journal of sprint 3. */
function additions(count: number): string {
  const start = Math.floor(Date.parse(at(-20)) / 1000);
  const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`;
  let entries = journal(opening(20));
  const commits = Array.from({ length: count }, (_, index) => {
    entries += `\n${journal(entry({ when: at(-19), did: `Delivery ${index}.` }))}`;
    const header = `commit refs/heads/work\ncommitter Dev <dev@example.com> ${start + index} +0000\n${data('A commit')}`;
    return `${header}${index === 0 ? 'from refs/heads/work^0\n' : ''}M 100644 inline ${journal3}\n${data(entries)}`;
  });
  return commits.join('');
}

describe('what a commit loads', () => {
  const recorder = `process.on('exit', () => {
  const loaded = { files: Object.keys(require.cache), builtins: process.moduleLoadList };
  require('node:fs').writeFileSync(process.env.LOADED, JSON.stringify(loaded));
});
`;

  function loaded(repository: Repository, ...args: string[]): { files: string[]; builtins: string[] } {
    const folder = join(repository.path, '..');
    const [preload, record] = [join(folder, 'recorder.cjs'), join(folder, 'loaded.json')];
    writeFileSync(preload, recorder);
    const { exit, stderr } = repository.run(process.execPath, ['--require', preload, ...args], {
      env: { LOADED: record },
    });
    expect(exit, stderr).toBe(0);
    const { files, builtins } = JSON.parse(readFileSync(record, 'utf8'));
    const names = (builtins as string[]).map((name) => name.replace(/^NativeModule /, ''));
    return {
      files: [...new Set<string>(files)].filter((file) => file.startsWith(dist)),
      builtins: names.filter((name) => builtinModules.includes(name)),
    };
  }

  test('one entry file and one chunk', () => {
    const { files } = loaded(passing(), cli, 'pre-commit');
    // The bundler's own helpers are under a kilobyte.
    const names = files.map((file) => basename(file)).filter((name) => name !== 'rolldown-runtime.cjs');
    expect(names.sort()).toEqual(['cli.cjs', 'hook.cjs']);
  });

  test.each([
    ['simple-git', 'simple-git'],
    ['globs', 'Expected pattern to be a non-empty string'],
  ])('not %s', (_, mark) => {
    const chunks = readdirSync(join(dist, 'chunks')).filter((name) => name.endsWith('.cjs'));
    const marked = (file: string) => readFileSync(file, 'utf8').includes(mark);
    expect(chunks.map((name) => join(dist, 'chunks', name)).some(marked)).toBe(true);
    expect(loaded(passing(), cli, 'pre-commit').files.filter(marked)).toEqual([]);
  });

  test('no built-in module but what starting git and reading files takes', () => {
    const repository = passing();
    const known = new Set(loaded(repository, '--eval', '0').builtins);
    const own = loaded(repository, cli, 'pre-commit').builtins.filter((name) => !known.has(name));
    expect(own.filter((name) => !allowed.includes(name))).toEqual([]);
  });

  const allowed = [
    ...['child_process', 'dgram', 'net', 'stream', 'stream/promises', 'string_decoder', 'diagnostics_channel'],
    ...['tty', 'vm', 'os', 'fs/promises'],
  ];
});

describe('a production install', () => {
  const packageFolder = join(project, 'node_modules', 'sprint-check');

  test('brings no other package', () => {
    const lock = JSON.parse(readFileSync(join(project, 'node_modules', '.package-lock.json'), 'utf8'));
    expect(Object.keys(lock.packages)).toEqual(['node_modules/sprint-check']);
    const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
    expect({ ...dependencies, ...peerDependencies }).toEqual({});
  });

  test('takes at most 1.2 MB', () => {
    const sizes = filesIn(packageFolder)
      .filter((file) => !file.startsWith(join(dist, 'cache')))
      .map((file) => statSync(file).size);
    expect(sizes.length).toBeGreaterThan(10);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_200_000);
  });

  test('runs no script', () => {
    const { scripts } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
    for (const name of ['preinstall', 'install', 'postinstall', 'prepare']) expect(scripts).not.toHaveProperty(name);
  });

  test('says nothing of the machine that built it', () => {
    const checkout = fileURLToPath(new URL('../..', import.meta.url)).replace(/.$/, '');
    const written = [checkout, JSON.stringify(checkout).slice(1, -1), pathToFileURL(checkout).href];
    const files = filesIn(packageFolder).filter((file) => !file.startsWith(join(dist, 'cache')));
    expect(files.filter((file) => written.some((path) => readFileSync(file, 'utf8').includes(path)))).toEqual([]);
  });

  test('can be imported without a trace in the process', () => {
    const state = `() => JSON.stringify([process.cwd(), process.env, process.exitCode, process.title, process.umask(),
      process.eventNames().map((name) => [String(name), process.listenerCount(name)]), Object.keys(globalThis)])`;
    const script = join(mkdtempSync(join(project, 'consumer-')), 'consumer.mjs');
    writeFileSync(
      script,
      `const state = ${state};\nconst before = state();\nconst { check } = await import('sprint-check');
if (before !== state() || typeof check !== 'function') process.exit(1);\n`,
    );
    const { status, stdout, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test('has types that need no other package', () => {
    const consumer = join(mkdtempSync(join(project, 'consumer-')), 'consumer.mts');
    writeFileSync(
      consumer,
      "import { check, type Report } from 'sprint-check';\n" +
        "const report: Report = await check({ command: 'pre-commit', language: 'fr' });\n" +
        'export const rules: string[] = report.diagnostics.map(({ rule }) => rule);\n',
    );
    const tsc = createRequire(import.meta.url)
      .resolve('typescript/package.json')
      .replace('package.json', 'bin/tsc');
    const options = [
      '--strict',
      '--noEmit',
      '--ignoreConfig',
      '--module',
      'nodenext',
      '--target',
      'es2023',
      '--types',
      '',
    ];
    const { stdout } = spawnSync(process.execPath, [tsc, ...options, consumer], { encoding: 'utf8' });
    expect(stdout).toBe('');
  });
});

function filesIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.map((name) => join(folder, name)).filter((file) => statSync(file).isFile());
}

describe('Node’s cache of what V8 compiled', () => {
  test('lies beside the program, where only those can write who can change the program', () => {
    const repository = passing();
    const temporary = join(repository.path, '..', 'temporary');
    mkdirSync(temporary);
    const before = repository.fingerprint();
    expect(repository.cli(['pre-commit'], { env: { TMPDIR: temporary } }).exit).toBe(0);
    expect(readdirSync(temporary)).toEqual([]);
    expect(repository.fingerprint()).toBe(before);
    const hasCache = 'enableCompileCache' in nodeModule;
    expect(existsSync(join(dist, 'cache'))).toBe(hasCache);
  });
});
