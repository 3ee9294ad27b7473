import { describe, test } from 'vitest';
import type { CommitFacts } from '../../src/facts/facts.ts';
import rule from '../../src/rules/journal-po-identity.ts';
import {
  ask,
  change,
  commitFacts,
  config,
  type Expected,
  expectFound,
  journalChange,
  reply,
  unreadableJournal,
} from '../helpers/commit-facts.ts';
import { journalPath } from '../helpers/facts.ts';

const [a, b] = [ask('a'), ask('b')];
const [yes, no] = [reply('yes'), reply('no', { reply: 'KO' })];
const po = ['po@example.com', 'PO@Example.org'];
const file = journalPath(3);

/** A commit of the developer's where the config names the PO. */
const by = (author: string | null, ...change: Parameters<typeof journalChange>): Partial<CommitFacts> => ({
  ...{ author, config: config({ po }), journalChanges: [journalChange(...change)] },
});
const dev = (...change: Parameters<typeof journalChange>) => by('dev@example.com', ...change);

describe('journal/po-identity', () => {
  test.each<[string, Partial<CommitFacts>, ...Expected[]]>([
    [
      'an answer of the developer’s',
      dev([[a]], [a, yes]),
      {
        file,
        path: '/1',
        data: { index: 1, author: 'dev@example.com' },
        says: /^Entry 2 .*dev@.*po@.* \| put/,
        dit: /po@.* \| remettez/,
      },
    ],
    [
      'an answer in a commit that exists, whose address may be one more of the PO’s',
      { ...dev([[a]], [a, yes]), oid: 'a'.repeat(40) },
      {
        says: /if dev@example.com is an address of the PO’s, list it .*; if not, the PO writes the answer again.*: put/,
        dit: /si dev@example.com est une adresse du PO, ajoutez-la à "po" .*de votre côté : remettez/,
      },
    ],
    [
      'an answer of the developer’s, and nothing else',
      { ...dev([[a]], [a, yes]), changes: [change(file)] },
      { mend: 'leave out' },
    ],
    [
      'an answer in a journal that could not be read before, which may be the PO’s, mended',
      { ...dev([[a]], [a, yes]), journalChanges: [{ ...journalChange([[a]], [a, yes]), baseUnreadable: true }] },
      {
        ...{ mend: 'all in one', says: /put the PO’s entries back as the PO wrote them; the PO has to correct them/ },
        dit: /telles qu’il les a écrites ; c’est d’abord au PO/,
      },
    ],
    [
      'the same, and nothing else',
      {
        ...{ ...dev([[a]], [a, yes]), changes: [change(file)] },
        journalChanges: [{ ...journalChange([[a]], [a, yes]), baseUnreadable: true }],
      },
      { mend: 'leave out' },
    ],
    [
      'an answer beside a developer’s entry',
      { ...dev([[a]], [a, yes, b]), changes: [change(file)] },
      { mend: 'amend' },
    ],
    ['of an unknown author', by(null, [[a]], [a, yes]), { path: '/1', says: /an unknown author/ }],
    ['of an author whose address only holds the PO’s', by('xpo@example.com', [[a]], [a, yes]), { path: '/1' }],
    ['an answer altered', dev([[a, yes]], [a, no]), { path: '/1' }],
    ['two answers', dev([[]], [yes, a, no]), { path: '/0' }, { path: '/2' }],
    ['a copy of an earlier answer', dev([[a, yes]], [a, yes, b, yes]), { path: '/3' }],
    ['one that no parent of a merge has', { ...dev([[a], [b]], [a, b, yes]), merge: true }, { path: '/2' }],
    ['in an older journal', dev([[a]], [a, yes], { sprint: 2 }), { file: journalPath(2), path: '/1' }],
    ['an answer of the PO’s', by('po@example.com', [[a]], [a, yes])],
    ['by another address, in other letters', by('po@EXAMPLE.ORG', [[a]], [a, yes])],
    ['an entry of the developer’s', dev([[a, yes]], [a, yes, b])],
    ['the status of an answered entry', dev([[a, yes]], [{ ...a, status: 'done' }, yes])],
    ['an answer gone: journal/history', dev([[a, yes]], [a])],
    [
      'a merge with the answers of both parents',
      {
        ...dev(
          [
            [a, yes],
            [a, no],
          ],
          [a, yes, no],
        ),
        merge: true,
      },
    ],
    ['a journal deleted', dev([[a, yes]], null)],
    ['a journal that can’t be read', dev([[a, yes]], unreadableJournal())],
    ['nobody named in the config', { ...dev([[a]], [a, yes]), config: config({ po: [] }) }],
  ])('%s', (_, given, ...expected) => {
    expectFound(rule, rule.check, commitFacts(given), expected);
  });
});
