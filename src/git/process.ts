import { type ChildProcess, spawn } from 'node:child_process';
import { running } from './cleanup.js';
import { gitEnvironment, locateGit } from './environment.js';
import { gitFailed, gitNotStarted } from './failures.js';

/** Where git runs: its working directory, and the environment that the hook was given. */
export interface GitContext {
  readonly directory: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** What git printed, in UTF-8, and how it ended. */
export interface GitResult {
  readonly exitCode: number | null;
  readonly output: string;
  readonly errors: string;
}

export interface StartedGit {
  readonly child: ChildProcess;
  /** How it ended; rejects with a Failure when git can't be started. */
  readonly ended: Promise<Omit<GitResult, 'output'>>;
}

/** Starts git with pipes: all of git but what simple-git asks starts here. Throws Failure where it can't be started. */
export function startGit(context: GitContext, args: readonly string[]): StartedGit {
  const child = spawnGit(context, args);
  const errors: Buffer[] = [];
  child.stderr?.on('data', (chunk: Buffer) => errors.push(chunk));
  // git may end without having read all of its input; its exit code says why.
  child.stdin?.on('error', () => {});
  running.add(child);
  const ended = new Promise<Omit<GitResult, 'output'>>((resolve, reject) => {
    child.on('error', (error: NodeJS.ErrnoException) => reject(gitNotStarted(context.directory, error.code ?? '')));
    child.on('close', (exitCode) => {
      running.delete(child);
      resolve({ exitCode, errors: Buffer.concat(errors).toString('utf8') });
    });
  });
  return { child, ended };
}

// Of causes such as ENOENT and EMFILE Node tells by an event, of others such as ENOTDIR by throwing.
function spawnGit({ directory, environment }: GitContext, args: readonly string[]): ChildProcess {
  const program = locateGit(environment);
  if (program === null) throw gitNotStarted(directory, 'ENOENT');
  try {
    return spawn(program, args, {
      cwd: directory,
      env: gitEnvironment(environment),
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
    });
  } catch (error) {
    throw gitNotStarted(directory, (error as NodeJS.ErrnoException).code ?? '');
  }
}

/**
 * Runs git to its end, whatever its exit code: for what a commit or a range pays for, and for what is fed from `input`.
 * simple-git asks the rest.
 *
 * @throws Failure when git can't be started.
 */
export async function gitResult(context: GitContext, args: readonly string[], input?: string): Promise<GitResult> {
  const { child, ended } = startGit(context, args);
  const output: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => output.push(chunk));
  child.stdin?.end(input);
  const end = await ended;
  return { ...end, output: Buffer.concat(output).toString('utf8') };
}

/**
 * Runs git and gives its standard output, as UTF-8.
 *
 * @throws Failure when git can't be started or ends with another exit code than 0.
 */
export async function runGit(context: GitContext, args: readonly string[], input?: string): Promise<string> {
  const { exitCode, output, errors } = await gitResult(context, args, input);
  if (exitCode !== 0) throw gitFailed(args, exitCode, errors);
  return output;
}
