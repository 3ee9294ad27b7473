import { describe, test } from 'vitest';
import rule from '../../src/rules/sprint-unknown.ts';
import { config, type Expected, expectFound } from '../helpers/commit-facts.ts';
import { notesOf, snapshotFacts } from '../helpers/facts.ts';

const noHeader = await notesOf('# Notes\n');
const broken = await notesOf('```yaml\nsprint_id: one\n```\n');
const sprint = null;

describe('sprint/unknown', () => {
  test.each<[string, Parameters<typeof snapshotFacts>[0], ...Expected[]]>([
    ['no notes', { sprint }, { file: 'PO_NOTES.md', says: /there is no PO_NOTES\.md.*docs\/sprints\/.*sprint_id: 1/ }],
    ['notes without a header', { sprint, notes: noHeader }, { says: /PO_NOTES\.md has no sprint header/ }],
    [
      'other names in the config',
      { sprint, config: config({ notes: 'NOTES.md', sprints: 'log' }) },
      { file: 'NOTES.md', says: /there is no NOTES\.md, and log\// },
    ],
    [
      'a header that can’t be read, of which the config silences notes/header',
      { sprint, notes: broken, config: config({ rules: { 'notes/header': 'off' } }) },
      { file: 'PO_NOTES.md' },
    ],
    [
      'or only warns',
      { sprint, notes: broken, config: config({ rules: { 'notes/header': 'warn' } }) },
      { file: 'PO_NOTES.md' },
    ],
    ['a sprint', {}],
    ['a sprint though the notes have no header', { notes: noHeader }],
    ['a header that can’t be read: notes/header says so', { sprint, notes: broken }],
  ])('%s', (_, given, ...expected) => {
    expectFound(rule, rule.snapshot, snapshotFacts(given), expected);
  });
});
