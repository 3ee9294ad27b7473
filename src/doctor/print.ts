import type { Context } from '../commands/command.js';
import { hookNames } from '../init/hook-files.js';
import type { Project } from '../init/project.js';
import { helpLines } from '../report/text.js';
import { inert, visible } from '../report/visible.js';
import { doctorWords, remarkWords } from '../words/doctor.js';
import { problemWords } from '../words/hook-problems.js';
import { done, note, problem, warning } from '../worktree/say.js';
import type { Examination } from './problem.js';

type Look = Pick<Context, 'colors' | 'language' | 'quiet'>;

/** What was found out, as a person reads it: a line for each hook and each problem, and below a problem its remedy. */
export function examinationText({ firing, problems, remarks }: Examination, project: Project, look: Look): string {
  const { language, quiet } = look;
  const words = doctorWords[language];
  const marked = { error: problem, warn: warning, note };
  const lines: string[] = [];
  const add = (mark: typeof done, text: string) => lines.push(mark(look, visible(text)));
  const remedy = (help: string | null) => help && lines.push(helpLines(visible(help, true), '  ', look));
  for (const hook of hookNames) {
    const place = firing.get(hook);
    if (place && !quiet) add(done, words.fires(hook, place));
  }
  // One cause that keeps several hooks from firing is said once.
  const byCause = new Map<string, { hooks: string[]; message: string; help: string }>();
  for (const found of problems) {
    const [message, help] = problemWords[language](found, project);
    const cause = byCause.get(message + help) ?? { hooks: [], message, help };
    cause.hooks.push(found.hook);
    byCause.set(message + help, cause);
  }
  for (const { hooks, message, help } of byCause.values()) {
    add(problem, words.problem(hooks.join(', '), message));
    remedy(help);
  }
  for (const remark of remarks) {
    if (quiet && remark.severity !== 'error') continue;
    const [message, help] = remarkWords(remark, language);
    add(marked[remark.severity], message);
    remedy(help);
  }
  const isWrong = problems.length > 0 || remarks.some(({ severity }) => severity === 'error');
  if (isWrong) add(problem, words.asleep);
  else if (!quiet) add(done, words.allFire);
  return inert(lines.map((line) => `${line}\n`).join(''));
}
