import { describe, test } from 'vitest';
import type { CommitFacts } from '../../src/facts/facts.ts';
import rule from '../../src/rules/freeze-unknown.ts';
import { type Expected, expectFound, readJournal, reply } from '../helpers/commit-facts.ts';
import { commitFacts, journalPath, notesOf } from '../helpers/facts.ts';

const journal = readJournal([reply('no when')]);
const sprint = { id: 3, journal: journalPath(3), start: null, freezeAt: null };
const unknown: Partial<CommitFacts> = { journal, sprint, ownStart: null };
const noStart = notesOf('```yaml\nsprint_id: 3\n```\n');

describe('freeze/unknown', () => {
  test.each<[string, Partial<CommitFacts>, ...Expected[]]>([
    [
      'a sound journal without a when',
      unknown,
      { data: { sprint: 3 }, file: 'PO_NOTES.md', says: /S3 .*add started_at: 20/ },
    ],
    ['a sound header without started_at', { ...unknown, notes: noStart }, {}],
    ['a T', { journal }],
    ['no sprint', { ...unknown, sprint: null }],
  ])('%s', (_, given, ...expected) => {
    expectFound(rule, rule.check, commitFacts(given), expected);
  });
});
