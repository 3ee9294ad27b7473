import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../src/config/config.ts';
import type { CommitFacts } from '../src/facts/facts.ts';
import { type Judging, judgeCommit, judgeForced, judgePush, judgeRequest } from '../src/judge.ts';
import {
  ask,
  change,
  commitFacts,
  config,
  freezeAt,
  journalChange,
  journalPath,
  judgedAt,
  minute,
  oid,
  parent,
  readJournal,
  reply,
  start,
  unreadableJournal,
} from './helpers/commit-facts.ts';
import { journalOf, notesOf } from './helpers/facts.ts';

const ids = (facts: CommitFacts, judging: Judging) => judgeCommit(facts, judging).map(({ rule }) => rule.id);

const unasked = [ask('unasked', { status: 'done' })];
const unsound = (paths: readonly string[], given: Partial<CommitFacts> = {}) => {
  const journal = readJournal(unasked);
  const changes = paths.map((path) => change(path));
  return commitFacts({ oid, journal, changes, journalChanges: [journalChange([[]], unasked)], ...given });
};

test('a merge that changes code is held to the journal beside it, which it took from one parent', () => {
  const facts = unsound(['src/app.ts'], { merge: true, journalChanges: [journalChange([[], unasked], unasked)] });
  expect(ids(facts, 'commit')).toContain('journal/self-answered');
});

test('a commit that changes a journal alone may leave it unsound', () => {
  expect(ids(unsound([journalPath(3)]), 'commit')).not.toContain('journal/self-answered');
});

describe('where a rule holds', () => {
  // One of each: S, K, C and R.
  const [onSnapshot, onBoth, onCommit, onTip] = [
    ...['branch/sprint', 'journal/self-answered', 'secrets/env-local', 'artefacts/missing'],
  ];
  const closing = { missingArtefacts: ['PLAN.md'], staleSchema: null };
  const all = (...more: string[]) => unsound([...more, journalPath(3), '.env.local'], { branch: 'main', closing });

  test.each<[Judging, ...(string | undefined)[]]>([
    ['being made', onSnapshot, onBoth, onCommit],
    ['commit', onBoth, onCommit],
    ['tip', onSnapshot, onBoth, onCommit, onTip],
    ['files', onSnapshot, onBoth, onTip],
  ])('of what is judged as %s', (judging, ...expected) => {
    expect(ids(all(), judging).sort()).toEqual(expected.sort());
  });

  test('what it finds is the commit’s own, or that of the files which the tip shows', () => {
    const places = (facts: CommitFacts, judging: Judging) =>
      Object.fromEntries(
        judgeCommit(facts, judging).map(({ rule, commit, atTip }) => [rule.id, [commit !== null, atTip]]),
      );
    expect(places(all(), 'tip')).toEqual({
      'branch/sprint': [false, true],
      'journal/self-answered': [true, true],
      'secrets/env-local': [true, false],
      'artefacts/missing': [false, true],
    });
    expect(places(all(), 'commit')).toEqual({
      'journal/self-answered': [true, false],
      'secrets/env-local': [true, false],
    });
    expect(places(all(), 'files')).toEqual({
      'branch/sprint': [false, true],
      'journal/self-answered': [false, true],
      'artefacts/missing': [false, true],
    });
    // Of a commit that changes journals alone the files are at fault, and may be mended by a later one.
    expect(places(unsound([journalPath(3)]), 'tip')).toEqual({ 'journal/self-answered': [false, true] });
    // What it lost of a journal is its own fault still.
    const lost = commitFacts({
      oid,
      changes: [change(journalPath(3))],
      journalChanges: [journalChange([[ask('a')]], [])],
    });
    expect(places(lost, 'commit')).toEqual({ 'journal/history': [true, false] });
  });
});

describe('a severity', () => {
  const secret = (severity?: 'error' | 'warn' | 'off') => {
    const rules = severity ? { 'secrets/env-local': severity } : {};
    return commitFacts({ changes: [change('.env.local')], config: config({ rules }) });
  };
  const found = (facts: CommitFacts) => judgeCommit(facts, 'commit').map(({ rule, severity }) => [rule.id, severity]);

  test('is the rule’s own, or the config’s', () => {
    expect(found(secret())).toEqual([['secrets/env-local', 'error']]);
    expect(found(secret('warn'))).toEqual([['secrets/env-local', 'warn']]);
    expect(found(secret('off'))).toEqual([]);
  });
});

