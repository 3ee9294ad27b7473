import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readJournal } from '../../src/journal/read.ts';
import type { SchemaProblem } from '../../src/journal/schema-problem.ts';
import { schemaWords } from '../../src/words/schema.ts';
import { blob } from '../helpers/blob.ts';

const developer = {
  who: 'ChatGPT',
  when: '2026-11-22T14:00:00Z',
  topic: 'Sprint S3',
  did: 'The search.',
  ask: 'Look for a tour.',
  context: 'stage',
  status: 'pending',
  actions: '["npm run seed"]',
};
const owner = {
  who: 'PO',
  when: '2026-11-22T14:05:00Z',
  topic: 'Sprint S3',
  reply: 'KO',
  details: 'No.',
  action: 'fix',
};

type Place = readonly [entry: 0 | 1, key: string, nested?: string];

const places: readonly Place[] = [
  ...Object.keys(developer).map((key): Place => [0, key]),
  ...Object.keys(owner).map((key): Place => [1, key]),
  [0, 'context', 'status'],
  [0, 'context', 'when'],
  [0, 'context', '"a b"'],
  [0, 'actions', '-'],
];

/** A journal in which `value`, as it is written, stands at a place. */
function written([entry, key, nested]: Place, value: string): string {
  const inside = nested === undefined ? value : nested === '-' ? `\n    - ${value}` : `\n    ${nested}: ${value}`;
  return [developer, owner]
    .map((fields, index) => {
      const lines = Object.entries(fields).map(([name, plain]) =>
        index === entry && name === key ? `${name}: ${inside}` : `${name}: ${plain}`,
      );
      return `- ${lines.join('\n  ')}\n`;
    })
    .join('');
}

function problemsOf(text: string): readonly SchemaProblem[] | null {
  const journal = readJournal({ path: 'J.yaml', sprint: 3, ...blob(text) });
  return journal.state === 'read' ? journal.schemaProblems : null;
}

const scalars = fc.oneof(
  fc.constantFrom(
    '1.10',
    '0x1F',
    '0o17',
    '1e3',
    '.5',
    '-0',
    '+12',
    '.inf',
    '.NaN',
    'true',
    'False',
    '~',
    'null',
    'Null',
  ),
  fc.constantFrom('2026', '2026-11-22', '"1795719414"', '12:30', 'ok', 'Ko', 'Done', 'PENDING', 'none', 'Fix', 'po'),
  fc.constantFrom('#12 fixed', '# a "b" \\c', "#it's", '""', "''", '"\\u200b"', '[a]', '{ a: b }', '[]', '{}'),
  fc.integer().map(String),
  fc.double({ noNaN: true }).map(String),
  fc.string().map((text) => JSON.stringify(text)),
);

test('a help that is a value mends its place, and keeps what the user wrote', () => {
  fc.assert(
    fc.property(fc.constantFrom(...places), scalars, (place, value) => {
      const before = problemsOf(written(place, value));
      for (const problem of before ?? []) {
        const finding = { problem, sprint: 3, now: '2026-11-22T14:10:00Z', signer: place[0] === 1 ? 'PO' : 'ChatGPT' };
        const { help } = schemaWords('en', finding);
        const name = place[2] ?? place[1];
        const offered =
          name === '-' ? /^- (.*)$/.exec(help)?.[1] : help.startsWith(`${name}: `) && help.slice(name.length + 2);
        if (typeof offered !== 'string' || offered.includes('\n') || offered.includes(' or ')) continue;
        expect(problemsOf(written(place, offered)), help).toEqual([]);
        const isKept = ['wrong-type', 'comment'].includes(problem.kind) && !['when', 'who', 'reply'].includes(name);
        const isText = problem.kind !== 'wrong-type' || problem.written !== null;
        if (isKept && isText) expect(unquoted(offered), value).toContain(unquoted(value));
      }
    }),
    { numRuns: 2000 },
  );
});

/** What stands in quotes, however they were written. */
function unquoted(text: string): string {
  return text
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/^(["'])(.*)\1$/s, '$2')
    .replaceAll("''", "'");
}
