import type { createColors } from 'picocolors';
import type { Language } from '../rules/rule.js';
import { reportWords } from '../words/report.js';
import { clockTime, duration } from '../words/time.js';
import type { ExcerptLine } from './excerpt.js';
import type { Diagnostic, Outcome, Report } from './report.js';
import { visible } from './visible.js';

/** How a text report looks. */
export interface TextOptions {
  readonly language: Language;
  readonly colors: ReturnType<typeof createColors>;
  /** Nothing is said on a pass. */
  readonly quiet: boolean;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** In the last minutes before the freeze the time left is shown loudly; milliseconds. */
const lastMinutes = 5 * 60_000;

/** The report as a person reads it: one block a diagnostic, and one line for the whole. */
export async function text({ report, sources, notices }: Outcome, options: TextOptions): Promise<string> {
  const { colors, quiet } = options;
  const blocks: string[] = [];
  for (const diagnostic of report.diagnostics) {
    const source = sources.get(diagnostic);
    // Measuring what a terminal shows takes a library that a pass never needs.
    const lines = source === undefined ? [] : (await import('./excerpt.js')).excerpt(diagnostic, source);
    blocks.push(block(diagnostic, lines, options));
  }
  if (!quiet) blocks.push(...notices.map((notice) => `${colors.cyan('i')} ${visible(notice)}\n`));
  if (!quiet || !report.ok) blocks.push(summary(report, options));
  return blocks.join('\n');
}

/** What is said, on stderr, where there is no verdict. */
export function errorText({ report }: Outcome, { language, colors }: TextOptions): string {
  if (!report.error) return '';
  const words = reportWords[language];
  const message = `${colors.red(words.error)} ${visible(report.error.message, true)}\n`;
  return report.error.help === null
    ? message
    : `${message}${colors.cyan(words.help)} ${visible(report.error.help, true)}\n`;
}

type Paint = (text: string) => string;

function block(diagnostic: Diagnostic, lines: readonly ExcerptLine[], { language, colors }: TextOptions): string {
  const words = reportWords[language];
  const { file, line, column, severity, rule, message, help, commit } = diagnostic;
  const paint = severity === 'error' ? colors.red : colors.yellow;
  const place = [file === null ? commit?.slice(0, 10) : visible(file), line, column].filter(Boolean).join(':');
  const width = String(lines.at(-1)?.number ?? '').length;
  const rows = lines.flatMap((excerptLine) => draw(excerptLine, width, paint, colors.dim));
  return [
    [place && colors.bold(place), paint(words.severity[severity]), colors.dim(rule)].filter(Boolean).join('  '),
    `  ${visible(message)}`,
    ...(rows.length > 0 ? ['', ...rows, ''] : []),
    `  ${colors.cyan(words.help)} ${visible(help, true).replaceAll('\n', '\n    ')}`,
    '',
  ].join('\n');
}

function draw({ number, text: line, caret }: ExcerptLine, width: number, paint: Paint, dim: Paint): string[] {
  const row = `${dim(`${String(number).padStart(width)} |`)} ${line}`.trimEnd();
  if (!caret) return [`    ${row}`];
  const under = `${dim(`${' '.repeat(width)} |`)} ${' '.repeat(caret.start)}${paint('^'.repeat(caret.width))}`;
  return [`  ${paint('>')} ${row}`, `    ${under}`];
}

function summary(report: Report, options: TextOptions): string {
  const { colors, language } = options;
  const words = reportWords[language];
  const { error, warn } = report.counts;
  const time = timeLeft(report, options);
  const changed = report.configChanged ? `${colors.cyan('i')} ${words.configChanged}\n` : '';
  if (!report.ok) return `${changed}${colors.red('✖')} ${words.counts(error, warn)}\n`;
  const counts = warn > 0 ? ` (${words.counts(error, warn)})` : '';
  return `${changed}${colors.green('✔')} ${time}${counts}\n`;
}

function timeLeft({ sprint }: Report, { language, colors, now }: TextOptions): string {
  const words = reportWords[language];
  if (!sprint) return words.nothing;
  if (sprint.freezeAt === null) return words.noFreeze(sprint.id);
  const freezeAt = Date.parse(sprint.freezeAt);
  const length = duration(Math.abs(freezeAt - now), language === 'fr' ? 'j' : 'd');
  if (sprint.frozen) return words.frozen(sprint.id, length, clockTime(freezeAt));
  const running = words.running(sprint.id, length, clockTime(freezeAt));
  return freezeAt - now <= lastMinutes ? colors.bold(colors.inverse(` ${running} `)) : running;
}
