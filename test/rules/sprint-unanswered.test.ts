import { describe, test } from 'vitest';
import rule from '../../src/rules/sprint-unanswered.ts';
import { type Expected, expectFound } from '../helpers/commit-facts.ts';
import { commitFacts, journalPath } from '../helpers/facts.ts';

const unanswered = { sprint: 2, journal: journalPath(2) };

describe('sprint/unanswered', () => {
  test.each<[string, Parameters<typeof commitFacts>[0], ...Expected[]]>([
    [
      'the last sprint unanswered',
      { unanswered },
      {
        data: { sprint: 2, opened: 3 },
        file: journalPath(2),
        mend: 'help',
        says: /S3.*S2.*- who: PO {3}topic: Sprint S2 {3}reply: OK$/,
      },
    ],
    ['answered', {}],
    ['no sprint', { unanswered, sprint: null }],
  ])('%s', (_, given, ...expected) => {
    expectFound(rule, rule.check, commitFacts(given), expected);
  });
});
