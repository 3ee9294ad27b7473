import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, isAbsolute, join, relative } from 'node:path';
import type { Git } from '../git/git.js';
import { type GitContext, runGit } from '../git/process.js';
import { hookShell, type ProgramResult, runProgram } from '../git/program.js';
import { removeTemporaryFolder, temporaryFolder } from '../git/scratch.js';
import { shellMissing } from '../words/doctor.js';
import type { HookScript } from './hook-script.js';

/** A call of the checker, as a hook made it in the sandbox. */
export interface Call {
  /** How it was called: a name that was looked for on the PATH, or a path. */
  readonly program: string;
  readonly directory: string;
  readonly path: string;
  readonly input: string;
  readonly args: readonly string[];
}

export interface Run extends ProgramResult {
  readonly calls: readonly Call[];
}

/** Programs that only read, so that a hook may really run them; all others that it names are stubs. */
const harmless = new Set(
  'sh bash dash env echo printf cat test true false grep egrep sed awk cut tr head tail sort uniq wc dirname basename git date uname expr sleep ls pwd which cmp xargs read command exec exit set export'.split(
    ' ',
  ),
);

const usual = 'sprint-check lint-staged npx npm pnpm yarn bun bunx node git-lfs commitlint eslint prettier biome';

/** A hook that takes longer is not waited for: nothing in it really runs. */
const timeout = 10_000;

/**
 * A throw-away repository in which hooks run without touching the real one. Every program that they name is a stub; that of
 * the checker writes down how it was called, and refuses.
 */
export class Sandbox {
  readonly folder: string;
  readonly #temporary = temporaryFolder();
  readonly #stubs: string;
  readonly #calls: string;
  readonly #environment: NodeJS.ProcessEnv;
  readonly #root: string;
  readonly #execPath: string;

