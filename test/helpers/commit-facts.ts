import fc from 'fast-check';
import { expect } from 'vitest';
import { type Config, defaultConfig } from '../../src/config/config.ts';
import type { CommitFacts, JournalChange, MadeCommit, Start } from '../../src/facts/facts.ts';
import type { Change } from '../../src/git/diff.ts';
import type { Entry, Journal, ReadJournal } from '../../src/journal/journal.ts';
import type { Diagnostic } from '../../src/report/types.ts';
import type { Finding, Rule } from '../../src/rules/rule.ts';
import type { Location } from '../../src/yaml/location.ts';
import { journalPath, judgedAt } from './facts.ts';

export const minute = 60_000;

/** T of sprint 3, ten minutes before the moment of the check. */
export const start: Start = { at: judgedAt - 10 * minute, source: 'header' };

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

/** Any entry, of the developer's or of the PO's. */
export const entries = fc.oneof(
  fc.string().map((text) => ask(text)),
  fc.string().map((text) => reply(text)),
);

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
  return {
    ...file,
    state: 'read',
    value: list,
    entries: list,
    sound: list.map((entry, index) => ({ index, entry: entry as Record<string, unknown> })),
    cutTexts: [],
    schemaProblems: [],
    locate,
  };
}

/** A journal that can't be read. */
export function unreadableJournal(sprint = 3): Journal {
  return { path: journalPath(sprint), sprint, text: null, state: 'unreadable', reason: { kind: 'symlink' } };
}

/** The change of a journal: its entries in each parent, and after it; null for a deletion. */
export function journalChange(
  before: readonly (readonly Entry[])[],
  after: readonly Entry[] | Journal | null,
  { sprint = 3, mergeBase = null }: { sprint?: number; mergeBase?: readonly Entry[] | null } = {},
): JournalChange {
  const journal = Array.isArray(after) ? readJournal(after, sprint) : (after as Journal | null);
  return { path: journalPath(sprint), sprint, before, mergeBase, after: journal };
}

/** A commit of a range of `work` that others follow. */
export function madeCommit(given: Partial<MadeCommit> = {}): MadeCommit {
  return {
    oid,
    isMerge: false,
    followedBy: 'commits',
    base: '6e1a6d1a2bd7d1a3c9a0f3b111f6f8ac2b3a9d0c',
    branch: 'work',
    ...given,
  };
}

/** The facts of a commit being made in sprint 3 that changes the code and appends to the journal, but for what is given. */
export function commitFacts(given: Partial<CommitFacts> = {}): CommitFacts {
  const { oid = null, merge = false } = given;
  return {
    oid,
    made: oid === null ? null : madeCommit({ oid, isMerge: merge }),
    since: null,
    author: 'dev@example.com',
    committedAt: judgedAt,
    parentCommittedAt: judgedAt - minute,
    now: judgedAt,
    config: defaultConfig,
    sprint: { id: 3, journal: journalPath(3), start, freezeAt },
    nextSprint: 4,
    ownStart: start,
    base: { sprint: 3, start, holdsJournal: true },
    changes: [change('src/app.ts'), change(journalPath(3))],
    allowedAfterFreeze: new Set(),
    journals: [journalChange([[ask('before')]], [ask('before'), ask('now')])],
    merge: false,
    plainMerge: false,
    amend: false,
    onlyPaths: false,
    answer: false,
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
}

/** Holds what a rule finds in facts, which it must not touch, to what it has to find; its words to be words. */
export function expectFound<Facts extends object, Data>(
  rule: Rule<Data>,
  judge: ((facts: Facts) => Finding<Data>[]) | undefined,
  facts: Facts,
  expected: readonly Expected[],
): void {
  const found = judge?.(frozen(facts)) ?? [];
  expect(found).toMatchObject(expected.map(({ says: _, ...finding }) => finding));
  for (const [index, { data }] of found.entries()) {
    const [english, french] = [rule.words.en, rule.words.fr].map(({ message, help }) => [message(data), help(data)]);
    for (const text of [...(english ?? []), ...(french ?? [])]) {
      expect(text).toMatch(/\S/);
      expect(text).not.toMatch(/undefined|null|NaN|Invalid Date|\[object|=>/);
    }
    expect(french?.[0]).not.toBe(english?.[0]);
    const says = expected[index]?.says;
    if (says) expect(english?.join(' | ').replaceAll('\n', ' ')).toMatch(says);
  }
}

/** The same value, which throws where anything writes to it. */
export function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}
