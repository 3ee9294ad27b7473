import { describe, test } from 'vitest';
import type { SnapshotFacts } from '../../src/facts/facts.ts';
import rule from '../../src/rules/freeze-unknown.ts';
import { config, type Expected, expectFound, readJournal, reply, unreadableJournal } from '../helpers/commit-facts.ts';
import { journalOf, journalPath, notesOf, snapshotFacts } from '../helpers/facts.ts';

const journal = readJournal([reply('no when')]);
const sprint = { id: 3, journal: journalPath(3), start: null, freezeAt: null };
const unknown: Partial<SnapshotFacts> = { journal, sprint };
const broken = await journalOf('- when: today\n');
const badHeader = await notesOf('```yaml\nsprint_id: 3\nstarted_at: today\n```\n');
const noStart = await notesOf('```yaml\nsprint_id: 3\n```\n');

describe('freeze/unknown', () => {
  test.each<[string, Partial<SnapshotFacts>, ...Expected[]]>([
    [
      'a sound journal without a when',
      unknown,
      { data: { sprint: 3 }, file: 'PO_NOTES.md', says: /S3 .*add started_at: 20/ },
    ],
    ['a sound header without started_at', { ...unknown, notes: noStart }, {}],
    [
      'a header whose rule is off',
      { ...unknown, notes: badHeader, config: config({ rules: { 'notes/header': 'off' } }) },
      {},
    ],
    ['a T', { journal }],
    ['no journal: journal/missing', { sprint }],
    ['one that can’t be read: journal/unreadable', { ...unknown, journal: unreadableJournal() }],
    ['one that breaks the schema: journal/schema', { ...unknown, journal: broken }],
    ['a header that is wrong: notes/header', { ...unknown, notes: badHeader }],
    ['no sprint', { ...unknown, sprint: null }],
  ])('%s', (_, given, ...expected) => {
    expectFound(rule, rule.snapshot, snapshotFacts(given), expected);
  });
});
