import { describe, expect, test } from 'vitest';
import { readJournal } from '../../src/journal/read.ts';
import type { SchemaProblem } from '../../src/journal/schema-problem.ts';
import { blob } from '../helpers/blob.ts';

async function problems(text: string): Promise<readonly SchemaProblem[]> {
  const journal = await readJournal({ path: 'J.yaml', sprint: 3, ...blob(text) });
  if (journal.state !== 'read') throw new Error(journal.state);
  return journal.schemaProblems;
}

/** `line:column kind key` of every problem. */
async function summary(text: string): Promise<string[]> {
  return (await problems(text)).map(({ location, kind, key }) =>
    `${location.line}:${location.column} ${kind} ${key}`.trim(),
  );
}

type Fields = Readonly<Record<string, string | null>>;

const developer = {
  who: 'ChatGPT',
  when: '2026-11-22T14:00:00Z',
  topic: 'Sprint S3',
  did: 'a',
  ask: 'b',
  context: 'c',
  status: 'pending',
};
const owner = { who: 'PO', topic: 'Sprint S3', reply: 'OK' };

/** An entry whose values are YAML as it stands; null leaves a key out. */
function entry(fields: Fields): string {
  const lines = Object.entries(fields).filter(([, value]) => value !== null);
  return `- ${lines.map(([key, value]) => `${key}: ${value}`).join('\n  ')}\n`;
}

const developers = (fields: Fields) => entry({ ...developer, ...fields });
const owners = (fields: Fields) => entry({ ...owner, ...fields });

describe('keeps to the schema', () => {
  test.each([
    ["a developer's entry", developers({})],
    ["a PO's entry", owners({})],
    ['a PO’s entry with all', owners({ when: '2026-11-22t14:00:00z', details: 'a', action: 'none' })],
    ['a KO with what it needs', owners({ reply: 'KO', details: 'a', action: 'fix' })],
    ['actions', developers({ actions: '[a, b]' })],
    ['no action', developers({ actions: '[]' })],
    ['a context of texts and numbers', developers({ context: '{ env: a, pr: 12, "": b }' })],
    ['keys of the team', developers({ 'x-a': '…', 'x-': '{ b: [] }' })],
    ['a text of one visible character', developers({ did: '"\\u200b.\\u00a0"' })],
    ['an ellipsis in a text', developers({ did: '…and so on' })],
    ['an ellipsis at the end of a sentence', developers({ did: 'the map, the list…', ask: 'and so on ...' })],
    ['an S<N> in a topic: journal/topic', developers({ topic: 'Sprint S<N>' })],
  ])('%s', async (_, text) => {
    expect(await problems(text)).toEqual([]);
  });
});

