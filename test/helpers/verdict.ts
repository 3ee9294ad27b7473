import { expect, test } from 'vitest';

export interface Completed {
  /** Null where a signal ended it. */
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Diagnostic {
  readonly rule: string;
  readonly severity: 'error' | 'warn';
  readonly message: string;
  readonly help: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly commit: string | null;
}

interface Report {
  readonly command: string;
  readonly ok: boolean;
  readonly error: { readonly code: string; readonly message: string; readonly help: string | null } | null;
  readonly configChanged: boolean;
  readonly sprint: { readonly id: number; readonly journal: string; readonly frozen: boolean } | null;
  readonly range: { readonly from: string | null; readonly to: string; readonly commits: number } | null;
  readonly counts: { readonly error: number; readonly warn: number };
  readonly diagnostics: readonly Diagnostic[];
}

/** What the checker said of one thing, in JSON. */
export class Verdict {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** What the git command did whose hook the checker was; null where the checker was run by hand. */
  readonly git: Completed | null;

  constructor({ exit, stdout, stderr }: Completed, git: Completed | null) {
    this.exit = exit;
    this.stdout = stdout;
    this.stderr = stderr;
    this.git = git;
  }

  get report(): Report {
    return JSON.parse(this.stdout);
  }

  /** One line a diagnostic: `journal/missing`, `warn journal/when`; sorted. */
  findings(severity: 'error' | 'warn'): string[] {
    const found = this.report.diagnostics.filter((diagnostic) => diagnostic.severity === severity);
    return found.map(({ rule }) => (severity === 'warn' ? `warn ${rule}` : rule)).sort();
  }

  diagnostic(rule: string): Diagnostic {
    const found = this.report.diagnostics.find((diagnostic) => diagnostic.rule === rule);
    if (!found) throw new Error(`no ${rule} in\n${this}`);
    return found;
  }

  toString(): string {
    return `exit ${this.exit}\n${this.stdout}\n${this.stderr}`;
  }
}

/**
 * Holds a verdict to the findings it has to have, no more and no fewer: rules, or `warn <rule>`. The
 * warnings of a refusal count only where `expected` names one.
 */
export function expectFindings(verdict: Verdict, expected: readonly string[]): void {
  const errors = expected.filter((finding) => !finding.startsWith('warn ')).sort();
  const warnings = expected.filter((finding) => finding.startsWith('warn ')).sort();
  const exit = errors.length > 0 ? 1 : 0;
  expect(verdict.exit, String(verdict)).toBe(exit);
  expect(verdict.findings('error'), String(verdict)).toEqual(errors);
  if (exit === 0 || warnings.length > 0) expect(verdict.findings('warn'), String(verdict)).toEqual(warnings);
  const { ok, error, counts } = verdict.report;
  const counted = { error: errors.length, warn: verdict.findings('warn').length };
  expect({ ok, error, counts }).toEqual({ ok: exit === 0, error: null, counts: counted });
  if (verdict.git) expect(verdict.git.exit === 0, `git: ${verdict.git.stderr}`).toBe(exit === 0);
}

/** Holds a verdict to be none: exit 2, and an error that says `expected`. */
export function expectUndecided(verdict: Verdict, expected: RegExp): void {
  expect(verdict.exit, String(verdict)).toBe(2);
  const { ok, error } = verdict.report;
  expect(ok).toBe(false);
  expect(`${error?.message}\n${error?.help}`).toMatch(expected);
  if (verdict.git) expect(verdict.git.exit).not.toBe(0);
}

/** Tests by name: what to do, and all that is to be found; nothing where it passes. */
export type Scenarios = Readonly<Record<string, readonly [act: () => Verdict, ...expected: string[]]>>;

export function scenarios(table: Scenarios): void {
  for (const [name, [act, ...expected]] of Object.entries(table)) {
    test(name, () => expectFindings(act(), expected));
  }
}

/** Tests by name: what to do, and what the error of exit 2 says. */
export function undecided(table: Readonly<Record<string, readonly [act: () => Verdict, expected: RegExp]>>): void {
  for (const [name, [act, expected]] of Object.entries(table)) {
    test(name, () => expectUndecided(act(), expected));
  }
}
