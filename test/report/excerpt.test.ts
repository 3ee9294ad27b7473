import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { excerpt } from '../../src/report/excerpt.ts';
import type { Diagnostic } from '../../src/report/types.ts';
import type { Location } from '../../src/yaml/location.ts';
import { diagnostic } from '../helpers/commit-facts.ts';

const at = (line: number, column: number, endColumn: number | null = null, endLine = line): Diagnostic =>
  diagnostic({ line, column, endLine, endColumn });

/** The lines as a terminal shows them: `2 | text`, and a line of carets under the one at fault. */
function drawn(found: Diagnostic, source: string): string[] {
  return excerpt(found, source).flatMap(({ number, text, caret }) => [
    `${number} | ${text}`,
    ...(caret ? [`    ${' '.repeat(caret.start)}${'^'.repeat(caret.width)}`] : []),
  ]);
}

const five = 'one\ntwo\nthree\nfour\nfive\n';

describe('the lines around', () => {
  test.each<[string, Diagnostic, string, string[]]>([
    ['the first', at(1, 1, 4), five, ['1 | one', '    ^^^', '2 | two']],
    ['the second', at(2, 1, 2), five, ['1 | one', '2 | two', '    ^', '3 | three']],
    ['the fourth', at(4, 2, 4), five, ['2 | two', '3 | three', '4 | four', '     ^^', '5 | five']],
    ['the last', at(5, 1, 5), five, ['3 | three', '4 | four', '5 | five', '    ^^^^']],
    ['the end of the file', at(6, 1, 1), five, ['4 | four', '5 | five', '6 | ', '    ^']],
    ['an empty file', at(1, 1, 1), '', ['1 | ', '    ^']],
    ['CRLF', at(2, 1, 4), 'one\r\ntwo\r\nthree', ['1 | one', '2 | two', '    ^^^', '3 | three']],
    ['CR', at(2, 1, 4), 'one\rtwo', ['1 | one', '2 | two', '    ^^^']],
    ['mixed line ends', at(3, 1, 6), 'one\r\ntwo\nthree\r', ['1 | one', '2 | two', '3 | three', '    ^^^^^']],
    ['no place', diagnostic({ line: null, column: null }), five, []],
    ['no column', diagnostic({ line: 1, column: null }), five, []],
  ])('%s', (_, found, source, expected) => {
    expect(drawn(found, source)).toEqual(expected);
  });
});

test('of two files in turn, each has its own lines', () => {
  const sources = [five, 'six\nseven\n', five, 'six\nseven\n'];
  const shown = sources.map((source) => drawn(at(1, 1, 2), source)[0]);
  expect(shown).toEqual(['1 | one', '1 | six', '1 | one', '1 | six']);
});

describe('the caret', () => {
  test.each<[string, string, Partial<Location>, string, start: number, width: number]>([
    ['under ASCII', 'did: @po', { column: 6, endColumn: 9 }, 'did: @po', 5, 3],
    ['at least one wide', 'did: ', { column: 6, endColumn: 6 }, 'did: ', 5, 1],
    ['to the end of the line', 'did: [a', { column: 6, endLine: 2, endColumn: 3 }, 'did: [a', 5, 2],
    ['behind tabs', '\tdid:\t@po', { column: 7, endColumn: 10 }, '  did:  @po', 8, 3],
    ['under a tab', '\tdid', { column: 1, endColumn: 2 }, '  did', 0, 2],
    ['behind é', 'é: @po', { column: 4, endColumn: 7 }, 'é: @po', 3, 3],
    ['behind e and its accent', 'e\u0301: @po', { column: 5, endColumn: 8 }, 'e\u0301: @po', 3, 3],
    ['behind an emoji', '🚀: @po', { column: 5, endColumn: 8 }, '🚀: @po', 4, 3],
    ['behind a family', '👨‍👩‍👧: @', { column: 11, endColumn: 12 }, '👨‍👩‍👧: @', 4, 1],
    ['under an emoji', 'a 🚀', { column: 3, endColumn: 5 }, 'a 🚀', 2, 2],
    ['behind CJK', '件名: @po', { column: 5, endColumn: 8 }, '件名: @po', 6, 3],
    ['under CJK', '- 件名', { column: 3, endColumn: 5 }, '- 件名', 2, 4],
    ['behind what is invisible', 'a\u001b[1m: @', { column: 8, endColumn: 9 }, 'a\\u001b[1m: @', 12, 1],
    ['under what is invisible', 'a\u0000b', { column: 2, endColumn: 3 }, 'a\\u0000b', 1, 6],
    ['behind a direction', 'a\u202e: @', { column: 5, endColumn: 6 }, 'a\\u202e: @', 9, 1],
  ])('%s', (_, line, place, text, start, width) => {
    const found = diagnostic({ line: 1, endLine: 1, ...place });
    expect(excerpt(found, `${line}\nnext`)[0]).toEqual({ number: 1, text, caret: { start, width } });
  });

  const long = (before: string, after: string) => `${before}@${after}`;

  test.each([
    ['at its start', '', 'x'.repeat(1_000)],
    ['in its middle', 'x'.repeat(500), 'y'.repeat(500)],
    ['at its end', 'x'.repeat(1_000), ''],
    ['behind wide letters', '件'.repeat(500), 'y'.repeat(500)],
    ['behind what is invisible', '\u0001'.repeat(500), 'y'],
    ['at the length that is still whole', 'x'.repeat(159), ''],
  ])('in a long line, %s', (_, before, after) => {
    const column = before.length + 1;
    const [line] = excerpt(at(1, column, column + 1), long(before, after));
    const index = line?.text.indexOf('@') ?? -1;
    expect(line?.caret).toEqual({ start: stringWidth(line?.text.slice(0, index) ?? ''), width: 1 });
    expect(index).toBeGreaterThanOrEqual(0);
    expect(line?.text.replace(/\\u0001/g, '.').length).toBeLessThanOrEqual(160);
  });

  test('is under its mark whatever stands around', () => {
    const letter = fc.constantFrom('a', ' ', '\t', 'é', '件', '🚀', '\u0007', ':');
    const part = fc.array(letter, { maxLength: 300, size: 'max' }).map((letters) => letters.join(''));
    fc.assert(
      fc.property(part, part, part, (above, before, after) => {
        const column = before.length + 1;
        const source = `${above}\n${long(before, after)}\n${above}`;
        const lines = excerpt(at(2, column, column + 1), source);
        const { text = '', caret } = lines[1] ?? {};
        expect(caret).toEqual({ start: stringWidth(text.slice(0, text.indexOf('@'))), width: 1 });
      }),
    );
  });
});
