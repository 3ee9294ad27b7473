import { describe, expect, test } from 'vitest';
import schema from '../../schemas/config.schema.json' with { type: 'json' };
import validate from '../../schemas/config.schema.json?validator';
import { type Config, defaultConfig } from '../../src/config/config.ts';
import { configPaths } from '../../src/config/problem.ts';
import { readConfig } from '../../src/config/read.ts';
import { typed } from '../../src/config/typed.ts';

const { $schema, ...properties } = schema.properties;
const keys = Object.keys(defaultConfig) as (keyof Config)[];

test('the schema has the keys and the defaults of the code', () => {
  const defaults = Object.entries(properties).map(([key, property]) => [key, property.default]);
  expect(Object.fromEntries(defaults)).toEqual(defaultConfig);
});

test('the defaults keep to the schema', () => {
  expect(validate(defaultConfig)).toBe(true);
});

test('every key is described', () => {
  for (const property of Object.values(schema.properties)) expect(property.description).toMatch(/^\S.*\.$/);
});

describe('what is shown as an example can be typed', () => {
  const cases = configPaths.flatMap((path) => [...keys, '$schema' as const, null].map((key) => [path, key] as const));

  test.each(cases)('%s: %s', async (path, key) => {
    const line = typed(path, key);
    const json = key === null ? line : `{${line}}`;
    const text = {
      'package.json': `{"sprint-check":${json}}`,
      '.sprint-checkrc.json': json,
      '.sprint-checkrc.yaml': line,
    };
    const bytes = Buffer.from(text[path]);
    const reading = await readConfig([{ path, mode: '100644', size: bytes.length, bytes }]);
    expect(reading).toMatchObject({ kind: 'config' });
  });
});
