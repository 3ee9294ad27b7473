import { afterAll, describe, expect, test } from 'vitest';
import { defaultConfig } from '../../src/config/config.ts';
import { artefacts, closingFacts } from '../../src/facts/closing.ts';
import { Files } from '../../src/facts/files.ts';
import { treeSnapshot } from '../../src/facts/snapshot.ts';
import { readState } from '../../src/facts/sprint.ts';
import { ObjectReader } from '../../src/git/objects.ts';
import { judgedAt, start } from '../helpers/commit-facts.ts';
import { commitOf, type Given } from '../helpers/commits.ts';
import { Scratch } from '../helpers/scratch.ts';

const repository = new Scratch();
const context = repository.context();
const objects = new ObjectReader(context);
afterAll(() => objects.close());
const folder = 'docs/sprints/S3';
const preflight = `${folder}/PREFLIGHT.md`;

async function closing(commit: string, from = start as typeof start | null) {
  const files = new Files(objects);
  const reading = { context, now: judgedAt, files, config: defaultConfig };
  return closingFacts(reading, commit, await readState(defaultConfig, treeSnapshot(files, commit)), from);
}

const commit = (files: Given['files'], at = 5, ...parents: readonly string[]) =>
  commitOf(repository, { files, at, parents });

test('nothing closes where there is no sprint', async () => {
  expect(await closing(commit({ 'app.ts': '' }))).toBe(null);
});

test('the artefacts are those of the sprint’s folder', async () => {
  const missing = async (...names: readonly string[]) =>
    (await closing(commit(Object.fromEntries(names.map((name) => [name, ''])))))?.missingArtefacts;
  expect(await missing(...artefacts.map((name) => `${folder}/${name}`))).toEqual([]);
  expect(await missing(`${folder}/PLAN.md`, `${folder}/DEMO.md`, 'docs/sprints/S2/BOARD.md')).toEqual([
    ...['BOARD.md', 'REVIEW.md', 'RETRO.md', 'PREFLIGHT.md'],
  ]);
});

describe('a schema.sql', () => {
  const stale = async (files: Given['files']) => (await closing(commit({ [preflight]: '', ...files })))?.staleSchema;
  // Before the sprint began; a commit of it then leaves the schema alone.
  const old = (files: Given['files']) => commit(files, -5);
  const later = async (files: Given['files'], schema: Given['files'] = { 'schema.sql': 'old' }) =>
    (await closing(commit({ [preflight]: '', ...schema, ...files }, 5, old(schema))))?.staleSchema;

  test('is not asked for where none is tracked', async () => {
    const untouched = async (files: Given['files']) =>
      (await closing(commit({ [preflight]: '', ...files }), null))?.staleSchema;
    expect(await untouched({})).toBe(null);
    expect(await untouched({ 'old-schema.sql': '', 'schema.sql/a': '', 'schema.sql.orig': '' })).toBe(null);
  });

  test('is refreshed by a commit since T', async () => {
    expect(await stale({ 'schema.sql': '' })).toBe(null);
    expect(await later({})).toBe('schema.sql');
    expect(await later({ 'schema.sql': 'new' })).toBe(null);
    expect(await later({}, { 'db/[1]/schema.sql': '' })).toBe('db/[1]/schema.sql');
    // One of several is enough.
    const two = { 'a/schema.sql': '', 'b/schema.sql': '' };
    expect(await later({}, two)).toBe('a/schema.sql');
    expect(await later({ 'b/schema.sql': 'new' }, two)).toBe(null);
  });

  test('is refreshed by no commit where T is unknown', async () => {
    const tip = commit({ [preflight]: '', 'schema.sql': '' });
    expect((await closing(tip, null))?.staleSchema).toBe('schema.sql');
  });

  test.each([
    ['unchanged: no migration', true],
    ['Unchanged (no migration)', true],
    ['## Schema\nschema.sql unchanged\nsince nothing migrates', true],
    ['unchanged\r\n\r\nno migration', true],
    ['unchanged', false],
    ['unchanged: …', false],
    ['unchanged\n## Seeds\nnpm run seed', false],
    ['unchanged\n  ## Seeds\nnpm run seed', false],
    ['unchangedness: no', false],
    ['an unchanging one: no', false],
    ['', false],
  ])('is declared unchanged by %j: %s', async (text, declared) => {
    expect(await later({ [preflight]: text })).toBe(declared ? null : 'schema.sql');
  });

  test('is not declared unchanged by a file that is not there', async () => {
    const tip = commit({ 'schema.sql': '', [`${folder}/PLAN.md`]: '' }, 5, old({ 'schema.sql': '' }));
    expect((await closing(tip))?.staleSchema).toBe('schema.sql');
  });
});
