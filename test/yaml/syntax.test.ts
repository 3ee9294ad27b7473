import { describe, expect, test } from 'vitest';
import { blob } from '../helpers/blob.ts';
import { readYaml } from '../helpers/yaml.ts';

/** `kind line:column-endLine:endColumn subject` of the problem. */
function problem(text: string): string {
  const file = readYaml(blob(text));
  if (file.state !== 'broken') return file.state;
  const { kind, location, subject } = file.problem;
  const { line, column, endLine, endColumn } = location;
  return `${kind} ${line}:${column}-${endLine}:${endColumn} ${subject}`.trimEnd();
}

describe('one cause is one problem', () => {
  test.each<[string, string, string]>([
    ['an open quote', 'a: "b\nc: d\n', 'open-quote 1:4-1:5'],
    ['a conflict', '- a: b\n<<<<<<< HEAD\n- c: d\n=======\n>>>>>>> x\n', 'conflict-marker 2:1-2:13'],
    ['one inside an entry', '- a: b\n  c: d\n||||||| base\n=======\n', 'conflict-marker 3:1-3:13'],
    ['the end of one', '- a: b\r\n=======\r\n', 'conflict-marker 2:1-2:8'],
    ['one behind what it breaks', '- a: "b\n- c\n<<<<<<< HEAD\n', 'conflict-marker 3:1-3:13'],
    ['a line of a text that looks like one', '- |\n  a\n  =======\n', 'read'],
    ['an open quote before another', `a: 'b\nc: 'd'\n`, 'open-quote 1:4-1:5'],
    ['an open bracket', '- [a,\n  b\n- c\n', 'bracket 3:1-3:2'],
    ['an open brace', '{a: b,\n', 'bracket 2:1-2:1'],
    ['no comma', '- [a,\n   "b" "c"]\n', 'bracket 2:8-2:9'],
    ['no comma between keys', '- {a: b c: d, e: f}\n', 'bracket 1:7-1:13'],
    ['no colon', '- who: PO\n  topic\n', 'other 2:3-2:8'],
    ['a key of two lines', '- a\n  b: c\n', 'other 1:3-2:4'],
    ['a colon in a text of two lines', '- a: b\n    c: d\n', 'other 1:6-1:7'],
    ['an entry that is out of line', '- a: b\nc: d\n', 'other 2:1-2:2'],
    ['a key that is out of line', '- a: b\n c: d\n', 'other 2:1-2:2'],
    ['a text that is not indented', '- a: |\n b\n', 'other 2:1-2:2'],
    ['a list as such a text', '- a: >-\n\n  - b\n  - c: d\n  e: f\n', 'other 3:1-3:2'],
    ['lines above a key as such a text', '- a: |\r\n  b\r\n  c\r\n  d: e\r\n', 'other 2:3-2:4'],
    ['a second colon behind brackets', '- a: {b}: c\n  d: e\n', 'reserved-value 1:6-1:12 {b}: c'],
    ['one whose value goes on', '- a: [b]: c\n    d\n', 'other 1:9-1:9'],
    ['a key without a name', '- a: [b]\n  : c\n', 'other 2:1-2:1'],
    ['a list on two lines that begins behind its key', 'a: - b\n   - c\n', 'other 1:4-1:5'],
    ['the first in the text, not the first found', 'b: \n"', 'other 2:1-2:2'],
    ['a cascade', '- a: b\nc: d\ne: f\n', 'other 2:1-2:2'],
    ['a duplicate key', 'a: 1\nb: 2\na: 3\n', 'duplicate-key 3:1-3:2 a'],
    ['one in an entry', '- a: 1\n  b: 2\n  b: 3\n', 'duplicate-key 3:3-3:4 b'],
    ['the first of two', 'a: {b: 1, b: 2}\na: 2\n', 'duplicate-key 1:11-1:12 b'],
    ['the same key as a number and a text', '1: a\n"1": b\n', 'duplicate-key 2:1-2:4 1'],
    ['the same key in two mappings', '- a: 1\n- a: 1\n', 'read'],
    ['two documents', 'a: 1\n---\nb: 2\n---\nc: 3\n', 'several-documents 2:1-2:2'],
    ['two documents, parted by ...', 'a: 1\n...\nb\n', 'several-documents 3:1-3:2'],
    ['one document, marked', '---\na: 1\n...\n# the end\n', 'read'],
    ['an error before a second document', 'a: "\n---\nb: 2\n', 'open-quote 1:4-1:5'],
    ['a directive', '# old\n%YAML 1.1\n---\na: yes\n', 'refused 2:1-2:10 %YAML 1.1'],
    ['the first of two', '%YAML 1.2\n%FOO a\n---\na\n', 'refused 1:1-1:10 %YAML 1.2'],
    ['a tag', '- !a b\n- !!int 3\n', 'refused 1:3-1:5 !a'],
    ['a tag without its handle', '[!e!b c]', 'refused 1:2-1:6 !e!b'],
    ['an anchor and its alias', '- &a b: c\n- *a\n', 'refused 1:3-1:5 &a'],
    ['an alias', '- a\n- *b\n- *c\n', 'refused 2:3-2:5 *b'],
    ['an alias as a key', '*a : b\n', 'refused 1:1-1:3 *a'],
    ['a cycle', 'a: &a [*a]\n', 'refused 1:4-1:6 &a'],
    ['two anchors', '- &a\n  &b c\n', 'refused 1:3-1:5 &a'],
    ['what looks like them within texts', '- a &b *c !d\n- "&b"\n- |\n  *c\n  %d\n', 'read'],
    ['the first of two control characters', 'a: "\u001b[31m\u0007"\n', 'excluded-character 1:5-1:6 U+001B'],
    ['a NUL', 'a: \0\n', 'excluded-character 1:4-1:5 U+0000'],
    ['DEL', 'a: "\u007f"\n', 'excluded-character 1:5-1:6 U+007F'],
    ['C1, as Windows-1252 leaves it, in a comment', '# l\u0092ask\na: 1\n', 'excluded-character 1:4-1:5 U+0092'],
    ['two that are no characters', 'a: \ufffe\uffff\n', 'excluded-character 1:4-1:5 U+FFFE'],
    ['all others', 'a: "\t\u0085\u00a0\u2028\ufffd\u{10ffff}"\n', 'read'],
    ['a tab as indentation', '- who: PO\n\ttopic: a\n', 'tab-indentation 2:1-2:2'],
    ['blanks and a tab', 'a:\n  \t- b\n', 'tab-indentation 2:3-2:4'],
    ['a tab in a text in quotes', 'a:\n  b: "c\n\n\td"\n  e: f\n', 'tab-indentation 4:1-4:2'],
    ['a tab on a line of its own', "a:\n  b: 'c\r\n\t\r\n    d'\r\n", 'tab-indentation 3:1-3:2'],
    ['a tab behind a dash', '-\twho: PO\n  topic: a\n', 'tab-indentation 1:2-1:3'],
    ['a tab elsewhere', 'a:\tb\t# c\n', 'read'],
  ])('%s', (_, text, expected) => {
    expect(problem(text)).toBe(expected);
  });
});

