import { existsSync, readFileSync } from 'node:fs';
import { platform } from 'node:os';
import { basename, delimiter, isAbsolute, join, resolve } from 'node:path';
import { runProgram } from '../git/program.js';
import { checkerLine, runs } from '../init/hook-files.js';
import { readTextFile } from '../worktree/files.js';
import { type HookScript, lineThatCalls } from './hook-script.js';
import type { HookProblem } from './problem.js';
import type { Call, Run, Sandbox } from './sandbox.js';

export interface DoctorContext {
  readonly root: string;
  /** The package's folder, from the root. */
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly sandbox: Sandbox;
}

/** What git writes to the standard input of pre-push. */
const pushLine = `refs/heads/work ${'1'.repeat(40)} refs/heads/work ${'0'.repeat(40)}`;

/** Runs a hook as git would; `path` takes the place of the user's PATH. */
export function runHook(script: HookScript, sandbox: Sandbox, path?: string): Promise<Run> {
  const isPush = script.hook === 'pre-push';
  return sandbox.run(script, isPush ? ['origin', '../origin.git'] : [], isPush ? `${pushLine}\n` : '', path);
}

/** Why a hook does not fire; null where it does: it reaches the checker, and hands its refusal on. */
export async function diagnose(script: HookScript, run: Run, context: DoctorContext): Promise<HookProblem | null> {
  const { hook, place, file, text, isHusky } = script;
  // git starts what the first line names, with the CR as part of its name; husky starts sh itself.
  if (file && !isHusky && platform() !== 'win32' && /^#!.*\r\n/.test(text)) return { hook, place, kind: 'crlf' };
  if (run.timedOut) return { hook, place, kind: 'timed-out' };
  const call = callOf(script, run);
  if (!call) return whyNotReached(script, run, context);
  if (run.exitCode === 0) {
    const own = lineThatCalls('sprint-check', script, context.folder);
    return { hook, place, kind: 'refusal-lost', ...checkerLineOf(script), call: own };
  }
  if (hook === 'pre-push' && !call.input.includes(pushLine)) return whoReads(script, context);
  if (programOf(call, context.sandbox) === null) {
    const named = isByName(call, context.sandbox) ? checkerLineOf(script) : null;
    return notFound('sprint-check', script, named, context);
  }
  const lintStaged = findLine(script.text, (line) => /^\s*lint-staged\b/.test(line));
  if (lintStaged && onPath('lint-staged', call, context.sandbox) === null) {
    return notFound('lint-staged', script, lintStaged, context);
  }
  return nodeProblem(script, call, context);
}

/** What leaves nothing of the standard input for the checker. */
function whoReads(script: HookScript, { environment, folder }: DoctorContext): HookProblem {
  const { hook, place, text, isHusky } = script;
  const own = checkerLineOf(script);
  const [before = ''] = text.split(own.code);
  const reads = findLine(before, (line) => /\b(?:git[- ]lfs|cat|read|xargs|tee)\b/.test(line));
  const initFile = isHusky ? huskyInitFile(environment) : null;
  if (reads === null && initFile !== null) return { hook, place: initFile, kind: 'init-reads' };
  return { hook, place, kind: 'input-eaten', ...(reads ?? own), call: lineThatCalls('sprint-check', script, folder) };
}

/** Nothing that is installed comes onto the PATH of a hook that husky does not run; `named` is where it is called by its name. */
function notFound(
  name: 'sprint-check' | 'lint-staged',
  script: HookScript,
  named: Place | null,
  { root, folder }: DoctorContext,
): HookProblem {
  const { hook, place, isHusky } = script;
  if (!isHusky && named) {
    return { hook, place, kind: 'not-on-path', ...named, call: lineThatCalls(name, script, folder) };
  }
  const manifest = readTextFile(join(root, folder, 'package.json')) ?? '';
  return { hook, place, kind: 'not-installed', name, isListed: manifest.includes(`"${name}":`) };
}

/** The call by which a run of a hook reached the checker with the hook's own command. */
export function callOf({ hook }: HookScript, { calls }: Run): Call | undefined {
  return calls.find(({ args }) => args.includes(hook));
}

/** The file that a call really starts; null where there is none. */
function programOf({ program, directory, path }: Call, sandbox: Sandbox): string | null {
  const real = sandbox.real(resolve(directory, program));
  if (!isByName({ program, directory }, sandbox)) return real !== null && existsSync(real) ? real : null;
  const name = basename(program);
  return onPath(name, { directory, path }, sandbox);
}

function isByName({ program, directory }: Pick<Call, 'program' | 'directory'>, sandbox: Sandbox): boolean {
  return sandbox.real(resolve(directory, program, '..')) === null;
}

/** Where a name is found on the PATH of a call. */
export function onPath(
  name: string,
  { directory, path }: Pick<Call, 'directory' | 'path'>,
  sandbox: Sandbox,
): string | null {
  const endings = platform() === 'win32' ? ['', '.exe', '.cmd'] : [''];
  for (const entry of path.split(delimiter)) {
    const folder = sandbox.real(isAbsolute(entry) ? entry : resolve(directory, entry));
    const found = folder && endings.map((ending) => join(folder, name + ending)).find((file) => existsSync(file));
    if (found) return found;
  }
  return null;
}

async function nodeProblem(
  { hook, place }: HookScript,
  call: Call,
  { sandbox, environment, root }: DoctorContext,
): Promise<HookProblem | null> {
  const node = onPath('node', call, sandbox);
  if (node === null) return { hook, place, kind: 'node-missing' };
  const result = await runProgram(node, ['--version'], { directory: root, environment });
  // v20.20.2
  const version = result?.output.trim() ?? '';
  const [major = 0, minor = 0] = version.slice(1).split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 19) ? null : { hook, place, kind: 'node-old', version };
}

