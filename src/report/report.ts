import type { SnapshotFacts, Sprint } from '../facts/facts.js';
import type { Failure } from '../failure.js';
import type { Verdict } from '../judge.js';
import type { Language } from '../language.js';
import type { Severity } from '../severity.js';
import { reportWords } from '../words/report.js';
import type { Diagnostic, Report, ReportedRange, ReportedSprint } from './types.js';
import { visible } from './visible.js';

/** A report, with what its text form shows beside it. */
export interface Outcome {
  readonly report: Report;
  /** The file's text, for the diagnostics that have a place in one. */
  readonly sources: ReadonlyMap<Diagnostic, string>;
  /** What the check left out or fell back to, in words. */
  readonly notices: readonly string[];
}

/** What a check came to. */
export interface Checked {
  readonly verdicts: readonly Verdict[];
  readonly configChanged: boolean;
  readonly snapshot: SnapshotFacts | null;
  readonly range: ReportedRange | null;
  /** What the check left out or fell back to. */
  readonly notices: readonly Notice[];
  /** The language that the config asks for; null where it asks for none. */
  readonly language: Language | null;
}

/** What a check comes to that judges nothing. */
export const nothingJudged: Checked = {
  ...{ verdicts: [], configChanged: false, snapshot: null, range: null, notices: [], language: null },
};

/** A sentence in every language. */
export type Notice = Readonly<Record<Language, string>>;

/** What every report of a run shares. */
export interface ReportContext {
  readonly command: string | null;
  readonly version: string;
  readonly language: Language;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Warnings are left out. */
  readonly quiet: boolean;
}

/** How many diagnostics of one rule are listed for one file (and commit); what more there are is a number in one more. */
const mostAlike = 100;

/** The report of a check. */
export function reportOf(context: ReportContext, checked: Checked): Outcome {
  const sources = new Map<Diagnostic, string>();
  const shown = checked.verdicts.filter(({ severity }) => severity === 'error' || !context.quiet);
  const diagnostics = alike(shown).flatMap((verdicts) => {
    const listed = verdicts.slice(0, mostAlike).map((verdict) => {
      const diagnostic = diagnosticOf(verdict, context.language);
      if (verdict.source !== null) sources.set(diagnostic, verdict.source);
      return diagnostic;
    });
    const [last] = listed.slice(-1);
    const rest = verdicts.length - listed.length;
    return last && rest > 0 ? [...listed, unlisted(last, rest, context.language)] : listed;
  });
  const count = (severity: Severity) => diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  const report: Report = {
    ...envelope(context),
    ok: count('error') === 0,
    configChanged: checked.configChanged,
    sprint: checked.snapshot?.sprint ? sprintOf(checked.snapshot.sprint, context.now) : null,
    range: checked.range,
    counts: { error: count('error'), warn: count('warn') },
    diagnostics,
  };
  return { report, sources, notices: checked.notices.map((notice) => visible(notice[context.language])) };
}

/** The report where there is no verdict. */
export function reportOfFailure(context: ReportContext, failure: Failure): Outcome {
  const { message, help } = failure.words[context.language];
  const said = { message: visible(message, true), help: help === null ? null : visible(help, true) };
  const report = { ...envelope(context), error: { code: failure.code, ...said } };
  return { report, sources: new Map(), notices: [] };
}

function envelope({ command, version }: ReportContext): Report {
  return {
    schemaVersion: 1,
    tool: { name: 'sprint-check', version },
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

/** The verdicts of one rule on one file (and commit) together; each alone that is about no file. */
function alike(verdicts: readonly Verdict[]): Verdict[][] {
  const groups = new Map<unknown, Verdict[]>();
  for (const verdict of verdicts) {
    const { rule, finding, commit } = verdict;
    const key = finding.file === undefined ? verdict : [rule.id, commit, finding.file].join('\0');
    const group = groups.get(key);
    if (group) group.push(verdict);
    else groups.set(key, [verdict]);
  }
  return [...groups.values()];
}

/** Stands for `count` diagnostics like one that is listed. */
function unlisted(like: Diagnostic, count: number, language: Language): Diagnostic {
  const words = reportWords[language];
  const nowhere = { line: null, column: null, endLine: null, endColumn: null, path: null };
  return { ...like, ...nowhere, message: words.unlisted(count), help: words.unlistedHelp };
}

function diagnosticOf({ rule, severity, finding, commit }: Verdict, language: Language): Diagnostic {
  const words = rule.words[language];
  const { location } = finding;
  return {
    rule: rule.id,
    severity,
    message: visible(words.message(finding.data)),
    help: visible(words.help(finding.data), true),
    file: finding.file ?? null,
    line: location?.line ?? null,
    column: location?.column ?? null,
    endLine: location?.endLine ?? null,
    endColumn: location?.endColumn ?? null,
    path: finding.path ?? null,
    commit,
  };
}

function sprintOf({ id, journal, start, freezeAt }: Sprint, now: number): ReportedSprint {
  return {
    id,
    journal,
    startedAt: start && inUtc(start.at),
    startSource: start?.source ?? null,
    freezeAt: freezeAt === null ? null : inUtc(freezeAt),
    frozen: freezeAt !== null && now >= freezeAt,
  };
}

/** The last instant, and the first, that RFC 3339 can write in UTC: its years have four digits. */
const bounds = [Date.parse('9999-12-31T23:59:59.999Z'), Date.parse('0000-01-01T00:00:00Z')] as const;

function inUtc(at: number): string {
  return new Date(Math.max(bounds[1], Math.min(at, bounds[0]))).toISOString();
}
