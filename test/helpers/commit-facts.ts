import fc from 'fast-check';
import { expect } from 'vitest';
import { type Config, defaultConfig } from '../../src/config/config.ts';
import type { CommitFacts, JournalChange, ParentFacts, Start } from '../../src/facts/facts.ts';
import type { Change } from '../../src/git/diff.ts';
import type { Entries, Entry, Journal, ReadJournal } from '../../src/journal/journal.ts';
import { pathFrom } from '../../src/report/remedy.ts';
import type { Diagnostic } from '../../src/report/types.ts';
import type { Finding, Rule } from '../../src/rules/rule.ts';
import type { Location } from '../../src/yaml/location.ts';

/** The moment that commits are judged at unless told otherwise, ten minutes into sprint 3; milliseconds since the epoch. */
export const judgedAt = Date.parse('2026-11-22T14:10:00Z');

export const journalPath = (sprint: number) => `docs/sprints/S${sprint}/INTERACTIONS.yaml`;

export const minute = 60_000;

/** T of sprint 3, ten minutes before the moment of the check. */
export const start: Start = { at: judgedAt - 10 * minute, source: 'header', line: null };

export const freezeAt = start.at + 22 * minute;

/** A commit's name. */
export const oid = '1f6f8ac2b3a9d0c6e1a6d1a2bd7d1a3c9a0f3b11';

/** A developer's entry; `did` tells it from others. */
export function ask(did: string, fields: object = {}) {
  const when = '2026-11-22T14:05:00Z';
  return {
    who: 'ChatGPT',
    when,
    topic: 'Sprint S3',
    did,
    ask: 'Test it.',
    context: 'stage',
    status: 'pending',
    ...fields,
  };
}

/** The PO's answer; `details` tells it from others. */
export function reply(details: string, fields: object = {}) {
  return { who: 'PO', topic: 'Sprint S3', reply: 'OK', details, ...fields };
}

/** Entries of which no two are alike. */
export function distinct({ minLength = 0 } = {}): fc.Arbitrary<ReturnType<typeof ask | typeof reply>[]> {
  let count = 0;
  const one = fc.boolean().map((po) => (po ? reply(`reply ${count++}`) : ask(`ask ${count++}`)));
  return fc.array(one, { minLength, maxLength: 8 });
}

export function config(given: Partial<Config>): Config {
  return { ...defaultConfig, ...given };
}

export function change(path: string, status: 'A' | 'M' | 'D' | 'T' = 'M'): Change {
  const file = { mode: '100644', oid };
  return { path, before: status === 'A' ? null : file, after: status === 'D' ? null : file };
}

/** A journal that holds these entries and keeps to the schema, each on a line of its own. */
export function readJournal(list: readonly Entry[], sprint = 3): ReadJournal {
  const locate = (pointer: string) => {
    const line = Number(pointer.split('/')[1] ?? 0) + 1;
    return { line, column: 1, endLine: line, endColumn: 2 };
  };
  const file = { path: journalPath(sprint), sprint, text: '' };
  const valid = list.map((entry, index) => ({ index, entry: Object(entry) }));
  return { ...file, state: 'read', entries: list, valid, cutTexts: [], schemaProblems: [], locate };
}

/** Entries, of which those at the indexes of `unsound` are not sound. */
export function entriesOf(entries: readonly Entry[], ...unsound: readonly number[]): Entries {
  return { entries, unsound: new Set(unsound) };
}

/** A journal that can't be read. */
export function unreadableJournal(sprint = 3): Journal {
  return {
    path: journalPath(sprint),
    sprint,
    text: null,
    state: 'unreadable',
    reason: { kind: 'symlink' },
    decoded: null,
  };
}

/** The change of a journal: its entries, all sound, in each parent, and after it; null for a deletion. */
export function journalChange(
  before: readonly (readonly Entry[])[],
  after: readonly Entry[] | Journal | null,
  { sprint = 3, mergeBase = null }: { sprint?: number; mergeBase?: readonly Entry[] | null } = {},
): JournalChange {
  const journal = Array.isArray(after) ? readJournal(after, sprint) : (after as Journal | null);
  const entries = journal?.state === 'read' ? entriesOf(journal.entries) : null;
  const lists = before.map((list) => entriesOf(list));
  return {
    path: journalPath(sprint),
    sprint,
    before: lists,
    baseUnreadable: false,
    mergeBase,
    lost: [],
    after: journal,
    entries,
  };
}

