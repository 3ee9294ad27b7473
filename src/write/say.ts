import type { Context } from '../commands/command.js';
import { inert } from '../report/visible.js';
import { typeset } from '../words/report.js';

/** Prints what a command did, unless it is to be quiet; each line ends with a line feed. */
export function say(context: Context, lines: readonly string[]): void {
  if (!context.quiet) context.writeOutput(inert(`${lines.join('\n')}\n`));
}

/** A sentence behind a mark: `✔ Entry 2 is written to docs/sprints/S3/INTERACTIONS.yaml and staged.` */
export function done({ language, colors }: Context, sentence: string): string {
  return `${colors.green('✔')} ${typeset(language, sentence)}`;
}

/** The same where it is a warning. */
export function warning({ language, colors }: Context, sentence: string): string {
  return `${colors.yellow('!')} ${typeset(language, sentence)}`;
}

/** Lines below each other behind a label, such as the commands that come next. */
export function labelled({ language, colors }: Context, label: string, lines: readonly string[]): string[] {
  const head = typeset(language, label);
  return lines.map((line, index) => `  ${index === 0 ? colors.cyan(head) : ' '.repeat(head.length)} ${line}`);
}
