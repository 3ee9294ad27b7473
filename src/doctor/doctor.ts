import type { Context, ExitCode } from '../commands/command.js';
import { openGit } from '../git/git.js';
import { gitVersion, isBefore } from '../git/version.js';
import type { HookName } from '../init/hook-files.js';
import { type Project, readProject } from '../init/project.js';
import { callOf, diagnose, onPath, runHook } from './diagnose.js';
import { configHooksSince, findHooks, type HookScript, managedBy } from './hooks.js';
import { examinationText } from './print.js';
import type { Examination, Remark } from './problem.js';
import { barePath, clockRemarks, gitRemarks, poRemarks } from './remarks.js';
import { Sandbox } from './sandbox.js';

/** Says whether the hooks fire in this very work tree. Throws Failure where that can't be found out. */
export async function doctor(context: Context): Promise<ExitCode> {
  const project = await readProject(context);
  const examination = await examine(project, context);
  sayExamination(examination, project, context);
  const isWrong = examination.problems.length > 0 || examination.remarks.some(({ severity }) => severity === 'error');
  return isWrong ? 1 : 0;
}

export function sayExamination(examination: Examination, project: Project, context: Context): void {
  context.writeOutput(examinationText(examination, project, context));
}

/** `path` is the PATH of a program that was not started from a shell. */
export async function examine(
  project: Project,
  context: Pick<Context, 'directory' | 'environment' | 'now'>,
  path = barePath(),
): Promise<Examination> {
  const { root } = project;
  const inRoot = { ...context, directory: root };
  const git = openGit(inRoot);
  const { version } = await gitVersion(inRoot);
  const { scripts, problems } = await findHooks(git, project, !isBefore(version, configHooksSince));
  const sandbox = await Sandbox.open(root, scripts, inRoot, git);
  try {
    const firing = new Map<HookName, HookScript>();
    const found = [...problems];
    const remarks: Remark[] = [];
    for (const script of scripts) {
      const { hook } = script;
      if (firing.has(hook)) continue;
      const manager = managedBy(script, root);
      if (manager !== null) remarks.push({ kind: 'managed', severity: 'note', hook, place: manager });
      const { environment } = context;
      const problem = manager === null ? await diagnose(script, { project, environment, sandbox }) : null;
      if (problem) found.push(problem);
      else firing.set(hook, script);
    }
    remarks.push(...(await bareRemarks([...firing.values()], sandbox, path)));
    remarks.push(...gitRemarks(version), ...(await clockRemarks(git, context.now)), ...poRemarks(project));
    // Where two scripts serve one hook, one that fires is enough.
    const places = new Map([...firing].map(([hook, { place }]) => [hook, place]));
    return { firing: places, problems: found.filter(({ hook }) => !firing.has(hook)), remarks };
  } finally {
    await sandbox.close();
  }
}

/** Whether node is found where a hook is run by a program that was not started from a shell. */
async function bareRemarks([script]: readonly HookScript[], sandbox: Sandbox, path: string | null): Promise<Remark[]> {
  if (!script || path === null) return [];
  const call = callOf(script, await runHook(script, sandbox, path));
  return call && onPath('node', call, sandbox) === null ? [{ kind: 'bare-path', severity: 'warn', path }] : [];
}
