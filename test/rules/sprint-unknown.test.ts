import { describe, test } from 'vitest';
import rule from '../../src/rules/sprint-unknown.ts';
import { config, type Expected, expectFound } from '../helpers/commit-facts.ts';
import { commitFacts, notesOf } from '../helpers/facts.ts';

const noHeader = notesOf('# Notes\n');
const sprint = null;

describe('sprint/unknown', () => {
  test.each<[string, Parameters<typeof commitFacts>[0], ...Expected[]]>([
    [
      'no notes',
      { sprint },
      { file: 'PO_NOTES.md', says: /there is no PO_NOTES\.md.*docs\/sprints\/.*sprint-check start/ },
    ],
    ['notes without a header', { sprint, notes: noHeader }, { says: /PO_NOTES\.md has no sprint header/ }],
    [
      'other names in the config',
      { sprint, config: config({ notes: 'NOTES.md', sprints: 'log' }) },
      { file: 'NOTES.md', says: /there is no NOTES\.md, and log\// },
    ],
    ['a sprint', {}],
    ['a sprint though the notes have no header', { notes: noHeader }],
  ])('%s', (_, given, ...expected) => {
    expectFound(rule, rule.check, commitFacts(given), expected);
  });
});
