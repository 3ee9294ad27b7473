import type { Sprint } from '../facts/facts.js';
import type { GitContext } from '../git/process.js';
import { hookPackage, userPrefix } from '../git/worktree.js';
import { entriesOf, isMapping, isPO } from '../journal/entries.js';
import type { Journal } from '../journal/journal.js';
import type { Judged } from '../judge.js';
import type { Language, Translated } from '../language.js';
import type { ReportedRange } from '../report/types.js';
import { workResumes } from '../words/notices.js';
import type { Repair } from './repair.js';

export interface CheckFinding extends Judged {
  /** How its range is mended; absent for a commit being made, null if nothing in the range is refused. */
  readonly repair?: Repair | null;
  /** Takes the place of its rule's help. */
  readonly help?: Translated;
}

export interface CheckResult {
  readonly findings: readonly CheckFinding[];
  readonly configChanged: boolean;
  /** The sprint of what was judged last; null if unknown. */
  readonly sprint: Sprint | null;
  readonly range: ReportedRange | null;
  /** The user's folder, from the root of the work tree, as `frontend/`; empty at the root. */
  readonly prefix: string;
  /** The package folder in which alone `npx` finds the checker, as `frontend`; empty if the user is in it. */
  readonly package: string;
  /** What the check left out or fell back to. */
  readonly notices: readonly Translated[];
  /** Where work resumes after a pass: a KO of the PO's that no developer has followed up; else null. */
  readonly resumes: Translated | null;
  /** The language that the config sets; null if it sets none. */
  readonly language: Language | null;
}

/** Returns where the user is; without findings, no path has to be shown. */
export async function userPlace(
  context: GitContext,
  findings: readonly Judged[],
): Promise<Pick<CheckResult, 'prefix' | 'package'>> {
  if (findings.length === 0) return { prefix: '', package: '' };
  return { prefix: await userPrefix(context), package: await hookPackage(context) };
}

export const nothingJudged: CheckResult = {
  findings: [],
  configChanged: false,
  sprint: null,
  range: null,
  prefix: '',
  package: '',
  notices: [],
  resumes: null,
  language: null,
};

/** Joins results: the findings of all, with the sprint and the range of the last one that has them. */
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
      package: last.package || before.package,
      resumes: last.resumes ?? before.resumes,
      language: last.language ?? before.language,
    }),
    nothingJudged,
  );
}

/** Returns where work resumes after a pass: the PO's newest answer, if it is a KO that no developer's entry follows. */
export function resumesFrom(findings: readonly Judged[], journal: Journal | null): Translated | null {
  const last = entriesOf(journal)?.at(-1);
  const isRefused = findings.some(({ severity }) => severity === 'error');
  if (isRefused || !isPO(last) || !isMapping(last) || last.reply !== 'KO') return null;
  return workResumes(typeof last.details === 'string' ? last.details.trim() : '');
}
