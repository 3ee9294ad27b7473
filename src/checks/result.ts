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
  /** How the range is repaired that it was found in; none of a commit being made, nor where nothing in the range is refused. */
  readonly repair?: Repair | null;
}

export interface CheckResult {
  readonly findings: readonly CheckFinding[];
  readonly configChanged: boolean;
  /** The sprint of what was judged last; null where unknown. */
  readonly sprint: Sprint | null;
  readonly range: ReportedRange | null;
  /** The folder in which the user stands, from the root of the work tree, as `frontend/`; empty at the root. */
  readonly prefix: string;
  /** The folder of the package from which alone `npx` finds the checker, as `frontend`; empty where the user is in it. */
  readonly package: string;
  /** What the check left out or fell back to. */
  readonly notices: readonly Translated[];
  /** Where work resumes, after a pass: the PO's KO that nobody has answered; null where there is none. */
  readonly resumes: Translated | null;
  /** The language that the config asks for; null where it asks for none. */
  readonly language: Language | null;
}

/** Where the user stands to whom findings are told. */
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
      package: last.package || before.package,
      resumes: last.resumes ?? before.resumes,
      language: last.language ?? before.language,
    }),
    nothingJudged,
  );
}

/** Where work resumes after a pass: the PO's newest answer, where that is a KO that no developer's entry follows. */
export function resumesFrom(findings: readonly Judged[], journal: Journal | null): Translated | null {
  const last = entriesOf(journal)?.at(-1);
  const isRefused = findings.some(({ severity }) => severity === 'error');
  if (isRefused || !isPO(last) || !isMapping(last) || last.reply !== 'KO') return null;
  return workResumes(typeof last.details === 'string' ? last.details.trim() : '');
}
