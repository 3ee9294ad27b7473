import { afterAll, expect, test } from 'vitest';
import { Files } from '../../src/facts/files.ts';
import { headSnapshot } from '../../src/facts/snapshot.ts';
import { ObjectReader } from '../../src/git/objects.ts';
import { Scratch } from '../helpers/scratch.ts';

const repository = new Scratch();
const context = repository.context();
const objects = new ObjectReader(context);
afterAll(() => objects.close());

test('the files of HEAD are its commit’s, none before the first one, and unknown where it is damaged', async () => {
  const names = async () => [...(await (await headSnapshot(context, new Files(objects))).list('')).keys()];
  expect(await names()).toEqual([]);
  repository.commit({ 'a.ts': '' });
  repository.write({ 'b.ts': '' });
  expect(await names()).toEqual(['a.ts']);
  repository.write({ '.git/refs/heads/work': `${'1'.repeat(40)}\n` });
  await expect(headSnapshot(context, new Files(objects))).rejects.toMatchObject({ code: 'git' });
});
