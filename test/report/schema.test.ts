import { describe, expect, test } from 'vitest';
import schema from '../../schemas/report.schema.json' with { type: 'json' };
import validate from '../../schemas/report.schema.json?validator';
import { parseArguments } from '../../src/arguments.ts';
import { type CheckResult, nothingJudged } from '../../src/checks/result.ts';
import { commands } from '../../src/commands/list.ts';
import type { CommitFacts } from '../../src/facts/facts.ts';
import { failureOf } from '../../src/failure.ts';
import { gitFailed, gitNotStarted } from '../../src/git/failures.ts';
import { type Judged, judgeCommit, judgePush, judgeRequest } from '../../src/judge.ts';
import { json } from '../../src/report/json.ts';
import { type Outcome, reportOf, reportOfFailure } from '../../src/report/report.ts';
import { rules } from '../../src/rules/list.ts';
import { command, commanding } from '../formats/outcomes.ts';
import {
  ask,
  change,
  config,
  freezeAt,
  journalChange,
  minute,
  oid,
  parent,
  reply,
  start,
} from '../helpers/commit-facts.ts';
import { commitFacts, journalOf, journalPath, judgedAt, notesOf } from '../helpers/facts.ts';

const context = { command: 'pre-commit', language: 'en', now: judgedAt, quiet: false } as const;
const passing: CheckResult = { ...nothingJudged, sprint: commitFacts().sprint };

function expectValid(outcome: Outcome): void {
  const report = JSON.parse(json(outcome));
  expect(report).toEqual(JSON.parse(JSON.stringify(outcome.report)));
  const valid = validate(report);
  expect({ valid, errors: validate.errors ?? [], report }).toMatchObject({ valid: true, errors: [] });
}

const broken = await Promise.all([
  journalOf(
    '- who: Bob\n  topic: Sprint S12\n  status: done\n  when: 2026-11-22T14:00:00Z\n- who: PO\n  reply: ok\n  detials: x\n- who: Bob\n  status: done\n  topic: Sprint S3\n',
  ),
  journalOf('- topic: @a\n', 4),
  journalOf(Buffer.from([0xff]), 5),
  journalOf(
    '- who: ChatGPT\n  topic: Sprint S9\n  did: a #1\n  ask: b\n  context: c\n  status: pending\n  when: 2030-01-01T00:00:00Z\n',
    6,
  ),
]);
const start12 = { at: start.at, source: 'journal', line: () => 2 } as const;
const bad: Partial<CommitFacts> = {
  ...{
    oid,
    author: null,
    committedAt: freezeAt + 2 * minute,
    now: freezeAt + 2 * minute,
  },
  ...parent({ committedAt: freezeAt + 99 * minute }),
  config: config({ po: ['po@example.com'] }),
  changes: [change('a b/.env.local')],
  ownStart: { at: start.at + minute, source: 'journal', line: null },
};

const notes = notesOf('```yaml\nsprint_id: 3\nstatus: 3\ninteraction_log: x\n```\n');

/** Findings of every rule, made by as many facts as it takes. */
function allFindings(): Judged[] {
  const sprint = { id: 3, journal: journalPath(3), start: null, freezeAt: null };
  const missing = { missingArtefacts: ['PLAN.md'], staleSchema: 'schema.sql' };
  const [journal = null] = broken;
  const commits = [
    commitFacts({
      ...{ journal, journals: broken, notes, branch: 'main', closing: missing },
      unanswered: { sprint: 2, journal: journalPath(2) },
    }),
    commitFacts({ sprint: null }),
    commitFacts({ journalAbsence: 'nowhere' }),
    commitFacts({ sprint }),
    commitFacts({ ...bad, journalChanges: [journalChange([[ask('a')]], [ask('b'), ask('a')])] }),
    commitFacts({ ...bad, journalChanges: [journalChange([[ask('a')]], [ask('a'), reply('c')])] }),
    commitFacts({ ...bad, committedAt: freezeAt - 1, journalChanges: [] }),
    commitFacts({ ...bad, ...parent({ sprint: 12 }) }),
    commitFacts({ ...bad, committedAt: judgedAt + 2 * minute, now: judgedAt }),
    commitFacts({ ...bad, now: freezeAt + 2 * minute }),
  ];
  const push = {
    branch: 'work',
    deletion: true,
    contained: false,
    remote: 'origin',
    defaultBranch: 'main',
    late: { sprint: 3, endedAt: judgedAt },
  };
  const request = { ...{ head: 'main', title: 'x', base: 'main', sprintBranch: 'work', sprint: 3 } };
  return [
    ...commits.flatMap((facts) => judgeCommit(facts, 'tip')),
    ...judgePush(config({}), push),
    ...judgeRequest(config({}), { ...request, baseHoldsJournal: true, changesJournal: true, opensNext: false }),
  ];
}