function whyNotReached(
  script: HookScript,
  { exitCode, errors }: Run,
  { environment, folder }: DoctorContext,
): HookProblem {
  const { hook, place, text } = script;
  if (script.isHusky && environment.HUSKY === '0') return { hook, place, kind: 'husky-off-environment' };
  const initFile = script.isHusky ? huskyInitFile(environment) : null;
  if (initFile !== null && /\bHUSKY=["']?0\b/.test(readFileSync(initFile, 'utf8'))) {
    return { hook, place: initFile, kind: 'husky-off' };
  }
  if (text.includes('\r\n')) return { hook, place, kind: 'crlf' };
  const call = lineThatCalls('sprint-check', script, folder);
  const called = findLine(text, (line) => callsChecker(line, script));
  const said = errors.trim().split('\n').at(-1) ?? '';
  if (called === null) {
    const commented = findLine(text, (line) => /^\s*#/.test(line) && callsChecker(line.replace(/^[\s#]+/, ''), script));
    if (commented) return { hook, place, kind: 'commented-out', ...commented, call };
    return { hook, place, kind: 'not-called', exitCode, said, call };
  }
  const end = findLine(text, (line) =>
    /(?:^|[;&|]|\bthen\b)\s*(?:exit|exec|return)\b/.test(line.replace(/(^|\s)#.*$/, '')),
  );
  if (end && end.line < called.line) return { hook, place, kind: 'not-reached', ...end, call };
  return { hook, place, kind: 'ended-early', exitCode, said, call };
}

function callsChecker(line: string, { hook }: HookScript): boolean {
  return /sprint-check|cli\.c?js/.test(line.replace(/(^|\s)#.*$/, '')) && runs(line, hook);
}

interface Place {
  readonly line: number;
  readonly code: string;
}

function checkerLineOf(script: HookScript): Place {
  return findLine(script.text, (line) => callsChecker(line, script)) ?? { line: 1, code: checkerLine(script.hook) };
}

function findLine(text: string, matches: (line: string) => boolean): Place | null {
  const lines = text.split(/\r?\n/);
  const index = lines.findIndex(matches);
  return index < 0 ? null : { line: index + 1, code: `${lines[index]}`.trim() };
}

function huskyInitFile({ XDG_CONFIG_HOME, HOME }: NodeJS.ProcessEnv): string | null {
  const folder = XDG_CONFIG_HOME || (HOME && join(HOME, '.config'));
  const file = folder ? join(folder, 'husky/init.sh') : null;
  return file !== null && existsSync(file) ? file : null;
}
