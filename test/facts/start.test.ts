import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../src/config/config.ts';
import type { Start } from '../../src/facts/facts.ts';
import type { Files } from '../../src/facts/files.ts';
import { emptySnapshot } from '../../src/facts/snapshot.ts';
import type { State } from '../../src/facts/sprint.ts';
import { earlier, earliestWhen, readStart, sprintFrom } from '../../src/facts/start.ts';
import type { Journal } from '../../src/journal/journal.ts';
import { journalOf, notesOf } from '../helpers/facts.ts';

const at = (time: string) => Date.parse(`2026-11-22T${time}Z`);
const when = at('14:05:00');
const entries = (...times: readonly string[]) => times.map((time) => `- when: ${time}\n`).join('') || '- who: PO\n';

/** The state of a snapshot in sprint 3 with this header. */
async function state(header: string | null): Promise<State> {
  const notes = header === null ? null : await notesOf(`\`\`\`yaml\nsprint_id: 3\n${header}\n\`\`\`\n`);
  return { snapshot: emptySnapshot, notes, sprint: 3 };
}

/** A journal with these `when`s, or with this text. */
async function read(journal: readonly string[] | string | null): Promise<Journal | null> {
  return journal === null ? null : journalOf(typeof journal === 'string' ? journal : entries(...journal));
}

const historyWindow = 24 * 60 * 60_000;
const file = { mode: '100644', oid: '1' };
const times = ['2026-11-22T14:07:00Z', '2026-11-22T15:05:00+01:00', '2026-11-22T14:06:00Z'];

describe('readStart', () => {
  test.each<[string, string | null, readonly string[] | string | null, number[], Start | null]>([
    ['the header', 'started_at: 2026-11-22T14:00:00Z', times, [0], { at: at('14:00:00'), source: 'header' }],
    [
      'the header, though later',
      'started_at: 2026-11-22T15:00:00Z',
      times,
      [0],
      { at: at('15:00:00'), source: 'header' },
    ],
    ['a header at the epoch', 'started_at: 1970-01-01T00:00:00Z', times, [], { at: 0, source: 'header' }],
    ['the earliest when', 'status: wip', times, [], { at: when, source: 'journal' }],
    ['no notes', null, times, [], { at: when, source: 'journal' }],
    ['a header that can’t be read', 'started_at: today', times, [], { at: when, source: 'journal' }],
    ['the oldest commit', null, times, [when - 2, when - 9, when - 1], { at: when - 9, source: 'history' }],
    ['a commit at the when', null, times, [when], { at: when, source: 'journal' }],
    ['commits after it', null, times, [when + 1], { at: when, source: 'journal' }],
    ['24 hours before', null, times, [when - historyWindow], { at: when - historyWindow, source: 'history' }],
    ['over 24 hours before', null, times, [when - historyWindow - 1], { at: when, source: 'journal' }],
    ['old commits aside', null, times, [0, when - 5, when + 5], { at: when - 5, source: 'history' }],
    ['no when, whatever the commits', null, [], [when], null],
    ['a when without its offset', null, ['2026-11-22T14:05:00'], [when], null],
    ['no journal', null, null, [when], null],
    ['a broken journal', null, '- when: @a\n', [when], null],
    ['a journal that is no list', null, 'when: 2026-11-22T14:05:00Z\n', [when], null],
  ])('%s', async (_, header, journal, touched, expected) => {
    const files = { journal: () => read(journal) } as unknown as Files;
    const found = { ...(await state(header)), snapshot: { ...emptySnapshot, entry: async () => journal && file } };
    const dates = async () => touched;
    expect(await readStart({ files, config: defaultConfig }, found as State, dates)).toEqual(expected);
  });
});

test.each<[string, readonly string[] | string | null, number | null]>([
  ['over all offsets', times, when],
  ['past entries that are none', '- a\n- 3\n-\n- [b]\n- when: 2026-11-22T14:05:00Z\n', when],
  ['a leap second', ['2016-12-31T23:59:60Z'], Date.parse('2017-01-01T00:00:00Z')],
  ['in lower case', ['2026-11-22t14:05:00z'], when],
  ['none', [], null],
  ['no journal', null, null],
])('the earliest when: %s', async (_, journal, expected) => {
  expect(earliestWhen(await read(journal))).toBe(expected);
});

describe('earlier', () => {
  const early: Start = { at: 1, source: 'history' };
  const late: Start = { at: 2, source: 'header' };

  test.each<[Start | null, Start | null, Start | null]>([
    [early, late, early],
    [late, early, early],
    [late, null, late],
    [null, late, late],
    [null, null, null],
    [{ at: 1, source: 'header' }, early, { at: 1, source: 'header' }],
  ])('of %j and %j', (one, other, expected) => {
    expect(earlier(one, other)).toEqual(expected);
  });
});

describe('sprintFrom', () => {
  test.each([
    [22, '14:22:00'],
    [1, '14:01:00'],
    [60, '15:00:00'],
  ])('freezes after %i minutes', (freezeAfter, time) => {
    const start: Start = { at: at('14:00:00'), source: 'header' };
    const config = { ...defaultConfig, freezeAfter, timebox: 60, sprints: 'log' };
    expect(sprintFrom(config, 12, start)).toEqual({
      id: 12,
      journal: 'log/S12/INTERACTIONS.yaml',
      start,
      freezeAt: at(time),
    });
  });

  test('never without a start', () => {
    expect(sprintFrom(defaultConfig, 3, null)).toMatchObject({ start: null, freezeAt: null });
  });
});
