import type { Sprint } from '../facts/facts.js';
import type { Judged } from '../judge.js';
import type { Language, Translated } from '../language.js';
import type { ReportedRange } from '../report/types.js';

/** A sentence in every language. */
export type Notice = Translated;

/** What a check came to. */
export interface CheckResult {
  readonly findings: readonly Judged[];
  readonly configChanged: boolean;
  /** The sprint of what was judged last; null where unknown. */
  readonly sprint: Sprint | null;
  readonly range: ReportedRange | null;
  /** The folder in which the user stands, from the root of the work tree, as `frontend/`; empty at the root. */
  readonly prefix: string;
  /** What the check left out or fell back to. */
  readonly notices: readonly Notice[];
  /** Where work resumes, after a pass: the PO's KO that nobody has answered; null where there is none. */
  readonly resumes: Notice | null;
  /** The language that the config asks for; null where it asks for none. */
  readonly language: Language | null;
}

/** What a check comes to that judges nothing. */
export const nothingJudged: CheckResult = {
  ...{ findings: [], configChanged: false, sprint: null, range: null, prefix: '', notices: [], resumes: null },
  language: null,
};

/** Several results as one: what was found in all, and the sprint and range of the last that has one. */
export function joinResults(results: readonly CheckResult[]): CheckResult {
  return results.reduce(
    (before, last) => ({
      ...last,
      findings: [...before.findings, ...last.findings],
      notices: [...before.notices, ...last.notices],
      configChanged: before.configChanged || last.configChanged,
      sprint: last.sprint ?? before.sprint,
      range: last.range ?? before.range,
      prefix: last.prefix || before.prefix,
      resumes: last.resumes ?? before.resumes,
      language: last.language ?? before.language,
    }),
    nothingJudged,
  );
}
