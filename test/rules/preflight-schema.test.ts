import { describe, test } from 'vitest';
import type { CommitFacts } from '../../src/facts/facts.ts';
import rule from '../../src/rules/preflight-schema.ts';
import { type Expected, expectFound, freezeAt } from '../helpers/commit-facts.ts';
import { commitFacts } from '../helpers/facts.ts';

const staleSchema = 'db/schema.sql';
const preflight = 'docs/sprints/S3/PREFLIGHT.md';

describe('preflight/schema', () => {
  test.each<[string, Partial<CommitFacts>, ...Expected[]]>([
    [
      'neither refreshed nor declared unchanged',
      { closing: { missingArtefacts: [], staleSchema } },
      {
        file: preflight,
        data: { schema: staleSchema, preflight },
        says: /unchanged \(no .*\) git add ".*PREFLIGHT\.md" or, once .*: git add "db\/schema\.sql"/,
      },
    ],
    [
      'not refreshed in a frozen sprint',
      { closing: { missingArtefacts: [], staleSchema }, now: freezeAt },
      {
        says: /is frozen, and takes no more; write in the PREFLIGHT\.md of the next one: schema/,
        dit: /est gelé.*du suivant.: schema/,
      },
    ],
    ['refreshed, declared, or not there', { closing: { missingArtefacts: [], staleSchema: null } }],
    ['not the tip of a range', { closing: null }],
    ['no sprint', { closing: { missingArtefacts: [], staleSchema }, sprint: null }],
  ])('%s', (_, given, ...expected) => {
    expectFound(rule, rule.check, commitFacts(given), expected);
  });
});
