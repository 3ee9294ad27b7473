import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readYamlText } from '../../src/yaml/read.ts';
import { soundValue } from '../../src/yaml/sound.ts';

/** What the reader of all of YAML makes of a text; its state where that is not to read it. */
function whole(text: string): unknown {
  const yaml = readYamlText(text);
  return yaml.state === 'read' ? yaml.value : yaml.state;
}

describe('a sound text', () => {
  test.each<[string, unknown]>([
    ['- who: PO\n  reply: OK\n', [{ who: 'PO', reply: 'OK' }]],
    ['when: 2026-11-22T14:05:00+01:00\n', { when: '2026-11-22T14:05:00+01:00' }],
    ['pr: 12\n', { pr: 12 }],
    ['id: 9007199254740993\n', null],
    ['log: ./docs/S3/INTERACTIONS.yaml\n', { log: './docs/S3/INTERACTIONS.yaml' }],
    ['did: |\n  - The search\n\n  # Fixes #12\n', { did: '- The search\n\n# Fixes #12\n' }],
    ['did: >-\n  Two\n  lines\n', { did: 'Two lines' }],
    ["did: \"a # b\\n\"\nask: 'it''s'\n", { did: 'a # b\n', ask: "it's" }],
    ['did: two\r\n  lines\r\n', { did: 'two lines' }],
    ['actions: [a, {b: c}]\n', { actions: ['a', { b: 'c' }] }],
    ['# comment\n- a # b\n', null],
    ['a: é — 12 tests\n', { a: 'é — 12 tests' }],
  ])('%j', (text, value) => {
    expect(soundValue(text)).toEqual(value === null ? null : { value });
    if (value !== null) expect(whole(text)).toEqual(value);
  });
});

describe('is left to the reader of all of YAML', () => {
  test.each([
    ...['', '# comment\n', '- &a b\n', '- *a\n', '- !!str a\n', '%YAML 1.2\n---\na\n', '--- a\n', 'a\n...\n'],
    ...['- a\n---\n- b\n', 'a: 1\na: 2\n', '__proto__: a\n', '1: a\n', '? [a]\n: b\n', '~: a\n', ': a\n'],
    ...['- true\n', '- Null\n', '- ~\n', '-\n', '- 1.5\n', '- -1\n', '- 0x1f\n', '- 0o17\n', '- 08\n', '- .inf\n'],
    ...['- 1e3\n', '- +1\n', '- -.5\n', '- .NaN\n', '- 2026-11-22\n', '- a\tb\n', '- "\\U0001F600"\n', '- \ufeff\n'],
    ...[
      '- |2\n   a\n',
      '- |+\n  a\n\n',
      '- "a\n',
      '- @a\n',
      'a: b: c\n',
      '- [a\n',
      '- \u0007\n',
      'a:\n # b\n  c\n',
      'a: \r\n\r\n # b\r\n  c\r\n',
    ],
    `${'['.repeat(65)}${']'.repeat(65)}\n`,
  ])('%j', (text) => {
    expect(soundValue(text)).toBeNull();
  });
});

// A pattern that looks back from each of them would take hours.
test.each([
  ['line breaks', '\n'],
  ['blanks', ' '],
  ['colons and line breaks', ':\n'],
])('a million %s are read', (_, piece) => {
  expect(soundValue(`a:${piece.repeat(1_000_000)}b: c\n`)).toBeNull();
});

test('a text is read as deep as the reader of all of YAML goes, and no deeper', () => {
  const levels = (depth: number) => `${'['.repeat(depth)}a${']'.repeat(depth)}\n`;
  expect(soundValue(levels(60))).toEqual({ value: whole(levels(60)) });
  expect(soundValue(levels(65))).toBeNull();
});

test.each(['k'.repeat(1100), `"${'\\u006b'.repeat(200)}"`, `'${'k'.repeat(1100)}'`])(
  'a key too long for YAML: %.3s…',
  (key) => {
    expect(soundValue(`${key}: 1\n`)).toBeNull();
    expect(soundValue(`a: {${key}: 1}\n`)).toBeNull();
    expect(soundValue(`a: ${key}\n`)).not.toBeNull();
  },
);

test('what may hold too much for the reader of all of YAML is left to it', () => {
  const list = (values: number) => `- [${'a,'.repeat(values)}]\n`;
  expect(soundValue(list(59_999))).not.toBeNull();
  expect(soundValue(list(60_000))).toBeNull();
  expect(soundValue(`- |\n${'  a, b\n'.repeat(50_000)}`)).not.toBeNull();
});

test('whatever it gives, the reader of all of YAML gives the same', () => {
  const line = fc.constantFrom(
    ...['- who: PO\n', '  when: 2026-11-22T15:08:00+01:00\n', '  topic: Sprint S3 — x\n', '  did: |\n', '  ask: >-\n'],
    ...[
      '    - The search\n',
      '      deeper\n',
      '\n',
      '  context:\n',
      '    env: https://stage.example.app\n',
      '    pr: 12\n',
    ],
    ...[
      '  actions:\n',
      '    - npm run seed\n',
      '    - x: y\n',
      '  a: [b, {c: d}, e]\n',
      '  f: "g\\n\\"h"\n',
      "  i: 'j''k'\n",
    ],
    ...[
      '  l: m: n\n',
      '  o: p #q\n',
      '  r: s#t\n',
      '  u: 08\n',
      '  v: 1e3\n',
      '  w: ~\n',
      '  x: "y\n',
      '    z"\n',
      '  ? a\n',
    ],
    ...[
      '  b: 12:30\n',
      '  c: 3 tests\n',
      '  d: -\n',
      '  e: - f\n',
      '  g: .h\n',
      '  i: &j k\n',
      '  l: *j\n',
      '  who: PO\n',
    ],
  );
  const character = fc.constantFrom(...' \n-"\'|>a0./\\&*!%@{}[],?~:\u00a0\u2028\ufeff\u0085\t\r😀');
  const edit = fc.record({ at: fc.nat(200), character, removed: fc.nat(1) });
  const text = fc
    .tuple(fc.array(line, { maxLength: 10 }), fc.array(edit, { maxLength: 3 }), fc.boolean())
    .map(([lines, edits, windows]) => {
      const edited = edits.reduce(
        (text, { at, character, removed }) => text.slice(0, at) + character + text.slice(at + removed),
        `- who: ChatGPT\n${lines.join('')}`,
      );
      return windows ? edited.replaceAll('\n', '\r\n') : edited;
    });
  let sound = 0;
  fc.assert(
    fc.property(text, (text) => {
      const read = soundValue(text);
      if (!read) return;
      sound++;
      expect(whole(text)).toEqual(read.value);
    }),
    { numRuns: 20_000 },
  );
  expect(sound).toBeGreaterThan(100);
});
