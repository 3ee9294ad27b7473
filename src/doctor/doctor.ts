import type { Context, ExitCode } from '../commands/command.js';
import { openGit } from '../git/git.js';
import { gitVersion, isBefore } from '../git/version.js';
import { type HookName, hookNames } from '../init/hook-files.js';
import { type Project, readProject } from '../init/project.js';
import { callOf, diagnose, onPath, runHook } from './diagnose.js';
import type { HookScript } from './hook-script.js';
import { configHooksSince, findHooks } from './hooks.js';
import { managedBy } from './managed.js';
import { examinationText } from './print.js';
import type { Examination, HookProblem, Remark } from './problem.js';
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
  const version = await gitVersion(inRoot);
  const { scripts, problems } = await findHooks(git, project, !isBefore(version, configHooksSince));
  const general = [...gitRemarks(version), ...(await clockRemarks(git, context.now)), ...poRemarks(project)];
  const sandbox = await Sandbox.open(project, inRoot, git);
  try {
    const firing = new Map<HookName, HookScript>();
    const found: HookProblem[] = [...problems];
    const remarks: Remark[] = [];
    for (const script of scripts) {
      if (firing.has(script.hook)) continue;
      const run = await runHook(script, sandbox);
      const place = callOf(script, run) ? null : managedBy(script, root);
      const problem =
        place === null
          ? await diagnose(script, run, {
              root,
              folder: project.folder ?? '',
              environment: context.environment,
              sandbox,
            })
          : null;
      if (problem) found.push(problem);
      else firing.set(script.hook, script);
      if (place !== null) remarks.push({ kind: 'managed', severity: 'note', hook: script.hook, place });
    }
    remarks.push(...(await bareRemarks([...firing.values()], sandbox, path)), ...general);
    // Where two scripts serve one hook, one that fires is enough.
    const open = found.filter(({ hook }) => !firing.has(hook));
    return { firing, problems: open.sort((one, other) => order(one) - order(other)), remarks };
  } finally {
    sandbox.close();
  }
}

function order({ hook }: HookProblem): number {
  return hookNames.indexOf(hook);
}

/** Whether node is found where a hook is run by a program that was not started from a shell. */
async function bareRemarks([script]: readonly HookScript[], sandbox: Sandbox, path: string | null): Promise<Remark[]> {
  if (!script || path === null) return [];
  const call = callOf(script, await runHook(script, sandbox, path));
  return call && onPath('node', call, sandbox) === null ? [{ kind: 'bare-path', severity: 'warn', path }] : [];
}
