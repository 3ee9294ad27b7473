import { afterAll, describe, expect, test } from 'vitest';
import { defaultConfig } from '../../src/config/config.ts';
import { type CommitInput, commitFacts, ownChanges, type Parent } from '../../src/facts/commit.ts';
import type { CommitFacts, Start } from '../../src/facts/facts.ts';
import { Files } from '../../src/facts/files.ts';
import { changedSnapshot, emptySnapshot } from '../../src/facts/snapshot.ts';
import type { Change } from '../../src/git/diff.ts';
import { ObjectReader } from '../../src/git/objects.ts';
import type { TreeEntry } from '../../src/git/tree.ts';
import type { Entry } from '../../src/journal/journal.ts';
import { ask, change, config, reply } from '../helpers/commit-facts.ts';
import { journalPath } from '../helpers/facts.ts';
import { Scratch } from '../helpers/scratch.ts';

const repository = new Scratch();
const objects = new ObjectReader(repository.context());
afterAll(() => objects.close());

const [a, b] = [ask('a'), ask('b')];
const yes = reply('yes');
const done = { ...a, status: 'done' };
const code = change('src/app.ts');
const start: Start = { at: 0, source: 'header' };

/** The blob of a journal: its entries, or its text; null is none. */
function file(content: readonly Entry[] | string | null, mode = '100644'): TreeEntry | null {
  if (content === null) return null;
  return { mode, oid: repository.blob(typeof content === 'string' ? content : JSON.stringify(content)) };
}

function journal(before: TreeEntry | null, after: TreeEntry | null, sprint = 3): Change {
  return { path: journalPath(sprint), before, after };
}

function parent(given: Partial<Parent> = {}): Parent {
  const state = { snapshot: emptySnapshot, notes: null, sprint: 3 };
  return { state, ownStart: start, start, committedAt: 0, lastEntries: null, ...given };
}

/** The facts of a commit with these changes against each of its parents. */
function factsOf(diffs: readonly (readonly Change[])[], given: Partial<CommitInput> = {}): Promise<CommitFacts> {
  return commitFacts(new Files(objects), {
    ...{ made: null, since: null, author: null, committedAt: 0, now: 0, config: defaultConfig, id: 3 },
    ...{
      ownStart: start,
      start,
      parents: diffs.map(() => parent()),
      diffs,
      plainMerge: false,
      amend: false,
      onlyPaths: false,
    },
    sprintFolders: async () => [5],
    mergeBaseEntries: async () => null,
    ...given,
  });
}

describe('ownChanges', () => {
  const [x, y, z] = [change('x'), change('y'), change('z', 'D')];

  test.each<[string, Change[][], Change[]]>([
    ['of a root commit without files', [], []],
    ['of a commit', [[x, y]], [x, y]],
    [
      'of a merge, what differs from both',
      [
        [x, y, z],
        [y, z],
      ],
      [y, z],
    ],
    ['of a merge, nothing', [[x], [y]], []],
    [
      'of an octopus',
      [
        [x, y],
        [x, y],
        [y, z],
      ],
      [y],
    ],
    ['of a merge that is one parent', [[x], []], []],
  ])('%s', (_, diffs, expected) => {
    expect(ownChanges(diffs)).toEqual(expected);
  });
});

describe('an answer commit', () => {
  test.each<[string, boolean, Change[]]>([
    ['an answer', true, [journal(file([a]), file([a, yes]))]],
    ['an answer and the status', true, [journal(file([a]), file([done, yes]))]],
    ['the status alone', true, [journal(file([a, yes]), file([done, yes]))]],
    ['a journal of answers', true, [journal(null, file([yes]))]],
    ['an answer in an older journal', true, [journal(file([a]), file([a, yes]), 2)]],
    ['answers in two journals', true, [journal(file([a]), file([a, yes])), journal(file([b]), file([b, yes]), 2)]],
    [
      'an answer in one of two journals',
      true,
      [
        journal(file([a]), file([a, yes])),
        journal(file([b]), file(`# ${JSON.stringify([b])}\n${JSON.stringify([b])}`), 2),
      ],
    ],
    ['an answer, and code', false, [journal(file([a]), file([a, yes])), code]],
    ['code', false, [code]],
    ['nothing', false, []],
    ['an ask', false, [journal(file([a]), file([a, b]))]],
    ['an answer and an ask', false, [journal(file([a]), file([a, yes, b]))]],
    ['a comment', false, [journal(file([a]), file(`# x\n${JSON.stringify([a])}`))]],
    ['a mode', false, [journal(file([a]), file([a], '100755'))]],
    ['an answer that is gone', false, [journal(file([a, yes]), file([a]))]],
    ['an answer that changes', false, [journal(file([a, yes]), file([a, reply('no')]))]],
    ['a journal that is gone', false, [journal(file([a]), null)]],
    ['a journal that can’t be read', false, [journal(file([a]), file('- @'))]],
    [
      'the journal of no sprint',
      false,
      [{ ...journal(file([a]), file([a, yes])), path: 'docs/sprints/S03/INTERACTIONS.yaml' }],
    ],
  ])('%s: %s', async (_, expected, changes) => {
    expect((await factsOf([changes])).answer).toBe(expected);
  });

  test('a merge is none', async () => {
    const changes = [journal(file([a]), file([a, yes]))];
    expect((await factsOf([changes, changes])).answer).toBe(false);
  });
});

