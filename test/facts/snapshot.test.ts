import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { Files } from '../../src/facts/files.ts';
import { emptySnapshot, hasFiles, indexSnapshot, type Snapshot, treeSnapshot } from '../../src/facts/snapshot.ts';
import type { Change } from '../../src/git/diff.ts';
import { ObjectReader } from '../../src/git/objects.ts';
import { Scratch } from '../helpers/scratch.ts';

const repository = new Scratch();
const oid = repository.blob('content');
const after = { mode: '100644', oid };

/** The snapshot of real trees: of each path a file. */
function treeOf(paths: readonly string[]): string {
  const index = { ...repository.environment, GIT_INDEX_FILE: `${repository.path}/.git/scratch-index` };
  const writing = Object.assign(Object.create(repository), { environment: index }) as Scratch;
  writing.git('read-tree', '--empty');
  const lines = paths.map((path) => `100644 ${oid}\t${path}\0`).join('');
  writing.bytes(['update-index', '-z', '--index-info'], lines);
  return writing.git('write-tree');
}

const objects = new ObjectReader(repository.context());
const files = new Files(objects);
afterAll(() => objects.close());

function change(path: string, status: 'A' | 'D'): Change {
  return { path, before: status === 'A' ? null : after, after: status === 'D' ? null : after };
}

const names = async (snapshot: Snapshot, folder: string) => [...(await snapshot.list(folder)).keys()].sort();

test('the empty snapshot has nothing', async () => {
  expect(await emptySnapshot(files).entry('a')).toBe(null);
  expect(await names(emptySnapshot(files), '')).toEqual([]);
});

describe('treeSnapshot', () => {
  const tree = treeSnapshot(files, treeOf(['a', 'docs/b c', 'docs/sprints/S1/x', 'é/ü']));

  test.each<[string, string[]]>([
    ['', ['a', 'docs', 'é']],
    ['docs', ['b c', 'sprints']],
    ['docs/sprints/S1', ['x']],
    ['é', ['ü']],
    ['a', []],
    ['nowhere', []],
    ['a/b', []],
  ])('lists "%s"', async (folder, expected) => {
    expect(await names(tree, folder)).toEqual(expected);
  });

  test.each([
    ['a', '100644'],
    ['docs', '040000'],
    ['docs/b c', '100644'],
    ['é/ü', '100644'],
    ['b', null],
    ['a/b', null],
    ['nowhere/b', null],
    ['docs/sprints/S1', '040000'],
  ])('what stands at %s: %s', async (path, mode) => {
    expect((await tree.entry(path))?.mode ?? null).toBe(mode);
  });

  test('a tree that git does not have is no empty one', async () => {
    await expect(names(treeSnapshot(files, 'refs/heads/nowhere'), '')).rejects.toMatchObject({ code: 'git' });
  });

  test('a folder whose name has a line feed in it is a folder', async () => {
    const reader = new ObjectReader(repository.context());
    const odd = treeSnapshot(new Files(reader), treeOf(['docs/sprints/S9/x\ny/z']));
    expect(await hasFiles(odd, 'docs/sprints/S9')).toBe(true);
    reader.close();
  });
});

describe('indexSnapshot', () => {
  const base = treeSnapshot(files, treeOf(['a', 'docs/b', 'docs/sprints/S1/x']));

  test.each<[string, Change[], string, string[]]>([
    ['no change', [], '', ['a', 'docs']],
    ['a new file', [change('z', 'A')], '', ['a', 'docs', 'z']],
    ['a new file in a folder', [change('docs/c', 'A')], 'docs', ['b', 'c', 'sprints']],
    ['a new folder', [change('n/e/w', 'A')], '', ['a', 'docs', 'n']],
    ['in a new folder', [change('n/e/w', 'A')], 'n/e', ['w']],
    ['a file that goes', [change('a', 'D')], '', ['docs']],
    ['a file that turns into a folder', [change('a', 'D'), change('a/b', 'A')], '', ['a', 'docs']],
    ['another folder’s change', [change('docs2/c', 'A')], 'docs', ['b', 'sprints']],
    ['a folder whose name starts alike', [change('docs/sprints/S12/x', 'A')], 'docs/sprints/S1', ['x']],
  ])('lists %s', async (_, changes, folder, expected) => {
    expect(await names(indexSnapshot(base, changes), folder)).toEqual(expected);
  });

  test('a file in the place of a folder, and a folder in the place of a file, are what stands there', async () => {
    const mode = async (name: string, changes: readonly Change[]) =>
      (await indexSnapshot(base, changes).list('')).get(name)?.mode;
    const toFile = [change('docs', 'A'), change('docs/b', 'D'), change('docs/sprints/S1/x', 'D')];
    expect(await mode('docs', toFile)).toBe('100644');
    const toFolder = [change('a', 'D'), change('a/b', 'A')];
    expect(await mode('a', toFolder)).toBe('040000');
    expect(await mode('a', toFolder.toReversed())).toBe('040000');
    expect(await mode('nowhere', [change('nowhere', 'D')])).toBe(undefined);
  });

  test('entries are those of the change, else of the base', async () => {
    const changed = { path: 'a', before: after, after: { mode: '100755', oid: 'new' } };
    const snapshot = indexSnapshot(base, [changed, change('docs/b', 'D')]);
    expect(await snapshot.entry('a')).toEqual({ mode: '100755', oid: 'new' });
    expect(await snapshot.entry('docs/b')).toBeNull();
    expect(await snapshot.entry('docs/sprints/S1/x')).toEqual(after);
  });
});

describe('hasFiles', () => {
  const base = treeSnapshot(files, treeOf(['docs/sprints/S1/deep/er/x', 'docs/sprints/S2']));

  test.each<[string, boolean, Change[]]>([
    ['docs/sprints/S1', true, []],
    ['docs/sprints/S2', false, []],
    ['docs/sprints/S3', false, []],
    ['docs/sprints/S1', false, [change('docs/sprints/S1/deep/er/x', 'D')]],
    ['docs/sprints/S1', true, [change('docs/sprints/S1/deep/er/x', 'D'), change('docs/sprints/S1/y', 'A')]],
    ['docs/sprints/S3', true, [change('docs/sprints/S3/a/b', 'A')]],
  ])('%s: %s', async (folder, expected, changes) => {
    expect(await hasFiles(indexSnapshot(base, changes), folder)).toBe(expected);
  });
});

test('changes laid over a tree give the files of the tree that they lead to', async () => {
  const paths = fc.uniqueArray(fc.constantFrom('a', 'b', 'c/d', 'c/e', 'c/f/g', 'h/i', 'h/j/k', 'h/j/l'));
  await fc.assert(
    fc.asyncProperty(paths, paths, async (before, now) => {
      const changes = [
        ...before.filter((path) => !now.includes(path)).map((path) => change(path, 'D')),
        ...now.filter((path) => !before.includes(path)).map((path) => change(path, 'A')),
      ];
      const laid = indexSnapshot(treeSnapshot(files, treeOf(before)), changes);
      const real = treeSnapshot(files, treeOf(now));
      for (const path of ['a', 'b', 'c/d', 'c/f/g', 'h/j/k'])
        expect(await laid.entry(path)).toEqual(await real.entry(path));
      for (const folder of ['c', 'c/f', 'h', 'h/j']) {
        expect(await hasFiles(laid, folder)).toBe(await hasFiles(real, folder));
        const listed = await names(laid, folder);
        expect(listed).toEqual(expect.arrayContaining(await names(real, folder)));
      }
    }),
    { numRuns: 40 },
  );
});
