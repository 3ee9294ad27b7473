import type { Context, ExitCode } from '../commands/command.js';
import { openGit } from '../git/git.js';
import { gitVersion } from '../git/version.js';
import { type HookName, hookNames } from '../init/hook-files.js';
import { type Project, readProject } from '../init/project.js';
import { helpLines } from '../report/text.js';
import { visible } from '../report/visible.js';
import { doctorWords, nodeUnknownTo, onlyRead, type Remark } from '../words/doctor.js';
import { done, note, print, problem, warning } from '../worktree/say.js';
import { diagnose, onPath } from './diagnose.js';
import { findHooks, type HookScript, managedBy, type SilentHook } from './hooks.js';
import { barePath, clockRemarks, gitRemarks, poRemarks } from './remarks.js';
import { Sandbox } from './sandbox.js';

export interface Examination {
  readonly firing: ReadonlyMap<HookName, HookScript>;
  readonly silent: readonly SilentHook[];
  readonly remarks: readonly Remark[];
}

/** Says whether the hooks fire in this very work tree. Throws Failure if that can't be found out. */
export async function doctor(context: Context): Promise<ExitCode> {
  const project = await readProject(context);
  const examination = await examine(project, context);
  sayExamination(examination, context);
  return allFire(examination) ? 0 : 1;
}

function allFire({ silent, remarks }: Pick<Examination, 'silent' | 'remarks'>): boolean {
  return silent.length === 0 && remarks.every(({ severity }) => severity !== 'error');
}

export function sayExamination({ firing, silent, remarks }: Examination, context: Context): void {
  const { language, quiet } = context;
  const words = doctorWords[language];
  const marked = { error: problem, warn: warning, note };
  const lines: string[] = [];
  const add = (mark: typeof done, text: string) => lines.push(mark(context, visible(text)));
  const remedy = (help: string | null) => help && lines.push(helpLines(visible(help, true), '  ', context));
  for (const hook of hookNames) {
    const script = firing.get(hook);
    if (script && !quiet) add(done, words.fires(hook, script.place));
  }
  // Reports a cause once, even if it stops several hooks.
  const byCause = new Map<string, { hooks: string[]; message: string; help: string }>();
  for (const each of silent) {
    const [message, help] = each.problem[language];
    const cause = byCause.get(message + help) ?? { hooks: [], message, help };
    cause.hooks.push(each.hook);
    byCause.set(message + help, cause);
  }
  for (const { hooks, message, help } of byCause.values()) {
    add(problem, words.problem(hooks.join(', '), message));
    remedy(help);
  }
  for (const remark of remarks) {
    if (quiet && remark.severity !== 'error') continue;
    const [message, help] = remark[language];
    add(marked[remark.severity], message);
    remedy(help);
  }
  if (!allFire({ silent, remarks })) add(problem, words.notAllFire);
  else if (!quiet) add(done, words.allFire);
  print(context, lines);
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
  const hooks = await findHooks(git, project, version);
  const sandbox = await Sandbox.open(root, hooks, inRoot, git);
  try {
    const firing = new Map<HookName, HookScript>();
    const found = [...hooks.problems];
    const remarks: Remark[] = [];
    for (const script of hooks.scripts) {
      const { hook } = script;
      if (firing.has(hook)) continue;
      const manager = managedBy(script, root);
      if (manager !== null) remarks.push(onlyRead(hook, manager));
      const { environment } = context;
      const wrong = manager === null ? await diagnose(script, { project, environment, sandbox }) : null;
      if (wrong) found.push({ hook, problem: wrong });
      else firing.set(hook, script);
    }
    remarks.push(...(await bareRemarks([...firing.values()], sandbox, path)));
    remarks.push(...gitRemarks(version), ...(await clockRemarks(git, context.now)), ...poRemarks(project));
    // If two scripts serve one hook, one that fires is enough.
    return { firing, silent: found.filter(({ hook }) => !firing.has(hook)), remarks };
  } finally {
    sandbox.close();
  }
}

/** Checks that node is found if a program that was not started from a shell runs the hook. */
async function bareRemarks([script]: readonly HookScript[], sandbox: Sandbox, path: string | null): Promise<Remark[]> {
  if (!script || path === null) return [];
  const { call } = await sandbox.run(script, path);
  return call && onPath('node', call, sandbox) === null ? [nodeUnknownTo(path)] : [];
}
