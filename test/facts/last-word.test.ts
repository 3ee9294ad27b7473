import { expect, test } from 'vitest';
import { defaultConfig } from '../../src/config/config.ts';
import { lastWord } from '../../src/facts/last-word.ts';
import { ask, reply } from '../helpers/commit-facts.ts';
import { snapshotOf } from '../helpers/memory.ts';
import { type Fields, journal, journalPath } from '../helpers/sprint.ts';

const [a, yes] = [ask('a'), reply('yes')];
const word = (given: Parameters<typeof snapshotOf>[0]) => lastWord(defaultConfig, snapshotOf(given));
const log = (sprint: number, ...entries: readonly Fields[]) => ({
  [journalPath(sprint)]: journal(...entries),
});

test('the last word is the PO’s last entry of the newest journal that has one', async () => {
  const no = { who: 'PO', reply: ' KO ', details: 'no', action: 'fix', when: '2026-11-22T14:00:00Z' };
  expect(await word({ ...log(2, a, yes), ...log(3, a, yes, no, a), ...log(10, a) })).toEqual({
    ...{ sprint: 3, entry: 2, when: '2026-11-22T14:00:00Z', reply: 'KO', details: 'no', action: 'fix' },
  });
});

test('a value that is no text is null', async () => {
  expect(await word(log(3, { who: 'PO', reply: 3, details: ['no'] }))).toEqual({
    ...{ sprint: 3, entry: 0, when: null, reply: null, details: null, action: null },
  });
});

test('there is no last word where nobody answered', async () => {
  expect(await word({})).toBe(null);
  expect(await word({ ...log(3, a), 'docs/sprints/S5/PLAN.md': '' })).toBe(null);
});

test('it is unknown where a newer journal can’t be read', async () => {
  const broken = { [journalPath(4)]: '- who: PO\n- [' };
  expect(await word({ ...log(3, a, yes), ...broken })).toEqual({ unreadable: journalPath(4) });
  expect(await word({ ...broken, ...log(5, a, yes) })).toMatchObject({ sprint: 5 });
});
