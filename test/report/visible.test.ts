import fc from 'fast-check';
import { expect, test } from 'vitest';
import { visible } from '../../src/report/visible.ts';

test.each<[string, string, multiline?: string]>([
  ['plain é 件 🚀 "…" \\', 'plain é 件 🚀 "…" \\'],
  ['', ''],
  ['a\nb', 'a\\x0ab', 'a\nb'],
  ['a\tb', 'a\\x09b'],
  ['a\r\nb', 'a\\x0d\\x0ab', 'a\\x0d\nb'],
  ['\u0000\u0007\u001b[31m', '\\x00\\x07\\x1b[31m'],
  ['\u007f\u0080\u009b\u009f', '\\x7f\\x80\\x9b\\x9f'],
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
