import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJournal } from '../../src/journal/read.ts';
import { type Fields, withEntry, withoutPending } from '../../src/write/append.ts';
import { normalized } from '../../src/write/texts.ts';
import { blob } from '../helpers/blob.ts';
import { answer, entry, journal } from '../helpers/sprint.ts';

const fields = { who: 'ChatGPT', when: '2026-11-22T14:00:00+01:00', topic: 'Sprint S3 — search', did: 'It works.' };

function read(text: string) {
  const found = readJournal({ path: 'docs/sprints/S3/INTERACTIONS.yaml', sprint: 3, ...blob(text) });
  if (found.state !== 'read') throw new Error(`not YAML: ${text}`);
  return found;
}

/** The journal with an entry added, which has to be readable and to begin with what was there. */
function added(text: string, more: Fields = fields): string {
  const result = withEntry(text, more);
  if (result === null) throw new Error('no entry fits');
  expect(result.startsWith(text)).toBe(true);
  expect(read(result).entries).toEqual([...read(text).entries, more]);
  return result;
}

/** Texts that YAML has for something else where nothing is done about it. */
const hostile = [
  ...[
    '- a\n- b',
    'a: b',
    'a #b',
    '---',
    '--- a\n...\nb',
    "it's",
    '"a"',
    '\'"',
    '\\n',
    '%YAML 1.2',
    '@a',
    '`a`',
    '&a',
    '*a',
  ],
  ...[
    '!a',
    '|',
    '|-\n a',
    '? a',
    '[a',
    '{a: b',
    ']',
    ',',
    ':',
    '-',
    '?',
    'true',
    'null',
    '~',
    '1',
    '0x1f',
    '.inf',
    '<<',
  ],
  ...[
    'a\n\n\nb',
    'a\n  b\n\tc',
    'a  \nb\t',
    'a\n \n  \nb',
    'a\t#b',
    'a\n# b\n--- c',
    '<<<<<<< HEAD\n=======\n>>>>>>> x',
  ],
  ...[
    '🎫',
    'ع\u200f\u202eabc',
    'a\u00a0b',
    'a\u2028b',
    'a\u0085b',
    'a\ufeffb',
    'a\u0000b\u001b[31m\u007f',
    'a\ud83d',
    '\udc00b',
  ],
  ...['C:\\Users\\é', 'https://a.example/?b=c#d', '2026-11-22T14:00:00Z', 'x'.repeat(5000), '__proto__', '::error::x'],
];

test('a text reads back identical but for line endings and outer blanks, in every kind of journal', () => {
  const character = fc.constantFrom(
    ...' \t\n\r:#-?&*!|>\'"%@`{}[],\\.~=<a1é🎫\u0085\u2028\ufeff\u0000\u001b\ud83d'.split(''),
  );
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: character }));
  const journals = [
    '',
    '# comment\n',
    journal(entry()),
    journal(entry()).replaceAll('\n', '\r\n'),
    '  - who: PO\n    a: |\n      b',
  ];
  const check = (written: string, before: string) => {
    added(before, { ...fields, did: normalized(written), ask: normalized(`a${written}`) });
  };
  for (const written of hostile) check(written, '');
  fc.assert(fc.property(text, fc.constantFrom(...journals), check), { numRuns: 300 });
});

describe('what was there stays, byte for byte', () => {
  test.each([
    ['no final newline', journal(entry()).trimEnd()],
    ['CRLF', journal(entry(), answer()).replaceAll('\n', '\r\n')],
    ['a comment at the end', `${journal(entry())}# the end`],
    ['comments alone', '# Journal\n\n# of S3\n'],
    ['blank lines at the end', `${journal(entry())}\n\n\n`],
    ['blanks at the end', `${journal(entry())}   `],
    ['an indented list', '   - who: PO\n     x: 1\n'],
    ['a text as a block', '- who: PO\n  details: |\n    a'],
    ['a document start', '---\n- who: PO\n'],
    ['a key without a value', '- who: PO\n  details:'],
    ['lone CR', '- who: PO\r  details: a\r'],
  ])('%s', (_, text) => {
    added(text);
  });

  test('new lines end as most of the others do', () => {
    const crlf = added(journal(entry()).replaceAll('\n', '\r\n'), { ...fields, did: 'a\nb' });
    expect(crlf.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('entries are a blank line apart', () => {
    expect(added('- who: PO\n', { who: 'PO' })).toBe('- who: PO\n\n- who: PO\n');
    expect(added('- who: PO\n\n', { who: 'PO' })).toBe('- who: PO\n\n- who: PO\n');
  });

  test('an entry starts below the dashes above it', () => {
    expect(added('  - who: PO\n', { did: 'a\nb' })).toBe('  - who: PO\n\n  - did: |-\n      a\n      b\n');
  });
});

test.each(['[]', '[{ who: PO }]\n', 'who: PO\n', 'text', '- who: PO\n...\n'])('nothing is added to %j', (text) => {
  expect(withEntry(text, fields)).toBe(null);
});

describe('pending entries become done', () => {
  test('and nothing else changes', () => {
    const text = [
      '# status: pending',
      '- who: ChatGPT # pending',
      '  status: pending # until the PO answers',
      '  did: "status: pending"',
      "- {who: ChatGPT, status: 'pending', x-old: {status: pending}}",
      '- status: "pending"',
      '- status: |-\r\n    pending\r',
      '- status: done',
    ].join('\n');
    expect(withoutPending(text)).toBe(
      [
        '# status: pending',
        '- who: ChatGPT # pending',
        '  status: done # until the PO answers',
        '  did: "status: pending"',
        "- {who: ChatGPT, status: 'done', x-old: {status: pending}}",
        '- status: "done"',
        '- status: |-\r\n    done\r',
        '- status: done',
      ].join('\n'),
    );
  });

  test('however the word is written', () => {
    expect(withoutPending('- status: "pend\\x69ng"\n')).toBe('- status: done\n');
  });
});
