import { Parser } from 'commonmark';
import fc from 'fast-check';
import { expect, test } from 'vitest';
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
    text: lines.map(({ content }) => content).join('\n').replace(/\n+$/, ''),
  }));
}

const line = fc.constantFrom(
  '```', '```yaml', '````', '``` a`b', '~~~', '~~~ yaml `x`', '~~~~', ' ```', '  ```yml', '   ~~~', '    ```', '     ~~~', '``', '```  ',
  'text', '  text', '    text', '', '  ', '# title', '---', '===', '* * *', '<!--', '-->', '<!-- x -->', '<pre>', 'x</pre>', '<div>', '<p', '</details> x', '<?x', '?>', '<span>x',
  '- item', '- ```yaml', '  - item', '1. item', '2. item', '1. ~~~', '-', '10) ```', '- - ```', '> quote', '> ```yaml', '>```', '> > ~~~', '>', '> text', '> - ```', '- > ```', 'sprint_id: 3', '  sprint_id: 3', '     x',
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
