import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../src/config/config.ts';
import type { Start } from '../../src/facts/facts.ts';
import type { Files } from '../../src/facts/files.ts';
import { emptySnapshot } from '../../src/facts/snapshot.ts';
import type { State } from '../../src/facts/sprint.ts';
import { earlier, earliestWhen, mergeStarts, readStart, sprintFrom, startIsReadable } from '../../src/facts/start.ts';
import { journalOf, notesOf } from '../helpers/facts.ts';

const at = (time: string) => Date.parse(`2026-11-22T${time}Z`);
const when = at('14:05:00');
const entries = (...times: readonly string[]) => times.map((time) => `- {who: ChatGPT, when: '${time}'}\n`).join('');
const times = ['2026-11-22T14:07:00Z', '2026-11-22T15:05:00+01:00', '2026-11-22T14:06:00Z'];

/** The state of a snapshot in sprint 3 with this header, and files that hold this journal. */
function state(header: string | null, journal: string | null): State {
  const notes = header === null ? null : notesOf(`\`\`\`yaml\nsprint_id: 3\n${header}\n\`\`\`\n`);
  const entry = journal === null ? null : { mode: '100644', oid: '1' };
  const files = { journal: async () => journalOf(journal ?? '') } as unknown as Files;
  return { snapshot: emptySnapshot(files), notes, sprint: 3, journal: entry };
}

const start = (time: number, line: number | null = null): Start => ({
  at: time,
  source: line === null ? 'header' : 'journal',
  line: line === null ? null : () => line,
});

describe('readStart', () => {
  test.each<[string, string | null, string | null, ReturnType<typeof start> | null]>([
    ['the header', 'started_at: 2026-11-22T14:00:00Z', entries(...times), start(at('14:00:00'))],
    ['the header, though later', 'started_at: 2026-11-22T15:00:00Z', entries(...times), start(at('15:00:00'))],
    ['a header at the epoch', 'started_at: 1970-01-01T00:00:00Z', entries(...times), start(0)],
    ['the earliest when', 'status: wip', entries(...times), start(when, 2)],
    ['the first of two at one instant', null, entries(...times, '2026-11-22T14:05:00Z'), start(when, 2)],
    ['no notes', null, entries(...times), start(when, 2)],
    ['a header that can’t be read', 'started_at: today', entries(...times), start(when, 2)],
    ['the PO’s own dates aside', null, `- who: Po\n  when: 2025-09-04T15:00:00Z\n${entries(...times)}`, start(when, 4)],
    [
      'nobody’s who is no developer',
      null,
      `- {who: Marie, when: '2025-09-04T15:00:00Z'}\n${entries(...times)}`,
      start(when, 3),
    ],
    ['nobody’s but the PO’s', null, '- who: PO\n  when: 2026-11-22T14:00:00Z\n', null],
    ['no when', null, '- who: ChatGPT\n', null],
    ['a when that is no date', null, entries('today'), null],
    ['a journal that is no YAML', null, '- when: "\n', null],
    ['no journal', null, null, null],
  ])('%s', async (_, header, journal, expected) => {
    const found = await readStart(defaultConfig, state(header, journal));
    expect(found && { ...found, line: found.line?.() ?? null }).toEqual(
      expected && { ...expected, line: expected.line?.() ?? null },
    );
  });
});

test('notes without a header leave T to the journal', async () => {
  const inSprint = state(null, entries(...times));
  expect(await readStart(defaultConfig, { ...inSprint, notes: notesOf('# Notes\n') })).toMatchObject({
    at: when,
  });
});

test('a header hides T where started_at is wrong, or it is no YAML', () => {
  expect(startIsReadable(state('status: 3', null))).toBe(true);
  expect(startIsReadable(state('started_at: today', null))).toBe(false);
  expect(startIsReadable(state('status: "', null))).toBe(false);
  expect(startIsReadable(state(null, null))).toBe(true);
  expect(startIsReadable({ ...state(null, null), notes: notesOf('# Notes\n') })).toBe(true);
});

test('the earliest of several starts of a sprint counts, of each sprint by itself', () => {
  const [one, two, three] = [start(1), start(2), start(3)];
  const merged = mergeStarts(
    [
      new Map([[3, two]]),
      new Map([
        [3, three],
        [4, one],
      ]),
    ],
    3,
    one,
  );
  expect([...merged]).toEqual([
    [3, one],
    [4, one],
  ]);
  const before = new Map([[3, one]]);
  expect(mergeStarts([before], 3, two)).toBe(before);
  expect(mergeStarts([before], null, null)).toBe(before);
  expect(mergeStarts([before], null, one)).toBe(before);
  expect(mergeStarts([before], 3, null)).toBe(before);
  expect([...mergeStarts([new Map([[3, three]]), new Map([[3, one]]), new Map([[3, two]])], null, null)]).toEqual([
    [3, one],
  ]);
  expect([...mergeStarts([], 3, two)]).toEqual([[3, two]]);
  expect([...mergeStarts([], 3, null)]).toEqual([]);
});

test('earlier', () => {
  const [one, two] = [start(1), start(2)];
  expect(earlier(one, two)).toBe(one);
  expect(earlier(two, one)).toBe(one);
  expect(earlier(one, start(1))).toBe(one);
  expect(earlier(null, two)).toBe(two);
  expect(earlier(two, null)).toBe(two);
  expect(earlier(null, null)).toBe(null);
});

test('earliestWhen of what is no journal', () => {
  expect(earliestWhen(defaultConfig, null)).toBe(null);
});

test('the freeze is counted in minutes', () => {
  const config = { ...defaultConfig, freezeAfter: 7 };
  expect(sprintFrom(config, 3, start(0))).toMatchObject({ id: 3, freezeAt: 7 * 60_000 });
  expect(sprintFrom(config, 3, null)).toMatchObject({ start: null, freezeAt: null });
});