describe('a value that YAML takes for something else', () => {
  const quoted = (text: string) => {
    const file = readYaml(blob(text));
    return file.state === 'broken' ? file.problem.quoted : file.state;
  };

  test("the seed's template", () => {
    const text = '- who: ChatGPT\n  context: env: https://stage.example.app ; PR: Sprint S3\n  status: pending\n';
    expect(problem(text)).toBe('reserved-value 2:12-2:58 env: https://stage.example.app ; PR: Sprint S3');
    expect(quoted(text)).toBe('context: "env: https://stage.example.app ; PR: Sprint S3"');
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
    ['[wip]: search', '"[wip]: search"'],
    ['{ wip } : search', '"{ wip } : search"'],
    ['"WIP": search', `'"WIP": search'`],
    ['] done', '"] done"'],
    ['Sprint S3: search', '"Sprint S3: search"'],
    ['PR: #12', '"PR: #12"'],
    ['see: "here"', `'see: "here"'`],
    ["it's C:\\temp: gone", `'it''s C:\\temp: gone'`],
    ['@PO   ', '"@PO"'],
    ['- the search', '"- the search"'],
    ['"OK" says the PO', `'"OK" says the PO'`],
    ['"OK" and not "KO"', `'"OK" and not "KO"'`],
    ["'don't'", `"don't"`],
    ['"C:\\dev"', `'C:\\dev'`],
    ['"C:\\Users\\x"', `'C:\\Users\\x'`],
    ['"a \\\\ and \\d"', `'a \\\\ and \\d'`],
    ['"say \\"hi\\"\\nthen \\d+ \\B"', '"say \\"hi\\"\\nthen \\\\d+ \\\\B"'],
    ['"^\\/a\\d"', `'^\\/a\\d'`],
    ['"\\u00e9 \\u12 \\x4"', '"\\u00e9 \\\\u12 \\\\x4"'],
    ['"\\u12 \\d"', `'\\u12 \\d'`],
    ['"a\\"b" \\d"', `'"a\\"b" \\d"'`],
    ["'it''s and it's'", `"it's and it's"`],
    ['"OK"# for now', `'"OK"# for now'`],
  ])('%s', (value, expected) => {
    expect(quoted(`- who: PO\n  details: ${value}\n  action: fix\n`)).toBe(`details: ${expected}`);
    expect(quoted(`- details: ${value}\r\n  who: PO\r\n`)).toBe(`details: ${expected}`);
  });

  test.each([
    ['- @PO please\n', '- "@PO please"'],
    ['- a:\n  - [ ] npm run seed\n  - b\n', '- "[ ] npm run seed"'],
    ['a:\n  - - `b`\n', '- "`b`"'],
    ['- a: b: c\n  d: e\n', 'a: "b: c"'],
  ])('in the list %j', (text, expected) => {
    expect(quoted(text)).toBe(expected);
  });

  test.each([
    ['[npm run seed, see: #2,]', undefined],
    ['- a', '["a"]'],
    ['@a', '["@a"]'],
    ['npm run seed: all', '["npm run seed: all"]'],
    ["'don't'", '["don\'t"]'],
  ])('of actions, %s', (value, expected) => {
    expect(quoted(`- who: ChatGPT\n  actions: ${value}\n  ask: b\n`)).toBe(expected && `actions: ${expected}`);
  });

  test('a tab behind the key', () => {
    expect(quoted('- did:\tsearch: done\n')).toBe('did: "search: done"');
  });

  test('one after the other', () => {
    expect(quoted('a: @b\nc: @d\n')).toBe('a: "@b"');
    expect(quoted('a: "@b"\nc: @d\n')).toBe('c: "@d"');
  });

  test.each([
    ['an item that goes on', '- @a\n  b\n'],
    ['a line of a text whose quote is open', 'a: "b\n  c: d: e'],
    ['bad indentation', '- who: PO\n   topic: a\n'],
    ['a value that goes on', 'a: b: c\n  d\n'],
    ['a block that is indented by tabs', 'a: |\n\tb\n'],
    ['an open bracket, and more below', 'a: [b\n  c\nd: e\n'],
    ['an entry in braces', '- {who: PO, details: @dev}\n'],
    ['an entry in brackets', '# a\n- [wip\n- a: b\n'],
    ['a value in braces with a comma', '- {who: PO, details: not: this, or that, action: fix}\n'],
    ['a value in braces behind which a comma may be missing', '- {who: PO reply: OK, details: a}\n'],
    ['one on a line of its own', '- context: {\n    env: https://a b: c,\n    pr: 3 }\n'],
    ['a value in brackets that open above it', '- a: [\n    b: @c,\n    d ]\n'],
    ['one behind brackets in a comment and in texts', '- {a: b, # ]}\n   c: "}]", d: f}, e: @g,\n   h: i}\n'],
  ])('%s is none', (_, text) => {
    expect(quoted(text)).toBe(undefined);
  });
});

