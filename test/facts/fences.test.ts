import { describe, expect, test } from 'vitest';
import { fencedBlocks } from '../../src/facts/fences.ts';

describe('fenced blocks', () => {
  test.each<[string, string, ...string[]]>([
    ['two of them', '```a\nb\n```\ntext\n~~~ c d\ne\n~~~', 'a: b', 'c d: e'],
    ['a longer fence around a shorter one', '````a\n```b\nc\n```\n````', 'a: ```b|c|```'],
    ['another character around it', '~~~a\n```\n~~~', 'a: ```'],
    ['a closing fence with text is none', '```a\n``` b\n```', 'a: ``` b'],
    ['an info string with a backtick', '``` a`b\nc', ''],
    ['tildes may have one', '~~~ a`b\nc', 'a`b: c'],
    ['four spaces', '    ```a\n    ```', ''],
    ['a tab', '\t```a\n\t```', ''],
    ['the fence is indented, and its lines are more or less', '  ```a\n   b\n c\n  ```', 'a:    b| c'],
    ['unclosed', '```a\nb\n', 'a: b'],
    ['CRLF and CR', '```a\r\nb\rc\r\n```\r\n', 'a: b|c'],
    ['in a comment', '<!--\n```a\n```\n-->\n```b\n```', 'b: '],
    ['behind a comment of one line', '<!-- x -->\n```a\n```', 'a: '],
    ['behind a comment’s last line', '<!--\nx --> ```a\n```b\n```', 'b: '],
    ['behind a comment that starts within a line', 'x <!--\n```a\n```', 'a: '],
    ['a closing fence with a word right behind it is none', '```a\n```b\n```', 'a: ```b'],
    ['a comment within a block', '```a\n<!--\n```\n```b\n```', 'a: <!--', 'b: '],
    ['in a list item, indented by three', '1. x\n   ```a\n   b\n   ```', 'a:    b'],
    ['in a list item, indented by four', '- x\n  - y\n    ```a\n    b\n    ```', ''],
    ['behind a list item’s dash', '- ```a\n  b', ''],
    ['in a block quote', '> ```a\n> b\n> ```', ''],
    ['a closing fence in a block quote is none', '```a\n> ```\n```', 'a: > ```'],
    ['two backticks', '``a\n``', ''],
  ])('%s', (_, markdown, ...expected) => {
    const seen = fencedBlocks(markdown).map(
      ({ info, start, end }) =>
        `${info}: ${markdown
          .slice(start, end)
          .trimEnd()
          .replaceAll(/\r?\n|\r/g, '|')}`,
    );
    expect(seen).toEqual(expected.filter((block) => block !== ''));
  });
});

test('a fence of any length is closed by one as long', () => {
  const fence = '`'.repeat(100_000);
  const [block, ...others] = fencedBlocks(`${fence}a\n${fence.slice(1)}\nb\n${fence}\nc\n`);
  expect(block).toMatchObject({ info: 'a', start: 100_002, end: 200_004 });
  expect(others).toEqual([]);
});
