import { createColors } from 'picocolors';
import type { Language } from '../../src/language.ts';
import type { Outcome } from '../../src/report/report.ts';
import type { TextOptions } from '../../src/report/text.ts';
import type { Diagnostic, Report } from '../../src/report/types.ts';
import { visible } from '../../src/report/visible.ts';

/** Ten minutes into sprint 3; milliseconds since the epoch. */
const now = Date.parse('2026-11-22T14:10:00Z');

export function options(language: Language = 'en', quiet = false): TextOptions {
  return { language, quiet, now, colors: createColors(false) };
}

export function diagnostic(given: Partial<Diagnostic> = {}): Diagnostic {
  return {
    rule: 'journal/schema',
    severity: 'error',
    message: 'status is “finished”; it must be pending or done.',
    help: 'status: pending',
    file: 'docs/sprints/S3/INTERACTIONS.yaml',
    line: 12,
    column: 11,
    endLine: 12,
    endColumn: 19,
    path: '/1/status',
    commit: null,
    ...given,
  };
}

/** A diagnostic of a commit, without a file. */
export const ofCommit = diagnostic({
  ...{ rule: 'freeze/closed', file: null, line: null, column: null, endLine: null, endColumn: null, path: null },
  commit: '0123456789abcdef0123456789abcdef01234567',
});

/** What a check of sprint 3 came to that found these. */
export function outcome(diagnostics: readonly Diagnostic[] = [], given: Partial<Report> = {}): Outcome {
  const count = (severity: string) => diagnostics.filter((found) => found.severity === severity).length;
  const report: Report = {
    schemaVersion: 1,
    tool: { name: 'sprint-check', version: '1.0.0' },
    command: 'check',
    ok: count('error') === 0,
    error: null,
    configChanged: false,
    sprint: {
      id: 3,
      journal: 'docs/sprints/S3/INTERACTIONS.yaml',
      startedAt: '2026-11-22T14:00:00.000Z',
      startSource: 'header',
      freezeAt: '2026-11-22T14:22:00.000Z',
      frozen: false,
    },
    range: null,
    counts: { error: count('error'), warn: count('warn') },
    diagnostics,
    ...given,
  };
  return { report, sources: new Map(), notices: [], resumes: null, npx: 'npx sprint-check' };
}

/** What a check came to that could reach no verdict. */
export function withoutVerdict(message: string, help: string | null): Outcome {
  return outcome([], { ok: false, sprint: null, error: { code: 'git', message, help } });
}

/** Every kind of text that a format has to escape; of a path, all of it. */
export const nasty =
  'a%b\r\nc:d,e|f<g>&"\'`*_[h](i)]]>@j {0} ::error::k ##[error]l \u001b[31m\u0000\u0085\ufffe\ud800 \u202e';

/** A message and a remedy, as a report has them. */
export function told(text: string): { message: string; help: string } {
  return { message: visible(text), help: visible(text, true) };
}

/** Outcomes of every shape, by name. */
export const outcomes: Readonly<Record<string, Outcome>> = {
  'a pass': outcome(),
  'a pass with warnings': outcome([diagnostic({ rule: 'journal/when', severity: 'warn' })]),
  'a refusal': outcome([diagnostic(), ofCommit, diagnostic({ rule: 'journal/when', severity: 'warn' })]),
  'a refusal without a sprint': outcome([{ ...ofCommit, rule: 'push/deletion' }], { sprint: null }),
  'a refusal of nasty texts': outcome([diagnostic({ ...told(nasty), file: nasty, path: nasty })]),
  'no verdict': withoutVerdict('git failed.', 'git fsck'),
  'no verdict, without help, for a nasty reason': withoutVerdict(told(nasty).message, null),
};

/** A control character, which no format may print raw; line feeds aside. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what it looks for.
export const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/;

/** What the runner of GitHub Actions obeys, as `inert` has it. */
export const command = /##\[|^[^\p{L}\p{N}\p{P}\p{S}]*::/mu;

/** A refusal that quotes such commands. */
export const commanding = outcome([
  diagnostic({ message: '##[error]x', help: 'y\n::error::z', file: 'a##[b].yaml', path: '/1/##[c]' }),
]);
