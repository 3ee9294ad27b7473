import type { Outcome } from '../report/report.js';
import { type TextOptions, text } from '../report/text.js';
import type { Diagnostic } from '../report/types.js';
import { visible } from '../report/visible.js';
import { type Format, withHelp } from './format.js';
import { summary } from './summary.js';

/** The text report, with a workflow command of GitHub Actions for each diagnostic, and a job summary. */
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
