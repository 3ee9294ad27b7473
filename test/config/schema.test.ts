import { describe, expect, test } from 'vitest';
import schema from '../../schemas/config.schema.json' with { type: 'json' };
import validate from '../../schemas/config.schema.json?validator';
import { defaultConfig } from '../../src/config/config.ts';
import { configPaths } from '../../src/config/problem.ts';
import type { ConfigFile } from '../../src/config/source.ts';
import { Failure } from '../../src/failure.ts';
import { file, read, wrongIn } from './files.ts';

const { $schema, ...properties } = schema.properties;

/** What is shown to be written instead of the one wrong value of a file. */
function exampleFor(source: ConfigFile): string {
  const [help] = wrongIn([source]).help;
  return `${help}`.replace('write, for example: ', '');
}

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
  const keys = Object.keys(schema.properties);

  test.each(configPaths.flatMap((path) => keys.map((key) => [path, key] as const)))('%s: %s', (path, key) => {
    const holding = (entry: string) =>
      file(path, path === 'package.json' ? `{"sprint-check":{${entry}}}` : `{${entry}}`);
    const example = exampleFor(holding(`"${key}": false`));
    expect(example).toMatch(new RegExp(`^"${key.replace('$', '\\$')}": `));
    expect(read(holding(example))).not.toBeInstanceOf(Failure);
  });

  test.each([
    ['package.json', '{"sprint-check": 3}'],
    ['.sprint-checkrc.json', '3'],
    ['.sprint-checkrc.yaml', ''],
  ] as const)('the whole, in %s', (path, wrong) => {
    const example = exampleFor(file(path, wrong));
    expect(read(file(path, path === 'package.json' ? `{${example}}` : example))).toMatchObject({ timebox: 25 });
  });
});