describe('one cause, one diagnostic', () => {
  const lost = (given: Partial<CommitFacts>, rules = {}) =>
    ids(
      commitFacts({
        sprint: null,
        config: config({ rules }),
        changes: [change('PO_NOTES.md')],
        journalChanges: [],
        ...given,
      }),
      'being made',
    );
  const broken = { notes: notesOf('```yaml\nsprint_id: three\n```\n') };

  test('a rule is silent where an error has named the cause', () => {
    expect(lost(broken)).toEqual(['notes/header']);
    expect(lost({})).toEqual(['sprint/unknown']);
    // As a warning it refuses nothing, and another has to.
    expect(lost(broken, { 'notes/header': 'warn' })).toEqual(['notes/header', 'sprint/unknown']);
    expect(lost(broken, { 'notes/header': 'off' })).toEqual(['sprint/unknown']);
  });

  test('a header that does not tell the sprint is why a commit seems to be of its parent’s, which is frozen', () => {
    const late = { committedAt: start.at + 99 * minute, now: start.at + 99 * minute, journalChanges: [] };
    const of = (header: string) => {
      const notes = notesOf(`\`\`\`yaml\n${header}\ninteraction_log: docs/sprints/S4/INTERACTIONS.yaml\n\`\`\`\n`);
      return ids(commitFacts({ ...late, notes, oid, changes: [change('PO_NOTES.md')] }), 'tip');
    };
    expect(of('sprint_id: four')).toEqual(['notes/header']);
    expect(of('sprint_id: 3\nstatus: 7')).toEqual(['notes/header', 'notes/log-path', 'freeze/closed']);
  });

  test('of a commit that reopens a sprint, nothing else is said of that sprint', () => {
    const late = { committedAt: start.at + 99 * minute, now: start.at + 99 * minute, journalChanges: [] };
    const back = { ...late, ...parent({ sprint: 4 }), unanswered: { sprint: 4, journal: journalPath(4) } };
    const journal = journalOf(`- ${JSON.stringify(ask('a', { when: '2026-11-22T13:00:00Z' }))}\n`);
    expect(ids(commitFacts({ ...back, journal }), 'being made')).toEqual(['sprint/reopened']);
  });

  test('a start in the future is why the entries seem misdated', () => {
    const [entry, at] = [ask('a', { when: '2026-11-22T15:00:00Z' }), Date.parse('2026-11-22T15:00:00Z')];
    const sprint = { id: 3, journal: journalPath(3), start: { ...start, at }, freezeAt: at + 22 * minute };
    const journal = journalOf(`- ${JSON.stringify(entry)}\n- ${JSON.stringify(ask('b'))}\n`);
    const facts = { sprint, ownStart: sprint.start, parents: [], journal };
    expect(ids(commitFacts(facts), 'being made')).toEqual(['freeze/future']);
  });

  test('a who or when that is refused is why T seems moved', () => {
    const moved = (entry: object, source: 'header' | 'journal') => {
      const ownStart = { at: start.at + 5 * minute, source: 'journal' as const, line: null };
      const journal = journalOf([entry, ask('b')].map((each) => `- ${JSON.stringify(each)}\n`).join(''));
      return ids(commitFacts({ ownStart, ...parent({ start: { ...start, source } }), journal }), 'being made');
    };
    for (const entry of [ask('a', { when: 'noon' }), ask('a', { when: undefined, wen: '2026-11-22T14:00:00Z' })])
      expect(moved(entry, 'journal')).toEqual(['journal/schema']);
    expect(moved(ask('a', { who: undefined }), 'journal')).toEqual(['journal/schema']);
    expect(moved(ask('a', { who: 'Marie' }), 'journal')).toEqual(['journal/who']);
    expect(moved(ask('a', { status: 'open' }), 'journal')).toEqual(['journal/schema', 'freeze/moved']);
    expect(moved(ask('a', { when: 'noon' }), 'header')).toEqual(['journal/schema', 'freeze/moved']);
  });

  test('nothing else is said of an answer of the developer’s, and all of the entries beside it', () => {
    const found = (fields: object, asked = ask('a')) => {
      const entries = [asked, { who: 'PO', topic: 'Sprint S3', reply: 'OK', ...fields }];
      const journal = journalOf(entries.map((each) => `- ${JSON.stringify(each)}\n`).join(''));
      const journalChanges = [journalChange([[ask('a')]], journal)];
      return ids(commitFacts({ journal, journalChanges, config: config({ po: ['po@example.com'] }) }), 'being made');
    };
    for (const fields of [{}, { who: 'po' }, { topic: 'Sprint S4' }])
      expect(found(fields)).toEqual(['journal/po-identity']);
    expect(found({}, ask('a', { who: 'Marie' }))).toEqual(['journal/po-identity', 'journal/who']);
    expect(found({}, ask('a', { topic: 'Sprint S4' }))).toEqual(['journal/po-identity', 'journal/topic']);
  });

  test('a merge that drops what a parent altered has nothing new for that reason', () => {
    const [before, altered] = [ask('a'), ask('a', { ask: 'Test it twice.' })];
    const journalChanges = [journalChange([[before], [altered]], [before], { mergeBase: [before] })];
    expect(ids(commitFacts({ merge: true, journalChanges }), 'commit')).toEqual(['journal/history']);
  });

  test('of two journals each has its own', () => {
    const yes = reply('yes');
    const facts = commitFacts({
      config: config({ po: ['po@example.com'] }),
      journalChanges: [
        journalChange([[ask('a'), yes]], [ask('a'), reply('no')]),
        journalChange([[ask('a'), yes]], [ask('a')], { sprint: 2 }),
      ],
    });
    const found = judgeCommit(facts, 'commit').map(({ rule, file }) => [rule.id, file]);
    expect(found).toEqual([
      ['journal/po-identity', journalPath(3)],
      ['journal/history', journalPath(2)],
    ]);
  });

  test('an answer of the developer’s is why the PO’s is lost, and not why a developer’s entry is', () => {
    const of = (after: readonly object[], lost: readonly object[] = []) => {
      const change = journalChange([[ask('a'), reply('yes')]], after);
      const entries = lost.map((entry) => ({ entry, index: 0, from: 'HEAD' }));
      const journalChanges = [{ ...change, lost: entries }];
      return ids(commitFacts({ config: config({ po: ['po@example.com'] }), journalChanges }), 'commit');
    };
    const [identity, both] = [['journal/po-identity'], ['journal/po-identity', 'journal/history']];
    expect(of([ask('a'), reply('no')])).toEqual(identity);
    expect(of([ask('b'), reply('yes'), reply('no')])).toEqual(both);
    expect(of([ask('a'), reply('yes'), reply('no')], [reply('lost')])).toEqual(identity);
    expect(of([ask('a'), reply('yes'), reply('no')], [ask('lost')])).toEqual(both);
  });

  test('an error that is to silence nothing does not', () => {
    const found = judgeCommit(
      commitFacts({ ...broken, sprint: null }),
      'being made',
      ({ rule }) => rule.id !== 'notes/header',
    );
    expect(found.map(({ rule }) => rule.id)).toEqual(['notes/header', 'sprint/unknown']);
  });

  test('a journal that is missing has nothing else wrong, and no other file has either', () => {
    const facts = { journalAbsence: 'nowhere', journalChanges: [] } as const;
    expect(ids(commitFacts(facts), 'being made')).toEqual(['journal/missing']);
    const closing = { missingArtefacts: ['PLAN.md'], staleSchema: 'db/schema.sql' };
    expect(ids(commitFacts({ ...facts, closing }), 'tip')).toEqual(['journal/missing']);
    // What speaks of no file is silent about every file.
    const late = { committedAt: start.at + 99 * minute, now: start.at + 99 * minute, journalChanges: [] };
    expect(ids(commitFacts(late), 'being made')).toEqual(['freeze/closed']);
  });
});

