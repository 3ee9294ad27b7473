import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Repaired, repair } from '../../src/fix/repair.ts';
import { readYamlText } from '../../src/yaml/read.ts';
import { blob } from '../helpers/blob.ts';

function repaired(text: string): Repaired {
  const result = repair(blob(text), true);
  if ('kind' in result) throw new Error(result.kind);
  return result;
}

/** One line of a journal: sound, or with something that fix knows. */
const value = fc.oneof(
  fc.constantFrom(
    'env: https://a ; PR: b',
    '@PO',
    '`npm test`',
    '*bold*',
    '!x y',
    '"OK" and "KO"',
    "don't: a",
    '[a] b',
    '[a]: b',
    '{a: b',
    '{a: b: c}',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.replace(/[\p{C}\p{Z}]/gu, ' ')),
);
const line = fc.oneof(
  fc
    .tuple(fc.constantFrom('- who', '  topic', '\tdid', '  status', '    x-note', '- reply'), value)
    .map(([key, text]) => `${key}: ${text}`),
  fc.constantFrom(
    '- who: po',
    '- {who: PO, details: a: b,',
    '   action: fix: c}',
    '  did: "a',
    '\tb"',
    '\t',
    '  reply: ok',
    '  status: Pending',
    '# note',
    '',
    '\tfoo',
    '  did: |',
    '    - text',
    '...',
    '---',
  ),
);
const text = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n', '\r\n', '\r')), { maxLength: 12 })
  .map((lines) => lines.map((parts) => parts.join('')).join(''));

describe('whatever the text', () => {
  test('a second repair finds nothing', () => {
    fc.assert(
      fc.property(text, (before) => {
        const once = repaired(before);
        expect(repaired(once.text)).toEqual({ text: once.text, repairs: [] });
      }),
      { numRuns: 500 },
    );
  });

  test('a text is altered only where something is said to be repaired', () => {
    fc.assert(
      fc.property(text, (before) => {
        const { text: after, repairs } = repaired(before);
        if (repairs.length === 0) expect(after).toBe(before);
        const lines = (each: string) => each.split(/\r\n|\n|\r/);
        const isSaid = (line: number) =>
          repairs.some(
            (each) => 'line' in each && each.line <= line && line <= ('lastLine' in each ? each.lastLine : each.line),
          );
        for (const [index, content] of lines(before).entries()) {
          if (!isSaid(index + 1)) expect(lines(after)[index]).toBe(content);
        }
        expect(lines(after)).toHaveLength(lines(before).length);
      }),
      { numRuns: 500 },
    );
  });

  test('what is put in quotes is read back as it was written', () => {
    fc.assert(
      fc.property(value, (written) => {
        const { text: after, repairs } = repaired(`- topic: ${written}\n`);
        const yaml = readYamlText(after);
        if (repairs.length === 0 || yaml.state !== 'read') return;
        const [entry] = yaml.value as { topic: string }[];
        const trimmed = written.trim();
        expect([trimmed, trimmed.slice(1, -1)]).toContain(entry?.topic);
      }),
      { numRuns: 500 },
    );
  });
});

test('an entry in braces stays one, and keeps what is written in it', () => {
  const ending = fc.constantFrom(', action: fix}\n', ',\n   action: fix}\n', ', action: fix\n  }\n', '}\n');
  const start = fc.constantFrom(
    '- {who: PO, details: ',
    '- {who: PO,\n   details: ',
    '-  { details: ',
    '- context: {\n    env: ',
  );
  fc.assert(
    fc.property(
      start,
      value.filter((text) => !text.startsWith('{')),
      ending,
      (before, written, after) => {
        const entry = before + written + after;
        const { text, repairs } = repaired(entry);
        if (repairs.length === 0) return;
        expect(repairs).toHaveLength(1);
        const quoted = text.slice(before.length, text.length - after.length);
        expect(text).toBe(before + quoted + after);
        expect([written.trim(), written.trim().slice(1, -1)]).toContain(read(quoted));
      },
    ),
    { numRuns: 500 },
  );
});

function read(text: string): unknown {
  const yaml = readYamlText(text);
  return yaml.state === 'read' ? yaml.value : undefined;
}

test('of a tab behind a key nothing is said', () => {
  const written = '- did:\tsearch: done\n';
  expect(repaired(written)).toEqual({
    text: '- did:\t"search: done"\n',
    repairs: [{ kind: 'value', line: 1, written: 'did: "search: done"' }],
  });
});

test.each(['\ufeff', '\u00a0', '\u2003'])('a blank that YAML has for a character is part of the value: %j', (blank) => {
  expect(repaired(`- did: a: b${blank}\n`).text).toBe(`- did: "a: b${blank}"\n`);
});

test('an action with a colon in it is one text', () => {
  expect(repaired('- actions:\n    - Run: "a" b\n').text).toBe(`- actions:\n    - 'Run: "a" b'\n`);
});

test('a tab behind spaces that are enough goes', () => {
  expect(repaired('- who: a\n  \ttopic: b\n  did: c\n').text).toBe('- who: a\n  topic: b\n  did: c\n');
});

test('what a key waits for goes deeper than the key', () => {
  expect(repaired('- who: a\n  context:\n\tenv: b\n').text).toBe('- who: a\n  context:\n    env: b\n');
});

test.each([
  ['in quotes', '- did: "a\n\tb"\n', '- did: "a\n    b"\n'],
  ['in quotes, over more lines', "- did: 'a\r\n\tb\r\n\r\n\tc'\r\n", "- did: 'a\r\n    b\r\n\r\n    c'\r\n"],
  ['alone on lines of a block', '- did: |\n    a\n\t\n \t \n    b\n', '- did: |\n    a\n\n\n    b\n'],
])('a tab in the indentation of a text %s', (_, before, after) => {
  expect(repaired(before).text).toBe(after);
});

test('a tab behind a dash is one blank, and one in a text stays', () => {
  const written = 'who: a\n  did: |\n    -\tb\n';
  expect(repaired(`-\t${written}`).text).toBe(`- ${written}`);
});

test.each([
  ['an anchor that an alias names', '- did: &a b\n  ask: *a\n'],
  ['a value in the place of one of few words', '- reply: OK: works well\n'],
  ['a value in the place of a date', '- when: @now\n'],
  ['a list in the place of a text', '- did:\n    - `a` b\n    - *c* d\n'],
  ['an alias in one', '- did:\n    - *c* d\n'],
  ['a tag of YAML', '- did: !!str 5\n'],
  ['a quote that is never closed', '- did: "a\n'],
  ['a value that goes on below', '- did: a: b\n    c\n'],
  ['a key that is there twice', '- did: a\n  did: b\n'],
  ['an entry on the last line of another', '- who: PO\n  details: No.- who: PO\n  details: Yes.\n'],
  ['a conflict that git left', '<<<<<<< a\n- did: a\n=======\n'],
])('%s has no one right answer', (_, before) => {
  expect(repaired(before)).toEqual({ text: before, repairs: [] });
});
