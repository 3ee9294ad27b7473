import type { Context } from '../commands/command.js';
import { inert } from '../report/visible.js';
import { typeset } from '../words/report.js';

type Look = Pick<Context, 'language' | 'colors'>;

export function print({ writeOutput }: Pick<Context, 'writeOutput'>, lines: readonly string[]): void {
  if (lines.length > 0) writeOutput(inert(`${lines.join('\n')}\n`));
}

/** Prints unless the command is to be quiet. */
export function say(context: Context, lines: readonly string[]): void {
  if (!context.quiet) print(context, lines);
}

/** `✔ Entry 2 is written to docs/sprints/S3/INTERACTIONS.yaml and staged.` */
export function done({ language, colors }: Look, sentence: string): string {
  return `${colors.green('✔')} ${typeset(language, sentence)}`;
}

export function note({ language, colors }: Look, sentence: string): string {
  return `${colors.cyan('i')} ${typeset(language, sentence)}`;
}

export function warning({ language, colors }: Look, sentence: string): string {
  return `${colors.yellow('!')} ${typeset(language, sentence)}`;
}

export function problem({ language, colors }: Look, sentence: string): string {
  return `${colors.red('✖')} ${typeset(language, sentence)}`;
}

/** Puts lines below each other after a label, such as the commands that come next. */
export function labelled({ language, colors }: Look, label: string, lines: readonly string[]): string[] {
  const head = typeset(language, label);
  return lines.map((line, index) => `  ${index === 0 ? colors.cyan(head) : ' '.repeat(head.length)} ${line}`);
}
