import { expect, test } from 'vitest';
import { references } from '../../src/journal/references.ts';

test.each<[string, ...string[]]>([
  ['Sprint S3', '3'],
  ['Sprint S3 — validation, then Sprint\u00a0S12', '3', '12'],
  ['Sprint S<N>', '<N>'],
  ['(Sprint S3)', '3'],
  ['é Sprint S3é'],
  ['éSprint S3'],
  ['🙂Sprint S3🙂', '3'],
  ['𝐚Sprint S3'],
  ['Sprint S3𝐚'],
  ['_Sprint S3'],
  ['Sprint S3_'],
  ['Sprint S3b'],
  ['Sprint S3\u0301'],
  ['2Sprint S3'],
  ['Sprint S3Sprint S4'],
  ['sprint S3'],
  ['SprintS3'],
])('%j references the sprints %j', (text, ...expected) => {
  const found = [...references(text)];
  expect(found.map(({ sprint }) => sprint)).toEqual(expected);
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});