describe('the journals of a commit', () => {
  const base = async () => [a];

  test.each<[string, Change[][], object[], Partial<CommitInput>?]>([
    ['one that it adds', [[journal(null, file([a]))]], [{ sprint: 3, before: [[]], after: { entries: [a] } }]],
    ['one that it deletes', [[journal(file([a]), null)]], [{ before: [[a]], after: null }]],
    ['of another sprint', [[journal(null, file([a]), 12)]], [{ path: journalPath(12), sprint: 12 }]],
    ['of no sprint', [[change('docs/sprints/S0/INTERACTIONS.yaml'), change('S3/INTERACTIONS.yaml')]], []],
    [
      'of a merge, those of either parent',
      [[], [journal(file([b]), file([a]))]],
      [{ before: [[a], [b]], after: { entries: [a] } }],
    ],
    [
      'of a merge that lost nothing: no merge base is asked for',
      [[journal(file([a]), file([a, b]))], [journal(file([b]), file([a, b]))]],
      [{ before: [[a], [b]], mergeBase: null }],
      { mergeBaseEntries: () => Promise.reject(new Error('asked')) },
    ],
    [
      'of a merge that seems to have lost an entry',
      [[journal(file([a]), file([b]))], []],
      [{ before: [[a], [b]], mergeBase: [a] }],
      { mergeBaseEntries: base },
    ],
    [
      'whose last state could not be read: the entries before it',
      [[journal(file('- @'), file([b]))]],
      [{ before: [[a]] }],
      { parents: [parent({ lastEntries: { changed: new Map([[journalPath(3), [a]]]), before: null } })] },
    ],
    ['whose only state could not be read', [[journal(file('- @'), file([b]))]], [{ before: [[]] }]],
  ])('%s', async (_, diffs, expected, given) => {
    expect((await factsOf(diffs, given)).journals).toMatchObject(expected);
  });

  test('a blob that git lacks is a failure', async () => {
    const lacking = factsOf([[journal(null, { mode: '100644', oid: '0'.repeat(40) })]]);
    await expect(lacking).rejects.toMatchObject({ code: 'git' });
  });
});

describe('the sprint after that of a commit', () => {
  const following = (sprint: number) => ({
    parents: [parent({ state: { snapshot: emptySnapshot, notes: null, sprint } })],
  });
  const frozen = { committedAt: 22 * 60_000 };

  // There is a folder of S5.
  test.each<[string, Partial<CommitInput>, number]>([
    ['is the next', {}, 4],
    ['is the next of the one that it opens', following(2), 4],
    ['goes past what was prepared, once it is frozen', frozen, 6],
    ['goes past what was prepared, where it goes back', following(4), 6],
    ['goes past the base’s', following(9), 10],
    ['goes past what was prepared, of a root commit, frozen', { parents: [], ...frozen }, 6],
  ])('%s', async (_, given, expected) => {
    expect((await factsOf([[]], given)).nextSprint).toBe(expected);
  });
});

describe('the base of a commit', () => {
  const held = changedSnapshot(emptySnapshot, [journal(null, file([a]))]);
  const late: Start = { at: 9, source: 'journal' };
  const state = (sprint: number | null, snapshot = emptySnapshot) => ({ snapshot, notes: null, sprint });

  test.each<[string, Partial<Parent>[], CommitFacts['base']]>([
    ['of a root commit', [], null],
    ['its first parent', [{}, { state: state(2) }], { sprint: 3, start, holdsJournal: false }],
    ['that holds the journal', [{ state: state(2, held) }], { sprint: 2, start, holdsJournal: true }],
    [
      'in no sprint',
      [{ state: state(null), ownStart: null, start: null }],
      { sprint: null, start: null, holdsJournal: false },
    ],
    ['whose own T goes before', [{ ownStart: late }], { sprint: 3, start: late, holdsJournal: false }],
    ['whose T was known before', [{ ownStart: null, start: late }], { sprint: 3, start: late, holdsJournal: false }],
  ])('%s', async (_, parents, expected) => {
    const diffs = parents.length === 0 ? [[code]] : parents.map(() => [code]);
    expect((await factsOf(diffs, { parents: parents.map(parent) })).base).toEqual(expected);
  });
});

test.each<[(number | null)[], number | null]>([
  [[], null],
  [[5], 5],
  [[null], null],
  [[5, 9], 9],
  [[9, null], 9],
])('of parents dated %j the latest date is %s', async (dates, expected) => {
  const parents = dates.map((committedAt) => parent({ committedAt }));
  expect((await factsOf([[code]], { parents })).parentCommittedAt).toBe(expected);
});

const odd = 'docs/a\nb/.c';

test.each<[string[], string[]]>([
  [[], []],
  [['docs/**'], [odd]],
  [['*.ts'], []],
  [
    ['**/*.ts', odd],
    ['src/app.ts', odd],
  ],
])('after the freeze %j allows %j', async (allowAfterFreeze, expected) => {
  const facts = await factsOf([[code, change(odd, 'D')]], { config: config({ allowAfterFreeze }) });
  expect([...facts.allowedAfterFreeze]).toEqual(expected);
});
