import { describe, test } from 'vitest';
import type { SnapshotFacts } from '../../src/facts/facts.ts';
import rule from '../../src/rules/artefacts-missing.ts';
import { type Expected, expectFound, readJournal } from '../helpers/commit-facts.ts';
import { journalPath, snapshotFacts } from '../helpers/facts.ts';

const journal = readJournal([]);
const folder = 'docs/sprints/S3';
const sprint12 = { id: 12, journal: journalPath(12), start: null, freezeAt: null };

describe('artefacts/missing', () => {
  test.each<[string, Partial<SnapshotFacts>, ...Expected[]]>([
    [
      'one',
      { journal, missingArtefacts: ['PLAN.md'] },
      { file: folder, data: { folder, names: ['PLAN.md'] }, says: /write it,/ },
    ],
    [
      'two',
      { journal, missingArtefacts: ['DEMO.md', 'RETRO.md'] },
      { says: /S3\/ has no DEMO\.md, RETRO\.md \| write them/ },
    ],
    ['of S12', { journal, missingArtefacts: ['PLAN.md'], sprint: sprint12 }, { file: 'docs/sprints/S12' }],
    ['none', { journal }],
    ['no journal: journal/missing', { missingArtefacts: ['PLAN.md'] }],
    ['no sprint', { journal, missingArtefacts: ['PLAN.md'], sprint: null }],
  ])('%s', (_, given, ...expected) => {
    expectFound(rule, rule.snapshot, snapshotFacts(given), expected);
  });
});
