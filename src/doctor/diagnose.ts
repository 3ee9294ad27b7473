import { existsSync } from 'node:fs';
import { platform } from 'node:os';
import { basename, delimiter, isAbsolute, join, resolve } from 'node:path';
import { runProgram } from '../git/program.js';
import { callsChecker } from '../init/hook-files.js';
import type { Project } from '../init/project.js';
import { readTextFile } from '../worktree/files.js';
import { type HookScript, lineThatCalls, type ProgramName } from './hooks.js';
import type { HookProblem } from './problem.js';
import type { Call, Run, Sandbox } from './sandbox.js';

export interface DoctorContext {
  readonly project: Project;
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
export async function diagnose(script: HookScript, context: DoctorContext): Promise<HookProblem | null> {
  const { hook, place, text } = script;
  const { sandbox, project } = context;
  // The shell of Git for Windows reads such lines.
  if (platform() !== 'win32' && text.includes('\r\n')) return { hook, place, kind: 'crlf' };
  const run = await runHook(script, sandbox);
  const call = callOf(script, run);
  if (!call) return whyNotReached(script, run, context);
  const line = lineThatCalls('sprint-check', script, project);
  if (run.exitCode === 0) return { hook, place, kind: 'refusal-lost', call: line };
  if (hook === 'pre-push' && !call.input.includes(pushLine)) return { hook, place, kind: 'input-read', call: line };
  const file = sandbox.real(resolve(call.directory, call.program));
  if (file !== null && !existsSync(file)) return notInstalled('sprint-check', script, project);
  if (file === null && onPath(basename(call.program), call, sandbox) === null) {
    return notFound('sprint-check', script, project);
  }
  const isRepairing = /(?:^|&&)[ \t]*lint-staged\b/m.test(text);
  if (isRepairing && onPath('lint-staged', call, sandbox) === null) return notFound('lint-staged', script, project);
  return nodeProblem(script, call, context);
}

/** The call by which a run of a hook reached the checker with the hook's own command. */
export function callOf({ hook }: HookScript, { calls }: Run): Call | undefined {
  return calls.find(({ args }) => args.includes(hook));
}

/** A program that is called by its name comes onto the PATH of a hook only if husky runs it, and not by Plug'n'Play. */
function notFound(name: ProgramName, script: HookScript, project: Project): HookProblem {
  const { hook, place, isHusky } = script;
  if (isHusky && project.runner === '') return notInstalled(name, script, project);
  return { hook, place, kind: 'not-on-path', name, call: lineThatCalls(name, script, project) };
}

function notInstalled(name: ProgramName, { hook, place }: HookScript, { root, folder }: Project): HookProblem {
  const manifest = readTextFile(join(root, folder, 'package.json')) ?? '';
  return { hook, place, kind: 'not-installed', name, isListed: manifest.includes(`"${name}":`) };
}

/** Where a name is found on the PATH of a call. */
export function onPath(name: string, { directory, path }: Call, sandbox: Sandbox): string | null {
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
  { sandbox, environment, project }: DoctorContext,
): Promise<HookProblem | null> {
  const node = onPath('node', call, sandbox);
  if (node === null) return { hook, place, kind: 'node', version: null };
  const result = await runProgram(node, ['--version'], { directory: project.root, environment });
  // v20.20.2
  const version = result?.output.trim() ?? '';
  const [major = 0, minor = 0] = version.slice(1).split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 19) ? null : { hook, place, kind: 'node', version };
}

function whyNotReached(script: HookScript, run: Run, { environment, project }: DoctorContext): HookProblem {
  const { hook, place, text, isHusky } = script;
  const initFile = huskyInitFile(environment);
  const isOff = environment.HUSKY === '0' || /\bHUSKY=["']?0\b/.test(readTextFile(initFile) ?? '');
  if (isHusky && isOff) return { hook, place: initFile, kind: 'husky-off' };
  if (!text.split('\n').some((line) => callsChecker(line, hook))) return { hook, place, kind: 'missing' };
  const said = run.errors.trim().split('\n').at(-1) ?? '';
  return { hook, place, kind: 'not-reached', said, call: lineThatCalls('sprint-check', script, project) };
}

/** The file that husky reads before each hook. */
function huskyInitFile({ XDG_CONFIG_HOME, HOME }: NodeJS.ProcessEnv): string {
  return join(XDG_CONFIG_HOME || join(HOME ?? '', '.config'), 'husky/init.sh');
}
