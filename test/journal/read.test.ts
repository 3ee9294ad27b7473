import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJournal } from '../../src/journal/read.ts';
import { blob } from '../helpers/blob.ts';

const read = (content: string | Uint8Array) => readJournal({ path: 'J.yaml', sprint: 3, ...blob(content) });

const seed = `- who: ChatGPT
  when: 2025-09-04T15:00:00+02:00
  topic: Sprint S3 — validation prod
  did: |
    - Implémenté : la recherche
  ask: |
    Tester en prod :
    1) /search
  context: "env: https://stage.example.app ; PR: Sprint S3"
  status: pending

- who: PO
  topic: Sprint S3 — validation prod
  reply: OK
  details: "Rien à dire"
  action: none
`;

test('a journal is read', async () => {
  const journal = await read(seed);
  expect(journal).toMatchObject({
    path: 'J.yaml',
    sprint: 3,
    text: seed,
    state: 'read',
    entries: [
      { who: 'ChatGPT', did: '- Implémenté : la recherche\n' },
      { who: 'PO', reply: 'OK' },
    ],
    cutTexts: [],
    schemaProblems: [],
  });
});

test('a mapping has no entries', async () => {
  expect(await read('who: PO\n')).toMatchObject({ state: 'read', entries: [] });
});

test('a list whose every line is indented is a journal', () => {
  expect(read(seed.replace(/^(?=.)/gm, '  '))).toEqual({
    ...read(seed),
    text: expect.any(String),
    locate: expect.any(Function),
  });
});

test('an unreadable journal has its reason, and in UTF-16 what it says', async () => {
  const journal = await read(Buffer.from(`\ufeff${seed}`, 'utf16le'));
  const decoded = await read(seed);
  expect(journal).toMatchObject({ path: 'J.yaml', text: null, state: 'unreadable', reason: { kind: 'utf-16' } });
  expect(journal).toMatchObject({ decoded: { state: decoded.state, text: seed } });
});

test('a broken journal has its problem', async () => {
  expect(await read('- a: @b\n')).toMatchObject({
    state: 'broken',
    text: '- a: @b\n',
    problem: { kind: 'reserved-value' },
  });
});

describe('texts that a comment cuts short', () => {
  const cuts = async (text: string) => {
    const journal = await read(text);
    return journal.state === 'read' ? journal.cutTexts : journal;
  };

  test('are told with the comment, where they stand', async () => {
    expect(await cuts('- who: PO\n  topic: Sprint S12 #3  \n')).toEqual([
      {
        key: 'topic',
        whole: 'Sprint S12 #3',
        path: '/0/topic',
        location: { line: 2, column: 10, endLine: 2, endColumn: 23 },
      },
    ]);
  });

  test.each([
    ['each of the five keys', '- {}\n- topic: a #\n  did: b # c\n  ask: d\t#e\n  context: f #g\n  details: h #i\n', 5],
    ['over two lines', '- did: a\n    b #c\n', 1],
    ['behind the key of none', '- did: #a\n  context: # b\n    env: c\n', 0],
    ['in flow style', '- { topic: a #b\n  }\n', 1],
    ['no space before #', '- topic: a#b\n', 0],
    ['in quotes', `- topic: "a" # b\n- topic: 'a' # b\n`, 0],
    ['in a block', '- did: | # a\n    b # c\n', 0],
    ['on the next line', '- topic: a\n  # b\n', 0],
    ['another key', '- status: done # for now\n', 0],
    ['no text', '- topic: # b\n  context: { env: a #b\n   }\n', 0],
    ['no entry', 'topic: a #b\n', 0],
  ])('%s', async (_, text, count) => {
    expect(await cuts(text)).toHaveLength(count);
  });
});

test('whatever the bytes, it is unreadable, broken or read', async () => {
  const piece = fc.constantFrom(
    '- ',
    '\n',
    '  ',
    'who: PO',
    'who: ChatGPT',
    'topic: a',
    'reply: KO',
    ': ',
    '[',
    ']',
    '{',
    '}',
    '"',
    ' #',
    '&a ',
    '*a',
    '!',
    '|',
    '~',
    '\ud800',
  );
  const content = fc.oneof(
    fc.uint8Array({ maxLength: 64 }),
    fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join('')),
  );
  await fc.assert(
    fc.asyncProperty(content, async (content) => {
      expect(['unreadable', 'broken', 'read']).toContain((await read(content)).state);
    }),
    { numRuns: 1_000 },
  );
});

describe('of a journal with more errors than anybody reads', () => {
  const answer = '- who: PO\n  topic: Sprint S3\n  reply: OK\n';

  test('entries, five errors each, are all validated, and the first 1,000 errors kept', async () => {
    const journal = await readSound(answer + '- who: PO\n  a: b\n'.repeat(10_000) + answer);
    expect(journal.schemaProblems.length).toBeLessThanOrEqual(1_000);
    expect(journal.entries).toHaveLength(10_002);
    expect(journal.valid.map(({ index }) => index)).toEqual([0, 10_001]);
  });

  test.each([
    ['a list', `  actions: [${'1,'.repeat(40_000)}]\n`],
    ['a mapping', `  context: {${Array.from({ length: 40_000 }, (_, index) => `k${index}`).join()}}\n`],
  ])('those of %s in one entry are no more', async (_, text) => {
    const journal = await readSound(`- who: ChatGPT\n  topic: a\n${text}${answer}`);
    expect(journal.schemaProblems.length).toBeGreaterThan(100);
    expect(journal.schemaProblems.length).toBeLessThanOrEqual(1_000);
  });

  async function readSound(text: string) {
    const journal = await read(text);
    if (journal.state !== 'read') throw new Error(journal.state);
    return journal;
  }
});