describe('anchors, tags and aliases are shown in quotes where they may be text', () => {
  test.each<[string, string | undefined]>([
    ['- topic: *important\n', 'topic: "*important"'],
    ['- topic: &more here\n', 'topic: "&more here"'],
    ['- topic: !important\n', 'topic: "!important"'],
    ['- *all\n', '- "*all"'],
    ['- &a\n  who: PO\n', undefined],
    ['- &a who: PO\n', undefined],
    ['- context: &a\n    env: stage\n', undefined],
    ['- actions: [*a]\n', undefined],
    ['- context: {\n    env: *a,\n    pr: 3 }\n', undefined],
  ])('%j', (text, quoted) => {
    const file = readYaml(blob(text));
    expect(file).toMatchObject({ state: 'broken' });
    expect(file.state === 'broken' && file.problem.quoted).toBe(quoted);
  });
});

describe('two entries that stand as one are one problem, where the second begins', () => {
  const entry = (did: string) => `who: ChatGPT\n  topic: Sprint S3\n  did: ${did}\n  status: pending\n`;

  test('its dash is forgotten', () => {
    expect(problem(`- ${entry('a')}  ${entry('b')}`)).toBe('missing-dash 5:3-5:6 who');
  });

  test('its dash and its indentation are forgotten', () => {
    expect(problem(`- ${entry('a')}${entry('b').replaceAll('\n  ', '\n')}`)).toBe('missing-dash 5:1-5:4 who');
  });

  test('git’s merge fused them between the lines that both have', () => {
    const text = '- who: ChatGPT\n  did: a\n  ask: b\n  did: c\n  ask: d\n  status: pending\n';
    expect(problem(text)).toBe('missing-dash 4:3-4:6 who');
  });

  test.each<[string, string, string]>([
    ['behind a word', '  status: pending', 'misplaced-entry 3:18-3:24'],
    ['behind quotes', '  details: "No."', 'misplaced-entry 3:17-3:23'],
    ['behind brackets', '  actions: [a]', 'misplaced-entry 3:15-3:21'],
    ['behind a block of lines', '  details: |\n    No.', 'misplaced-entry 4:8-4:14'],
    ['behind an item', '  actions:\n    - seed', 'misplaced-entry 4:11-4:17'],
  ])('the second stands %s, since no newline ended the first', (_, last, expected) => {
    expect(problem(`- who: PO\n  topic: Sprint S3\n${last}${`- ${entry('a')}`.repeat(2)}`)).toBe(expected);
  });

  test('so it does where entries are indented', () => {
    expect(problem('  - who: PO\n    reply: OK  - who: PO\n    reply: OK\n')).toBe('misplaced-entry 2:16-2:22');
  });

  test.each(['keys - who: a name', 'keys- ask: a name'])('a text may hold %s', (text) => {
    expect(problem(`- who: PO\n  did: ${text}\n`)).toMatch(/^reserved-value 2:8/);
  });

  test('a header has no entries', () => {
    expect(problem('a: 1\nb: 2\na: 3\nb: 4\n')).toBe('duplicate-key 3:1-3:2 a');
  });
});
