import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeCommit } from '../../src/judge.ts';
import cutText from '../../src/rules/journal-cut-text.ts';
import schema from '../../src/rules/journal-schema.ts';
import selfAnswered from '../../src/rules/journal-self-answered.ts';
import syntax from '../../src/rules/journal-syntax.ts';
import topic from '../../src/rules/journal-topic.ts';
import when from '../../src/rules/journal-when.ts';
import who from '../../src/rules/journal-who.ts';
import type { AnyRule } from '../../src/rules/rule.ts';
import { readYamlText } from '../../src/yaml/read.ts';
import { factsOfJournal } from '../helpers/facts.ts';

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
const answered = { ...developer, status: 'done' };

type Place = readonly [entry: 0 | 1 | 2, key: string, nested?: string];

/** An answered entry, its answer, and an entry that nobody has answered. */
const entries = [answered, owner, developer];

const nested = ['status', 'who', 'when', 'topic', 'reply', 'actions', '2', '"a b"'];
const places: readonly Place[] = [
  ...entries.flatMap((fields, entry) => Object.keys(fields).map((key) => [entry, key] as Place)),
  ...nested.map((key): Place => [2, 'context', key]),
  [2, 'actions', '-'],
];

/** A journal in which `value` stands at a place: its further lines as they are where `isPasted`, else as deep as the key. */
function journalWith([entry, key, nested]: Place, value: string, isPasted = false): string {
  const start = nested === undefined ? `${key}:` : nested === '-' ? `${key}:\n    -` : `${key}:\n    ${nested}:`;
  const indented = value.replaceAll('\n', isPasted ? '\n' : nested === undefined ? '\n  ' : '\n    ');
  return entries
    .map((fields, index) => {
      const lines = Object.entries(fields).map(([name, plain]) =>
        index === entry && name === key ? `${start} ${indented}` : `${name}: ${plain}`,
      );
      return `- ${lines.join('\n  ')}\n`;
    })
    .join('');
}

interface Found {
  readonly rule: string;
  readonly path: string;
  readonly help: string;
}

const rules: ReadonlySet<AnyRule> = new Set([syntax, schema, who, selfAnswered, topic, when, cutText]);

/** What the rules on a journal say of it; null where it can't be read. */
function findingsOf(text: string): readonly Found[] | null {
  const facts = factsOfJournal(text);
  if (facts.journal?.state === 'unreadable') return null;
  return judgeCommit(facts, 'being made').flatMap(({ rule, data, path = '' }) =>
    rules.has(rule) ? [{ rule: rule.id, path, help: rule.words.en.help(data, String) }] : [],
  );
}

/** The value that a help shows for a place; null where it shows none. */
function valueIn(whole: string, [, key, nested]: Place): string | null {
  const help = whole.replace(/^.*; if it is text: /, '');
  const name = nested ?? key;
  const start = name === '-' ? '- ' : `${name}: `;
  // `reply: OK or reply: KO` leaves a choice, and a template its text; what follows on lines of their own are further
  // keys, or a block's lines.
  const isValue =
    help.startsWith(start) &&
    !/ or \w+: |\nreplace /.test(help) &&
    (help.startsWith(`${start}|\n`) || !help.includes('\n'));
  return isValue ? help.slice(start.length) : null;
}

/** The texts and numbers in a value, as YAML reads them. */
function contentOf(written: string): unknown {
  const yaml = readYamlText(written);
  return yaml.state === 'read' ? yaml.value : undefined;
}

const spellings = fc.constantFrom(
  ...['1.10', '2.0', '007', '0x1F', '0o17', '1e3', '.5', '-0', '+12', '.inf', '.NaN', '123456789012345678901234567890'],
  ...['true', 'True', 'FALSE', 'yes', 'no', 'on', '~', 'null', 'Null', ''],
  ...['2026', '2026-11-22', '2026-11-22 14:05', '2026-11-22 14:05:00+0100', '"1795719414"', '1795719414', '12:30'],
  ...['ok', 'Ko', 'Done', 'done', 'PENDING', 'none', 'Fix', 'po', 'Po', 'chatgpt', 'Marie', '" PO"', 'OK | KO'],
  ...[
    '#12 fixed',
    '# a "b" \\c',
    "#it's",
    'Sprint S3 #4',
    'a #b "c"',
    'Search # Sprint S3',
    '#12 fixed\n  and more',
    '#12\n  Sprint S4 #5',
    'Sprint S12',
    'Sprint S<N>',
    '…',
    '- …',
  ],
  ...[
    '""',
    "''",
    '"\\u200b"',
    '"a\\u0007\\e[31mb"',
    '"a\\n- …\\nS<N>"',
    '"🎉\\ud83c\\udf89"',
    `'it''s "so"'`,
    '"C:\\\\x"',
  ],
  ...[
    '[a]',
    '[]',
    '{}',
    '{ a: b }',
    '{ a: 1,2 }',
    '[1, [2]]',
    '|\n  a\n  b',
    '>\n  a\n  b',
    '\n  - one\n  - two: 3',
    '\n  env:\n    - a',
    '\n  - {{ x }}: y\n    z: 1\n\n  - b # c',
    '{{ x }}',
    '{ [x]: 1, {y}: }',
    '[wip]: x',
    '\n  - `a` b\n  - **c**: d',
    '\n  - *a*\n  - Gates of S<N>: …',
    '\n  - the map of S<N>\n  - Gates: …',
  ],
  ...['**OK**', '*KO* - no', '*pending*', '**done**', '&a OK', '!!str fix', '@nobody', '- x', 'Run: "a" b', '*x* y'],
  ...['`2026-11-22 14:05`', '&t 2026-11-22 14:05Z', '**2026-11-22 14:05+01**', 'say: "a"', '"a \\"b\\" \\d"', '"\\d"'],
);
const values = fc.oneof(
  spellings,
  fc.integer().map(String),
  fc.double({ noNaN: true }).map(String),
  fc.string({ unit: 'binary' }).map((text) => JSON.stringify(text)),
  fc.string().map((text) => `#${text.replaceAll(/[^ -~]/g, '')}`),
);

