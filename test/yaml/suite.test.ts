import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { blob } from '../helpers/blob.ts';
import { readYaml } from '../helpers/yaml.ts';

interface Case {
  readonly id: string;
  readonly yaml: string;
  /** It is not YAML. */
  readonly fail?: true;
  readonly docs: number;
  readonly tags?: readonly string[];
}

// The cases of https://github.com/yaml/yaml-test-suite, one a line.
const cases: Case[] = readFileSync(new URL('../fixtures/yaml-test-suite.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line));

// What the suite takes for tags here are words in plain texts.
const withoutTags = new Set(['2EBW', 'FBC9']);
const withEmptyKeys = new Set(['2JQS', 'CFD4', 'DFF7', 'FRK4', 'NHX8', 'S3PD', 'SM9W/01', 'UKK6/00']);

test.each(cases)('$id', ({ id, yaml, fail, docs, tags = [] }) => {
  const file = readYaml(blob(yaml));
  if (fail || docs > 1) expect(file.state).toBe('broken');
  else if (file.state === 'broken') {
    expect(file.problem.kind).toMatch(withEmptyKeys.has(id) ? /other|reserved-value/ : 'refused');
  } else {
    expect(file.state).toBe('read');
    expect(tags.length > 0 && !withoutTags.has(id)).toBe(false);
  }
});
