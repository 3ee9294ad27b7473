import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, inject } from 'vitest';
import { at } from './time.ts';
import { type Completed, Verdict } from './verdict.ts';

export type Environment = Readonly<Record<string, string>>;

/** Contents by path; null deletes the file, `{ link }` is a symbolic link. */
export type Files = Readonly<Record<string, string | Buffer | null | { readonly link: string }>>;

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Environment;
  readonly input?: string;
}

const packed = inject('packed');
const root = realpathSync(mkdtempSync(join(tmpdir(), 'sprint-check-e2e-')));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const userConfig = `[user]
  name = Dev
  email = dev@example.com
[advice]
  detachedHead = false
[protocol "file"]
  allow = always
[gc]
  auto = 0
[core]
  symlinks = true
  fsync = none
`;

/** What lies in a folder, at any depth; unlike readdir's own way down, on every Node, it follows no link. */
function namesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const below = entry.isDirectory() ? namesBelow(join(folder, entry.name)) : [];
      return [entry.name, ...below.map((name) => join(entry.name, name))];
    });
}

/** A real repository in a folder of its own, with a user and an environment of its own. */
export class Repository {
  /** The work tree, or the git directory of a bare repository. */
  readonly path: string;
  readonly #home: string;

  private constructor(path: string, home: string) {
    this.path = path;
    this.#home = home;
  }

  /** An empty repository on the unborn branch `work`; `init` are more arguments for `git init`. */
  static create(init: readonly string[] = [], name = 'repository'): Repository {
    const home = mkdtempSync(join(root, 'home-'));
    writeFileSync(join(home, '.gitconfig'), userConfig);
    const repository = new Repository(join(home, name), home);
    mkdirSync(repository.path);
    if (init.length === 0) cpSync(Repository.#empty(), repository.path, { recursive: true });
    else repository.#init(init);
    return repository;
  }

  /** A repository that has all that this one has, of a user of its own. */
  copy(): Repository {
    const copy = Repository.create([], basename(this.path));
    cpSync(this.path, copy.path, { recursive: true });
    return copy;
  }

  /** An empty repository to be copied: hundreds are made, and git takes its time for each. */
  static #empty(): string {
    const empty = new Repository(join(root, 'empty'), root);
    if (existsSync(empty.path)) return empty.path;
    mkdirSync(empty.path);
    empty.#init([]);
    return empty.path;
  }

