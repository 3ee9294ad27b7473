import { describe, test } from 'vitest';
import rule from '../../src/rules/journal-missing.ts';
import { type Expected, expectFound, readJournal, unreadableJournal } from '../helpers/commit-facts.ts';
import { journalPath, snapshotFacts } from '../helpers/facts.ts';

const file = journalPath(3);

describe('journal/missing', () => {
  test.each<[string, Parameters<typeof snapshotFacts>[0], ...Expected[]]>([
    ['no journal', {}, { file, data: { sprint: 3, journal: file }, says: /no journal.*first entry.*git add/ }],
    [
      'an untracked one',
      { journalUntracked: true },
      { file, says: /lies on disk.* \| git add -f "docs\/sprints\/S3\/I/ },
    ],
    ['only that of S12', { journals: [readJournal([], 12)] }, { file }],
    ['a journal', { journal: readJournal([]) }],
    ['one that can’t be read', { journal: unreadableJournal() }],
    ['no sprint', { sprint: null }],
  ])('%s', (_, given, ...expected) => {
    expectFound(rule, rule.snapshot, snapshotFacts(given), expected);
  });
});
