import { type ChildProcess, spawn } from 'node:child_process';
import { running } from './cleanup.js';
import { gitEnvironment, locateGit } from './environment.js';
import { gitFailed, gitNotStarted } from './failures.js';

export interface GitContext {
  readonly directory: string;
  readonly environment: NodeJS.ProcessEnv;
}

export interface GitResult {
  readonly exitCode: number | null;
  readonly output: string;
  readonly errors: string;
}

export interface StartedGit {
  readonly child: ChildProcess;
  /** Rejects with a Failure if git can't be started. */
  readonly ended: Promise<Omit<GitResult, 'output'>>;
}

/** Starts every git except those of simple-git. Throws Failure if git can't be started. */
export function startGit(context: GitContext, args: readonly string[]): StartedGit {
  const child = spawnGit(context, args);
  const errors: Buffer[] = [];
  child.stderr?.on('data', (chunk: Buffer) => errors.push(chunk));
  // git may end before it has read all of its input; its exit code says why.
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

// Node reports ENOENT or EMFILE by an event, but throws for others such as ENOTDIR.
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

/** Runs git to its end, whatever its exit code. Throws Failure if git can't be started. */
export async function gitResult(context: GitContext, args: readonly string[], input?: string): Promise<GitResult> {
  const { child, ended } = startGit(context, args);
  const output: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => output.push(chunk));
  child.stdin?.end(input);
  const end = await ended;
  return { ...end, output: Buffer.concat(output).toString('utf8') };
}

/** Returns git's standard output. Throws Failure if git can't be started, or exits with another code than 0. */
export async function runGit(context: GitContext, args: readonly string[], input?: string): Promise<string> {
  const { exitCode, output, errors } = await gitResult(context, args, input);
  if (exitCode !== 0) throw gitFailed(args, exitCode, errors);
  return output;
}