describe('a finding', () => {
  const found = (facts: CommitFacts, id: string, judging: Judging = 'being made') => {
    const [finding, ...more] = judgeCommit(facts, judging).filter(({ rule }) => rule.id === id);
    expect(more).toEqual([]);
    return finding;
  };
  const bad = { who: 'PO', topic: 'Sprint S3', reply: 'perhaps' };
  const of = (entries: readonly object[], given: Partial<CommitFacts> = {}) => {
    const text = entries.map((entry) => `- ${JSON.stringify(entry)}\n`).join('');
    return commitFacts({ journal: journalOf(text), ...given });
  };

  test('has its place in the file, with the file’s text', () => {
    const facts = of([ask('a'), bad]);
    expect(found(facts, 'journal/schema')).toMatchObject({
      ...{ file: journalPath(3), text: facts.journal?.text, location: { line: 2 }, po: true, leftToPO: false },
      ...{ commit: null, config: facts.config },
    });
    expect(found(of([ask('a', { ask: 3 })]), 'journal/schema')).toMatchObject({ location: { line: 1 }, po: false });
    const notes = notesOf('```yaml\nsprint_id: three\n```\n');
    expect(found(commitFacts({ notes, sprint: null }), 'notes/header')).toMatchObject({
      ...{ text: notes.text, location: { line: 2 } },
    });
    const syntax = commitFacts({ journal: journalOf('- a: [\n') });
    expect(found(syntax, 'journal/syntax')).toMatchObject({ text: '- a: [\n', location: { line: 1 }, po: false });
  });

  test('has none where it is about a file that is not read, or about all of one', () => {
    const nowhere = { text: null, po: false, leftToPO: false };
    expect(found(commitFacts({ changes: [change('.env.local')] }), 'secrets/env-local')).toMatchObject(nowhere);
    const missing = found(of([ask('a')], { journalChanges: [] }), 'journal/not-staged');
    expect(missing).toMatchObject(nowhere);
    expect(missing?.location).toBe(undefined);
  });

  test('of the PO’s entry is left to the PO, where the config names the PO and the reader may be another', () => {
    const po = config({ po: ['po@example.com'] });
    const left = (given: Partial<CommitFacts>) => found(of([ask('a'), bad], given), 'journal/schema', 'tip')?.leftToPO;
    expect(left({ config: po })).toBe(true);
    expect(left({ config: po, author: 'po@example.com' })).toBe(false);
    expect(left({ config: po, author: 'po@example.com', oid })).toBe(true);
    expect(left({ oid })).toBe(false);
    expect(found(of([ask('a', { ask: 3 })], { config: po }), 'journal/schema')?.leftToPO).toBe(false);
    expect(found(of([ask('a', { reply: 'OK' })], { config: po }), 'journal/schema', 'tip')?.leftToPO).toBe(true);
    // A rule on the commit itself is its author's to obey, whoever wrote the entry.
    const forged = of([ask('a'), bad], { config: po, journalChanges: [journalChange([[ask('a')]], [ask('a'), bad])] });
    expect(found(forged, 'journal/po-identity')).toMatchObject({ po: true, leftToPO: false });
    const other = of([ask('a'), reply('yes', { who: 'Marie' })], { config: po });
    expect(found(other, 'journal/who')).toMatchObject({ po: false, leftToPO: true });
    expect(found(of([ask('a', { who: 'Marie' })], { config: po }), 'journal/who')?.leftToPO).toBe(false);
  });

  test('of a journal that the PO left unreadable is the PO’s', () => {
    const po = config({ po: ['po@example.com'] });
    const broken = { journal: journalOf('- a: [\n'), config: po };
    const by = (author: string, given = {}) => {
      const finding = found(commitFacts({ ...broken, author, ...given }), 'journal/syntax', 'tip');
      return [finding?.po, finding?.leftToPO];
    };
    expect(by('po@example.com')).toEqual([true, false]);
    expect(by('po@example.com', { oid })).toEqual([true, true]);
    expect(by('dev@example.com')).toEqual([false, false]);
    expect(by('dev@example.com', { config: defaultConfig })).toEqual([false, false]);
    const marked = { journal: journalOf('- who: PO\n<<<<<<< HEAD\n'), oid };
    expect(by('po@example.com', marked)).toEqual([true, false]);
    const link = commitFacts({ ...broken, journal: unreadableJournal(), author: 'po@example.com' });
    expect(found(link, 'journal/unreadable')?.po).toBe(false);
  });
});

