import { describe, test } from 'vitest';
import type { SnapshotFacts } from '../../src/facts/facts.ts';
import rule from '../../src/rules/preflight-schema.ts';
import { type Expected, expectFound, readJournal } from '../helpers/commit-facts.ts';
import { snapshotFacts } from '../helpers/facts.ts';

const journal = readJournal([]);
const staleSchema = 'db/schema.sql';
const preflight = 'docs/sprints/S3/PREFLIGHT.md';

describe('preflight/schema', () => {
  test.each<[string, Partial<SnapshotFacts>, ...Expected[]]>([
    [
      'neither refreshed nor declared unchanged',
      { journal, staleSchema },
      { file: preflight, data: { schema: staleSchema, preflight }, says: /git add "db\/schema\.sql".*unchanged \(/ },
    ],
    ['refreshed, declared, or not there', { journal }],
    ['no journal: journal/missing', { staleSchema }],
    ['no sprint', { journal, staleSchema, sprint: null }],
  ])('%s', (_, given, ...expected) => {
    expectFound(rule, rule.snapshot, snapshotFacts(given), expected);
  });
});
