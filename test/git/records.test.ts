import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { recordsOf } from '../../src/git/records.ts';
import { Scratch, scratchFolder } from '../helpers/scratch.ts';

const repository = new Scratch();
const names = Array.from({ length: 5_000 }, (_, index) => `${index} ${randomBytes(20).toString('hex')}`);
const blob = repository.blob('');
repository.bytes(
  ['update-index', '-z', '--index-info'],
  ['é\nü', ...names].map((name) => `100644 ${blob}\t${name}\0`).join(''),
);

async function all(records: AsyncIterable<readonly string[]>): Promise<string[]> {
  const read: string[] = [];
  for await (const batch of records) read.push(...batch);
  return read;
}

describe('records', () => {
  test('of many parts, each once and in order', async () => {
    const read = await all(recordsOf(repository.context(), ['ls-files', '-z']));
    expect(read).toEqual([...names, 'é\nü'].sort());
  });

  test('none', async () => {
    expect(await all(recordsOf(repository.context(), ['ls-files', '-z', 'nowhere']))).toEqual([]);
  });

  test('longer than what git writes at once', async () => {
    const long = 'x'.repeat(300_000);
    const input = `${long}\0`;
    const args = ['check-attr', '-z', '--stdin', 'text'];
    expect(await all(recordsOf(repository.context(), args, input))).toEqual([long, 'text', 'unspecified']);
  });

  test('of what is fed to git', async () => {
    const input = 'a\0b\0';
    expect(await all(recordsOf(repository.context(), ['check-attr', '-z', '--stdin', 'text'], input))).toEqual([
      ...['a', 'text', 'unspecified'],
      ...['b', 'text', 'unspecified'],
    ]);
  });
});

describe('a git that fails', () => {
  test.each<[string, string, Parameters<typeof recordsOf>]>([
    ['at its arguments', 'git', [repository.context(), ['ls-files', '--no-such-option']]],
    ['without having read its input', 'git', [repository.context(), ['rev-list', '--nonsense'], 'x\n'.repeat(100_000)]],
    ['outside a repository', 'not-a-repository', [repository.context({}, scratchFolder()), ['ls-files', '-z']]],
    ['since it is not on the PATH', 'git-missing', [repository.context({ PATH: scratchFolder() }), ['version']]],
  ])('%s', async (_, code, args) => {
    await expect(all(recordsOf(...args))).rejects.toMatchObject({ code });
  });
});
