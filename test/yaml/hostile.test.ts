import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locator } from '../../src/yaml/location.ts';
import { piece } from '../fuzz/yaml.ts';
import { blob } from '../helpers/blob.ts';
import { readYaml, type YamlFile } from '../helpers/yaml.ts';

function locationsOf(file: YamlFile) {
  if (file.state === 'broken') return [file.problem.location];
  if (file.state === 'read')
    return ['', '/0', '/0/a', '/a/0'].flatMap((at) => [file.locate(at), file.locate(at, 'key')]);
  return file.reason.kind === 'too-deep' ? [file.reason.location] : [];
}

function expectLocationsInside(file: YamlFile): void {
  const text = file.text ?? '';
  const end = locator(text)(text.length, text.length);
  for (const { line, column, endLine, endColumn } of locationsOf(file)) {
    const places = [1, 1, line, column, endLine, endColumn, end.line, end.column];
    for (let at = 2; at < places.length; at += 2) {
      const [line = 0, column = 0, nextLine = 0, nextColumn = 0] = places.slice(at - 2, at + 2);
      expect(line < nextLine || (line === nextLine && column <= nextColumn)).toBe(true);
    }
  }
}

describe('whatever the bytes, it is unreadable, broken or read, and every location lies inside', () => {
  test.each<[string, fc.Arbitrary<string | Uint8Array>]>([
    ['bytes', fc.uint8Array({ maxLength: 64 })],
    ['texts', fc.string({ unit: 'binary', maxLength: 64 })],
    ['pieces of YAML', fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''))],
  ])('%s', (_, content) => {
    fc.assert(
      fc.property(content, (content) => {
        const file = readYaml(blob(content));
        expect(['unreadable', 'broken', 'read']).toContain(file.state);
        expectLocationsInside(file);
      }),
      { numRuns: 1_000 },
    );
  });
});

test('a text in double quotes is read as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(readYaml(blob(`- did: ${JSON.stringify(text)}\n`))).toMatchObject({ value: [{ did: text }] });
    }),
  );
});

// Those that took time that grows with the square of their size would not end before the suite gives them up.
describe('1 MiB is read or refused', () => {
  const fill = (piece: string) => piece.repeat(Math.floor((1024 * 1024 - 8) / piece.length));

  test.each([
    ['brackets', fill('['), 'unreadable'],
    ['closing brackets', fill(']'), 'unreadable'],
    ['commas', `[${fill(',')}`, 'unreadable'],
    ['keys', Array.from({ length: 100_000 }, (_, index) => `k${index}:\n`).join(''), 'unreadable'],
    ['aliases', `- &a b\n${fill('- *a\n')}`, 'unreadable'],
    ['a reserved value of one line', `a: @${fill('b ')}`, 'broken'],
    ['blanks before a reserved value', `a: @b${fill(' ')}c`, 'broken'],
    ['documents', fill('---\n'), 'unreadable'],
    ['open quotes', fill('"'), 'unreadable'],
    ['wrong escapes', `"${fill('\\q')}"`, 'broken'],
    ['blank lines', fill('\n'), 'unreadable'],
    ['conflict markers', `- a\n${fill('<<<<<<<\n')}`, 'broken'],
  ])('%s', (_, text, state) => {
    expect(readYaml(blob(text)).state).toBe(state);
  });
});
