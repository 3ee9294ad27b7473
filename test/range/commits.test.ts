import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parseCommit } from '../../src/git/commit.ts';
import { ObjectReader } from '../../src/git/objects.ts';
import { listCommits, withDiffs } from '../../src/range/commits.ts';
import { commitOf } from '../helpers/commits.ts';
import { Scratch } from '../helpers/scratch.ts';

describe.each(['sha1', 'sha256'])('what a list of commits says, %s', (format) => {
  const repository = new Scratch(`--object-format=${format}`);
  const objects = new ObjectReader(repository.context());
  afterAll(() => objects.close());
  const tree = repository.git('write-tree');
  const base = repository.commit();

  /** A commit made of this text, however odd. */
  function crafted(text: string | Buffer): string {
    const args = ['hash-object', '-t', 'commit', '-w', '--stdin', '--literally'];
    return repository.bytes(args, text).toString('utf8').trim();
  }

  const listed = (tip: string, from = base) => listCommits(repository.context(), objects, tip, [from]);
  const header = `tree ${tree}\nparent ${base}\n`;
  const ada = 'Ada <ada@example.com> 1758542400 +0200';

  test.each<[string, string | Buffer]>([
    ['as usual', `${header}author ${ada}\ncommitter ${ada}\n\nA commit\n`],
    ['without a message', `${header}author ${ada}\ncommitter ${ada}\n\n`],
    ['with a message of blanks', `${header}author ${ada}\ncommitter ${ada}\n\n  \n\n`],
    ['with blanks behind its date, and no message', `${header}author ${ada}\ncommitter ${ada} \n\n`],
    ['with blanks behind its date', `${header}author ${ada}\ncommitter ${ada} \n\nA commit\n`],
    ['with a NUL in its headers', `${header}author Ada\0 <ada@example.com> 1 +0000\ncommitter ${ada}\n\nA commit\n`],
    ['with a NUL in its message', `${header}author ${ada}\ncommitter ${ada}\n\nA\0commit\n`],
    ['with a date that is none', `${header}author ${ada}\ncommitter Ada <ada@example.com> never\n\nA commit\n`],
    [
      'in another encoding',
      Buffer.from(
        `${header}author A <\xe9@example.com> 1 +0000\ncommitter ${ada}\nencoding latin1\n\n\xe9\n`,
        'latin1',
      ),
    ],
  ])('a commit %s', async (_, text) => {
    repository.git('config', 'i18n.logOutputEncoding', 'UTF-16');
    const oid = crafted(text);
    const content = repository.bytes(['cat-file', 'commit', oid]);
    expect(await listed(oid)).toEqual([{ oid, ...parseCommit(content) }]);
  });

  test('the changes of each, merges and roots included', async () => {
    const before = repository.git('commit-tree', '-m', 'Nothing', tree);
    repository.git('reset', '--quiet', '--hard', before);
    const one = repository.commit({ 'a b': 'a', ':c\nd': 'c' });
    const empty = repository.commit();
    const root = repository.git('commit-tree', '-m', 'A root', `${one}^{tree}`);
    const merge = repository.git('commit-tree', '-m', 'A merge', '-p', empty, '-p', root, tree);
    const commits = await withDiffs(repository.context(), await listed(merge, before));
    const told = new Map(
      commits.map(({ oid, diffs }) => [
        oid,
        diffs.map((diff) => diff.map(({ before, path }) => `${before ? 'D' : 'A'} ${path}`)),
      ]),
    );
    const [added, deleted] = ['A', 'D'].map((status) => [`${status} :c\nd`, `${status} a b`]);
    expect(told).toEqual(
      new Map([
        [one, [added]],
        [empty, [[]]],
        [root, [added]],
        [merge, [deleted, deleted]],
      ]),
    );
  });
});

describe('a range', () => {
  const repository = new Scratch();
  const objects = new ObjectReader(repository.context());
  afterAll(() => objects.close());
  const first = repository.commit();
  const second = repository.commit({ 'app.ts': '' });

  async function changes(tip: string, PATH = repository.environment.PATH): Promise<number[]> {
    const listed = await listCommits(repository.context(), objects, tip, [first]);
    const commits = await withDiffs(repository.context({ PATH }), listed);
    return commits.map(({ diffs }) => diffs.flat().length);
  }

  test('of no commits has no changes', async () => {
    expect(await changes(first)).toEqual([]);
  });

  test('has all changes of a commit, more than git prints at once', async () => {
    const files = Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`${index}.ts`, '']));
    expect(await changes(commitOf(repository, { files, parents: [second] }))).toEqual([1, 2001]);
  });

  test('that a shallow clone cuts off is not listed', async () => {
    const clone = new Scratch();
    clone.git('fetch', '--quiet', '--depth=1', `file://${repository.path}`, second);
    const reader = new ObjectReader(clone.context());
    await expect(listCommits(clone.context(), reader, second, [])).rejects.toMatchObject({ code: 'shallow' });
    reader.close();
  });

  test.skipIf(process.platform === 'win32').each([
    ['nothing', 'true', /unexpected: $/],
    ['what is no commit', 'printf "nothing\\0"', /unexpected: nothing$/],
    ['more before a commit', `printf 'x${second}\\0'`, /unexpected: x/],
    ['more behind a commit', `printf '${second}x\\0'`, /unexpected: .*x$/],
  ])('of which git prints %s is not known', async (_, script, message) => {
    repository.write({ 'bin/git': `#!/bin/sh\ncat >/dev/null\n${script}\n` });
    chmodSync(join(repository.path, 'bin/git'), 0o755);
    await expect(changes(second, `${repository.path}/bin:${repository.environment.PATH}`)).rejects.toThrow(message);
  });
});
