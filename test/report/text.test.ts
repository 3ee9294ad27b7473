import { createColors } from 'picocolors';
import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../src/arguments.ts';
import { type CheckResult, nothingJudged } from '../../src/checks/result.ts';
import { exitCode } from '../../src/exit-code.ts';
import { type Judged, judgeCommit } from '../../src/judge.ts';
import { type Outcome, printable, reportOf } from '../../src/report/report.ts';
import { failureText, type TextOptions, text } from '../../src/report/text.ts';
import type { Diagnostic, Report } from '../../src/report/types.ts';
import { visible } from '../../src/report/visible.ts';
import secrets from '../../src/rules/secrets-env-local.ts';
import { clockTime } from '../../src/words/time.ts';
import { change, diagnostic, freezeAt, minute, oid, start } from '../helpers/commit-facts.ts';
import { commitFacts, journalPath, judgedAt } from '../helpers/facts.ts';

const options: TextOptions = { language: 'en', colors: createColors(false), quiet: false, now: judgedAt };
const french: TextOptions = { ...options, language: 'fr' };
const context = { command: 'pre-commit', language: 'en', now: judgedAt, quiet: false } as const;
const checked: CheckResult = { ...nothingJudged, sprint: commitFacts().sprint };

/** The outcome of a check in sprint 3 at `now`, with these diagnostics. */
function outcome(
  diagnostics: readonly Diagnostic[] = [],
  { now = judgedAt, ...given }: Partial<CheckResult & { now: number }> = {},
) {
  const { report, ...rest } = reportOf({ ...context, now }, { ...checked, ...given });
  const count = (severity: string) => diagnostics.filter((one) => one.severity === severity).length;
  const counts = { error: count('error'), warn: count('warn') };
  return { ...rest, report: { ...report, ok: counts.error === 0, counts, diagnostics } } satisfies Outcome;
}

const error = diagnostic();
const warning = diagnostic({ rule: 'journal/when', severity: 'warn', message: 'A second fact.', help: 'date' });
const at = clockTime(freezeAt, judgedAt);

describe('a pass is one line', () => {
  const sprint = { id: 3, journal: journalPath(3), start: null, freezeAt: null };

  test.each<[string, Outcome, TextOptions, string]>([
    ['with the time left', outcome(), options, `✔ Sprint S3: 12 min 00 s left before the freeze at ${at}.\n`],
    ['in French', outcome(), french, `✔ Sprint S3 : encore 12 min 00 s avant le gel, à ${at}.\n`],
    ['without a T', outcome([], { sprint }), options, '✔ Sprint S3.\n'],
    ['without a sprint', outcome([], { sprint: null }), options, '✔ Nothing to check.\n'],
    ['quiet', outcome(), { ...options, quiet: true }, ''],
    [
      'quiet, with what was left out',
      outcome([], { notices: [{ en: 'a', fr: 'b' }] }),
      { ...options, quiet: true },
      '',
    ],
  ])('%s', async (_, found, how, expected) => {
    expect((await text(found, how)).replaceAll('\u00a0', ' ')).toBe(expected);
  });

  test.each([
    ['frozen', freezeAt, /^✔ Sprint S3: frozen since .* \(0 s ago\)\.\n$/],
    ['frozen for an hour', freezeAt + 60 * minute, /\(1 h 00 min ago\)/],
    ['in the last second', freezeAt - 1_000, / 1 s /i],
    ['over two days before', freezeAt - 75 * 60 * minute, / 3 days left /],
  ])('%s', async (_, now, expected) => {
    expect(await text(outcome([], { now }), { ...options, now })).toMatch(expected);
  });

  test('with warnings, after them, and their number', async () => {
    const shown = await text(outcome([warning, warning]), options);
    expect(shown).toMatch(/warning {2}journal\/when\n {2}A second fact\.\n {2}help: date\n/);
    expect(shown).toMatch(/\n✔ Sprint S3: .* \(.*2 warnings\)\n$/);
  });
});

