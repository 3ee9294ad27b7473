import { defaultConfig } from '../config/config.js';
import { exitCode } from '../exit-code.js';
import type { Language } from '../language.js';
import { jsonText } from '../report/json.js';
import type { Outcome } from '../report/report.js';
import type { TextOptions } from '../report/text.js';
import type { Diagnostic, Report } from '../report/types.js';
import { visible } from '../report/visible.js';
import { rules } from '../rules/list.js';
import type { AnyRule } from '../rules/rule.js';
import type { Severity } from '../severity.js';
import { typeset } from '../words/report.js';
import { type Format, withHelp } from './format.js';

const sarif: Format = { output };
export default sarif;

const levels: Readonly<Record<Severity, 'error' | 'warning'>> = { error: 'error', warn: 'warning' };

function output({ report, notices }: Outcome, { language, quiet }: TextOptions): string {
  const { name, version } = report.tool;
  const driver = { name, version, language, rules: rules.map((rule) => descriptor(rule, language)) };
  const run = {
    tool: { driver },
    language,
    columnKind: 'utf16CodeUnits',
    invocations: [invocation(report, quiet ? [] : notices, language)],
    results: report.diagnostics.map((diagnostic) => result(diagnostic, report, language)),
  };
  const $schema = 'https://json.schemastore.org/sarif-2.1.0.json';
  return jsonText({ $schema, version: '2.1.0', runs: [run] });
}

function descriptor({ id, severity, words }: AnyRule, language: Language) {
  const { summary, why, remedy } = words[language];
  return {
    id,
    shortDescription: { text: typeset(language, summary) },
    fullDescription: { text: typeset(language, why) },
    help: { text: typeset(language, remedy) },
    defaultConfiguration: { level: levels[severity] },
  };
}

function invocation(report: Report, notices: readonly string[], language: Language) {
  const { error } = report;
  const failure = error && {
    level: 'error',
    descriptor: { id: error.code },
    message: { text: withHelp(language, error) },
  };
  const notes = notices.map((notice) => ({ level: 'note', message: { text: typeset(language, notice) } }));
  return {
    executionSuccessful: error === null,
    exitCode: exitCode(report),
    toolExecutionNotifications: failure ? [failure, ...notes] : notes,
  };
}

function result(diagnostic: Diagnostic, { sprint }: Report, language: Language) {
  const { rule, severity, commit, path, line, column, endLine, endColumn } = diagnostic;
  // Code scanning refuses a file in which a result has no location: what is wrong with a commit or a request is shown
  // at its sprint's journal, or at the notes, which could name a sprint.
  const file = diagnostic.file ?? sprint?.journal ?? defaultConfig.notes;
  const region = { startLine: line, startColumn: column, endLine, endColumn };
  const location = {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file), uriBaseId: '%SRCROOT%' },
      ...(line !== null && { region: withoutNulls(region) }),
    },
  };
  return {
    ruleId: rule,
    ruleIndex: rules.findIndex(({ id }) => id === rule),
    level: levels[severity],
    message: { text: withHelp(language, diagnostic) },
    locations: [location],
    ...(commit !== null && { partialFingerprints: { 'commit/v1': commit } }),
    properties: withoutNulls({ commit, path: path === null ? null : visible(path) }),
  };
}

/** Encodes a path as a relative URI (RFC 3986), which has no encoding for a lone surrogate. */
function uriOf(path: string): string {
  return path
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}

function withoutNulls(values: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}
