import type { Context, ExitCode } from '../commands/command.js';
import { doctor, examine, sayExamination } from '../doctor/doctor.js';
import { openGit } from '../git/git.js';
import { runProgram } from '../git/program.js';
import { visible } from '../report/visible.js';
import { initWords } from '../words/init.js';
import { typeset } from '../words/report.js';
import { writeFiles } from '../worktree/files.js';
import { done, note, print, problem, say } from '../worktree/say.js';
import { type HookManager, linesFor, otherManager } from './managers.js';
import type { Manifest } from './manifest.js';
import { type PlannedFile, planCi, planFor, readManifest } from './plan.js';
import { type Project, readProject } from './project.js';

export interface InitOptions {
  readonly 'dry-run': boolean;
  readonly ci: 'github' | 'gitlab' | null;
}

export async function init({ 'dry-run': isDry, ci: host }: InitOptions, context: Context): Promise<ExitCode> {
  const project = await readProject(context);
  const manifest = readManifest(project);
  const ci = planCi(host, project);
  const manager = await otherManager(openGit({ ...context, directory: project.root }), project, manifest);
  if (manager) await leaveHooksTo(manager, { project, ci, isDry }, context);
  else await setHooksUp(manifest, { project, ci, isDry }, context);
  return 0;
}

interface Setup {
  readonly project: Project;
  readonly ci: readonly PlannedFile[];
  readonly isDry: boolean;
}

async function leaveHooksTo(manager: HookManager, { project, ci, isDry }: Setup, context: Context): Promise<void> {
  const words = initWords[context.language];
  if (!isDry) writeFiles(project.root, ci.filter(isNew));
  sayCi(ci, isDry, context);
  const examination = await examine(project, context);
  if (examination.silent.length === 0) {
    say(context, [done(context, words.unchanged(visible(manager.place)))]);
    sayExamination(examination, context);
  } else {
    say(context, [note(context, words.managed(manager))]);
    print(context, toCopy(words.addLines(manager), linesFor(manager, project), context));
    say(context, [typeset(context.language, words.thenDoctor)]);
  }
}

async function setHooksUp(manifest: Manifest, { project, ci, isDry }: Setup, context: Context): Promise<void> {
  const words = initWords[context.language];
  const { files, toAdd, addsPackages } = planFor(project, manifest);
  if (!isDry) writeFiles(project.root, [...files.filter(isChanged), ...ci.filter(isNew)]);
  for (const file of files) say(context, [written(file, isDry, context)]);
  if (toAdd) print(context, toCopy(words.addTo(toAdd.path), toAdd.entry, context));
  sayCi(ci, isDry, context);
  const { husky } = project;
  if (isDry) {
    if (husky !== null) say(context, [note(context, words.wouldRunHusky)]);
    return;
  }
  if (husky !== null) {
    const complaint = await runHusky(husky, project, context);
    if (complaint === '') say(context, [done(context, words.ranHusky)]);
    else print(context, [problem(context, words.huskyFailed(visible(complaint)))]);
  }
  await doctor(context);
  const next: string[] = [];
  if (addsPackages || husky === null) next.push(words.install(`${project.packageManager} install`));
  if (husky === null) next.push(words.thenDoctor);
  else if (files.some(isChanged)) next.push(words.commit);
  say(
    context,
    next.map((line) => typeset(context.language, line)),
  );
}

async function runHusky(program: string, { root, folder }: Project, { environment }: Context): Promise<string> {
  const args = folder === '' ? [program] : [program, `${folder}/.husky`];
  const result = await runProgram('node', args, { directory: root, environment });
  return result === null ? 'node' : `${result.output}${result.errors}`.trim();
}

function isNew({ present }: PlannedFile): boolean {
  return present === null;
}

function isChanged({ present, text }: PlannedFile): boolean {
  return present !== text;
}

function sayCi(files: readonly PlannedFile[], isDry: boolean, context: Context): void {
  const words = initWords[context.language];
  for (const file of files) {
    if (isNew(file) || !isChanged(file)) say(context, [written(file, isDry, context)]);
    else print(context, toCopy(words.ciThere(file.path), file.text, context));
  }
}

function written(file: PlannedFile, isDry: boolean, context: Context): string {
  const words = initWords[context.language];
  if (!isChanged(file)) return done(context, words.unchanged(file.path));
  return isDry ? note(context, words.wouldWrite(file.path)) : done(context, words.wrote(file.path));
}

function toCopy(sentence: string, lines: string, { language }: Context): string[] {
  return [typeset(language, sentence), '', lines.trimEnd().replace(/^(?=.)/gm, '  '), ''];
}