  private constructor(root: string, context: GitContext, execPath: string) {
    this.#root = root;
    this.#execPath = execPath;
    const temporary = realpathSync.native(this.#temporary);
    this.folder = join(temporary, 'repository');
    this.#stubs = join(temporary, 'stubs');
    this.#calls = join(temporary, 'calls');
    for (const folder of [this.folder, this.#stubs, this.#calls]) mkdirSync(folder);
    this.#environment = withoutRepository(context.environment);
    for (const name of usual.split(' ')) this.#stub(join(this.#stubs, name));
  }

  static async open(root: string, context: GitContext, git: Git): Promise<Sandbox> {
    const sandbox = new Sandbox(root, context, (await git.ask('--exec-path')).trim());
    try {
      const inside = { directory: sandbox.folder, environment: sandbox.#environment };
      const branch = (await git.askIfAny('symbolic-ref', '--quiet', 'HEAD'))?.trim();
      await runGit(inside, ['init', '--quiet', '--template=']);
      if (branch) await runGit(inside, ['symbolic-ref', 'HEAD', branch]);
      // Something is staged, as when a commit is made.
      writeFileSync(join(sandbox.folder, 'staged.txt'), 'staged\n');
      await runGit(inside, ['add', 'staged.txt']);
      return sandbox;
    } catch (error) {
      await sandbox.close();
      throw error;
    }
  }

  /** Runs a hook as git does. `path` takes the place of the user's PATH. */
  async run(script: HookScript, args: readonly string[], input: string, path?: string): Promise<Run> {
    this.#mirror(script.text);
    rmSync(this.#calls, { recursive: true });
    mkdirSync(this.#calls);
    const [key = 'PATH'] = Object.keys(this.#environment).filter((name) => name.toUpperCase() === 'PATH');
    const searched = [this.#stubs, this.#execPath, path ?? usersPath(this.#environment, key)].join(delimiter);
    const environment = { ...this.#environment, [key]: searched, GIT_EDITOR: ':' };
    const options = { directory: this.folder, environment, input, timeout };
    const result = await runProgram(hookShell(this.#execPath), [...script.shellArguments, ...args], options);
    if (result === null) throw shellMissing();
    return { ...result, calls: this.#readCalls() };
  }

  close(): Promise<void> {
    return removeTemporaryFolder(this.#temporary);
  }

  /** Where a path of the sandbox lies in the real work tree; null for the folder of stubs and that of git's own programs. */
  real(path: string): string | null {
    if (relative(this.#stubs, path) === '' || relative(this.#execPath, path) === '') return null;
    const inside = relative(this.folder, path);
    return inside.startsWith('..') || isAbsolute(inside) ? path : join(this.#root, inside);
  }

  /** Makes the folders that a script changes into, and stubs for whatever else it may call. */
  #mirror(text: string): void {
    const quoted = [...text.matchAll(/'([^']*)'|"([^"]*)"/g)].map(([, single, double]) => single ?? double ?? '');
    const plain = text.match(/[^\s'"`$(){}<>|&;=*?!\\]+/g) ?? [];
    const words = [...plain, ...quoted.filter((word) => this.#isFolder(word))].filter((word) => word.length < 200);
    const folders = ['', ...new Set(words.filter((word) => this.#isFolder(word)))];
    for (const folder of folders) mkdirSync(join(this.folder, folder), { recursive: true });
    for (const word of words) {
      const path = word.replace(/^(?:\.?\/)+/, '');
      if (path === '' || path.split('/').includes('..') || this.#isFolder(path)) continue;
      if (!path.includes('/')) {
        if (!harmless.has(path)) this.#stub(join(this.#stubs, path));
      } else if (!(word.startsWith('/') && existsSync(word))) {
        for (const folder of folders) this.#stub(join(this.folder, folder, path));
      }
    }
  }

  #isFolder(path: string): boolean {
    const isInside = path !== '' && !path.startsWith('/') && !path.split('/').includes('..');
    return isInside && (statSync(join(this.#root, path), { throwIfNoEntry: false })?.isDirectory() ?? false);
  }

  #stub(file: string): void {
    if (existsSync(file)) return;
    // A word may go on behind what another word made a file of.
    let above = dirname(file);
    while (!existsSync(above)) above = dirname(above);
    if (!statSync(above).isDirectory()) return;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, stubText(this.#calls));
    chmodSync(file, 0o755);
  }

  #readCalls(): Call[] {
    const file = join(this.#calls, 'all');
    if (!existsSync(file)) return [];
    // sprint-check\0/tmp/…/repository\0/tmp/…/stubs:/usr/bin\0refs/heads/work …\0pre-push\0origin\0\0\0
    const records = readFileSync(file, 'utf8').split('\0\0\0').slice(0, -1);
    return records.map((record) => {
      const [program = '', directory = '', path = '', input = '', ...args] = record.split('\0');
      return { program, directory, path, input, args };
    });
  }
}

/**
 * A stub ends well, and reads what git-lfs would read. It takes itself for the checker where its name or an argument says
 * so, as in `npx sprint-check pre-commit` or `node dist/cli.cjs pre-commit`. The shell of Git for Windows has paths of its
 * own, which cygpath turns into those that Node has.
 */
function stubText(calls: string): string {
  return `#!/bin/sh
name=\${0##*/}
case "$name" in git-lfs) command -p cat >/dev/null; exit 0;; esac
case "$name $*" in *sprint-check*|*cli.?js*) ;; *) exit 0;; esac
case " $* " in *" pre-commit "*|*" pre-merge-commit "*|*" pre-push "*) ;; *) exit 0;; esac
input=$(command -p cat)
program=$(cygpath -w "$0" 2>/dev/null) || program=$0
directory=$(pwd -W 2>/dev/null) || directory=$PWD
path=$(cygpath -wp "$PATH" 2>/dev/null) || path=$PATH
{ printf '%s\\0' "$program" "$directory" "$path" "$input" "$@"; printf '\\0\\0'; } >>'${join(calls, 'all').replaceAll("'", "'\\''")}'
exit 1
`;
}

/** An environment that does not lead git back to the real repository. */
function withoutRepository(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const isKept = (name: string) => !name.startsWith('GIT_') || name.startsWith('GIT_CONFIG');
  return Object.fromEntries(Object.entries(environment).filter(([name]) => isKept(name)));
}

/** The PATH of the user's shell: npx, `npm run` and Yarn put folders in front of it that no hook will find there. */
function usersPath(environment: NodeJS.ProcessEnv, key: string): string {
  const folders = (environment[key] ?? '').split(delimiter);
  const isFromNpm = environment.npm_command !== undefined || environment.npm_lifecycle_event !== undefined;
  return folders
    .filter((folder) => !(isFromNpm && /[\\/]node_modules[\\/]\.bin[\\/]?$/.test(folder)))
    .filter((folder) => folder !== environment.BERRY_BIN_FOLDER)
    .join(delimiter);
}
