import { existsSync } from 'node:fs';
import { platform } from 'node:os';
import { basename, delimiter, isAbsolute, join, resolve } from 'node:path';
import { runProgram } from '../git/program.js';
import { callsChecker } from '../init/hook-files.js';
import type { Project } from '../init/project.js';
import {
  crlf,
  type HookProblem,
  hookMissing,
  huskyOff,
  inputRead,
  notInstalled,
  notOnPath,
  notReached,
  refusalLost,
  wrongNode,
} from '../words/hook-problems.js';
import { readTextFile } from '../worktree/files.js';
import { type HookScript, lineThatCalls, type ProgramName } from './hooks.js';
import { type Call, pushLine, type Run, type Sandbox } from './sandbox.js';

export interface DoctorContext {
  readonly project: Project;
  readonly environment: NodeJS.ProcessEnv;
  readonly sandbox: Sandbox;
}

/** Returns why a hook does not fire; null if it reaches the checker, and passes its refusal on. */
export async function diagnose(script: HookScript, context: DoctorContext): Promise<HookProblem | null> {
  const { hook, place, text } = script;
  const { sandbox, project } = context;
  // Git for Windows has a shell that reads CRLF.
  if (platform() !== 'win32' && text.includes('\r\n')) return crlf(place, project);
  const run = await sandbox.run(script);
  const { call } = run;
  if (!call) return whyNotReached(script, run, context);
  const line = lineThatCalls('sprint-check', script, project);
  if (run.exitCode === 0) return refusalLost(place, line);
  if (hook === 'pre-push' && !call.input.includes(pushLine)) return inputRead(place);
  const file = sandbox.real(resolve(call.directory, call.program));
  if (file !== null && !existsSync(file)) return uninstalled('sprint-check', project);
  if (file === null && onPath(basename(call.program), call, sandbox) === null) {
    return notFound('sprint-check', script, project);
  }
  const isRepairing = /(?:^|&&)[ \t]*lint-staged\b/m.test(text);
  if (isRepairing && onPath('lint-staged', call, sandbox) === null) return notFound('lint-staged', script, project);
  return nodeProblem(call, context);
}

/** Only husky puts a package's programs on a hook's PATH, and not with Plug'n'Play. */
function notFound(name: ProgramName, script: HookScript, project: Project): HookProblem {
  if (script.starter === 'husky' && project.runner === '') return uninstalled(name, project);
  return notOnPath(script.place, name, lineThatCalls(name, script, project));
}

function uninstalled(name: ProgramName, project: Project): HookProblem {
  const manifest = readTextFile(join(project.root, project.folder, 'package.json')) ?? '';
  return notInstalled(name, manifest.includes(`"${name}":`), project);
}

export function onPath(name: string, { directory, path }: Call, sandbox: Sandbox): string | null {
  const endings = platform() === 'win32' ? ['', '.exe', '.cmd'] : [''];
  for (const entry of path.split(delimiter)) {
    const folder = sandbox.real(isAbsolute(entry) ? entry : resolve(directory, entry));
    const found = folder && endings.map((ending) => join(folder, name + ending)).find((file) => existsSync(file));
    if (found) return found;
  }
  return null;
}

async function nodeProblem(call: Call, { sandbox, environment, project }: DoctorContext): Promise<HookProblem | null> {
  const node = onPath('node', call, sandbox);
  if (node === null) return wrongNode(null);
  const result = await runProgram(node, ['--version'], { directory: project.root, environment });
  // v20.20.2
  const version = result?.output.trim() ?? '';
  const [major = 0, minor = 0] = version.slice(1).split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 19) ? null : wrongNode(version || null);
}

function whyNotReached(script: HookScript, run: Run, { environment, project }: DoctorContext): HookProblem {
  const { hook, place, text, starter } = script;
  const initFile = huskyInitFile(environment);
  const isInFile = /\bHUSKY=["']?0\b/.test(readTextFile(initFile) ?? '');
  if (starter === 'husky' && (isInFile || environment.HUSKY === '0')) return huskyOff(isInFile ? initFile : null);
  if (!text.split('\n').some((line) => callsChecker(line, hook))) return hookMissing(place, hook);
  const said = run.errors.trim().split('\n').at(-1) ?? '';
  return notReached(place, said, lineThatCalls('sprint-check', script, project));
}

function huskyInitFile({ XDG_CONFIG_HOME, HOME, USERPROFILE }: NodeJS.ProcessEnv): string {
  return join(XDG_CONFIG_HOME || join(HOME ?? USERPROFILE ?? '', '.config'), 'husky/init.sh');
}
