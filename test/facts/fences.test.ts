import { Parser } from 'commonmark';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fencedBlocks, locatorIn } from '../../src/facts/fences.ts';

interface Seen {
  readonly info: string;
  readonly text: string;
}

/** The fenced blocks that the reference implementation of CommonMark finds. */
function parsed(markdown: string): Seen[] {
  const seen: Seen[] = [];
  const walker = new Parser().parse(markdown).walker();
  for (let step = walker.next(); step; step = walker.next()) {
    const { type, info, literal } = step.node;
    // Indented code has no info string at all.
    if (type === 'code_block' && info !== null) seen.push({ info, text: (literal ?? '').replace(/\n+$/, '') });
  }
  return seen;
}

function scanned(markdown: string): Seen[] {
  return fencedBlocks(markdown).map(({ info, lines }) => ({
    info,
    text: lines
      .map(({ content }) => content)
      .join('\n')
      .replace(/\n+$/, ''),
  }));
}

const line = fc.constantFrom(
  '```',
  '```yaml',
  '````',
  '``` a`b',
  '~~~',
  '~~~ yaml `x`',
  '~~~~',
  ' ```',
  '  ```yml',
  '   ~~~',
  '    ```',
  '     ~~~',
  '``',
  '```  ',
  'text',
  '  text',
  '    text',
  '',
  '  ',
  '# title',
  '---',
  '===',
  '* * *',
  '<!--',
  '-->',
  '<!-- x -->',
  '<pre>',
  'x</pre>',
  '<div>',
  '<p',
  '</details> x',
  '<?x',
  '?>',
  '<span>x',
  '- item',
  '- ```yaml',
  '  - item',
  '1. item',
  '2. item',
  '1. ~~~',
  '-',
  '10) ```',
  '- - ```',
  '-     ```',
  '-    ```',
  '      ```',
  '> quote',
  '> ```yaml',
  '>```',
  '> > ~~~',
  '>',
  '> text',
  '> - ```',
  '- > ```',
  'sprint_id: 3',
  '  sprint_id: 3',
  '     x',
);

test('finds what a CommonMark parser finds', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      const markdown = lines.join('\n');
      // An empty item that a blank line follows ends there, which the scanner does not know.
      fc.pre(!/^-\n *$/m.test(markdown));
      expect(scanned(markdown)).toEqual(parsed(markdown));
    }),
    { numRuns: 5_000 },
  );
});

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
    ['the fence is indented, and its lines are more or less', '  ```a\n   b\n c\n  ```', 'a:  b|c'],
    ['unclosed', '```a\nb\n', 'a: b'],
    ['CRLF and CR', '```a\r\nb\rc\r\n```\r\n', 'a: b|c'],
    ['in a comment', '<!--\n```a\n```\n-->\n```b\n```', 'b: '],
    ['behind a comment of one line', '<!-- x -->\n```a\n```', 'a: '],
    ['in raw HTML', '<details>\n```a\n```\n\n```b\n```\n</details>', 'b: '],
    ['in a list item', '1. x\n\n   ```a\n   b\n   ```', 'a: b'],
    ['the list item ends it', '- ```a\n  b\nc', 'a: b'],
    ['in a nested list item', '- x\n  - y\n\n    ```a\n    b\n    ```', 'a: b'],
    ['in a block quote', '> ```a\n> b\n>\n> c\n> ```', 'a: b||c'],
    ['the block quote ends it', '> ```a\nb', 'a: '],
    ['in both', '> - ```a\n>   b', 'a: b'],
  ])('%s', (_, markdown, ...expected) => {
    const seen = fencedBlocks(markdown).map(
      ({ info, lines }) => `${info}: ${lines.map((line) => line.content).join('|')}`,
    );
    expect(seen).toEqual(expected.filter((block) => block !== ''));
  });
});

test('a block locates its text in the Markdown text', () => {
  const [block] = fencedBlocks('# a\n\n> - ```yaml\n>   b: c\n>\n>    d\n');
  expect(block?.lines).toMatchObject([
    { content: 'b: c', line: 4, indentation: 4 },
    { content: '', line: 5, indentation: 1 },
    { content: ' d', line: 6, indentation: 4 },
  ]);
  if (!block) return;
  const locate = locatorIn(block, 'b: c\n\n d\n');
  expect(locate(3, 4)).toEqual({ line: 4, column: 8, endLine: 4, endColumn: 9 });
  expect(locate(7, 8)).toEqual({ line: 6, column: 6, endLine: 6, endColumn: 7 });
  expect(locate(9, 9)).toEqual({ line: 6, column: 7, endLine: 6, endColumn: 7 });
});