  #init(more: readonly string[]): void {
    this.git('init', '--quiet', '--template=', '--initial-branch=work', ...more);
  }

  /** Another repository or work tree of the same user; `path` is relative to this one. */
  open(path: string): Repository {
    return new Repository(join(this.path, path), this.#home);
  }

  /** Its address, by which git speaks to it as to another machine. */
  get url(): string {
    return pathToFileURL(this.path).href;
  }

  /** A clone beside this one. */
  clone(name: string, ...args: string[]): Repository {
    this.git('clone', '--quiet', ...args, this.url, join(this.path, '..', name));
    return this.open(join('..', name));
  }

  /** A new bare repository beside this one, whose HEAD is the unborn branch `main`. */
  bare(name: string, ...init: string[]): Repository {
    this.git('init', '--quiet', '--template=', '--bare', '--initial-branch=main', ...init, join('..', name));
    return this.open(join('..', name));
  }

  get environment(): Environment {
    return {
      PATH: [packed.bin, process.env.PATH].join(delimiter),
      HOME: this.#home,
      GIT_CONFIG_GLOBAL: join(this.#home, '.gitconfig'),
      GIT_CONFIG_NOSYSTEM: '1',
      LANG: 'C',
      TZ: 'UTC',
    };
  }

  run(command: string, args: readonly string[], { cwd = '.', env = {}, input = '' }: RunOptions = {}): Completed {
    const options = { cwd: join(this.path, cwd), env: { ...this.environment, ...env }, input, maxBuffer: 1 << 28 };
    const { status, stdout, stderr, error } = spawnSync(command, args, { ...options, encoding: 'utf8' });
    if (error) throw error;
    return { exit: status, stdout, stderr };
  }

  /** What git prints; it has to succeed. */
  git(...args: string[]): string {
    return this.#succeed(args, {});
  }

  #succeed(args: readonly string[], options: RunOptions): string {
    const { exit, stdout, stderr } = this.run('git', args, options);
    if (exit !== 0) throw new Error(`git ${args.join(' ')}: ${exit}\n${stdout}${stderr}`);
    return stdout.trim();
  }

  /** The same with the committer date, and for new commits the author date, `minutes` from now; no hook runs. */
  gitAt(minutes: number, ...args: string[]): string {
    const env = { GIT_COMMITTER_DATE: at(minutes), GIT_AUTHOR_DATE: at(minutes) };
    return this.#succeed(['-c', 'core.hooksPath=/dev/null', ...args], { env });
  }

  write(files: Files): this {
    for (const [name, content] of Object.entries(files)) {
      const file = join(this.path, name);
      rmSync(file, { recursive: true, force: true });
      if (content === null) continue;
      mkdirSync(dirname(file), { recursive: true });
      if (typeof content === 'string' || Buffer.isBuffer(content)) writeFileSync(file, content);
      else symlinkSync(content.link, file);
    }
    return this;
  }

  stage(files: Files): this {
    const gone = Object.keys(files).filter((name) => files[name] === null);
    const kept = Object.keys(files).filter((name) => files[name] !== null);
    if (gone.length > 0) this.git('rm', '-r', '--quiet', '--cached', '--ignore-unmatch', '--', ...gone);
    this.write(files);
    if (kept.length > 0) this.git('add', '--all', '--force', '--', ...kept);
    return this;
  }

  /** Commits these files, and whatever is staged, `minutes` from now without running a hook; returns the commit. */
  commit(minutes: number, files: Files = {}, ...args: string[]): string {
    if (Object.keys(files).length > 0) this.stage(files);
    this.gitAt(minutes, 'commit', '--quiet', '--allow-empty', '--message=A commit', ...args);
    return this.#head();
  }

  /** HEAD's commit; git is asked only where its files don't say. */
  #head(): string {
    const head = join(this.path, '.git', 'HEAD');
    const branch = existsSync(head) && /^ref: (.*)\n$/.exec(readFileSync(head, 'utf8'))?.[1];
    const ref = branch && join(this.path, '.git', branch);
    return ref && existsSync(ref) ? readFileSync(ref, 'utf8').trim() : this.git('rev-parse', 'HEAD');
  }

  /** Sets a committed config, as everybody's `.sprint-checkrc.json`. */
  config(minutes: number, config: object): this {
    this.commit(minutes, { '.sprint-checkrc.json': `${JSON.stringify(config, null, 2)}\n` });
    return this;
  }

  /** Installs a plain hook that runs the checker and keeps its report; `before` are lines in front of it. */
  hook(name: string, before = ''): this {
    const own = join(this.path, '.git');
    const hooks = lstatSync(own, { throwIfNoEntry: false })?.isDirectory()
      ? join(own, 'hooks')
      : this.git('rev-parse', '--path-format=absolute', '--git-path', 'hooks');
    const file = join(hooks, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `#!/bin/sh\n${before}\n${this.#hookLines(name)}`);
    chmodSync(file, 0o755);
    return this;
  }

  #hookLines(name: string): string {
    return `code=0
sprint-check ${name} "$@" --format json >'${this.#report(name)}' || code=$?
echo "$code" >'${this.#report(name)}.exit'
exit "$code"
`;
  }

  #report(hook: string): string {
    return join(this.#home, `${hook}.json`);
  }

  /** Installs husky itself, with these hooks, and the checker where only husky finds it. */
  husky(...names: string[]): this {
    const bin = join(dirname(createRequire(import.meta.url).resolve('husky')), 'bin.js');
    const files = names.map((name) => [`.husky/${name}`, this.#hookLines(name)]);
    this.write({ ...Object.fromEntries(files), 'node_modules/.bin/sprint-check': { link: packed.cli } });
    mkdirSync(join(this.path, '.git/info'), { recursive: true });
    writeFileSync(join(this.path, '.git/info/exclude'), 'node_modules\n');
    const { exit, stderr } = this.run(process.execPath, [bin]);
    if (exit !== 0) throw new Error(stderr);
    return this;
  }

  /** Runs git so that `hook` fires; the verdict is the hook's. */
  fire(hook: string, args: readonly string[], options: RunOptions = {}): Verdict {
    const report = this.#report(hook);
    for (const file of [report, `${report}.exit`]) rmSync(file, { force: true });
    const git = this.run('git', args, options);
    const stdout = existsSync(report) ? readFileSync(report, 'utf8') : '';
    const exit = existsSync(`${report}.exit`) ? Number(readFileSync(`${report}.exit`, 'utf8')) : null;
    return new Verdict({ exit, stdout, stderr: git.stderr }, git);
  }

  /** `git commit`, with pre-commit's verdict. */
  tryCommit(...args: string[]): Verdict {
    return this.fire('pre-commit', ['commit', '--message=A try', ...args]);
  }

  /** Stages these files, commits, and gives pre-commit's verdict. */
  try(files: Files, ...args: string[]): Verdict {
    return this.stage(files).tryCommit(...args);
  }

  /** `git push origin …`, with pre-push's verdict. */
  tryPush(...args: string[]): Verdict {
    return this.fire('pre-push', ['push', 'origin', ...args]);
  }

  /** Runs the checker itself. */
  cli(args: readonly string[], options: RunOptions = {}): Completed {
    return this.run(process.execPath, [packed.cli, ...args], options);
  }

  /** Runs the checker for its report. */
  check(args: readonly string[] = [], options: RunOptions = {}): Verdict {
    return new Verdict(this.cli([...args, '--format', 'json'], options), null);
  }

  /** One hash of every file there is: work tree, index, refs, config, objects. */
  fingerprint(): string {
    const hash = createHash('sha256');
    for (const name of namesBelow(this.path)) {
      const file = join(this.path, name);
      const entry = lstatSync(file);
      hash.update(`${name}\0${entry.mode}\0`);
      if (entry.isSymbolicLink()) hash.update(readlinkSync(file));
      if (entry.isFile()) hash.update(readFileSync(file));
    }
    return hash.digest('hex');
  }
}
