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

// What the suite takes for tags are words in plain texts, or an anchor.
const withoutTags = new Set(['2EBW', 'FBC9', 'W5VH']);
// YAML of another version, and a mapping with two empty keys.
const refused = new Set(['2JQS', 'BEC7', 'MUS6/02', 'MUS6/03', 'MUS6/04']);
const known = /^!$|^tag:yaml\.org,2002:(?:map|seq|str|int|float|bool|null)$/;

test.each(cases)('$id', ({ id, yaml, fail, docs, tags = [] }) => {
  const isForeign = !withoutTags.has(id) && tags.some((tag) => !known.test(tag));
  const isRead = !fail && docs < 2 && !isForeign && !refused.has(id);
  const file = readYaml(blob(yaml));
  expect(file.state).toBe(isRead ? 'read' : 'broken');
});