describe('one cause is one problem, where it stands', () => {
  test.each<[string, string, ...string[]]>([
    ['an empty file', '', '1:1 no-entries'],
    ['a file of comments', '# nothing yet\n', '1:1 no-entries'],
    ['an empty list', '[]\n', '1:1 no-entries'],
    ['a mapping', 'who: PO\n', '1:1 not-a-list'],
    ['a text', 'a\n', '1:1 not-a-list'],
    ['an empty text', '""\n', '1:1 not-a-list'],
    [
      'two on one line',
      '- { who: PO, topic: 3, reply: OK, url: a }\n',
      '1:21 wrong-type topic',
      '1:35 unknown-key url',
    ],
    ['an entry that is none', '-\n- a\n- [b]\n', '1:2 empty', '2:3 wrong-type', '3:3 wrong-type'],
    ['no who', owners({ who: null }), '1:3 missing-key who'],
    ['a misspelt who', entry({ Who: 'PO', topic: 'Sprint S3', reply: 'OK' }), '1:3 unknown-key Who'],
    ['a who in small letters: journal/who', owners({ who: 'po' })],
    ['an empty who', owners({ who: '' }), '1:8 empty who'],
    ['a who that is no text', owners({ who: '12' }), '1:8 wrong-type who'],
    ['a missing key', developers({ did: null }), '1:3 missing-key did'],
    ['a misspelt key', developers({ did: null, dod: 'a' }), '7:3 unknown-key dod'],
    [
      'a misspelt key and a missing one',
      developers({ did: null, ask: null, dod: 'a' }),
      '1:3 missing-key ask',
      '6:3 unknown-key dod',
    ],
    ['a key of the other', owners({ did: 'a' }), '4:3 unknown-key did'],
    ['a merge key', owners({ '<<': '{ a: b }' }), '4:3 unknown-key <<'],
    ['__proto__', `${owners({})}  __proto__: a\n`, '4:3 unknown-key __proto__'],
    ['a KO without what it needs', owners({ reply: 'KO' }), '1:3 missing-key details', '1:3 missing-key action'],
    [
      'a KO whose details are misspelt',
      owners({ reply: 'KO', detials: 'a', action: 'fix' }),
      '4:3 unknown-key detials',
    ],
    ['an ok', owners({ reply: 'ok' }), '3:10 unknown-word reply'],
    ['the choice of the template', owners({ reply: 'OK | KO', action: 'none|fix' }), '1:3 template-answer'],
    ['a choice of one word of the template’s', owners({ reply: 'OK | maybe' }), '3:10 unknown-word reply'],
    [
      'the choice of the template in the tenth entry and later',
      `${owners({}).repeat(10)}${owners({ reply: 'OK/KO' })}`,
      '31:3 template-answer',
    ],
    [
      'a reply of blanks, or none',
      owners({ reply: '" "' }) + owners({ reply: '' }),
      '3:10 empty reply',
      '6:10 empty reply',
    ],
    ['the choice of an action', owners({ action: 'none | fix' }), '4:11 unknown-word action'],
    ['another status', developers({ status: 'wip' }), '7:11 unknown-word status'],
    ['an empty text', developers({ did: '' }), '4:8 empty did'],
    ['an invisible text', developers({ did: '"\\u200b\\u00ad\\ufe0f\\u3164\\u2060"' }), '4:8 empty did'],
    ['an empty context', developers({ context: '{}' }), '6:12 empty context'],
    ['the ellipsis of the template', developers({ did: '" … "', ask: '...' }), '4:8 unfilled did', '5:8 unfilled ask'],
    [
      'an ellipsis behind a bullet, a number or a label',
      developers({ did: '"- …"', ask: '"a\\n  2) ..."', context: '"- Gates passées : …"', actions: '["• ..."]' }),
      '4:8 unfilled did',
      '5:8 unfilled ask',
      '6:12 unfilled context',
      '8:13 unfilled actions.0',
    ],
    ["the template's number", developers({ ask: 'see S<N>' }), '5:8 unfilled ask'],
    ['in a context too', developers({ context: '{ env: … }' }), '6:19 unfilled context.env'],
    [
      'with what nobody sees around it',
      developers({ did: '"…\\u200b"', ask: '"- \\ufe0f…"' }),
      '4:8 unfilled did',
      '5:8 unfilled ask',
    ],
    ['no date', developers({ when: 'now' }), '2:9 not-a-date when'],
    ['a date with a space', developers({ when: '2026-11-22 14:00:00Z' }), '2:9 not-a-date when'],
    ['a day that is none', developers({ when: '2026-02-30T14:00:00Z' }), '2:9 not-a-date when'],
    ['a date as a number', developers({ when: '2026' }), '2:9 not-a-date when'],
    ['a number as a text', developers({ did: '12' }), '4:8 wrong-type did'],
    ['a null that is written', developers({ did: '~', ask: 'null' }), '4:8 wrong-type did', '5:8 wrong-type ask'],
    ['a list as a text', developers({ did: '[a]' }), '4:8 wrong-type did'],
    ['a list as a context', developers({ context: '[a]' }), '6:12 wrong-type context'],
    ['a truth value in a context', developers({ context: '{ env: true }' }), '6:19 wrong-type context.env'],
    [
      'a comment in place of a value',
      developers({ did: '#12 fixed', actions: '\n    - #13' }),
      '4:8 comment did',
      '9:7 comment actions.0',
    ],
    ['a text as actions', developers({ actions: 'a' }), '8:12 wrong-type actions'],
    [
      'actions that are no texts',
      developers({ actions: '[1, …, ""]' }),
      '8:13 wrong-type actions.0',
      '8:16 unfilled actions.1',
      '8:19 empty actions.2',
    ],
  ])('%s', async (_, text, ...expected) => {
    expect(await summary(text)).toEqual(expected);
  });
});

