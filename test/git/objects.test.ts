import { randomBytes } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, describe, expect, test } from 'vitest';
import { largestBlob, ObjectReader } from '../../src/git/objects.ts';
import type { GitContext } from '../../src/git/process.ts';
import { Scratch, scratchFolder } from '../helpers/scratch.ts';

const repository = new Scratch();
const objects = new ObjectReader(repository.context());
afterAll(() => objects.close());

const commit = repository.commit({ a: 'a\n', 'docs/b c/é.txt': 'é', empty: '' });
repository.git('tag', '--annotate', '--message=1', 'v1');

describe('a name', () => {
  test.each<[string, string | null, string?]>([
    ['HEAD', 'commit'],
    ['HEAD^{commit}', 'commit'],
    [commit, 'commit'],
    [commit.slice(0, 10), 'commit'],
    ['v1', 'tag'],
    ['v1^{tree}', 'tree'],
    ['HEAD:', 'tree'],
    ['HEAD:docs/b c', 'tree'],
    ['HEAD:a', 'blob', 'a\n'],
    ['HEAD:docs/b c/é.txt', 'blob', 'é'],
    ['HEAD:empty', 'blob', ''],
    [':a', 'blob', 'a\n'],
    ['HEAD:nowhere', null],
    ['HEAD^', null],
    ['0'.repeat(40), null],
    ['-h', null],
    ['', null],
    ['HEAD:a missing', null],
    [`${commit} blob 3`, null],
  ])('%s', async (name, type, content) => {
    const object = await objects.read(name);
    expect(object?.type ?? null).toBe(type);
    if (content !== undefined) expect(object?.content?.toString()).toBe(content);
    expect(object?.size).toBe(object?.content?.length);
  });

  test('with a line feed is none, and shifts no other answer', async () => {
    const reader = new ObjectReader(repository.context());
    const read = await Promise.allSettled(['HEAD:a\nHEAD:empty', 'HEAD:nowhere'].map((name) => reader.read(name)));
    reader.close();
    const types = read.map((result) => (result.status === 'fulfilled' ? (result.value?.type ?? null) : null));
    expect(types).toEqual([null, null]);
  });
});

test('thousands of requests of one turn are answered each its own', async () => {
  const reader = new ObjectReader(repository.context());
  const names = ['HEAD:a', 'HEAD:nowhere', 'HEAD:empty', commit];
  const asked = Array.from({ length: 5_000 }, (_, index) => names[(index * index) % 4] as string);
  const answers = await Promise.all(asked.map((name) => reader.read(name)));
  const seen = answers.map((object) => (object?.type === 'blob' ? object.content?.toString() : (object?.type ?? null)));
  const expected: Record<string, string | null> = { 'HEAD:a': 'a\n', 'HEAD:nowhere': null, 'HEAD:empty': '' };
  expect(seen).toEqual(asked.map((name) => (name === commit ? 'commit' : expected[name])));
  reader.close();
});

test('contents of every length around a chunk come back whole, one after the other', async () => {
  const lengths = [1, 4095, 4096, 65_471, 65_472, 65_535, 65_536, 65_537, 131_072, 900_001];
  const contents = lengths.map((length) => Buffer.alloc(length, `${length} blob 3\n\0ÿ\n`));
  const names = contents.map((content) => repository.blob(content));
  for (let round = 0; round < 3; round++) {
    const order = [...names.keys(), ...[...names.keys()].reverse()];
    const read = await Promise.all(order.map((index) => objects.read(names[index] as string)));
    for (const [position, index] of order.entries()) {
      expect(read[position]?.content?.equals(contents[index] as Buffer), `${lengths[index]} bytes`).toBe(true);
    }
  }
});

test.each([
  [largestBlob - 1, true],
  [largestBlob, true],
  [largestBlob + 1, false],
  [3 * largestBlob, false],
])('a blob of %i bytes is kept: %s', async (size, kept) => {
  const name = repository.blob(Buffer.alloc(size, 'x'));
  const [large, next] = await Promise.all([objects.read(name), objects.read('HEAD:a')]);
  expect(large).toMatchObject({ oid: name, type: 'blob', size });
  expect(large?.content?.length).toBe(kept ? size : undefined);
  expect(next?.content?.toString()).toBe('a\n');
});

test('a commit is kept whatever its size', async () => {
  const message = 'x'.repeat(largestBlob + 1);
  const oid = repository.bytes(['commit-tree', 'HEAD^{tree}', '-F', '-'], message).toString().trim();
  expect((await objects.read(oid))?.content?.length).toBeGreaterThan(largestBlob);
});

describe('closing', () => {
  test('answers what was asked before, and nothing after', async () => {
    const reader = new ObjectReader(repository.context());
    await reader.read('HEAD');
    const before = reader.read('HEAD:a');
    await Promise.resolve();
    reader.close();
    expect((await before)?.type).toBe('blob');
    await expect(reader.read('HEAD:a')).rejects.toMatchObject({ code: 'git' });
    await expect(reader.read('HEAD:a')).rejects.toMatchObject({ code: 'git' });
  });

  test('twice is closing once, whatever was not asked yet', async () => {
    const reader = new ObjectReader(repository.context());
    reader.close();
    reader.close();
    await expect(reader.read('HEAD')).rejects.toMatchObject({ code: 'git' });
  });
});

describe('git that ends rejects every request', () => {
  function corrupted(): GitContext {
    const broken = new Scratch();
    broken.commit({ a: randomBytes(10_000) });
    const oid = broken.git('rev-parse', 'HEAD:a');
    const file = join(broken.path, '.git/objects', oid.slice(0, 2), oid.slice(2));
    chmodSync(file, 0o644);
    writeFileSync(file, readFileSync(file).subarray(0, 5_000));
    return broken.context();
  }

  const elsewhere = scratchFolder();

  test.each<[string, string, () => GitContext]>([
    ['in a repository with a broken object', 'git', corrupted],
    ['outside a repository', 'not-a-repository', () => repository.context({}, elsewhere)],
    ['where git is not on the PATH', 'git-missing', () => repository.context({ PATH: elsewhere })],
    ['with a GIT_DIR that is none', 'not-a-repository', () => repository.context({ GIT_DIR: elsewhere })],
  ])('%s', async (_, code, context) => {
    expect(readdirSync(elsewhere)).toEqual([]);
    const reader = new ObjectReader(context());
    const asked = await Promise.allSettled(['HEAD:a', 'HEAD:a', 'HEAD:b'].map((name) => reader.read(name)));
    const reasons = asked.map((result) => (result.status === 'rejected' ? result.reason.code : result.value?.type));
    expect(reasons).toEqual([code, code, code]);
    await expect(reader.read('HEAD')).rejects.toMatchObject({ code });
    reader.close();
  });
});

test('an object that was handed over is kept no longer, however many requests are open', async () => {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const reader = new ObjectReader(repository.context());
  let open = reader.read('HEAD:a');
  const handedOver: WeakRef<object>[] = [];
  for (let index = 0; index < 3; index++) {
    const next = reader.read('HEAD:a');
    handedOver.push(new WeakRef((await open) as object));
    open = next;
  }
  await new Promise(setImmediate);
  collect();
  expect(handedOver.slice(0, -1).map((object) => object.deref())).toEqual([undefined, undefined]);
  await open;
  reader.close();
});
