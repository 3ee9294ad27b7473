import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { platform } from 'node:os';
import { delimiter, isAbsolute, join, relative } from 'node:path';
import { removeTemporaryFolder, temporaryFolder } from '../git/cleanup.js';
import type { Git } from '../git/git.js';
import { type GitContext, runGit } from '../git/process.js';
import { hookShell, type ProgramResult, runProgram } from '../git/program.js';
import type { Project } from '../init/project.js';
import { shellMissing } from '../words/doctor.js';
import type { HookScript } from './hook-script.js';
import { Mirror } from './mirror.js';
import { checkerScripts } from './package-scripts.js';
import { usual } from './stub.js';

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

const settings = ['user.name=doctor', 'user.email=doctor@localhost', 'commit.gpgSign=false', 'core.hooksPath=none'];
const firstCommit = [...settings.flatMap((each) => ['-c', each]), 'commit', '--quiet', '--allow-empty', '--message=-'];

/** A hook that takes longer is not waited for: nothing in it really runs. */
const timeout = 10_000;

/**
 * A throw-away repository in which copies of the hooks run, so that paths from `$0` or from the root of the work tree do not
 * lead to the real one. Every program that they name is a stub; that of the checker writes down how it was called, and refuses.
 */
export class Sandbox {
  readonly folder: string;
  readonly #temporary = temporaryFolder();
  readonly #stubs: string;
  readonly #calls: string;
  readonly #mirror: Mirror;
  readonly #environment: NodeJS.ProcessEnv;
  readonly #root: string;
  readonly #execPath: string;

  private constructor(root: string, context: GitContext, execPath: string, scripts: ReadonlyMap<string, string>) {
    this.#root = root;
    this.#execPath = execPath;
    const temporary = realpathSync.native(this.#temporary);
    this.folder = join(temporary, 'repository');
    this.#stubs = join(temporary, 'stubs');
    this.#calls = join(temporary, 'calls');
    for (const folder of [this.folder, this.#stubs, this.#calls]) mkdirSync(folder);
    this.#environment = withoutRepository(context.environment);
    const calls = join(this.#calls, 'all');
    this.#mirror = new Mirror({ root, folder: this.folder, stubs: this.#stubs, calls, scripts });
    for (const code of scripts.values()) this.#mirror.surround(code);
    for (const name of usual) this.#mirror.stub(join(this.#stubs, name));
  }

  static async open(project: Project, context: GitContext, git: Git): Promise<Sandbox> {
    const execPath = (await git.ask('--exec-path')).trim();
    const sandbox = new Sandbox(project.root, context, execPath, checkerScripts(project));
    try {
      const inside = { directory: sandbox.folder, environment: sandbox.#environment };
      const branch = (await git.askIfAny('symbolic-ref', '--quiet', 'HEAD'))?.trim();
      await runGit(inside, ['init', '--quiet', '--template=']);
      if (branch) await runGit(inside, ['symbolic-ref', 'HEAD', branch]);
      // A hook may ask for the branch or its newest commit, which fails before the first one.
      if (await git.askIfAny('rev-parse', '--quiet', '--verify', 'HEAD')) await runGit(inside, firstCommit);
      // Something is staged, as when a commit is made.
      writeFileSync(join(sandbox.folder, 'staged.txt'), 'staged\n');
      await runGit(inside, ['add', 'staged.txt']);
      return sandbox;
    } catch (error) {
      sandbox.close();
      throw error;
    }
  }

  /** Runs a hook as git does. `path` takes the place of the user's PATH. */
  async run(script: HookScript, args: readonly string[], input: string, path?: string): Promise<Run> {
    const { file, text, isHusky } = script;
    const copy = file && join(this.#mirror.copyFolder(file.folder), file.path);
    const started = [...(copy ? [copy] : ['-c', `${this.#mirror.moved(text)} "$@"`, text]), ...args];
    this.#mirror.surround(text);
    rmSync(this.#calls, { recursive: true });
    mkdirSync(this.#calls);
    const [key = 'PATH'] = Object.keys(this.#environment).filter((name) => name.toUpperCase() === 'PATH');
    const searched = [this.#stubs, this.#execPath, path ?? usersPath(this.#environment, key)].join(delimiter);
    const environment = { ...this.#environment, [key]: searched, GIT_EDITOR: ':' };
    const options = { directory: this.folder, environment, input, timeout };
    // A shell that the first line names, with its flags, is the one that git starts; husky starts sh.
    const isNamed = copy && !isHusky && platform() !== 'win32' && /^#!.*\b(?:ba|da|k|z)?sh\b/.test(text);
    const result =
      (isNamed ? await runProgram(copy, args, options) : null) ??
      (await runProgram(hookShell(this.#execPath), started, options));
    if (result === null) throw shellMissing();
    return { ...result, errors: result.errors.replaceAll(this.folder, this.#root), calls: this.#readCalls() };
  }

  close(): void {
    removeTemporaryFolder(this.#temporary);
  }

  /** Where a path of the sandbox lies in the real work tree; null for the folder of stubs and that of git's own programs. */
  real(path: string): string | null {
    if (relative(this.#stubs, path) === '' || relative(this.#execPath, path) === '') return null;
    const inside = relative(this.folder, path);
    return inside.startsWith('..') || isAbsolute(inside) ? path : join(this.#root, inside);
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
