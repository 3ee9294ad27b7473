import manifest from '../../package.json' with { type: 'json' };
import type { CheckFinding, CheckResult } from '../checks/result.js';
import type { Sprint } from '../facts/facts.js';
import { isFrozen } from '../facts/start.js';
import type { Failure } from '../failure.js';
import type { Language } from '../language.js';
import type { Severity } from '../severity.js';
import { pathFrom, remedyOf } from './remedy.js';
import type { Diagnostic, Report, ReportedError, ReportedSprint } from './types.js';
import { visible } from './visible.js';

/** A report, with what only its text form shows. */
export interface Outcome {
  readonly report: Report;
  /** The file's text, for diagnostics with a place in one. */
  readonly sources: ReadonlyMap<Diagnostic, string>;
  /** What the check left out or fell back to, in words. */
  readonly notices: readonly string[];
  /** Where work resumes after a pass; null if there is nothing to say. */
  readonly resumes: string | null;
  /** What the user types before a command of the checker. */
  readonly npx: string;
}

/** What commands of the checker start with in the rules' words. */
export const plainNpx = 'npx sprint-check';

export interface ReportContext {
  readonly command: string | null;
  readonly language: Language;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Leaves warnings out. */
  readonly quiet: boolean;
}

export function reportOf(context: ReportContext, result: CheckResult): Outcome {
  const sources = new Map<Diagnostic, string>();
  const npx = npxOf(result);
  const shown = result.findings.filter(({ severity }) => severity === 'error' || !context.quiet);
  const diagnostics = shown.map((finding) => {
    const diagnostic = diagnosticOf(finding, context.language, result.prefix, npx);
    if (finding.text !== null) sources.set(diagnostic, finding.text);
    return diagnostic;
  });
  const count = (severity: Severity) => diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  const report: Report = {
    ...envelope(context),
    ok: count('error') === 0,
    configChanged: result.configChanged,
    sprint: result.sprint && sprintOf(result.sprint, context.now),
    range: result.range,
    counts: { error: count('error'), warn: count('warn') },
    diagnostics,
  };
  const resumes = result.resumes && visible(result.resumes[context.language]);
  const notices = result.notices.map((notice) => visible(notice[context.language]));
  return { report, sources, notices, resumes, npx };
}

export function reportOfFailure(context: ReportContext, failure: Failure): Outcome {
  const report = { ...envelope(context), error: { code: failure.code, ...printable(failure, context.language) } };
  return { report, sources: new Map(), notices: [], resumes: null, npx: plainNpx };
}

export function printable({ words }: Failure, language: Language): Pick<ReportedError, 'message' | 'help'> {
  const [message, help] = words[language];
  return { message: visible(message, true), help: help === null ? null : visible(help, true) };
}

/** Returns a report with nothing found yet. */
export function envelope({ command }: ReportContext): Report {
  return {
    schemaVersion: 1,
    tool: { name: 'sprint-check', version: manifest.version },
    command,
    ok: false,
    error: null,
    configChanged: false,
    sprint: null,
    range: null,
    counts: { error: 0, warn: 0 },
    diagnostics: [],
  };
}

function npxOf({ prefix, package: folder }: CheckResult): string {
  return folder === '' ? plainNpx : `npx --prefix ${pathFrom(prefix)(folder)} sprint-check`;
}

function diagnosticOf(finding: CheckFinding, language: Language, prefix: string, npx: string): Diagnostic {
  const { rule, severity, commit, location } = finding;
  return {
    rule: rule.id,
    severity,
    message: visible(rule.words[language].message(finding.data)),
    help: visible(
      remedyOf(finding, language, prefix).replaceAll(plainNpx, () => npx),
      true,
    ),
    file: finding.file ?? null,
    line: location?.line ?? null,
    column: location?.column ?? null,
    endLine: location?.endLine ?? null,
    endColumn: location?.endColumn ?? null,
    path: finding.path ?? null,
    commit,
  };
}

export function sprintOf(sprint: Sprint, now: number): ReportedSprint {
  const { id, journal, start, freezeAt } = sprint;
  return {
    id,
    journal,
    startedAt: start && new Date(start.at).toISOString(),
    startSource: start?.source ?? null,
    freezeAt: freezeAt === null ? null : new Date(freezeAt).toISOString(),
    frozen: isFrozen(sprint, now),
  };
}
