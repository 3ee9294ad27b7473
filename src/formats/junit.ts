import type { Language } from '../language.js';
import type { Outcome } from '../report/report.js';
import { placeOf, type TextOptions } from '../report/text.js';
import type { Diagnostic, ReportedError } from '../report/types.js';
import { visible } from '../report/visible.js';
import { rules } from '../rules/list.js';
import { reportWords, typeset } from '../words/report.js';
import { escapeMarkup, type Format, withHelp } from './format.js';

/** JUnit's XML, as CI servers read it: one test case a rule. Warnings are the output of a passing case. */
const junit: Format = { output };
export default junit;

interface Case {
  readonly name: string;
  readonly result: 'passed' | 'failure' | 'error';
  readonly at: Diagnostic | null;
  readonly content: string;
}

function output({ report }: Outcome, { language }: TextOptions): string {
  const { tool, command, error, diagnostics } = report;
  const cases = error ? [withoutVerdict(error, language)] : rules.map(({ id }) => ofRule(id, diagnostics, language));
  const count = (result: Case['result']) => cases.filter((testCase) => testCase.result === result).length;
  const counts = { tests: cases.length, failures: count('failure'), errors: count('error'), skipped: 0, time: 0 };
  const classname = `${tool.name}.${command}`;
  const suite = cases.map(({ name, at, content }) =>
    element('testcase', { name, classname, time: 0, file: at?.file, line: at?.line }, content),
  );
  const suites = element('testsuite', { name: classname, ...counts }, `\n${suite.join('')}`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', { name: tool.name, ...counts }, `\n${suites}`)}`;
}

function ofRule(name: string, diagnostics: readonly Diagnostic[], language: Language): Case {
  const found = diagnostics.filter(({ rule }) => rule === name);
  const errors = found.filter(({ severity }) => severity === 'error');
  const warnings = found.filter(({ severity }) => severity === 'warn');
  const message = errors.map((error) => typeset(language, error.message)).join(' ');
  const failure = errors.length > 0 ? element('failure', { type: name, message }, list(errors, language)) : '';
  const printed = warnings.length > 0 ? element('system-out', {}, list(warnings, language)) : '';
  return { name, result: failure ? 'failure' : 'passed', at: errors[0] ?? null, content: failure + printed };
}

function withoutVerdict({ code, message, help }: ReportedError, language: Language): Case {
  const content = element('error', { type: code, message: typeset(language, message) }, escapeXml(help ?? ''));
  return { name: 'verdict', result: 'error', at: null, content };
}

function list(diagnostics: readonly Diagnostic[], language: Language): string {
  const words = reportWords[language];
  const lines = diagnostics.map((diagnostic) => {
    const place = [placeOf(diagnostic), words.severity[diagnostic.severity]].filter(Boolean).join('  ');
    return `${place}  ${withHelp(language, diagnostic)}`;
  });
  return escapeXml(lines.join('\n\n'));
}

function element(name: string, attributes: Readonly<Record<string, unknown>>, content: string): string {
  const named = Object.entries(attributes).filter(([, value]) => value !== null && value !== undefined);
  const start = [name, ...named.map(([key, value]) => `${key}="${escapeAttribute(String(value))}"`)].join(' ');
  return content === '' ? `<${start}/>\n` : `<${start}>${content}</${name}>\n`;
}

function escapeAttribute(text: string): string {
  return escapeXml(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

/** Of the characters that XML 1.0 forbids, `visible` leaves only these. */
function escapeXml(text: string): string {
  const escaped = escapeMarkup(visible(text, true)).replace(/[\p{Surrogate}\ufffe\uffff]/gu, '\ufffd');
  // Inert as in visible.ts, but the same to a parser.
  return escaped.replaceAll('##[', '#&#35;[').replaceAll('::', '&#58;:');
}
