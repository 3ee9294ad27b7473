import type { Context } from '../commands/command.js';
import { hookNames } from '../init/hook-files.js';
import { installedHusky } from '../init/husky.js';
import type { Project } from '../init/project.js';
import { helpLines } from '../report/text.js';
import { inert, visible } from '../report/visible.js';
import { doctorWords, problemWords } from '../words/doctor.js';
import { remarkWords } from '../words/remarks.js';
import { typeset } from '../words/report.js';
import type { Examination } from './problem.js';

type Look = Pick<Context, 'colors' | 'language' | 'quiet'>;

/** What was found out, as a person reads it: a line for each hook and each problem, and below a problem its remedy. */
export function print({ firing, problems, remarks }: Examination, project: Project, look: Look): string {
  const { colors, language, quiet } = look;
  const words = doctorWords[language];
  const marks = { error: colors.red('✖'), warn: colors.yellow('!'), note: colors.cyan('i') };
  const lines: string[] = [];
  const say = (mark: string, text: string) => lines.push(typeset(language, `${mark} ${visible(text)}`));
  const remedy = (help: string | null) => help && lines.push(helpLines(visible(help, true), '  ', look));
  for (const hook of hookNames) {
    const script = firing.get(hook);
    if (script && !quiet) say(colors.green('✔'), words.fires(hook, script.place));
  }
  // One cause that keeps several hooks from firing is said once.
  const setup = { ...project, hasHusky: installedHusky(project) !== null };
  const byCause = new Map<string, { hooks: string[]; message: string; help: string }>();
  for (const problem of problems) {
    const { message, help } = problemWords(problem, setup, language);
    const cause = byCause.get(message + help) ?? { hooks: [], message, help };
    cause.hooks.push(problem.hook);
    byCause.set(message + help, cause);
  }
  for (const { hooks, message, help } of byCause.values()) {
    say(marks.error, words.problem(hooks.join(', '), message));
    remedy(help);
  }
  for (const remark of remarks) {
    if (quiet && remark.severity !== 'error') continue;
    const { message, help } = remarkWords(remark, language);
    say(marks[remark.severity], message);
    remedy(help);
  }
  const isWrong = problems.length > 0 || remarks.some(({ severity }) => severity === 'error');
  if (isWrong) say(marks.error, words.asleep);
  else if (!quiet) say(colors.green('✔'), words.allFire);
  return inert(lines.map((line) => `${line}\n`).join(''));
}
