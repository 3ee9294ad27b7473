import { describe, expect, test } from 'vitest';
import { answeredCount, isMapping, isPO, sameButStatus, sameValue } from '../../src/journal/entries.ts';
import type { Entry } from '../../src/journal/journal.ts';
import { ask, reply } from '../helpers/commit-facts.ts';

const [a, b] = [ask('a'), ask('b')];
const [yes, no] = [reply('yes'), reply('no', { reply: 'KO' })];
const done = (entry: object) => ({ ...entry, status: 'done' });

describe('by value', () => {
  test.each<[string, Entry, Entry, same: boolean, butStatus: boolean]>([
    ['itself', a, a, true, true],
    ['a copy', a, structuredClone(a), true, true],
    ['the keys in another order', a, Object.fromEntries(Object.entries(a).reverse()), true, true],
    ['the status', a, done(a), false, true],
    ['no status', a, { ...done(a), status: undefined }, false, true],
    ['a text', a, ask('a '), false, false],
    ['a key more', a, { ...a, 'x-a': 1 }, false, false],
    ['a status deeper', { context: { status: 1 } }, { context: { status: 2 } }, false, false],
    ['1 and "1"', { a: 1 }, { a: '1' }, false, false],
    ['no mappings', 'a', 'a', true, true],
    ['a list and a mapping', ['a'], { 0: 'a' }, false, false],
    ['nothing', null, undefined, false, false],
    ['0 and -0', { a: 0 }, { a: -0 }, true, true],
    ['what is no number', { a: Number.NaN }, { a: Number.NaN }, true, true],
    ['what is no number, and nothing', { a: Number.NaN }, { a: null }, false, false],
    ['true and "true"', [true], ['true'], false, false],
    ['lists of other lengths', ['a'], ['a', 'b'], false, false],
    ['a text with a comma, and two', ['a","b'], ['a', 'b'], false, false],
    ['__proto__', JSON.parse('{"__proto__":{"a":1}}'), JSON.parse('{"__proto__":{"a":1}}'), true, true],
    ['__proto__, altered', JSON.parse('{"__proto__":{"a":1}}'), JSON.parse('{"__proto__":{"a":2}}'), false, false],
    ['keys that every object has', { toString: 'a', constructor: {} }, { constructor: {}, toString: 'a' }, true, true],
    ['a key that every object has, altered', { valueOf: 'a' }, { valueOf: 'b' }, false, false],
  ])('%s', (_, one, other, same, butStatus) => {
    expect([sameValue(one, other), sameValue(other, one)]).toEqual([same, same]);
    expect([sameButStatus(one, other), sameButStatus(other, one)]).toEqual([butStatus, butStatus]);
  });
});

test.each<[Entry, po: boolean, mapping: boolean]>([
  [yes, true, true],
  [a, false, true],
  [{ who: 'po' }, true, true],
  [{ who: ['PO'] }, false, true],
  [{}, false, true],
  ['PO', false, false],
  [['who', 'PO'], false, false],
  [null, false, false],
  [undefined, false, false],
])('%j is the PO’s: %s, a mapping: %s', (entry, po, mapping) => {
  expect([isPO(entry), isMapping(entry)]).toEqual([po, mapping]);
});

test.each<[string, Entry[], number]>([
  ['none', [], 0],
  ['asks', [a, b], 0],
  ['an answer', [a, yes], 1],
  ['an ask after it', [a, yes, b], 1],
  ['the last answer', [a, yes, b, no, a], 3],
  ['an answer alone', [yes], 0],
])('how many are answered of %s', (_, list, count) => {
  expect(answeredCount(list)).toBe(count);
});
