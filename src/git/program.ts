import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { running } from './cleanup.js';

export interface ProgramOptions {
  readonly directory: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly input?: string;
  /** Milliseconds after which the program and all that it started are killed. */
  readonly timeout?: number;
}

export interface ProgramResult {
  /** Null if a signal ended it. */
  readonly exitCode: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs a program other than git to its end; null if it can't be started. */
export async function runProgram(
  program: string,
  args: readonly string[],
  { directory, environment, input = '', timeout = 60_000 }: ProgramOptions,
): Promise<ProgramResult | null> {
  // A process group of its own, so that its children can be killed with it.
  const detached = platform() !== 'win32';
  const child = spawn(program, args, { cwd: directory, env: environment, detached, windowsHide: true });
  running.add(child);
  const timer = setTimeout(() => {
    endGroup(child.pid);
    child.kill('SIGKILL');
  }, timeout);
  // It may end before it has read its input.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  try {
    const ended = once(child, 'close');
    const [output, errors, [exitCode]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    return { exitCode, output, errors };
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
    running.delete(child);
  }
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  if (platform() === 'win32') spawnSync('taskkill', ['/pid', `${pid}`, '/t', '/f'], { windowsHide: true });
  else spawnSync('kill', ['-KILL', '--', `-${pid}`]);
}

/** Returns the shell that git runs hooks with. Git for Windows brings its own, which is not on the PATH. */
export function hookShell(gitExecPath: string): string {
  if (platform() !== 'win32') return existsSync('/bin/sh') ? '/bin/sh' : 'sh';
  // C:/Program Files/Git/mingw64/libexec/git-core
  const candidates = ['usr/bin/sh.exe', 'bin/sh.exe'].map((path) => join(gitExecPath, '../../..', path));
  return candidates.find((path) => existsSync(path)) ?? 'sh';
}
