import { describe, expect, test } from 'vitest';
import schema from '../../schemas/report.schema.json' with { type: 'json' };
import validate from '../../schemas/report.schema.json?validator';
import { parseArguments } from '../../src/arguments.ts';
import { commands } from '../../src/commands/list.ts';
import type { CommitFacts } from '../../src/facts/facts.ts';
import { gitFailed, gitMissing } from '../../src/git/failures.ts';
import { judge, judgeCommit } from '../../src/judge.ts';
import { json } from '../../src/report/json.ts';
import { type Checked, nothingJudged, type Outcome, reportOf, reportOfFailure } from '../../src/report/report.ts';
import { rules } from '../../src/rules/list.ts';
import { failureOf } from '../../src/run.ts';
import { usageFailure } from '../../src/words/usage.ts';
import {
  ask,
  change,
  commitFacts,
  config,
  freezeAt,
  journalChange,
  minute,
  oid,
  reply,
  start,
} from '../helpers/commit-facts.ts';
import { journalOf, journalPath, judgedAt, notesOf, snapshotFacts } from '../helpers/facts.ts';

const context = { command: 'pre-commit', version: '1.0.0', language: 'en', now: judgedAt, quiet: false } as const;
const passing: Checked = { ...nothingJudged, snapshot: snapshotFacts() };

function expectValid(outcome: Outcome): void {
  const report = JSON.parse(json(outcome));
  expect(report).toEqual(JSON.parse(JSON.stringify(outcome.report)));
  const valid = validate(report);
  expect({ valid, errors: validate.errors ?? [], report }).toMatchObject({ valid: true, errors: [] });
}

const broken = await Promise.all([
  journalOf('- who: PO\n  topic: Sprint S12\n  reply: ok\n  detials: x\n'),
  journalOf('- topic: @a\n', 4),
  journalOf(Buffer.from([0xff]), 5),
  journalOf(`- who: PO\n  topic: Sprint S9 #1\n  reply: OK\n  when: 2030-01-01T00:00:00Z\n`, 6),
]);
const start12 = { at: start.at, source: 'history' } as const;
const bad: Partial<CommitFacts> = {
  ...{
    oid,
    author: null,
    committedAt: freezeAt + 2 * minute,
    parentCommittedAt: freezeAt + 99 * minute,
    now: judgedAt,
  },
  config: config({ po: ['po@example.com'] }),
  changes: [change('a b/.env.local')],
  ownStart: { at: start.at + minute, source: 'journal' },
};

const notes = await notesOf('```yaml\nsprint_id: 3\nstatus: 3\ninteraction_log: x\n```\n');

/** Findings of every rule, made by as many facts as it takes. */
function allFindings(): Checked['verdicts'] {
  const missing = { missingArtefacts: ['PLAN.md'], staleSchema: 'schema.sql', journal: broken[0] ?? null };
  const sprint = { id: 3, journal: journalPath(3), start: null, freezeAt: null };
  const snapshots = [
    snapshotFacts({
      ...missing,
      journals: broken,
      notes,
      branch: 'main',
      unanswered: { sprint: 2, journal: journalPath(2) },
    }),
    snapshotFacts({ sprint: null }),
    snapshotFacts(),
    snapshotFacts({
      sprint,
      journal: { ...(broken[3] as Extract<(typeof broken)[0], { state: 'read' }>), schemaProblems: [] },
    }),
  ];
  const commits = [
    commitFacts({ ...bad, journals: [journalChange([[ask('a')]], [ask('b'), reply('c'), ask('a')])] }),
    commitFacts({ ...bad, journals: [], base: { sprint: 12, start: start12, holdsJournal: true } }),
    commitFacts({ ...bad, committedAt: judgedAt }),
  ];
  const push = { branch: 'work', deletion: true, contained: false, late: { sprint: 3, endedAt: judgedAt } };
  const pullRequest = {
    ...{ head: 'main', title: 'x', base: 'main', sprintBranch: 'work', sprint: 3, baseHoldsJournal: true },
  };
  const judged = commits.flatMap((commit) => judgeCommit(config({}), commit));
  return snapshots.flatMap((snapshot) =>
    judge({ ...{ config: config({}), snapshot, commits: judged, push, pullRequest }, acrossRange: commits[0] ?? null }),
  );
}

describe('a report keeps to the schema', () => {
  test.each(['en', 'fr'] as const)('with findings of every rule, in %s', (language) => {
    const verdicts = allFindings();
    expect(new Set(verdicts.map(({ rule }) => rule.id))).toEqual(new Set(rules.map(({ id }) => id)));
    expectValid(reportOf({ ...context, language }, { ...passing, verdicts }));
  });

  const long = 'b'.repeat(64);

  test.each<[string, Partial<Checked>]>([
    ['a pass', {}],
    ['nothing judged', { snapshot: null }],
    [
      'without a T',
      { snapshot: snapshotFacts({ sprint: { id: 3, journal: journalPath(3), start: null, freezeAt: null } }) },
    ],
    [
      'a T from the history',
      { snapshot: snapshotFacts({ sprint: { id: 3, journal: 'j', start: start12, freezeAt } }) },
    ],
    ['a range', { range: { from: oid, to: oid, commits: 12 } }],
    ['a range without a base, of SHA-256', { range: { from: null, to: long, commits: 0 } }],
    ['the config changing', { configChanged: true }],
  ])('%s', (_, given) => {
    expectValid(reportOf(context, { ...passing, ...given }));
  });

  const usage = (...argv: string[]) => {
    const { problem } = parseArguments(argv);
    if (!problem) throw new Error('nothing wrong');
    return usageFailure(problem);
  };

  test.each([
    ['usage', usage('chek')],
    ['usage', usage('--from')],
    ['usage', usage('--format', 'x')],
    ['git-missing', gitMissing()],
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
  const verdicts = judgeCommit(config({}), commitFacts({ changes: [change(`${file}/.env.local`)] }));
  const outcome = reportOf(context, { ...passing, verdicts });
  const text = json(outcome);
  expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  expect(text).toMatch(/^\{\n[\s\S]*\n\}\n$/);
  expect(JSON.parse(text).diagnostics[0].file).toBe(`${file}/.env.local`);
});
