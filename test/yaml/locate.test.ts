import { describe, expect, test } from 'vitest';
import { locator } from '../../src/yaml/location.ts';
import { blob } from '../helpers/blob.ts';
import { readYaml } from '../helpers/yaml.ts';

/** `line:column-endLine:endColumn`. */
function locate(text: string, pointer: string, part?: 'key' | 'value'): string {
  const file = readYaml(blob(text));
  if (file.state !== 'read') throw new Error(file.state);
  const { line, column, endLine, endColumn } = file.locate(pointer, part);
  return `${line}:${column}-${endLine}:${endColumn}`;
}

const text = `# a journal
-
  who: PO
  reply: "OK" # fine

  # and more
- who: dev
  did: |
    One.
    Two.

  context: { env: stage, 'a/b~c': 1 }
  empty:
  list:
    - a
    - b
`;

describe('a value, by its JSON Pointer', () => {
  test.each<[string, string, ('key' | 'value')?]>([
    ['', '2:1-16:8'],
    ['/0', '3:3-4:14'],
    ['/0/who', '3:8-3:10'],
    ['/0/reply', '4:10-4:14'],
    ['/0/reply', '4:3-4:8', 'key'],
    ['/0/nothing', '3:3-4:14'],
    ['/0/nothing', '3:3-4:14', 'key'],
    ['/1/who', '7:8-7:11'],
    ['/1/who/of/what', '7:8-7:11'],
    ['/1/context', '12:12-12:38'],
    ['/1/context/env', '12:19-12:24'],
    ['/1/context/a~1b~0c', '12:35-12:36'],
    ['/1/context/a~1b~0c', '12:26-12:33', 'key'],
    ['/1/empty', '13:9-13:9'],
    ['/1/list/1', '16:7-16:8'],
    ['/1/list/7', '15:5-16:8'],
    ['/2', '2:1-16:8'],
  ])('%s %s', (pointer, expected, part) => {
    expect(locate(text, pointer, part)).toBe(expected);
  });

  test('nothing stands at the start of an empty file', () => {
    expect(locate('', '/0')).toBe('1:1-1:1');
  });

  test('a BOM takes no column', () => {
    expect(locate('\ufeffa: b\n', '/a')).toBe('1:4-1:5');
  });

  test('lines end with LF, CRLF or a lone CR; columns count UTF-16 code units', () => {
    expect(locate('a: 1\r\nb: 2\rc: 3\n"🎉": 4\n', '/🎉')).toBe('4:7-4:8');
  });
});

describe('locator', () => {
  test.each([
    ['', 0, 0, [1, 1, 1, 1]],
    ['a\nb', 2, 3, [2, 1, 2, 2]],
    ['a\r\nb', 2, 3, [1, 3, 2, 1]],
    ['a\r\nb', 3, 4, [2, 1, 2, 2]],
    ['a\rb', 2, 3, [2, 1, 2, 2]],
    ['a\n', 2, 2, [2, 1, 2, 1]],
    ['ab', 2, 1, [1, 3, 1, 3]],
  ] as const)('%j from %d to %d', (text, start, end, [line, column, endLine, endColumn]) => {
    expect(locator(text)(start, end)).toEqual({ line, column, endLine, endColumn });
  });
});
