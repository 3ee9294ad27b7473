import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import validate from '../../schemas/interactions.schema.json?validator';
import { instant, intendedWhen } from '../../src/journal/when.ts';

describe('an RFC 3339 date-time with its offset', () => {
  test.each([
    ['2025-09-04T15:00:00+02:00', '2025-09-04T13:00:00.000Z'],
    ['2025-09-04t15:00:00z', '2025-09-04T15:00:00.000Z'],
    ['2025-09-04T15:00:00.25-00:00', '2025-09-04T15:00:00.250Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
    ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000Z'],
    ['2017-01-01T00:59:60.5+01:00', '2017-01-01T00:00:00.500Z'],
    ['2025-09-04T00:00:00.123456789+14:00', '2025-09-03T10:00:00.123Z'],
  ])('%s', (text, expected) => {
    expect(new Date(instant(text) ?? Number.NaN).toISOString()).toBe(expected);
  });

  test.each([
    '2025-09-04T15:00:00',
    '2025-09-04 15:00:00Z',
    '2025-09-04T15:00Z',
    '2025-09-04T15:00:00+0200',
    '2025-09-04T15:00:00+02',
    '2025-02-30T00:00:00Z',
    '2025-02-29T00:00:00Z',
    '2025-13-01T00:00:00Z',
    '2025-09-04T24:00:00Z',
    '2025-09-04T12:00:60Z',
    '2025-09-04T15:00:00+24:00',
    '2025-9-4T15:00:00Z',
    ' 2025-09-04T15:00:00Z',
    '2025-09-04T15:00:00Z\n',
    '2025-09-04',
    'yesterday',
    '',
    null,
    undefined,
    1_757_000_000_000,
    ['2025-09-04T15:00:00Z'],
  ])('%j is none', (value) => {
    expect(instant(value)).toBeNull();
  });
});

test.each([
  ['2026-11-22 14:00Z', '2026-11-22T14:00:00Z'],
  ['2026-11-22T14:00:30+0100', '2026-11-22T14:00:30+01:00'],
  ['2026-11-22  14:00:30.5 -01:30', '2026-11-22T14:00:30.5-01:30'],
  ['2026-11-22T14:00', null],
  ['2026-11-22 14:00+01', '2026-11-22T14:00:00+01:00'],
  ['`2026-11-22 14:00Z`', '2026-11-22T14:00:00Z'],
  ['&start 2026-11-22T14:00:30+0100', '2026-11-22T14:00:30+01:00'],
  ['2026-11-22T14:00Z: frozen', '2026-11-22T14:00:00Z'],
  ['12026-11-22 14:00Z', null],
  ['2026-11-22 14:00+01000', null],
  ['2026-11-22 14:00+01:0', null],
  ['2026-11-32 14:00Z', null],
  ['today', null],
])('%s is meant as %j', (written, expected) => {
  expect(intendedWhen(written)).toBe(expected);
});

test('the schema takes the dates that are read, and no others', () => {
  const digits = (count: number) =>
    fc.integer({ min: 0, max: 10 ** count - 1 }).map((n) => String(n).padStart(count, '0'));
  const parts = fc.tuple(
    fc.constantFrom('2024', '0000', '9999'),
    fc.constantFrom('-02-', '-12-', '-13-', '-1-'),
    fc.constantFrom('29', '30', '31', '00', '1'),
    fc.constantFrom('T', 't', ' ', ''),
    fc.constantFrom('23:59:', '00:00:', '24:00:'),
    fc.oneof(digits(2), fc.constantFrom('60', '59.5', '5')),
    fc.constantFrom('Z', 'z', '', '+00:00', '-23:59', '+0100', '+01'),
  );
  fc.assert(
    fc.property(parts, (parts) => {
      const when = parts.join('');
      const isValid = validate([{ who: 'PO', topic: 'Sprint S3', reply: 'OK', when }]);
      expect(instant(when) !== null).toBe(isValid);
    }),
    { numRuns: 1_000 },
  );
});
