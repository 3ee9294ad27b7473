import type { Outcome } from '../report/report.js';
import { placeOf, type TextOptions, text, verdictLine } from '../report/text.js';
import type { Diagnostic } from '../report/types.js';
import { visible } from '../report/visible.js';
import { reportWords, typeset } from '../words/report.js';
import { escapeMarkup, type Format, withHelp } from './format.js';

const github: Format = {
  output: async (outcome, options) => (await text(outcome, options)) + commands(outcome, options).join(''),
  summary,
};
export default github;

function commands({ report }: Outcome, { language }: TextOptions): string[] {
  if (report.error) {
    return [command('error', { title: report.tool.name }, withHelp(language, report.error))];
  }
  return report.diagnostics.map((diagnostic) => {
    const name = diagnostic.severity === 'error' ? 'error' : 'warning';
    return command(name, properties(diagnostic), withHelp(language, diagnostic));
  });
}

function properties({ file, line, column, endLine, endColumn, rule }: Diagnostic): Record<string, unknown> {
  const place = file === null ? {} : { file: visible(file), line, col: column, endLine, endColumn };
  return { ...place, title: rule };
}

/** `::error file=app.js,line=1,title=a/rule::The message`, escaped as actions/toolkit does it. */
function command(name: 'error' | 'warning', named: Readonly<Record<string, unknown>>, message: string): string {
  const list = Object.entries(named).filter(([, value]) => value !== null);
  const properties = list.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(',');
  return `::${name} ${properties}::${escapeData(message)}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** GitHub refuses summaries over 1 MiB, which this many rows do not reach. */
const maxRows = 100;

/** Empty if a quiet check passes. */
function summary(outcome: Outcome, options: TextOptions): string {
  const { report } = outcome;
  const { language } = options;
  const words = reportWords[language];
  if (report.error) {
    return `### ✖ sprint-check: ${words.noVerdict}\n\n${escapeMarkdown(withHelp(language, report.error))}\n\n`;
  }
  if (report.ok && options.quiet) return '';
  const verdict = escapeMarkdown(verdictLine(outcome, options));
  const parts = [
    `### ${report.ok ? '✔' : '✖'} sprint-check`,
    verdict,
    table(report.diagnostics, language),
    report.diagnostics.length > maxRows ? `… (${report.diagnostics.length - maxRows})` : '',
    ...(options.quiet ? [] : outcome.notices.map((notice) => escapeMarkdown(typeset(language, notice)))),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n\n`;
}

function table(diagnostics: readonly Diagnostic[], language: TextOptions['language']): string {
  if (diagnostics.length === 0) return '';
  const { severity, rule, place, fact } = reportWords[language].columns;
  return [
    `| ${severity} | ${rule} | ${place} | ${fact} |`,
    '| --- | --- | --- | --- |',
    ...diagnostics.slice(0, maxRows).map((diagnostic) => {
      const cells = [reportWords[language].severity[diagnostic.severity], diagnostic.rule, placeOf(diagnostic)];
      return `| ${cells.map(escapeMarkdown).join(' | ')} | ${escapeMarkdown(withHelp(language, diagnostic))} |`;
    }),
  ].join('\n');
}

/** Escapes a text for a line or a table cell of Markdown (CommonMark 2.4, 4.2 and 5.2). */
function escapeMarkdown(text: string): string {
  return escapeMarkup(text)
    .replace(/[\\`*_{}[\]()#+!|~@$]/g, '\\$&')
    .replace(/^(\d*)(?=[-=.])/, '$1\\')
    .replaceAll('\n', '<br>');
}
