import { expect, test } from 'vitest';
import { check } from '../src/index.ts';
import { Scratch } from './helpers/scratch.ts';

test('what callers without types may pass is no fault of this program', async () => {
  const directory = new Scratch().path;
  const wrong = await check({ directory, from: 5, language: 'xx' } as never);
  expect(wrong).toMatchObject({ ok: false, error: { code: 'unknown-revision' } });
  expect(wrong.error?.message).toContain('5');
  expect(await check({ directory, command: 'status' } as never)).toMatchObject({ error: { code: 'usage' } });
  for (const now of [new Date(), Number.NaN, Number.POSITIVE_INFINITY, 'x']) {
    expect(await check({ directory, now } as never)).toMatchObject({ ok: false, error: { code: 'usage' } });
  }
  // In this repository there is something to judge, or there is not: it gives a report all the same.
  expect(await check(null as never)).toHaveProperty('diagnostics');
});
