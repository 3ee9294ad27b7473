import type { Language } from '../language.js';
import { reportWords, typeset } from '../words/report.js';
import { clockTime, duration } from '../words/time.js';
import type { Colors } from './colors.js';
import type { ExcerptLine } from './excerpt.js';
import type { Outcome } from './report.js';
import type { Diagnostic, ReportedError, ReportedSprint } from './types.js';
import { inert, visible } from './visible.js';

export interface TextOptions {
  readonly language: Language;
  readonly colors: Colors;
  /** Prints nothing on a pass. */
  readonly quiet: boolean;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Formats a report for stdout: a block per diagnostic, then the verdict. Empty on a failure: see `failureText`. */
export async function text(outcome: Outcome, options: TextOptions): Promise<string> {
  const { report, sources } = outcome;
  if (report.error) return '';
  const blocks: string[] = [];
  for (const diagnostic of errorsFirst(report.diagnostics)) {
    const source = sources.get(diagnostic);
    // Loaded on demand: it needs a library to measure text, and a pass has no excerpt.
    const lines = source === undefined ? [] : (await import('./excerpt.js')).excerpt(diagnostic, source);
    blocks.push(block(diagnostic, lines, options));
  }
  if (!options.quiet || !report.ok) blocks.push(ending(outcome, options));
  return inert(blocks.join('\n'));
}

/** Formats what went wrong, with its remedy below. */
export function failureText(
  { message, help }: Pick<ReportedError, 'message' | 'help'>,
  { language, colors }: Pick<TextOptions, 'language' | 'colors'>,
): string {
  const words = reportWords[language];
  const fact = `${colors.red(typeset(language, words.error))} ${typeset(language, message)}\n`;
  return inert(help === null ? fact : `${fact}${helpLines(help, '', { language, colors })}\n`);
}

/** Returns the verdict in one line: `Commit refused: 1 error, 2 warnings. Sprint S3: …` */
export function verdictLine(
  { report }: Pick<Outcome, 'report'>,
  { language, now }: Pick<TextOptions, 'language' | 'now'>,
): string {
  const words = reportWords[language];
  const { error, warn } = report.counts;
  const time = timeLeft(report.sprint, language, now);
  const warnings = warn > 0 ? words.warnings(warn) : null;
  if (!report.ok) {
    const counts = [words.errors(error), warnings].filter(Boolean).join(', ');
    const refused = typeset(language, words.refused(report.command, counts));
    return report.sprint?.freezeAt && !report.sprint.frozen ? `${refused} ${time}` : refused;
  }
  const commits = report.range?.commits ? words.commits(report.range.commits) : null;
  const counts = [commits, warnings].filter(Boolean).join(', ');
  return counts ? `${time} (${counts})` : time;
}

function errorsFirst(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const weight = ({ severity }: Diagnostic) => (severity === 'error' ? 0 : 1);
  return [...diagnostics].sort((one, other) => weight(one) - weight(other));
}

type Paint = (text: string) => string;

function block(diagnostic: Diagnostic, lines: readonly ExcerptLine[], { language, colors }: TextOptions): string {
  const words = reportWords[language];
  const { severity, rule, message, help } = diagnostic;
  const paint = severity === 'error' ? colors.red : colors.yellow;
  const place = placeOf(diagnostic);
  const width = String(lines.at(-1)?.number ?? '').length;
  const rows = lines.flatMap((excerptLine) => draw(excerptLine, width, paint, colors.dim));
  return [
    [place && colors.bold(place), paint(words.severity[severity]), colors.dim(rule)].filter(Boolean).join('  '),
    `  ${typeset(language, message)}`,
    ...(rows.length > 0 ? ['', ...rows, ''] : []),
    helpLines(help, '  ', { language, colors }),
    '',
  ].join('\n');
}

/** Formats a remedy, one command per line: Windows PowerShell has no `&&`. */
export function helpLines(
  help: string,
  indent: string,
  { language, colors }: Pick<TextOptions, 'language' | 'colors'>,
): string {
  const head = typeset(language, reportWords[language].help);
  const below = `${indent}${' '.repeat(head.length)}`;
  const [first, ...others] = help.split('\n');
  return [`${indent}${colors.cyan(head)} ${first}`, ...others.map((line) => line && `${below} ${line}`)].join('\n');
}

/** Returns where a diagnostic points: `file:line:column`, else the commit, else nothing. */
export function placeOf({ file, line, column, commit }: Diagnostic): string {
  return [file === null ? commit?.slice(0, 10) : visible(file), line, column].filter(Boolean).join(':');
}

function draw({ number, text: line, caret }: ExcerptLine, width: number, paint: Paint, dim: Paint): string[] {
  const row = `${dim(`${String(number).padStart(width)} |`)} ${line}`.trimEnd();
  if (!caret) return [`    ${row}`];
  const under = `${dim(`${' '.repeat(width)} |`)} ${' '.repeat(caret.start)}${paint('^'.repeat(caret.width))}`;
  return [`  ${paint('>')} ${row}`, `    ${under}`];
}

function ending(outcome: Outcome, options: TextOptions): string {
  const { colors, language, quiet } = options;
  const { report, notices, resumes, npx } = outcome;
  const words = reportWords[language];
  const asides = quiet ? [] : notices;
  const rule = report.diagnostics.find(({ severity }) => severity === 'error')?.rule;
  return [
    ...asides.map((aside) => `${colors.cyan('i')} ${typeset(language, aside)}`),
    `${report.ok ? colors.green('✔') : colors.red('✖')} ${verdictLine(outcome, options)}`,
    ...(report.ok && resumes !== null && !quiet ? [`${colors.cyan('i')} ${typeset(language, resumes)}`] : []),
    ...(rule && !quiet ? [colors.dim(`  ${typeset(language, words.why)} ${npx} explain ${rule}`)] : []),
    '',
  ].join('\n');
}

export function timeLeft(sprint: ReportedSprint | null, language: Language, now: number): string {
  const words = reportWords[language];
  if (!sprint) return words.nothing;
  if (sprint.freezeAt === null) return words.noFreeze(sprint.id);
  const freezeAt = Date.parse(sprint.freezeAt);
  const length = duration(Math.abs(freezeAt - now), language);
  const at = clockTime(freezeAt, now);
  const { frozen, running } = words;
  return typeset(language, (sprint.frozen ? frozen : running)(sprint.id, length, at));
}
