import { describe, test } from 'vitest';
import type { CommitFacts } from '../../src/facts/facts.ts';
import rule from '../../src/rules/artefacts-missing.ts';
import { type Expected, expectFound, freezeAt } from '../helpers/commit-facts.ts';
import { commitFacts, journalPath } from '../helpers/facts.ts';

const folder = 'docs/sprints/S3';
const sprint12 = { id: 12, journal: journalPath(12), start: null, freezeAt: null };

describe('artefacts/missing', () => {
  test.each<[string, Partial<CommitFacts>, ...Expected[]]>([
    [
      'one',
      { closing: { missingArtefacts: ['PLAN.md'], staleSchema: null } },
      { file: folder, data: { folder, names: ['PLAN.md'] }, says: /write it,/ },
    ],
    [
      'two',
      { closing: { missingArtefacts: ['DEMO.md', 'RETRO.md'], staleSchema: null } },
      { says: /S3\/ has no DEMO\.md, RETRO\.md \| write them/ },
    ],
    [
      'of S12',
      { closing: { missingArtefacts: ['PLAN.md'], staleSchema: null }, sprint: sprint12 },
      { file: 'docs/sprints/S12' },
    ],
    [
      'one, of a frozen sprint',
      { closing: { missingArtefacts: ['PLAN.md'], staleSchema: null }, now: freezeAt },
      { says: /is frozen, and takes no more.*sprint-check start/, dit: /est gelé.*sprint-check start/ },
    ],
    ['none', { closing: { missingArtefacts: [], staleSchema: null } }],
    ['while a commit is made', {}],
    ['no sprint', { closing: { missingArtefacts: ['PLAN.md'], staleSchema: null }, sprint: null }],
  ])('%s', (_, given, ...expected) => {
    expectFound(rule, rule.check, commitFacts(given), expected);
  });
});
