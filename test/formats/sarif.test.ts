import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import sarif from '../../src/formats/sarif.ts';
import type { Outcome } from '../../src/report/report.ts';
import { rules } from '../../src/rules/list.ts';
import {
  command,
  commanding,
  control,
  diagnostic,
  ofCommit,
  options,
  outcome,
  outcomes,
  withoutVerdict,
} from './outcomes.ts';

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync('test/fixtures/sarif-2.1.0.json', 'utf8')));

const languages = ['en', 'fr'] as const;

const runOf = async (checked: Outcome, language: 'en' | 'fr' = 'en') =>
  JSON.parse(await sarif.output(checked, options(language))).runs[0];

describe.each(languages)('in %s', (language) => {
  test.each(Object.entries(outcomes))('%s is valid SARIF 2.1.0', async (_, checked) => {
    const document = await sarif.output(checked, options(language));
    validate(JSON.parse(document));
    expect(validate.errors).toBeNull();
    expect(document).not.toMatch(control);
  });
});

test('every rule is described', async () => {
  const { driver } = (await runOf(outcome())).tool;
  expect(driver.rules.map(({ id }: { id: string }) => id)).toEqual(rules.map(({ id }) => id));
  for (const { shortDescription, fullDescription, help } of driver.rules) {
    for (const { text } of [shortDescription, fullDescription, help]) expect(text).toMatch(/\S/);
  }
});

test('a result has its rule, level, place and help', async () => {
  const run = await runOf(outcome([diagnostic()]));
  expect(run.columnKind).toBe('utf16CodeUnits');
  expect(run.results).toEqual([
    {
      ruleId: 'journal/schema',
      ruleIndex: rules.findIndex(({ id }) => id === 'journal/schema'),
      level: 'error',
      message: { text: 'status is “finished”; it must be pending or done.\nhelp: status: pending' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'docs/sprints/S3/INTERACTIONS.yaml', uriBaseId: '%SRCROOT%' },
            region: { startLine: 12, startColumn: 11, endLine: 12, endColumn: 19 },
          },
        },
      ],
      properties: { path: '/1/status' },
    },
  ]);
});

test.each([
  ['a b/é#%?.yaml', 'a%20b/%C3%A9%23%25%3F.yaml'],
  ['c:\\d.yaml', 'c%3A%5Cd.yaml'],
  ['\ud800.yaml', '%EF%BF%BD.yaml'],
])('the path %j is the URI %s', async (file, uri) => {
  const [result] = (await runOf(outcome([diagnostic({ file })]))).results;
  expect(result.locations[0].physicalLocation.artifactLocation.uri).toBe(uri);
});

test('what is wrong with a commit names it, and is shown at the journal', async () => {
  const [result] = (await runOf(outcome([ofCommit]))).results;
  expect(result.partialFingerprints).toEqual({ 'commit/v1': ofCommit.commit });
  expect(result.properties).toEqual({ commit: ofCommit.commit });
  const uri = 'docs/sprints/S3/INTERACTIONS.yaml';
  expect(result.locations).toEqual([{ physicalLocation: { artifactLocation: { uri, uriBaseId: '%SRCROOT%' } } }]);
});

test('without a sprint, it is shown at the notes', async () => {
  const [result] = (await runOf(outcome([{ ...ofCommit, rule: 'pr/sprint' }], { sprint: null }))).results;
  expect(result.locations[0].physicalLocation.artifactLocation.uri).toBe('PO_NOTES.md');
});

test.each([
  ['a pass', 0],
  ['a refusal', 1],
])('%s ran to its end', async (name, exitCode) => {
  const [invocation] = (await runOf(outcomes[name] ?? outcome())).invocations;
  expect(invocation).toEqual({ executionSuccessful: true, exitCode, toolExecutionNotifications: [] });
});

test('no verdict is a run that failed', async () => {
  const run = await runOf(withoutVerdict('git failed.', 'git fsck'));
  expect(run.results).toEqual([]);
  expect(run.invocations).toEqual([
    {
      executionSuccessful: false,
      exitCode: 2,
      toolExecutionNotifications: [
        { level: 'error', descriptor: { id: 'git' }, message: { text: 'git failed.\nhelp: git fsck' } },
      ],
    },
  ]);
});

test('GitHub’s runner finds no command in it', async () => {
  expect(await sarif.output(commanding, options())).not.toMatch(command);
});

test('what that runner would obey reads back the same', async () => {
  const [result] = (await runOf(commanding)).results;
  expect(result.properties.path).toBe('/1/##[c]');
});
