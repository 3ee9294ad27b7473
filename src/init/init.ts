import { join } from 'node:path';
import type { Context, ExitCode } from '../commands/command.js';
import { doctor } from '../doctor/doctor.js';
import { openGit } from '../git/git.js';
import { inert, visible } from '../report/visible.js';
import { initWords, managerName } from '../words/init.js';
import { typeset } from '../words/report.js';
import { writeFiles } from '../write/files.js';
import { ciFiles } from './ci.js';
import { installedHusky, runHusky } from './husky.js';
import { type HookManager, linesFor, otherManager } from './managers.js';
import { missingPackages, planFor, readManifest } from './plan.js';
import { type Project, readProject } from './project.js';
import { readTextFile } from './text-file.js';

export interface InitOptions {
  readonly 'dry-run': boolean;
  readonly ci: 'github' | 'gitlab' | null;
}

/** Sets the hooks up, and says what was written and what to type next. */
export async function init(options: InitOptions, context: Context): Promise<ExitCode> {
  const project = await readProject(context);
  const manifest = readManifest(project);
  const git = openGit({ ...context, directory: project.root });
  const manager = await otherManager(git, project, manifest.value);
  const say = speaker(context);
  if (manager) {
    sayManaged(manager, project, context);
    addCi(options, project, context);
    return 0;
  }
  const words = initWords[context.language];
  const plan = planFor(project, manifest);
  const isDry = options['dry-run'];
  if (!isDry) {
    writeFiles(
      project.root,
      plan.files.filter(({ isChanged }) => isChanged),
    );
  }
  for (const { path, isChanged } of plan.files) {
    if (!isChanged) say.done(words.unchanged(path));
    else if (isDry) say.note(words.wouldWrite(path));
    else say.done(words.wrote(path));
  }
  if (plan.toAdd) say.lines(words.addTo(plan.toAdd.path), plan.toAdd.entry);
  addCi(options, project, context);
  const missing = missingPackages(project);
  const canRunHusky = installedHusky(project) !== null;
  if (isDry) {
    if (canRunHusky) say.note(words.wouldRunHusky);
    return 0;
  }
  if (canRunHusky) {
    const complaint = await runHusky(context, project);
    if (complaint === null) say.done(words.ranHusky);
    else say.problem(words.huskyFailed(visible(complaint)));
  }
  await doctor(context);
  if (missing.length > 0) say.plain(`${words.install(`${project.packageManager} install`)}\n${words.thenDoctor}`);
  else if (plan.files.some(({ isChanged }) => isChanged)) say.plain(words.commit);
  return 0;
}

function addCi({ ci, 'dry-run': isDry }: InitOptions, project: Project, context: Context): void {
  if (ci === null) return;
  const say = speaker(context);
  const words = initWords[context.language];
  for (const { path, text } of ciFiles(ci, project)) {
    const present = readTextFile(join(project.root, path));
    if (present === text) say.done(words.unchanged(path));
    else if (present !== null) say.lines(words.ciThere(path), text);
    else if (isDry) say.note(words.wouldWrite(path));
    else {
      writeFiles(project.root, [{ path, text }]);
      say.done(words.wrote(path));
    }
  }
}

function sayManaged(manager: HookManager, project: Project, context: Context): void {
  const say = speaker(context);
  const words = initWords[context.language];
  const place = visible(manager.place);
  say.note(words.managed(managerName(manager, context.language), place));
  say.lines(words.addLines(manager.name, place), linesFor(manager, project.folder ?? ''));
  say.plain(words.thenDoctor);
}

/** Says what was done, in the user's language. */
function speaker({ colors, language, quiet, writeOutput }: Context) {
  const write = (text: string) => writeOutput(inert(`${text}\n`));
  const plain = (text: string) => quiet || write(typeset(language, text));
  return {
    plain,
    done: (text: string) => plain(`${colors.green('✔')} ${text}`),
    note: (text: string) => plain(`${colors.cyan('i')} ${text}`),
    problem: (text: string) => write(typeset(language, `${colors.red('✖')} ${text}`)),
    /** A sentence, and below it what is to be copied. */
    lines: (text: string, lines: string) =>
      write(`${typeset(language, text)}\n\n${lines.trimEnd().replace(/^(?=.)/gm, '  ')}\n`),
  };
}
