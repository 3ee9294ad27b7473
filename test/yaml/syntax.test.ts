import { describe, expect, test } from 'vitest';
import { blob } from '../helpers/blob.ts';
import { readYaml } from '../helpers/yaml.ts';

/** `kind line:column-endLine:endColumn subject` of every problem. */
function problems(text: string): string[] {
  const file = readYaml(blob(text));
  if (file.state !== 'broken') return [file.state];
  return file.problems.map(({ kind, location: { line, column, endLine, endColumn }, subject }) =>
    `${kind} ${line}:${column}-${endLine}:${endColumn} ${subject}`.trimEnd(),
  );
}

/** An alias in what an alias stands for, and so on. */
const chain = (aliases: number) =>
  `- &a0 a\n${Array.from({ length: aliases }, (_, index) => `- &a${index + 1} [*a${index}]\n`).join('')}`;

describe('one cause is one problem', () => {
  test.each<[string, string, ...string[]]>([
    ['an open quote', 'a: "b\nc: d\n', 'open-quote 1:4-1:5'],
    ['a conflict', '- a: b\n<<<<<<< HEAD\n- c: d\n=======\n>>>>>>> x\n', 'conflict-marker 2:1-2:13'],
    ['one inside an entry', '- a: b\n  c: d\n||||||| base\n=======\n', 'conflict-marker 3:1-3:13'],
    ['the end of one', '- a: b\r\n=======\r\n', 'conflict-marker 2:1-2:8'],
    ['an open quote before another', `a: 'b\nc: 'd'\n`, 'open-quote 1:4-1:5'],
    ['an escape that is none', '- "C:\\dev"\n', 'bad-escape 1:6-1:7 \\d'],
    ['an open bracket', '- [a,\n  b\n- c\n', 'open-bracket 3:1-3:2 ]'],
    ['an open brace', '{a: b,\n', 'open-bracket 2:1-2:1 }'],
    ['no comma', '- [a,\n   "b" "c"]\n', 'missing-comma 2:8-2:9'],
    ['no colon', '- who: PO\n  topic\n', 'missing-colon 2:3-2:8'],
    ['a key of two lines', '- a\n  b: c\n', 'missing-colon 1:3-2:4'],
    ['a list behind its key', '- a: - b\n', 'list-behind-key 1:6-1:7'],
    ['a text behind quotes', '- a: "b" c\n', 'text-behind 1:10-1:11'],
    ['a comment against quotes', '- "b"#c\n', 'text-behind 1:6-1:8'],
    ['a colon in a text of two lines', '- a: b\n    c: d\n', 'nested-mapping 1:6-1:7'],
    ['an entry that is out of line', '- a: b\nc: d\n', 'bad-indentation 2:1-2:2'],
    ['a key that is out of line', '- a: b\n c: d\n', 'bad-indentation 2:1-2:2'],
    ['a text that is not indented', '- a: |\n b\n', 'bad-indentation 2:1-2:2'],
    ['two anchors', '- &a\n  &b c\n', 'other 2:3-2:5'],
    ['the first in the text, not the first found', 'b: \n"', 'missing-colon 2:1-2:2'],
    ['a cascade', '- a: b\nc: d\ne: f\n', 'bad-indentation 2:1-2:2'],
    ['a duplicate key', 'a: 1\nb: 2\na: 3\n', 'duplicate-key 3:1-3:2 a'],
    ['three of a key', 'a: 1\na: 2\na: 3\n', 'duplicate-key 2:1-2:2 a', 'duplicate-key 3:1-3:2 a'],
    ['the same key as a number and a text', '1: a\n"1": b\n', 'duplicate-key 2:1-2:4 1'],
    ['the same key through an alias', '&k a: 1\n*k : 2\n', 'duplicate-key 2:1-2:3 a'],
    ['the same key in two mappings', '- a: 1\n- a: 1\n', 'read'],
    ['two documents', 'a: 1\n---\nb: 2\n---\nc: 3\n', 'several-documents 2:1-2:4'],
    ['two documents, parted by ...', 'a: 1\n...\nb\n', 'several-documents 3:1-3:2'],
    ['one document, marked', '---\na: 1\n...\n# the end\n', 'read'],
    ['an error before a second document', 'a: "\n---\nb: 2\n', 'open-quote 1:4-1:5'],
    ['YAML 1.1', '# old\n%YAML 1.1\n---\na: yes\n', 'yaml-version 2:1-2:10 1.1'],
    ['YAML 1.3', '%YAML 1.3\n---\na\n', 'yaml-version 1:1-1:10 1.3'],
    ['YAML 1.2', '%YAML 1.2\n---\na\n', 'read'],
    ['YAML 1.2 twice', '%YAML 1.2\n%YAML 1.2\n---\na\n', 'other 2:1-2:10'],
    ['another directive', '%FOO bar\n---\na\n', 'read'],
    [
      'unknown tags',
      '- !a b\n- !!binary aa\n- !!set {c}\n',
      'unknown-tag 1:3-1:5 !a',
      'unknown-tag 2:3-2:11 !!binary',
      'unknown-tag 3:3-3:8 !!set',
    ],
    ['a tag that does not fit', '- !!int b\n', 'unknown-tag 1:3-1:8 !!int'],
    ['a tag without its handle', '[!e!b c]', 'unknown-tag 1:2-1:6 !e!b'],
    ['unknown tag and duplicate key', 'a: !b 1\na: 2\n', 'unknown-tag 1:4-1:6 !b', 'duplicate-key 2:1-2:2 a'],
    ['an alias of nothing', '- *a\n- &a 1\n', 'unresolved-alias 1:3-1:5 a'],
    ['a cycle', 'a: &a [1, *a]\n', 'alias-bomb 1:11-1:13 a'],
    ['a chain of aliases that is 65 levels deep', chain(64), 'alias-bomb 65:9-65:13 a63'],
    ['one that is 64 levels deep', chain(63), 'read'],
    ['one that comes twice', `${chain(40)}- [*a40, *a40]\n`, 'read'],
    ['one inside a collection', `${chain(61)}- [[*a61]]\n`, 'read'],
    ['one too deep inside', `${chain(61)}- [[[*a61]]]\n`, 'alias-bomb 63:6-63:10 a61'],
    ['a control character', 'a: "\u001b[31m\u0007"\n', 'control-character 1:5-1:6 U+001B'],
    ['a NUL', 'a: \0\n', 'control-character 1:4-1:5 U+0000'],
    ['DEL and C1, which YAML allows in quotes', 'a: "\u007f\u0085"\n', 'read'],
    ['a tab as indentation', '- who: PO\n\ttopic: a\n', 'tab-indentation 2:1-2:2'],
    ['blanks and a tab', 'a:\n  \t- b\n', 'tab-indentation 2:3-2:4'],
    ['a tab elsewhere', 'a:\tb\t# c\n', 'read'],
  ])('%s', (_, text, ...expected) => {
    expect(problems(text)).toEqual(expected);
  });
});