describe('a report keeps to the schema', () => {
  test.each(['en', 'fr'] as const)('with findings of every rule, in %s', (language) => {
    const findings = allFindings();
    expect(new Set(findings.map(({ rule }) => rule.id))).toEqual(new Set(rules.map(({ id }) => id)));
    expectValid(reportOf({ ...context, language }, { ...passing, findings }));
  });

  const long = 'b'.repeat(64);

  test.each<[string, Partial<CheckResult>]>([
    ['a pass', {}],
    ['nothing judged', { sprint: null }],
    ['without a T', { sprint: { id: 3, journal: journalPath(3), start: null, freezeAt: null } }],
    ['a T from the journal', { sprint: { id: 3, journal: 'j', start: start12, freezeAt } }],
    ['a range', { range: { from: oid, to: oid, commits: 12 } }],
    ['a range without a base, of SHA-256', { range: { from: null, to: long, commits: 0 } }],
    ['the config changing', { configChanged: true }],
  ])('%s', (_, given) => {
    expectValid(reportOf(context, { ...passing, ...given }));
  });

  const usage = (...argv: string[]) => {
    const { problem } = parseArguments(argv);
    if (!problem) throw new Error('nothing wrong');
    return problem;
  };

  test.each([
    ['usage', usage('chek')],
    ['usage', usage('--from')],
    ['usage', usage('--format', 'x')],
    ['git-missing', gitNotStarted('/', 'ENOENT')],
    ['git', gitFailed(['status'], 1, '')],
    ['not-a-repository', gitFailed(['status'], 128, 'fatal: not a git repository')],
    ['internal', failureOf(new TypeError('x'))],
    ['internal', failureOf('thrown')],
    ['internal', failureOf(new Error('\u001b[31m\u009b\u007f\n'))],
  ])('the failure %s', (code, failure) => {
    for (const language of ['en', 'fr'] as const) {
      const outcome = reportOfFailure({ ...context, language }, failure);
      expect(outcome.report).toMatchObject({ ok: false, error: { code }, diagnostics: [] });
      expectValid(outcome);
    }
  });

  test('every command has a name that it allows', () => {
    for (const { name } of commands) expect(name).toMatch(new RegExp(schema.properties.command.pattern));
  });

  test('what is no report does not', () => {
    const { report } = reportOf(context, passing);
    for (const wrong of [{}, { ...report, ok: 1 }, { ...report, more: 1 }, { ...report, command: 'Check it' }]) {
      expect(validate(wrong)).toBe(false);
    }
  });
});

test('the JSON is one document, with no control character but its line feeds', () => {
  const file = '\u0000\u001b\u007f\u0085\u009f\n\t';
  const findings = judgeCommit(commitFacts({ changes: [change(`${file}/.env.local`)] }), 'being made');
  const outcome = reportOf(context, { ...passing, findings });
  const text = json(outcome);
  expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  expect(text).toMatch(/^\{\n[\s\S]*\n\}\n$/);
  expect(JSON.parse(text).diagnostics[0].file).toBe(`${file}/.env.local`);
});

test('GitHub’s runner finds no command in the JSON, which is the same value', () => {
  expect(json(commanding)).not.toMatch(command);
  expectValid(commanding);
});