describe('what a key or word resembles', () => {
  test.each([
    ['stauts', 'status'],
    ['Status', 'status'],
    ['aks', 'ask'],
    ['contxt', 'context'],
    ['actoins', 'actions'],
    ['action', null],
    ['url', null],
    ['what', null],
  ])('key %s: %s', async (key, resembles) => {
    const fields = { ...(resembles && { [resembles]: null }), [key]: 'a' };
    const found = (await problems(developers(fields))).filter(({ kind }) => kind === 'unknown-key');
    expect(found).toMatchObject([{ key, resembles, path: `/0/${key}` }]);
  });

  test('the keys of an answer in the entry of its ask are one problem', async () => {
    const found = await problems(developers({ reply: 'KO', details: 'a', action: 'fix', url: 'a' }));
    expect(found).toMatchObject([
      { key: 'reply', isAnswer: true },
      { key: 'url', isAnswer: false },
    ]);
  });

  test('a key that is there too is not offered: it would be a duplicate', async () => {
    expect(await problems(developers({ stauts: 'a' }))).toMatchObject([{ kind: 'unknown-key', resembles: null }]);
  });

  test.each([
    ['ok', 'OK'],
    ['Ko', 'KO'],
    ['OK.', 'OK'],
    ['no', null],
    ['NOK', null],
    ['k', null],
    ['yes', null],
    ['12', null],
  ])('word %s: %s', async (word, resembles) => {
    expect(await problems(owners({ reply: word }))).toMatchObject([
      { kind: 'unknown-word', written: word, words: ['OK', 'KO'], resembles },
    ]);
  });
});

test('each value that commas cut between braces is one problem, and is shown whole', async () => {
  const found = await problems(developers({ context: '{ env: https://a.example?ids=1,2,3, pr: b?4,5 }' }));
  expect(found).toMatchObject([
    { kind: 'comma', name: 'env', written: 'https://a.example?ids=1,2,3' },
    { kind: 'comma', name: 'pr', written: 'b?4,5' },
  ]);
});

test('the keys that may stand in an entry are those of who signs it', async () => {
  const known = async (text: string) =>
    (await problems(text)).flatMap((found) => ('known' in found ? [found.known] : []));
  const [byDeveloper, byOwner] = [await known(developers({ url: 'a' })), await known(owners({ url: 'a' }))].flat();
  expect(byDeveloper).toContain('did');
  expect(byDeveloper).not.toContain('reply');
  expect(byOwner).toContain('reply');
  expect(byOwner).not.toContain('did');
  for (const who of [null, '12']) {
    const [byNobody] = await known(owners({ who, url: 'a' }));
    expect(byNobody).toEqual(expect.arrayContaining(['did', 'reply']));
  }
});

test.each([
  ['[a]', '[a]'],
  ['[S<N>]', '[S<N>]'],
  ['\n    - …', '- …'],
  ['~', '~'],
])('%s in the place of a text is meant as %j', async (value, text) => {
  expect(await problems(developers({ did: value }))).toMatchObject([{ kind: 'wrong-type', text, name: 'did' }]);
});

test('what shows nothing is no text of the user’s', async () => {
  expect(await problems(developers({ actions: '" "' }))).toMatchObject([{ kind: 'wrong-type', text: null }]);
});

test('an entry has no name of its own', async () => {
  expect(await problems('- a\n')).toMatchObject([{ name: '', key: '', path: '/0' }]);
});

test('a status resembles what the entry may be: pending until it is answered', async () => {
  expect(await problems(developers({ status: 'dnoe' }))).toMatchObject([{ resembles: 'pending' }]);
  expect(await problems(developers({ status: 'dnoe' }) + owners({}))).toMatchObject([{ resembles: 'done' }]);
});

test('a KO that is not written as one lacks what a KO needs', async () => {
  const lacks = async (fields: Fields) =>
    (await problems(owners(fields))).flatMap((found) => ('lacks' in found ? found.lacks : []));
  expect(await lacks({ reply: 'ko' })).toEqual(['details', 'action']);
  expect(await lacks({ reply: 'ko', details: 'a' })).toEqual(['action']);
  expect(await lacks({ reply: 'ok' })).toEqual([]);
});
