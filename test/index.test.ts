import { expect, test } from 'vitest';
import { check } from '../src/index.ts';
import { Scratch } from './helpers/scratch.ts';

test('where there is no verdict, the report says why', async () => {
  const directory = new Scratch().path;
  expect(await check({ directory, from: 'x' })).toMatchObject({ ok: false, error: { code: 'unknown-revision' } });
  expect(await check({ directory: `${directory}/gone` })).toMatchObject({ error: { code: 'not-a-repository' } });
  for (const now of [new Date(), Number.NaN, Number.POSITIVE_INFINITY, 'x']) {
    expect(await check({ directory, now } as never)).toMatchObject({ ok: false, error: { code: 'usage' } });
  }
  expect(await check({ directory, language: 'xx' } as never)).toHaveProperty('diagnostics');
  expect(await check({ directory, command: 'status' } as never)).toMatchObject({ error: { code: 'usage' } });
});
