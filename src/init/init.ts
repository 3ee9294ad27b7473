import type { Context, ExitCode } from '../commands/command.js';
import { doctor, examine, sayExamination } from '../doctor/doctor.js';
import { openGit } from '../git/git.js';
import { visible } from '../report/visible.js';
import { initWords, managerName } from '../words/init.js';
import { typeset } from '../words/report.js';
import { writeFiles } from '../worktree/files.js';
import { done, note, print, problem, say } from '../worktree/say.js';
import { quoted } from './hook-files.js';
import { installedHusky, runHusky } from './husky.js';
import { type HookManager, linesFor, otherManager } from './managers.js';
import { isInstalled, type PlannedFile, planCi, planFor, readManifest } from './plan.js';
import { type Project, readProject } from './project.js';

export interface InitOptions {
  readonly 'dry-run': boolean;
  readonly ci: 'github' | 'gitlab' | null;
}

/** Sets the hooks up, and says what was written and what to type next. */
export async function init(options: InitOptions, context: Context): Promise<ExitCode> {
  const project = await readProject(context);
  const manifest = readManifest(project);
  const git = openGit({ ...context, directory: project.root });
  const isDry = options['dry-run'];
  const ci = planCi(options.ci, project);
  const newCi = ci.filter(({ isNew }) => isNew);
  const manager = await otherManager(git, project, manifest);
  const words = initWords[context.language];
  if (manager) {
    if (!isDry) writeFiles(project.root, newCi);
    const examination = await examine(project, context);
    const fires = examination.problems.length === 0;
    if (fires) say(context, [done(context, words.unchanged(visible(manager.place)))]);
    else sayManaged(manager, project, context);
    sayCi(ci, isDry, context);
    if (fires && !isDry) sayExamination(examination, project, context);
    return 0;
  }
  const plan = planFor(project, manifest);
  if (!isDry) writeFiles(project.root, [...plan.files.filter(({ isChanged }) => isChanged), ...newCi]);
  for (const file of plan.files) say(context, [written(file, isDry, context)]);
  if (plan.toAdd) print(context, toCopy(words.addTo(plan.toAdd.path), plan.toAdd.entry, context));
  sayCi(ci, isDry, context);
  const husky = installedHusky(project);
  if (isDry) {
    if (husky !== null) say(context, [note(context, words.wouldRunHusky)]);
    return 0;
  }
  if (husky !== null) {
    const complaint = await runHusky(husky, context, project);
    if (complaint === null) say(context, [done(context, words.ranHusky)]);
    else print(context, [problem(context, words.huskyFailed(visible(complaint)))]);
  }
  await doctor(context);
  const cd = project.toPackage ? `cd ${quoted(project.toPackage)} && ` : '';
  const install = words.install(`${cd}${project.packageManager} install`);
  const next: string[] = [];
  if (plan.addsPackages || !isInstalled(project)) next.push(install);
  if (!isInstalled(project)) next.push(words.thenDoctor);
  else if (plan.files.some(({ isChanged }) => isChanged)) next.push(words.commit);
  say(
    context,
    next.map((line) => typeset(context.language, line)),
  );
  return 0;
}

function sayCi(files: readonly PlannedFile[], isDry: boolean, context: Context): void {
  const words = initWords[context.language];
  for (const file of files) {
    const isOther = file.isChanged && !file.isNew;
    if (isOther) print(context, toCopy(words.ciThere(file.path), file.text, context));
    else say(context, [written(file, isDry, context)]);
  }
}

function sayManaged(manager: HookManager, project: Project, context: Context): void {
  const words = initWords[context.language];
  const place = visible(manager.place);
  say(context, [note(context, words.managed(managerName(manager, context.language), place))]);
  print(context, toCopy(words.addLines(manager, place), linesFor(manager, project), context));
  say(context, [typeset(context.language, words.thenDoctor)]);
}

function written({ path, isChanged }: PlannedFile, isDry: boolean, context: Context): string {
  const words = initWords[context.language];
  if (!isChanged) return done(context, words.unchanged(path));
  return isDry ? note(context, words.wouldWrite(path)) : done(context, words.wrote(path));
}

/** A sentence, and below it what is to be copied. */
function toCopy(sentence: string, lines: string, { language }: Context): string[] {
  return [typeset(language, sentence), '', lines.trimEnd().replace(/^(?=.)/gm, '  '), ''];
}