test('a help that is a value mends its place, breaks nothing, and keeps what the user wrote', () => {
  fc.assert(
    fc.property(fc.constantFrom(...places), values, (place, value) => {
      const before = findingsOf(journalWith(place, value)) ?? [];
      const own = `/${place[0]}/${[place[1], ...place.slice(2)].join('/')}`.replace('/-', '/0').replaceAll('"', '');
      for (const { rule, path, help } of before) {
        // A line that can't be read is told by its key, whatever it belongs to.
        const isOwn = path === own || (rule === 'journal/syntax' && (place.length === 2 || place[2] === '-'));
        const isList = value.startsWith('\n  - ') && place.length === 2 && takesText(place) && place[1] !== 'actions';
        for (const line of isOwn && isList ? value.replaceAll('S<N>', 'S3').split('\n') : []) {
          expect(help).toContain(line.replace(/#.*/, '').trim());
        }
        const shown = isOwn ? valueIn(help, place) : null;
        if (shown === null) continue;
        const after = findingsOf(journalWith(place, shown, true));
        const had = new Set(
          before.filter((finding) => finding.path !== own).map(({ rule, path }) => `${rule} ${path}`),
        );
        // A date that only its form kept from being read is the user's own, and may well be a wrong one.
        const isOwnDate = value.includes('2026-11-22 14:05');
        // Of a journal that can't be read, nobody knows the dates below.
        const mayBeLate = isOwnDate || rule === 'journal/syntax';
        const added = after
          ?.filter((finding) => !(mayBeLate && finding.rule === 'journal/when'))
          .map(({ rule, path }) => `${rule} ${path}`)
          .filter((finding) => !had.has(finding));
        expect(added, help).toEqual([]);
        if (rule === 'journal/schema' && takesText(place) && isScalar(value)) {
          expect(String([contentOf(shown)]), help).toContain(charactersOf(value));
        }
      }
    }),
    { numRuns: 500 },
  );
});

/** Whether any text may stand at a place, so that the user's can. */
function takesText([, key, nested]: Place): boolean {
  return nested !== undefined || ['topic', 'did', 'ask', 'context', 'details', 'actions'].includes(key);
}

/** Whether a value has characters of its own that a text can hold: it is no list or mapping, not empty, and no template. */
function isScalar(value: string): boolean {
  if (/…|S<N>/.test(value)) return false;
  const content = contentOf(value);
  const isVisible = value !== '' && (typeof content !== 'string' || /[^\p{C}\p{Z}\p{DI}]/u.test(content));
  return isVisible && (value.startsWith('#') || typeof content !== 'object' || content === null);
}

/** What a user wrote: of a text what YAML reads, of anything else what the file says. */
function charactersOf(value: string): string {
  const content = contentOf(value);
  return (typeof content === 'string' ? content : value).trim();
}

test('the template of the notes, pasted as it is but for quotes around its context, is one finding for each cause', () => {
  const template = `- who: ChatGPT
  when: 2026-11-22T14:05:00Z
  topic: Sprint S<N> — validation prod
  did: |
    - Implémenté : …
    - Gates passées : …
  ask: |
    Tester en prod :
    1) …
    2) …
  context: "env: https://stage.example.app ; PR: Sprint S<N>"
  status: pending

- who: PO
  topic: Sprint S<N> — validation prod
  reply: OK | KO
  details: "…"
  action: none | fix
`;
  expect(findingsOf(template)).toEqual([
    { rule: 'journal/schema', path: '/0/did', help: 'replace each “…” with your own text' },
    {
      rule: 'journal/schema',
      path: '/0/ask',
      help: 'replace each “…” with your own text',
    },
    { rule: 'journal/schema', path: '/0/context', help: 'replace S<N> with S3' },
    { rule: 'journal/schema', path: '/1', help: 'delete this entry: the PO writes the answer' },
    { rule: 'journal/topic', path: '/0/topic', help: 'topic: "Sprint S3 — validation prod"' },
  ]);
});
