import { describe, test } from 'vitest';
import type { CommitFacts } from '../../src/facts/facts.ts';
import rule from '../../src/rules/freeze-closed.ts';
import {
  change,
  commitFacts,
  type Expected,
  expectFound,
  freezeAt,
  minute,
  oid,
  parent,
  start,
} from '../helpers/commit-facts.ts';
import { journalPath } from '../helpers/facts.ts';

const fromJournal = { at: start.at, source: 'journal' as const, line: () => 2 };
const frozen = { committedAt: freezeAt, now: freezeAt };
const [code, docs, journal] = [change('src/app.ts'), change('docs/a.md'), change(journalPath(3))];

/** A commit after the freeze of these paths, where the config still allows the documents. */
const of = (...changes: readonly (typeof code)[]): Partial<CommitFacts> => ({
  ...{ ...frozen, changes, allowedAfterFreeze: new Set(changes.filter((one) => one === docs).map(({ path }) => path)) },
});

describe('freeze/closed', () => {
  test.each<[string, Partial<CommitFacts>, ...Expected[]]>([
    [
      'exactly at the freeze',
      frozen,
      { data: { sprint: 3, freezeAt, committedAt: freezeAt }, says: /^Sprint S3 has been/ },
    ],
    [
      'an hour later',
      { committedAt: freezeAt + 60 * minute },
      {
        says: /\(1 h 00 min ago\); S3 started at .*\(started_at\).*npx sprint-check start /,
        dit: /^Le sprint S3 est gelé depuis 14:22 .1.h.00.min/,
      },
    ],
    [
      'a commit of a range, whenever it is judged',
      { oid, committedAt: freezeAt + minute, now: 0 },
      { says: /^Commit 1f6f8ac2b3 was/, dit: /^Le commit 1f6f8ac2b3 date du .*, 1.min.00.s après/ },
    ],
    [
      'a date that can’t be read',
      { oid, committedAt: null },
      { data: { committedAt: null }, says: /unreadable date/, dit: /date illisible/ },
    ],
    ['the journal alone, with an entry of the developer’s', of(journal), {}],
    ['an older journal', of(change(journalPath(2))), {}],
    ['what is allowed, and code', of(docs, code), {}],
    ['what is allowed, and an older journal', of(docs, change(journalPath(2))), {}],
    ['nothing at all', of(), {}],
    [
      'while the next sprint is open on disk',
      { ...frozen, nextNotAdded: true },
      { says: /open on disk; stage it: git add "PO_NOTES.md"/, dit: /ouvert sur le disque.; indexez-le.: git add/ },
    ],
    [
      'by a date of its own journal, which may be a template’s',
      { ...frozen, ...parent({ sprint: 2 }), sprint: { id: 3, journal: journalPath(3), start: fromJournal, freezeAt } },
      {
        says: /the when of line 2\).*or, if the when of line 2 is wrong, correct it: when: 20/,
        dit: /ou, si le when de la ligne 2/,
      },
    ],
    [
      'by a date that a commit before said too',
      { ...frozen, sprint: { id: 3, journal: journalPath(3), start: fromJournal, freezeAt } },
      { says: /^(?!.*or, if)/, dit: /^(?!.*ou, si)/ },
    ],
    [
      'by a date that the second of two parents said too',
      {
        ...frozen,
        parents: [...parent({ sprint: 2 }).parents, ...parent().parents],
        sprint: { id: 3, journal: journalPath(3), start: fromJournal, freezeAt },
      },
      { says: /^(?!.*or, if)/ },
    ],
    [
      'by a date of its own journal, in a commit of a range',
      {
        ...frozen,
        oid,
        ...parent({ sprint: 2 }),
        sprint: { id: 3, journal: journalPath(3), start: fromJournal, freezeAt },
      },
      { says: /^(?!.*or, if)/ },
    ],
    ['by a date of its own header', { ...frozen, ...parent({ sprint: 2 }) }, { says: /^(?!.*or, if)/ }],
    ['no sprint', { ...frozen, sprint: null }],
    ['an unfinished commit, which is judged with the next', { ...frozen, unfinished: true }],
    ['a merge that is not plain', { ...frozen, merge: true }, {}],
    [
      'a sprint that the header alone has opened, whose start is still to be set',
      { ...frozen, ...parent({ sprint: 2 }), journalAbsence: 'nowhere' },
    ],
    ['a millisecond before', { committedAt: freezeAt - 1, now: freezeAt }],
    ['before it, judged long after', { oid, committedAt: freezeAt - 1, now: freezeAt + 99 * minute }],
    ['an answer commit', { ...frozen, answer: true }],
    ['a plain merge', { ...frozen, merge: true, plainMerge: true }],
    ['what is allowed', of(docs)],
    ['what is allowed, and the journal', of(journal, docs)],
    ['no T: freeze/unknown', { ...frozen, sprint: { id: 3, journal: journalPath(3), start: null, freezeAt: null } }],
  ])('%s', (_, given, ...expected) => {
    expectFound(rule, rule.check, commitFacts(given), expected);
  });
});
