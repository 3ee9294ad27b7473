import { describe, expect, test } from 'vitest';
import { withValue } from '../../src/init/manifest.ts';

describe('a value is added', () => {
  test('and every other line stays: odd indentation, arrays, no final newline', () => {
    const json = '{\n    "name": "x",\n    "files": ["a",\n "b"],\n    "scripts": {}\n}';
    expect(withValue(json, ['scripts', 'prepare'], 'husky')).toBe(
      '{\n    "name": "x",\n    "files": ["a",\n "b"],\n    "scripts": {\n        "prepare": "husky"\n    }\n}',
    );
  });

  test('with tabs and CR LF where the file has them', () => {
    const json = '{\r\n\t"name": "x"\r\n}\r\n';
    expect(withValue(json, ['scripts', 'prepare'], 'husky')).toBe(
      '{\r\n\t"name": "x",\r\n\t"scripts": {\r\n\t\t"prepare": "husky"\r\n\t}\r\n}\r\n',
    );
  });

  test('to an empty object', () => {
    expect(withValue('{}\n', ['a'], 'b')).toBe('{\n  "a": "b"\n}\n');
  });

  test('but not into what is no object', () => {
    expect(() => withValue('{ "a": [] }', ['a', 'b'], '2')).toThrow();
  });
});

test('a value is replaced where it stands', () => {
  expect(withValue('{\n  "a":  "x" , "b": [ 2 ]\n}', ['a'], 'x && husky')).toBe(
    '{\n  "a":  "x && husky" , "b": [ 2 ]\n}',
  );
});