describe('a refusal', () => {
  test('is one block a diagnostic, and their number', async () => {
    const shown = await text(outcome([error, warning]), options);
    expect(shown).toMatch(
      new RegExp(`^${journalPath(3)} {2}error {2}journal/schema\\n {2}Here is a fact\\.\\n {2}help: mend it\\n`),
    );
    expect(shown).toMatch(/\n✖ .*1 error, 1 warning/);
    expect(shown.endsWith('\n')).toBe(true);
    expect((await text(outcome([error, warning]), french)).replaceAll('\u00a0', ' ')).toMatch(
      /erreur {2}journal\/schema\n[\s\S]* {2}aide : mend it\n[\s\S]*\n✖ .*1 erreur, 1 avertissement/,
    );
  });

  test('points at the line, with a caret under its column', async () => {
    const placed = diagnostic({ line: 10, column: 3, endLine: 10, endColumn: 6 });
    const source = `${'\n'.repeat(7)}eight\nnine\n\té ten\neleven\n`;
    const found = outcome([placed]);
    const shown = await text({ ...found, sources: new Map([[placed, source]]) }, options);
    expect(shown).toMatch(new RegExp(`^${journalPath(3)}:10:3 {2}error`));
    expect(shown).toContain(`
     8 | eight
     9 | nine
  > 10 |   é ten
       |    ^^^
    11 | eleven
`);
  });

  test.each<[string, Partial<Diagnostic>, RegExp]>([
    ['a file', { line: null }, /^docs\/sprints\/S3\/INTERACTIONS\.yaml {2}error/],
    ['a commit', { file: null, commit: oid }, /^1f6f8ac2b3 {2}error/],
    ['nothing', { file: null }, /^error/],
  ])('is about %s', async (_, given, expected) => {
    expect(await text(outcome([diagnostic(given)]), options)).toMatch(expected);
  });

  test('quiet, keeps its errors and drops what was left out', async () => {
    const found = outcome([error], { notices: [{ en: 'left out', fr: 'b' }] });
    expect(await text(found, options)).toContain('left out');
    const shown = await text(found, { ...options, quiet: true });
    expect(shown).toContain('Here is a fact.');
    expect(shown).not.toContain('left out');
  });
});

describe('what the report holds', () => {
  const found = (severity: 'error' | 'warn'): Judged => ({
    ...{ rule: secrets, severity, data: { file: '.env.local', oid: null }, commit: null, text: null },
    ...{ po: false, leftToPO: false, atTip: false, repair: null, paths: null, config: commitFacts().config },
  });
  const findings = [found('warn'), found('error')];

  test.each([
    [false, { ok: false, counts: { error: 1, warn: 1 } }, 2],
    [true, { ok: false, counts: { error: 1, warn: 0 } }, 1],
  ])('quiet: %s', (quiet, expected, length) => {
    const { report } = reportOf({ ...context, quiet }, { ...checked, findings });
    expect(report).toMatchObject(expected);
    expect(report.diagnostics).toHaveLength(length);
  });

  test('a command as it has to be typed, whatever the folder of the package is called', () => {
    const judged = judgeCommit(commitFacts({ journalChanges: [] }), 'being made');
    const { report } = reportOf(context, { ...checked, findings: judged, package: "a$&b$'c" });
    expect(report.diagnostics[0]?.help).toMatch(/^npx --prefix 'a\$&b\$'\\''c' sprint-check log --did/);
  });

  test('the sprint, in UTC, frozen from the freeze on', () => {
    const sprint = (now: number) => reportOf({ ...context, now }, checked).report.sprint;
    expect(sprint(freezeAt - 1)).toEqual({
      id: 3,
      journal: journalPath(3),
      startedAt: new Date(start.at).toISOString(),
      startSource: 'header',
      freezeAt: '2026-11-22T14:22:00.000Z',
      frozen: false,
    });
    expect(sprint(freezeAt)?.frozen).toBe(true);
  });
});

describe('control characters never come through', () => {
  // A line of its own that starts with :: is a command to GitHub Actions.
  const evil = 'a\n::error::b\t\u001b[31m\u009b\u202e';

  function expectTame(shown: string): void {
    expect(shown).not.toMatch(/^\s*::/m);
    expect(shown.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\u202e/u);
  }

  test('from a path', async () => {
    const facts = commitFacts({ changes: [change(`${evil}/.env.local`)] });
    const findings = judgeCommit(facts, 'being made').filter(({ rule }) => rule.id === 'secrets/env-local');
    expect(findings).toHaveLength(1);
    for (const how of [options, french]) {
      expectTame(await text(reportOf({ ...context, language: how.language }, { ...checked, findings }), how));
    }
  });

  test('from a file', async () => {
    const placed = diagnostic({ line: 1, column: 1, endLine: 1, endColumn: 9, message: visible(evil) });
    const found = outcome([placed]);
    expectTame(await text({ ...found, sources: new Map([[placed, evil.replace('\n', '')]]) }, options));
  });

  test.each([[[evil]], [[`--${evil}`]], [['--format', evil]], [['pre-commit', evil]]])(
    'from the arguments %j',
    (argv) => {
      const { problem } = parseArguments(argv);
      if (!problem) throw new Error('nothing wrong');
      for (const how of [options, french]) {
        expectTame(failureText(printable(problem, how.language), how));
      }
    },
  );
});

describe('the exit code', () => {
  const of = (given: Partial<Report>) => exitCode({ ...outcome().report, ...given });
  const failure = { code: 'git', message: 'm', help: null };

  test.each<[0 | 1 | 2, Partial<Report>]>([
    [0, { ok: true }],
    [0, { ok: true, counts: { error: 0, warn: 9 } }],
    [1, { ok: false, counts: { error: 1, warn: 0 } }],
    [2, { ok: false, error: failure }],
    [2, { ok: true, error: failure }],
  ])('%i of %j', (expected, given) => {
    expect(of(given)).toBe(expected);
  });
});
