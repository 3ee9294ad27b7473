import fc from 'fast-check';
import { stringify } from 'yaml';
import { ask, reply } from '../helpers/commit-facts.ts';

/** Journals that pass, written in the ways in which YAML can be written. */
const text = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.constantFrom('Done: all of it', 'a # b', '1.10', 'oui\nnon', '- a', 'é 🎉', '@todo'),
);
const entry = fc.oneof(
  fc
    .record({ did: text, ask: text, status: fc.constantFrom('pending', 'done') })
    .map(({ did, ...fields }) => ask(did, fields)),
  fc
    .record({ details: text, reply: fc.constantFrom('OK', 'KO'), action: fc.constantFrom('none', 'fix') })
    .map(({ details, ...fields }) => reply(details, fields)),
);
const style = fc.record({
  defaultStringType: fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'),
  collectionStyle: fc.constantFrom('any', 'flow', 'block'),
  lineWidth: fc.constantFrom(0, 40, 80),
} as const);
const validJournals: fc.Arbitrary<string> = fc
  .tuple(fc.array(entry, { minLength: 1, maxLength: 4 }), style)
  .map(([entries, options]) => stringify(entries, options));

const pieces = [
  ...[
    '- ',
    '-',
    'a',
    'did',
    ': ',
    ':',
    '\n',
    '\r\n',
    '\r',
    ' ',
    '  ',
    '\t',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    ',',
    '#',
    ' #',
  ],
  ...[
    '&a ',
    '*a',
    '!',
    '!!str ',
    '|',
    '>',
    '|2-',
    '%YAML 1.2\n',
    '---\n',
    '...\n',
    '? ',
    '@',
    '`',
    'é',
    '🎉',
    '\ufeff',
  ],
  ...[
    '\u2028',
    '\u0085',
    '\u0007',
    '\ud800',
    '<<: ',
    '\\',
    'S<N>',
    '…',
    'OK',
    'ok',
    'po',
    'PO',
    '1.10',
    '0x1F',
    'null',
    '~',
  ],
  ...['- - ', '{{ x }}', '[x]: ', ': |\n', '#12 ', '\n\t', '\n\t\n', ',\n', '}\n', '- {who: PO, ', 'details: a: b'],
  ...['<<<<<<< HEAD\n', '=======\n', '>>>>>>> work\n', '__proto__: ', 'constructor', 'status: ', 'reply: ', 'who: '],
];

/** A piece of YAML, or what looks like one. */
export const piece = fc.constantFrom(...pieces);

type Mutation = (text: string) => string;
const at = fc.nat(10_000);
const lineOf = (lines: readonly string[], index: number) => index % Math.max(1, lines.length);
const byLine =
  (change: (lines: string[], index: number) => string[]) =>
  (index: number): Mutation =>
  (text) => {
    const lines = text.split('\n');
    return change(lines, lineOf(lines, index)).join('\n');
  };
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  // Characters: put in, taken out, in another's place.
  fc.tuple(at, piece, fc.nat(3)).map(
    ([index, added, removed]): Mutation =>
      (text) => {
        const start = index % (text.length + 1);
        return text.slice(0, start) + added + text.slice(start + removed);
      },
  ),
  // Lines: twice, gone, swapped, further in or out.
  at.map(byLine((lines, index) => lines.toSpliced(index, 0, lines[index] ?? ''))),
  at.map(byLine((lines, index) => lines.toSpliced(index, 1))),
  at.map(byLine((lines, index) => lines.toSpliced(index, 2, lines[index + 1] ?? '', lines[index] ?? ''))),
  fc
    .tuple(at, fc.constantFrom('  ', '\t', ' ', '- '))
    .map(([index, indent]) => byLine((lines, line) => lines.with(line, indent + lines[line]))(index)),
  at.map(byLine((lines, index) => lines.with(index, `${lines[index]?.trimStart()}`))),
  // Structure: cut off, repeated, in a document or a folder of its own.
  at.map(
    (index): Mutation =>
      (text) =>
        text.slice(0, index % (text.length + 1)),
  ),
  fc.constantFrom<Mutation>(
    (text) => text + text,
    (text) => `---\n${text}...\n`,
    (text) => `entries:\n${text}`,
    (text) => `- ${text.replaceAll('\n', '\n  ')}`,
    (text) => text.replaceAll('\n', '\r\n'),
    (text) => `\ufeff${text}`,
    (text) => text.replaceAll("'", '’'),
  ),
);

/** Journals, changed a few times at character, line and structure; some changed so little that they still pass. */
export const mutatedJournals: fc.Arbitrary<string> = fc
  .tuple(validJournals, fc.array(mutation, { maxLength: 4 }))
  .map(([journal, mutations]) => mutations.reduce((text, mutate) => mutate(text), journal));

const grammar = fc.letrec<{ node: string; flow: string; block: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.array(piece, { maxLength: 4 }).map((all) => all.join('')),
    tie('flow'),
    tie('block'),
  ),
  flow: fc.array(tie('node'), { maxLength: 3 }).map((nodes) => `[${nodes.join(', ')}]`),
  block: fc
    .array(fc.tuple(fc.constantFrom('- ', 'did: ', 'who: ', '? ', '"a": ', '&a ', '*a : '), tie('node')), {
      maxLength: 4,
    })
    .map((items) => items.map(([key, node]) => `\n${key}${node.replaceAll('\n', '\n  ')}`).join('')),
}));

/** What may pass for a file: mutated journals, YAML from a grammar, loose pieces of it, bytes, UTF-16. */
export const anyFile: fc.Arbitrary<string | Uint8Array> = fc.oneof(
  { weight: 6, arbitrary: mutatedJournals },
  { weight: 2, arbitrary: grammar.block },
  { weight: 1, arbitrary: fc.array(piece, { maxLength: 24 }).map((all) => all.join('')) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 64 }) },
  { weight: 1, arbitrary: mutatedJournals.map((journal) => Buffer.from(`\ufeff${journal}`, 'utf16le')) },
);
