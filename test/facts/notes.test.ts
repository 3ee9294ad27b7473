import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNotes } from '../../src/facts/notes.ts';
import { blob } from '../helpers/blob.ts';

const read = (content: string | Uint8Array, mode?: string) =>
  readNotes({ path: 'PO_NOTES.md', ...blob(content, mode) });
const fenced = (yaml: string) => `# Notes\n\n\`\`\`yaml\n${yaml}\n\`\`\`\n`;

const seed = `# PO_NOTES

> **Usage**
>
> - Instructions stables, et un en-tête de sprint.

  - Supabase/Postgres

    \`\`\`powershell
    supabase db dump --schema public -f schema.sql
    \`\`\`

## En-tête

\`\`\`yaml
sprint_id: 3
highlights: |
  - Migration guaranteed_runs ajoutée
interaction_log: ./docs/sprints/S3/INTERACTIONS.yaml
status: wip
\`\`\`

## Gabarit

\`\`\`yaml
- who: ChatGPT
  context: env: https://stage.example.app ; PR: Sprint S<N>
\`\`\`
`;

test("the seed's header is read, and its broken template is not", async () => {
  const notes = await read(seed);
  expect(notes).toEqual({
    path: 'PO_NOTES.md',
    text: seed,
    header: {
      problems: [],
      sprintId: 3,
      startedAt: null,
      interactionLog: './docs/sprints/S3/INTERACTIONS.yaml',
    },
    lostHeader: null,
    locate: expect.any(Function),
  });
  const place = await notes.locate?.('/interaction_log');
  expect(place).toEqual({ line: 19, column: 18, endLine: 19, endColumn: 53 });
});

test('started_at is read', async () => {
  const { header } = await read(fenced('sprint_id: 3\nstarted_at: 2026-11-22t14:00:00+01:00'));
  expect(header).toMatchObject({ problems: [], startedAt: Date.parse('2026-11-22T13:00:00Z') });
});

describe('the header', () => {
  test.each<[string, string, number | null]>([
    ['no block', '# Notes\n', null],
    ['a block in a block quote', '> ```yaml\n> sprint_id: 3\n> ```\n', null],
    ['no line that starts sprint_id:', fenced('a: 1\n sprint_id: 3'), null],
    ['a block of another language', fenced('sprint_id: 3').replace('yaml', 'yaml5'), null],
    ['a block of a language that ends alike', fenced('sprint_id: 3').replace('yaml', 'notyaml'), null],
    ['a block without a language', fenced('sprint_id: 3').replace('yaml', ''), null],
    ['yml, in capitals, with more words', fenced('sprint_id: 3').replace('yaml', ' YML title="x"'), 3],
    ['the first of two', fenced('sprint_id: 3') + fenced('sprint_id: 4'), 3],
    ['other blocks before it, unreadable ones too', fenced('{{{') + fenced('sprint_id: 4'), 4],
    ['tildes', fenced('sprint_id: 3').replaceAll('```', '~~~~'), 3],
    [
      'in a longer fence of another language',
      `\`\`\`\`text\n${fenced('sprint_id: 9')}\`\`\`\`\n${fenced('sprint_id: 3')}`,
      3,
    ],
    ['in a comment', `<!--\n${fenced('sprint_id: 9')}-->\n${fenced('sprint_id: 3')}`, 3],
    ['indented', '  ```yaml\n  sprint_id: 3\n  list:\n    - a\n  ```\n', 3],
    ['unclosed', '```yaml\nsprint_id: 3\n', 3],
    ['with a BOM and CRLF', `\ufeff${fenced('sprint_id: 3\nstatus: wip').replaceAll('\n', '\r\n')}`, 3],
    ['the largest number', fenced('sprint_id: 9007199254740991'), 9_007_199_254_740_991],
  ])('%s', async (_, notes, sprintId) => {
    const { header } = await read(notes);
    expect(header?.sprintId ?? null).toBe(sprintId);
    expect(header?.problems ?? []).toEqual([]);
  });
});

describe('where no header is, what looks like one is a lost header', () => {
  const lost = (content: string) => {
    const { header, lostHeader } = read(content);
    expect(header).toBeNull();
    return lostHeader && `${lostHeader.line}:${lostHeader.column}-${lostHeader.endColumn}`;
  };

  test.each<[string, string, string | null]>([
    ['a renamed fence', fenced('sprint_id: 3').replace('yaml', 'text'), '4:1-10'],
    ['a key in capitals', fenced('# x\nSprint_ID: 3'), '5:1-10'],
    ['a key with a dash, in quotes', fenced('"sprint-id": 3'), '4:2-11'],
    ['a key in one word, with a blank behind it', 'sprintId : 3\n', '1:1-9'],
    ['a key that goes on', 'sprint_ids: 3\n', null],
    ['an indented key', fenced('sprint:\n  sprint_id: 3'), '5:3-12'],
    ['front matter', '---\nsprint_id: 3\n---\n# Notes\n', '2:1-10'],
    ['a word in a text', '# Notes\n\nThe sprint_id: see below.\n', null],
    ['nothing', '', null],
  ])('%s', (_, content, expected) => {
    expect(lost(content)).toBe(expected);
  });
});

