import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { running } from './cleanup.js';

export interface ProgramOptions {
  readonly directory: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly input?: string;
  /** Milliseconds after which it is ended, with all that it started. */
  readonly timeout?: number;
}

export interface ProgramResult {
  /** Null where a signal ended it. */
  readonly exitCode: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs another program than git to its end; null where it can't be started. */
export function runProgram(
  program: string,
  args: readonly string[],
  { directory, environment, input = '', timeout = 60_000 }: ProgramOptions,
): Promise<ProgramResult | null> {
  return new Promise((resolve) => {
    // A group of its own, so that what it started in turn can be ended with it.
    const detached = platform() !== 'win32';
    const child = spawn(program, args, { cwd: directory, env: environment, detached, windowsHide: true });
    running.add(child);
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    const timer = setTimeout(() => {
      endGroup(child.pid);
      child.kill('SIGKILL');
    }, timeout);
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    // It may end without having read its input.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    child.on('error', () => {
      clearTimeout(timer);
      running.delete(child);
      resolve(null);
    });
    child.on('close', (exitCode) => {
      running.delete(child);
      clearTimeout(timer);
      const text = (chunks: readonly Buffer[]) => Buffer.concat(chunks).toString('utf8');
      resolve({ exitCode, output: text(output), errors: text(errors) });
    });
  });
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  if (platform() === 'win32') spawnSync('taskkill', ['/pid', `${pid}`, '/t', '/f'], { windowsHide: true });
  else spawnSync('kill', ['-KILL', '--', `-${pid}`]);
}

/** The shell that git runs hooks with. Git for Windows brings its own, which is not on the PATH. */
export function hookShell(gitExecPath: string): string {
  if (platform() !== 'win32') return existsSync('/bin/sh') ? '/bin/sh' : 'sh';
  // C:/Program Files/Git/mingw64/libexec/git-core
  const candidates = ['usr/bin/sh.exe', 'bin/sh.exe'].map((path) => join(gitExecPath, '../../..', path));
  return candidates.find((path) => existsSync(path)) ?? 'sh';
}