describe('a value that YAML takes for something else', () => {
  const quoted = (text: string) => {
    const file = readYaml(blob(text));
    return file.state === 'broken' ? file.problems.map((problem) => problem.quoted) : file.state;
  };

  test("the seed's template", () => {
    const text = '- who: ChatGPT\n  context: env: https://stage.example.app ; PR: Sprint S3\n  status: pending\n';
    expect(problems(text)).toEqual(['reserved-value 2:12-2:58 env: https://stage.example.app ; PR: Sprint S3']);
    expect(quoted(text)).toEqual(['context: "env: https://stage.example.app ; PR: Sprint S3"']);
  });

  test.each([
    ['@PO please', '"@PO please"'],
    ['`npm test` passes', '"`npm test` passes"'],
    ['%20 in addresses', '"%20 in addresses"'],
    ['*now* please', '"*now* please"'],
    ['& more', '"& more"'],
    ['!!! wow', '"!!! wow"'],
    ['| more', '"| more"'],
    ['> all good', '"> all good"'],
    ['? why', '"? why"'],
    [', and', '", and"'],
    ['[wip', '"[wip"'],
    ['[wip] search', '"[wip] search"'],
    ['{wip', '"{wip"'],
    ['] done', '"] done"'],
    ['Sprint S3: search', '"Sprint S3: search"'],
    ['PR: #12', '"PR: #12"'],
    ['see: "here"', `'see: "here"'`],
    ["it's C:\\temp: gone", `'it''s C:\\temp: gone'`],
    ['@PO   ', '"@PO"'],
  ])('%s', (value, expected) => {
    expect(quoted(`- who: PO\n  details: ${value}\n  action: fix\n`)).toEqual([`details: ${expected}`]);
    expect(quoted(`- details: ${value}\r\n  who: PO\r\n`)).toEqual([`details: ${expected}`]);
  });

  test.each([
    ['- @PO please\n', '- "@PO please"'],
    ['- [ ] npm run seed\n- b\n', '- "[ ] npm run seed"'],
    ['a:\n  - - `b`\n', '- "`b`"'],
    ['- a: b: c\n  d: e\n', 'a: "b: c"'],
  ])('in the list %j', (text, expected) => {
    expect(quoted(text)).toEqual([expected]);
  });

  test.each([
    ['[run #2]', '["run #2"]'],
    ['[npm run seed, see: #2,]', '["npm run seed", "see: #2"]'],
    ['[@a, say "b"]', undefined],
    ['[a, b', '["a", "b"]'],
    ['- a', undefined],
    ['@a', undefined],
  ])('of actions, %s', (value, expected) => {
    expect(quoted(`- who: ChatGPT\n  actions: ${value}\n  ask: b\n`)).toEqual([expected && `actions: ${expected}`]);
  });

  test('one after the other', () => {
    expect(quoted('a: @b\nc: @d\n')).toEqual(['a: "@b"']);
    expect(quoted('a: "@b"\nc: @d\n')).toEqual(['c: "@d"']);
  });

  test.each([
    ['an item that goes on', '- @a\n  b\n'],
    ['a line of a text whose quote is open', 'a: "b\n  c: d: e'],
    ['bad indentation', '- who: PO\n   topic: a\n'],
    ['a quote in quotes', "a: 'don't: b'\n"],
    ['a text behind quotes', 'a: "b" c: d\n'],
    ['a value that goes on', 'a: b: c\n  d\n'],
    ['a list on the line of its key', 'a: - b\n'],
    ['a block that is indented by tabs', 'a: |\n\tb\n'],
    ['an open bracket, and more below', 'a: [b\n  c\nd: e\n'],
  ])('%s is none', (_, text) => {
    expect(quoted(text)).toEqual([undefined]);
  });
});

describe('aliases', () => {
  const bomb = (levels: number, width: number) =>
    [
      '- &a0 lol',
      ...Array.from(
        { length: levels },
        (_, level) => `- &a${level + 1} [${Array(width).fill(`*a${level}`).join(', ')}]`,
      ),
    ].join('\n');

  test('a bomb is one problem, found at once', () => {
    const started = performance.now();
    expect(problems(bomb(9, 9))).toEqual(['alias-bomb 7:18-7:21 a5']);
    expect(problems(bomb(2000, 2))).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test('a long text used often is one', () => {
    expect(problems(`- &a ${'x'.repeat(10_000)}\n${'- *a\n'.repeat(150)}`)).toEqual([
      expect.stringMatching(/^alias-bomb/),
    ]);
  });

  test('a short text used often is none', () => {
    expect(problems(`- &a text\n${'- *a\n'.repeat(10_000)}`)).toEqual(['read']);
  });
});

test('of 2,000 faults the first 1,000 are told', () => {
  const found = problems('- *a\n'.repeat(2_000));
  expect(found).toHaveLength(1_000);
  expect(found.at(-1)).toBe('unresolved-alias 1000:3-1000:5 a');
});