const nowhere = { commit: null, atTip: false, text: null, po: false, leftToPO: false };

test('two tips are held against each other by the rules that have a say in it', () => {
  const later = { at: start.at + minute, source: 'header', line: null } as const;
  const facts = {
    ...{
      oldTip: oid,
      target: 'origin work',
      config: defaultConfig,
      sprint: 3,
      ownStart: later,
      before: parent().parents[0] as never,
    },
    journalChanges: [journalChange([[ask('a')]], [])],
  };
  const found = judgeForced(facts);
  expect(found.map(({ rule }) => rule.id)).toEqual(['journal/history', 'freeze/moved']);
  for (const finding of found) expect(finding).toMatchObject(nowhere);
  expect(judgeForced({ ...facts, ownStart: start, journalChanges: [] })).toEqual([]);
});

test('a push is held to the rules on pushes', () => {
  const push = {
    branch: 'work',
    deletion: false,
    contained: false,
    remote: 'origin',
    defaultBranch: 'main',
    late: { sprint: 3, endedAt: judgedAt },
  };
  const found = (given = {}) => judgePush(defaultConfig, { ...push, ...given });
  expect(found({ deletion: true }).map(({ rule }) => rule.id)).toEqual(['push/deletion', 'push/late']);
  expect(found()).toMatchObject([{ ...nowhere, severity: 'warn' }]);
  expect(found({ late: null })).toEqual([]);
});

test('a request is held to the rules on requests', () => {
  const request = {
    ...{ head: 'other', title: 'Search', base: 'main', sprintBranch: 'work', sprint: 3 },
    ...{ changesJournal: true, opensNext: false },
  };
  const found = judgeRequest(defaultConfig, { ...request, baseHoldsJournal: true });
  expect([...new Set(found.map(({ rule }) => rule.id))]).toEqual(['pr/sprint', 'pr/unique']);
  for (const finding of found) expect(finding).toMatchObject(nowhere);
  const sound = { ...request, head: 'work', title: 'Sprint S3' };
  expect(judgeRequest(defaultConfig, { ...sound, baseHoldsJournal: false })).toEqual([]);
});

test('a date in the future, behind the freeze, has one cause', () => {
  expect(ids(commitFacts({ oid, committedAt: freezeAt, now: start.at }), 'commit')).toEqual(['freeze/future']);
});