/** What a commit in sprint 3 is compared with: its only parent, of these facts. */
export function parent(given: Partial<ParentFacts> = {}): Pick<CommitFacts, 'parents'> {
  return { parents: [{ sprint: 3, start, committedAt: judgedAt - minute, ...given }] };
}

/** The facts of a commit being made in sprint 3 that changes the code and appends to the journal, but for what is given. */
export function commitFacts(given: Partial<CommitFacts> = {}): CommitFacts {
  const { committedAt = judgedAt, now = judgedAt, journal = null } = given;
  return {
    oid: null,
    author: 'dev@example.com',
    committedAt,
    now,
    at: committedAt ?? now,
    config: defaultConfig,
    branch: 'work',
    notes: null,
    sprint: { id: 3, journal: journalPath(3), start, freezeAt },
    ownStart: start,
    ...parent(),
    baseName: given.oid ? `${given.oid.slice(0, 10)}~1` : 'HEAD',
    baseHoldsJournal: true,
    journal,
    journalAbsence: null,
    journalDeletedFrom: null,
    journals: journal ? [journal] : [],
    journalNotAdded: false,
    leftOnDisk: new Set(),
    nextNotAdded: false,
    journalChanges: [journalChange([[ask('before')]], [ask('before'), ask('now')])],
    changes: [change('src/app.ts'), change(journalPath(3))],
    allowedAfterFreeze: new Set(),
    merge: false,
    plainMerge: false,
    answer: false,
    unfinished: false,
    mayAmend: false,
    onlyPaths: false,
    unanswered: null,
    closing: null,
    ...given,
  };
}

/** A diagnostic of the journal of sprint 3 without a place in it, but for what is given. */
export function diagnostic(given: Partial<Diagnostic> = {}): Diagnostic {
  return {
    ...{ rule: 'journal/schema', severity: 'error', message: 'Here is a fact.', help: 'mend it', file: journalPath(3) },
    ...{ line: null, column: null, endLine: null, endColumn: null, path: null, commit: null },
    ...given,
  };
}

/** What a rule is to find: parts of the finding, and what its words in English are to say. */
export interface Expected extends Omit<Partial<Finding<unknown>>, 'location'> {
  readonly location?: Partial<Location>;
  readonly says?: RegExp;
  /** The same in French. */
  readonly dit?: RegExp;
}

/** Holds what a rule finds in facts, which it must not touch, to what it has to find; its words to be words. */
export function expectFound<Facts extends object, Data>(
  rule: Rule<Data>,
  judge: (facts: Facts) => Finding<Data>[],
  facts: Facts,
  expected: readonly Expected[],
): void {
  const found = judge(frozen(facts));
  expect(found).toMatchObject(expected.map(({ says: _, dit: __, ...finding }) => finding));
  for (const [index, { data }] of found.entries()) {
    const [english, french] = [rule.words.en, rule.words.fr].map(({ message, before, help }) => [
      message(data),
      [before?.(data), help(data, pathFrom(''))].filter(Boolean).join('\n'),
    ]);
    for (const text of [...(english ?? []), ...(french ?? [])]) {
      expect(text).toMatch(/\S/);
      expect(text).not.toMatch(/undefined|null|NaN|Invalid Date|\[object|=>/);
    }
    expect(french?.[0]).not.toBe(english?.[0]);
    const { says, dit } = expected[index] ?? {};
    if (says) expect(english?.join(' | ').replaceAll('\n', ' ')).toMatch(says);
    if (dit) expect(french?.join(' | ').replaceAll('\n', ' ')).toMatch(dit);
    // Whatever the language, the same is to be typed.
    const [typed, inFrench] = [english, french].map((said) =>
      said?.[1]?.split('\n').map((line) => /^(?:git|npx) \S+/.exec(line)?.[0]),
    );
    expect(inFrench).toEqual(typed);
  }
}

/** The same value, which throws where anything writes to it. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}
