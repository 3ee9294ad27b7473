import { expect, test } from 'vitest';
import { Recent } from '../../src/facts/recent.ts';

test('a value is let go in the second age in which nobody got it', () => {
  const recent = new Recent<number | null>();
  for (const key of ['left', 'got', 'peeked']) recent.set(key, 1);
  recent.age();
  expect([recent.get('got'), recent.peek('peeked')]).toEqual([1, 1]);
  recent.age();
  expect(['left', 'got', 'peeked'].map((key) => recent.get(key))).toEqual([undefined, 1, undefined]);
});

test('the value is the one that was set last, null too', () => {
  const recent = new Recent<number | null>();
  recent.set('a', 1);
  recent.age();
  recent.set('a', null);
  expect([recent.get('a'), recent.peek('a')]).toEqual([null, null]);
  recent.age();
  expect(recent.get('a')).toBeNull();
});
