import fc from 'fast-check';
import { expect, test } from 'vitest';
import { visible } from '../../src/report/visible.ts';

test.each<[string, string, multiline?: string]>([
  ['plain é 件 🚀 "…" \\', 'plain é 件 🚀 "…" \\'],
  ['', ''],
  ['a\nb', 'a\\u000ab', 'a\nb'],
  ['a\tb', 'a\\u0009b'],
  ['a\r\nb', 'a\\u000d\\u000ab', 'a\\u000d\nb'],
  ['\u0000\u0007\u001b[31m', '\\u0000\\u0007\\u001b[31m'],
  ['\u007f\u0080\u009b\u009f', '\\u007f\\u0080\\u009b\\u009f'],
  ['\u202eevil\u202c', '\\u202eevil\\u202c'],
  ['\u200e\u200f\u2066\u2069', '\\u200e\\u200f\\u2066\\u2069'],
  ['no-break\u00a0space', 'no-break\u00a0space'],
])('%j', (text, expected, multiline = expected) => {
  expect(visible(text)).toBe(expected);
  expect(visible(text, true)).toBe(multiline);
});

test('nothing of C0, C1 or DEL is left, and what is visible stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(visible(text)).not.toMatch(/\p{Cc}/u);
      expect(visible(text, true).replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
      expect(visible(visible(text))).toBe(visible(text));
    }),
  );
});
