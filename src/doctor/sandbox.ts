import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { platform } from 'node:os';
import { delimiter, isAbsolute, join, relative } from 'node:path';
import { removeTemporaryFolder, temporaryFolder } from '../git/cleanup.js';
import type { Git } from '../git/git.js';
import { type GitContext, runGit } from '../git/process.js';
import { hookShell, type ProgramResult, runProgram } from '../git/program.js';
import type { HookScript, Hooks } from './hooks.js';
import { createStandIns, type Places, withStandIns } from './stand-ins.js';

export interface Call {
  /** A name that was looked up on the PATH, or a path. */
  readonly program: string;
  readonly directory: string;
  readonly path: string;
  readonly input: string;
  readonly args: readonly string[];
}

export interface Run extends Pick<ProgramResult, 'exitCode' | 'errors'> {
  /** The call with the hook's own command. */
  readonly call: Call | undefined;
}

/** A line that git writes to pre-push's standard input. */
export const pushLine = `refs/heads/work ${'1'.repeat(40)} refs/heads/work ${'0'.repeat(40)}`;

const settings = ['user.name=doctor', 'user.email=doctor@localhost', 'commit.gpgSign=false', 'core.hooksPath=none'];
const firstCommit = [...settings.flatMap((each) => ['-c', each]), 'commit', '--quiet', '--allow-empty', '--message=-'];

/** Milliseconds. Enough for any hook, because nothing in it really runs. */
const timeout = 10_000;

/**
 * A temporary repository in which copies of the hooks run, so that no path leads to the real one. Every program that
 * they name is a stand-in; the checker's records how it was called, and refuses.
 */
export class Sandbox {
  readonly #temporary = temporaryFolder();
  readonly #places: Places;
  readonly #hooks: string;
  readonly #environment: NodeJS.ProcessEnv;
  readonly #execPath: string;

  private constructor(root: string, found: Hooks, context: GitContext, execPath: string) {
    const temporary = realpathSync.native(this.#temporary);
    const [folder, programs] = [join(temporary, 'repository'), join(temporary, 'programs')];
    this.#places = { root, folder, programs, calls: join(temporary, 'calls') };
    this.#environment = withoutRepository(context.environment);
    this.#execPath = execPath;
    const { folder: hooks, scripts } = found;
    this.#hooks = isWithin(root, hooks) ? join(folder, relative(root, hooks)) : join(temporary, 'hooks');
    // `_` is husky's own folder.
    for (const part of ['', '_']) copyFiles(join(hooks, part), join(this.#hooks, part), this.#places);
    createStandIns(scripts.map(({ text }) => text).join('\n'), this.#places);
  }

  static async open(root: string, found: Hooks, context: GitContext, git: Git): Promise<Sandbox> {
    const execPath = (await git.ask('--exec-path')).trim();
    const branch = (await git.askIfAny('symbolic-ref', '--quiet', '--short', 'HEAD'))?.trim() ?? 'detached';
    const sandbox = new Sandbox(root, found, context, execPath);
    try {
      const { folder } = sandbox.#places;
      const inside = { directory: folder, environment: sandbox.#environment };
      await runGit(inside, ['init', '--quiet', '--template=', `--initial-branch=${branch}`]);
      // A hook may ask for the user, for the newest commit, or for what is staged.
      for (const key of ['user.name', 'user.email']) {
        const value = await git.askIfAny('config', key);
        if (value !== null) await runGit(inside, ['config', key, value.trim()]);
      }
      await runGit(inside, firstCommit);
      writeFileSync(join(folder, 'staged.txt'), 'staged\n');
      await runGit(inside, ['add', '--force', 'staged.txt']);
      return sandbox;
    } catch (error) {
      sandbox.close();
      throw error;
    }
  }

  /** Runs a hook as git does. `path` replaces the user's PATH. */
  async run({ hook, text, starter }: HookScript, path?: string): Promise<Run> {
    const [args, input] = hook === 'pre-push' ? [['origin', '../origin.git'], `${pushLine}\n`] : [[], ''];
    const { root, folder, programs, calls } = this.#places;
    const moved = withStandIns(text.replaceAll(root, folder), this.#places);
    const copy = join(this.#hooks, hook);
    if (starter !== 'config') {
      rmSync(copy);
      writeFileSync(copy, moved, { mode: 0o755 });
    }
    const file = starter === 'husky' ? join(this.#hooks, '_', hook) : copy;
    const started = [...(starter === 'config' ? ['-c', `${moved} "$@"`, text] : [file]), ...args];
    rmSync(calls, { force: true });
    const searched = [programs, this.#execPath, path ?? usersPath(this.#environment)].join(delimiter);
    const environment = { ...this.#environment, PATH: searched };
    const options = { directory: folder, environment, input, timeout };
    // git starts the shell that the first line names, with its flags; husky starts sh.
    const isNamed = starter === 'git' && platform() !== 'win32' && /^#!.*\b(?:ba|da|k|z)?sh\b/.test(text);
    const result =
      (isNamed ? await runProgram(file, args, options) : null) ??
      (await runProgram(hookShell(this.#execPath), started, options));
    if (result === null) throw new Error('no shell (sh) to try the hooks with');
    const { exitCode, errors } = result;
    const call = readCalls(calls).find(({ args }) => args.includes(hook));
    return { exitCode, errors: errors.replaceAll(folder, root), call };
  }

  close(): void {
    removeTemporaryFolder(this.#temporary);
  }

  /** Maps a path of the sandbox to the real work tree; null for a stand-in. */
  real(path: string): string | null {
    const { root, folder, programs } = this.#places;
    if (isWithin(programs, path)) return null;
    return isWithin(folder, path) ? join(root, relative(folder, path)) : path;
  }
}

function isWithin(folder: string, path: string): boolean {
  const inside = relative(folder, path);
  return !inside.startsWith('..') && !isAbsolute(inside);
}

function copyFiles(folder: string, copy: string, places: Places): void {
  mkdirSync(copy, { recursive: true });
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return;
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    const found = statSync(file, { throwIfNoEntry: false });
    // latin1 keeps every byte.
    const text = () => withStandIns(readFileSync(file, 'latin1'), places);
    if (found?.isFile()) writeFileSync(join(copy, name), text(), { encoding: 'latin1', mode: found.mode });
  }
}

function readCalls(file: string): Call[] {
  if (!existsSync(file)) return [];
  // sprint-check\0/tmp/…/repository\0/tmp/…/programs:/usr/bin\0refs/heads/work …\0pre-push\0origin\0\0\0
  const records = readFileSync(file, 'utf8').split('\0\0\0').slice(0, -1);
  return records.map((record) => {
    const [program = '', directory = '', path = '', input = '', ...args] = record.split('\0');
    return { program, directory, path, input, args };
  });
}

/** Removes what would lead git back to the real repository. */
function withoutRepository(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const isKept = (name: string) => !name.startsWith('GIT_') || name.startsWith('GIT_CONFIG');
  return Object.fromEntries(Object.entries(environment).filter(([name]) => isKept(name)));
}

/** Returns the PATH of the user's shell, without the folders that npx, `npm run` and Yarn add for themselves. */
function usersPath({ PATH, Path, BERRY_BIN_FOLDER }: NodeJS.ProcessEnv): string {
  return (PATH ?? Path ?? '')
    .split(delimiter)
    .filter((folder) => !/[\\/]node_modules[\\/]\.bin[\\/]?$/.test(folder) && folder !== BERRY_BIN_FOLDER)
    .join(delimiter);
}
