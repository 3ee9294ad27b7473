import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { beforeEach, describe, expect, inject, test } from 'vitest';
import { Repository } from '../helpers/repository.ts';
import { scratchFolder } from '../helpers/scratch.ts';
import { at, entry, inSprint, journal, journal3, notes, opening, sprintFiles, withOrigin } from '../helpers/sprint.ts';

const { project, cli } = inject('packed');
const dist = join(cli, '..');
const grown = journal(opening(), entry());

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

  test('a commit costs three', () => {
    expect(processes(passing(), ['pre-commit'])).toBe(3);
  });

  test('a commit in a sprint whose start is inferred costs four', () => {
    const repository = Repository.create();
    const inferred = { 'PO_NOTES.md': notes({ started_at: undefined }) };
    repository.commit(-5, { ...sprintFiles(5, 3, [opening()]), ...inferred });
    repository.stage({ [journal3]: grown });
    expect(processes(repository, ['pre-commit'])).toBe(4);
  });

  test('a commit after forty old sprints costs three too', () => {
    const sprints = Array.from({ length: 40 }, (_, index) => sprintFiles(5, index + 10));
    const repository = inSprint().stage(Object.assign({}, ...sprints, sprintFiles(5, 3, [opening(), entry()])));
    repository.commit(-1);
    repository.stage({ [journal3]: journal(opening(), entry(), entry({ did: 'More.' })) });
    expect(processes(repository, ['pre-commit'])).toBe(3);
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
  // Whoever loads a file, the loader of CommonJS or one of our own, reads it.
  const recorder = `const fs = require('node:fs');
const { readFileSync } = fs;
const files = new Set();
fs.readFileSync = (file, ...rest) => {
  files.add(String(file));
  return readFileSync(file, ...rest);
};
process.on('exit', () => {
  const loaded = { files: [...files, ...Object.keys(require.cache)], builtins: process.moduleLoadList };
  fs.writeFileSync(process.env.LOADED, JSON.stringify(loaded));
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

  // The bundler's own helpers, which are under a kilobyte, aside.
  const nameOf = (file: string) => basename(file).replace(/-[\w-]{8}\.cjs$/, '.cjs');
  const isOwn = (name: string) => name !== 'rolldown-runtime.cjs';

  test('one entry file and one chunk', () => {
    const { files } = loaded(passing(), cli, 'pre-commit');
    expect(files.map(nameOf).filter(isOwn).sort()).toEqual(['cli.cjs', 'hook.cjs']);
  });

  test.each([
    ['simple-git', 'simple-git'],
    ['globs', 'Expected pattern to be a non-empty string'],
    ['words about usage', 'did you mean'],
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
    ...['tty', 'os', 'vm'],
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

  test('takes under 3 MB', () => {
    const sizes = filesIn(packageFolder).map((file) => statSync(file).size);
    expect(sizes.length).toBeGreaterThan(10);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3_000_000);
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

describe('the cache of what is compiled', () => {
  const root = scratchFolder();
  let temporary: string;
  let repository: Repository;
  let sound: string;
  const check = () => {
    const { exit, stdout, stderr } = repository.cli(['pre-commit', '--format', 'json'], { env: { TMPDIR: temporary } });
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    return stdout;
  };

  beforeEach(() => {
    temporary = join(root, String(Math.random()));
    mkdirSync(temporary);
    repository = passing();
    sound = check();
  });

  test('is made without a word, however many files a first run loads', () => {
    repository.commit(-1, { [journal3]: `${grown}- who: PO\n  topic: Sprint S3\n  replies: OK\n` });
    const range = ['check', '--from', 'HEAD~1', '--to', 'HEAD', '--color', '--format', 'github'];
    const { exit, stderr } = repository.cli(range, { env: { TMPDIR: temporary } });
    expect({ exit, stderr }).toEqual({ exit: 1, stderr: '' });
    // Node warns of more than ten listeners of one kind.
    expect(filesIn(temporary).filter((file) => file.endsWith('-check')).length).toBeGreaterThan(10);
  });

  test('of a run that judged nothing serves until one judges', () => {
    rmSync(temporary, { recursive: true });
    mkdirSync(temporary);
    const caches = () => filesIn(temporary).map((file) => [file.endsWith('-part'), readFileSync(file).length] as const);
    repository.git('checkout', '--quiet', '--orphan', 'empty');
    repository.git('rm', '--quiet', '--cached', '-r', '.');
    const run = () => repository.cli(['pre-commit'], { env: { TMPDIR: temporary } }).exit;
    expect([run(), run()]).toEqual([1, 1]);
    const parts = caches();
    expect(parts.map(([isPart]) => isPart)).not.toContain(false);
    repository.git('checkout', '--quiet', '--force', 'work');
    repository.git('commit', '--quiet', '--allow-empty', '--no-verify', '--message=x');
    expect([run(), caches().length]).toEqual([1, 2 * parts.length]);
    const [whole, part] = [false, true].map((kind) => caches().filter(([isPart]) => isPart === kind)[0]?.[1] ?? 0);
    expect(whole).toBeGreaterThan((part as number) + 20_000);
  });

  test('lies in the folder for temporary files, and in none of the repository', () => {
    const before = repository.fingerprint();
    expect(check()).toBe(sound);
    expect(repository.fingerprint()).toBe(before);
    expect(filesIn(temporary).length).toBeGreaterThanOrEqual(2);
  });

  // A cache holds its data twice: at one distance for both, a half whose length it divides would be damaged like the other.
  const flipped = (bytes: Buffer) =>
    bytes.map((byte, index) => (index % (index < bytes.length / 2 ? 97 : 89) === 50 ? byte ^ 0x10 : byte));
  const damages: Record<string, (bytes: Buffer, another: Buffer) => Uint8Array> = {
    'cut off': (bytes) => bytes.subarray(0, bytes.length >> 1),
    empty: () => Buffer.alloc(0),
    'damaged in its data': flipped,
    'damaged in its head': (bytes) => Buffer.concat([Buffer.alloc(16, 0xff), bytes.subarray(16)]),
    "another file's": (_, another) => another,
    'nothing of the kind': () => Buffer.from('#!/bin/sh\nexit 1\n'),
  };

  test.each(Object.entries(damages))('%s, it costs speed alone, and is made again', (_, damage) => {
    const files = filesIn(temporary);
    const contents = files.map((file) => readFileSync(file));
    const damaged = contents.map((bytes, index) => damage(bytes, contents.at(index - 1) as Buffer));
    for (const [index, file] of files.entries()) writeFileSync(file, damaged[index] as Uint8Array);
    expect(check()).toBe(sound);
    for (const [index, file] of files.entries())
      expect(readFileSync(file).equals(damaged[index] as Buffer)).toBe(false);
    expect(check()).toBe(sound);
  });

  test('costs speed alone where others may write', () => {
    for (const name of readdirSync(temporary)) chmodSync(join(temporary, name), 0o777);
    expect(check()).toBe(sound);
  });

  test.each([
    ['a file in its place', () => swap((path) => writeFileSync(path, ''))],
    ['a link in its place', () => swap((path) => spawnSync('ln', ['-s', root, path]))],
    ['no folder for temporary files', () => rmSync(temporary, { recursive: true })],
  ])('%s costs speed alone', (_, spoil) => {
    spoil();
    const before = readdirSync(root);
    expect(check()).toBe(sound);
    expect(readdirSync(root)).toEqual(before);
  });

  function swap(put: (path: string) => void): void {
    for (const path of readdirSync(temporary).map((name) => join(temporary, name))) {
      rmSync(path, { recursive: true });
      put(path);
    }
  }
});