describe('what is wrong with it', () => {
  /** `line:column what` of every problem. */
  const problems = async (content: string | Uint8Array, mode?: string) => {
    const { header, locate } = await read(content, mode);
    const told = (header?.problems ?? []).map(async (problem) => {
      if (problem.kind === 'unreadable') return problem.reason.kind;
      const key = problem.kind === 'key' ? problem.key : null;
      const location = problem.kind === 'syntax' ? problem.problem.location : await locate?.(key ? `/${key}` : '');
      const what = key ?? (problem.kind === 'syntax' ? problem.problem.kind : problem.kind);
      return `${location?.line}:${location?.column} ${what}`;
    });
    return Promise.all(told);
  };

  test.each<[string, string, ...string[]]>([
    ['a word', 'sprint_id: three', '4:12 sprint_id'],
    ['zero', 'sprint_id: 0', '4:12 sprint_id'],
    ['a negative number', 'sprint_id: -3', '4:12 sprint_id'],
    ['a fraction', 'sprint_id: 3.5', '4:12 sprint_id'],
    ['a number in quotes', 'sprint_id: "3"', '4:12 sprint_id'],
    ['too large a number', 'sprint_id: 9007199254740992', '4:12 sprint_id'],
    ['nothing', 'sprint_id:', '4:11 sprint_id'],
    ['sprint_id in a text alone', '"a\nsprint_id: 3": b', '4:1 other'],
    ['no date', 'sprint_id: 3\nstarted_at: today', '5:13 started_at'],
    ['a date without an offset', 'sprint_id: 3\nstarted_at: 2026-11-22T14:00:00', '5:13 started_at'],
    ['nothing for a date', 'sprint_id: 3\nstarted_at:', '5:12 started_at'],
    ['no texts', 'sprint_id: 3\ninteraction_log: 3\nstatus: [wip]', '5:18 interaction_log', '6:9 status'],
    ['empty texts', 'sprint_id: 3\ninteraction_log: " "\nstatus:', '5:18 interaction_log', '6:8 status'],
    ['a key twice', 'sprint_id: 3\nsprint_id: 4', '5:1 duplicate-key'],
    ['a reserved value', 'sprint_id: 3\nstatus: wip: yes', '5:9 reserved-value'],
    ['an anchor and a tag', 'sprint_id: &id 3\nstatus: !!str wip', '4:12 refused'],
    ['a conflict', '<<<<<<< HEAD\nsprint_id: 3\n=======\nsprint_id: 4\n>>>>>>> x', '4:1 conflict-marker'],
    ['DEL', 'sprint_id: 3 # \u007f', '4:16 excluded-character'],
    ['an open quote', 'sprint_id: 3\nstatus: "wip', '5:9 open-quote'],
    ['not a mapping', 'sprint_id:3', '4:1 sprint_id'],
    ['too deep', `sprint_id: 3\na: ${'['.repeat(64)}`, 'too-deep'],
  ])('%s', async (_, yaml, ...expected) => {
    expect(await problems(fenced(yaml))).toEqual(expected);
  });

  test.each<[string, string | Uint8Array, string, string]>([
    ['a symbolic link', 'README.md', '120000', 'symlink'],
    ['a submodule', '', '160000', 'submodule'],
    ['UTF-16', Buffer.from(`\ufeff${seed}`, 'utf16le'), '100644', 'utf-16'],
    ['Latin-1', Buffer.from('é', 'latin1'), '100644', 'not-utf-8'],
    ['over 1 MiB', ' '.repeat(1024 * 1024 + 1), '100644', 'too-large'],
  ])('%s', async (_, content, mode, expected) => {
    expect(await problems(content, mode)).toEqual([expected]);
    expect((await read(content, mode)).text).toBeNull();
  });

  test('lines and columns are those of the notes', async () => {
    expect(await problems('# x\n  ~~~yml\n  sprint_id: a\n  ~~~\n')).toEqual(['3:14 sprint_id']);
  });
});

test('whatever the bytes, notes are read', async () => {
  const piece = fc.constantFrom(
    '```yaml\n',
    'sprint_id: 3\n',
    '  ',
    '> ',
    '- ',
    '\n',
    '```\n',
    'status',
    ': ',
    '"',
    '[',
    '\t',
    '\r',
    '&a ',
    '*a',
  );
  const content = fc.oneof(
    fc.uint8Array({ maxLength: 64 }),
    fc.array(piece, { maxLength: 16 }).map((pieces) => pieces.join('')),
  );
  await fc.assert(
    fc.asyncProperty(content, async (content) => {
      expect((await read(content)).path).toBe('PO_NOTES.md');
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  ['fences', '```yaml\n'],
  ['containers', '> - '],
  ['items', '- a\n'],
  ['headers', '~~~yaml\nsprint_id: 3\n~~~\n'],
  ['dashes', '-'],
  ['blanks', ' '],
])('1 MiB of %s takes a bounded time', async (_, piece) => {
  const started = performance.now();
  await read(piece.repeat(Math.floor((1024 * 1024) / piece.length)));
  expect(performance.now() - started).toBeLessThan(10_000);
});
