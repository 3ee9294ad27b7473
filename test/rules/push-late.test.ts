import { describe, test } from 'vitest';
import type { PushFacts } from '../../src/facts/facts.ts';
import rule from '../../src/rules/push-late.ts';
import { type Expected, expectFound } from '../helpers/commit-facts.ts';
import { judgedAt } from '../helpers/facts.ts';

const push: PushFacts = {
  branch: 'work',
  deletion: false,
  contained: false,
  remote: 'origin',
  defaultBranch: 'main',
  late: null,
};
const late = { sprint: 3, endedAt: judgedAt };

describe('push/late', () => {
  test.each<[string, Partial<PushFacts>, ...Expected[]]>([
    ['commits after the end', { late }, { data: late, mend: 'help', says: /S3 arrive after its end \(2026-11-2.*S4/ }],
    ['commits in time, or answers alone', {}],
  ])('%s', (_, given, ...expected) => {
    expectFound(rule, rule.check, { ...push, ...given }, expected);
  });
});
