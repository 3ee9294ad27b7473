import { describe, expect, test } from 'vitest';
import { withProperty, withValue } from '../../src/init/manifest.ts';

describe('a property is added', () => {
  test('and every other byte stays: odd indentation, arrays, no final newline', () => {
    const json = '{\n    "name": "x",\n    "files": ["a",\n "b"],\n    "scripts": {}\n}';
    expect(withProperty(json, ['scripts', 'prepare'], 'husky')).toBe(
      '{\n    "name": "x",\n    "files": ["a",\n "b"],\n    "scripts": {\n        "prepare": "husky"\n    }\n}',
    );
  });

  test('with tabs and CR LF where the file has them', () => {
    const json = '{\r\n\t"name": "x"\r\n}\r\n';
    expect(withProperty(json, ['scripts', 'prepare'], 'husky')).toBe(
      '{\r\n\t"name": "x",\r\n\t"scripts": {\r\n\t\t"prepare": "husky"\r\n\t}\r\n}\r\n',
    );
  });

  test('on one line where the file is one line', () => {
    expect(withProperty('{"name":"x"}', ['scripts', 'prepare'], 'husky')).toBe(
      '{"name":"x","scripts": {"prepare":"husky"}}',
    );
  });

  test('to an empty object', () => {
    expect(withProperty('{}\n', ['a'], 'b')).toBe('{\n  "a": "b"\n}\n');
  });

  test('by its name where the names are in order', () => {
    const json = '{\n  "a": "1",\n  "z": "2"\n}';
    expect(withProperty(json, ['husky'], '9', 'sorted')).toBe('{\n  "a": "1",\n  "husky": "9",\n  "z": "2"\n}');
  });

  test('at the end where they are not', () => {
    const json = '{\n  "z": "1",\n  "a": "2"\n}';
    expect(withProperty(json, ['husky'], '9', 'sorted')).toBe('{\n  "z": "1",\n  "a": "2",\n  "husky": "9"\n}');
  });

  test('at the end where only the keys above its own are in order', () => {
    expect(withProperty('{\n  "name": "x"\n}', ['devDependencies', 'husky'], '9', 'sorted')).toBe(
      '{\n  "name": "x",\n  "devDependencies": {\n    "husky": "9"\n  }\n}',
    );
  });

  test('behind a byte order mark', () => {
    expect(withProperty('\uFEFF{\n  "a": "1"\n}', ['b'], '2')).toBe('\uFEFF{\n  "a": "1",\n  "b": "2"\n}');
  });

  test('but not over one that is there, nor into what is no object', () => {
    expect(withProperty('{ "a": "1" }', ['a'], '2')).toBeNull();
    expect(withProperty('{ "a": [] }', ['a', 'b'], '2')).toBeNull();
  });
});

test('a value is replaced where it stands', () => {
  expect(withValue('{ "a":  "1" , "b": [ 2 ] }', ['a'], 'x && husky')).toBe('{ "a":  "x && husky" , "b": [ 2 ] }');
});
