import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ownChanges } from '../../src/facts/merge.ts';
import { ask, change, reply } from '../helpers/commit-facts.ts';
import { commitOf, factsOfTip, type Given } from '../helpers/commits.ts';
import { Scratch } from '../helpers/scratch.ts';
import { journal, journalPath } from '../helpers/sprint.ts';

const repository = new Scratch();
const commit = (files: Given['files'], ...parents: readonly string[]) => commitOf(repository, { files, parents });
const isPlain = async (files: Given['files'], ...parents: readonly string[]) =>
  (await factsOfTip(repository, commit(files, ...parents), ...parents)).plainMerge;

describe('a plain merge is what git’s own merge of its parents gives', () => {
  const files = { 'one.ts': '1\n', 'two.ts': '2\n' };
  const root = commit(files);

  test('a commit of one parent is none', async () => {
    expect(await isPlain(files, root)).toBe(false);
    expect((await factsOfTip(repository, root)).merge).toBe(false);
  });

  test('where each side changed files of its own', async () => {
    const [ours, theirs] = [commit({ ...files, 'one.ts': 'a\n' }, root), commit({ ...files, 'two.ts': 'b\n' }, root)];
    const merged = { 'one.ts': 'a\n', 'two.ts': 'b\n' };
    expect(await isPlain(merged, ours, theirs)).toBe(true);
    expect(await isPlain({ ...merged, 'two.ts': 'c\n' }, ours, theirs)).toBe(false);
    expect(await isPlain({ ...merged, 'three.ts': '' }, ours, theirs)).toBe(false);
    // One side's change is left out.
    expect(await isPlain({ ...merged, 'two.ts': '2\n' }, ours, theirs)).toBe(false);
    expect(await isPlain({ 'one.ts': 'a\n' }, ours, theirs)).toBe(false);
  });

  test('a conflict may be resolved in any way, and nothing else be changed with it', async () => {
    const [ours, theirs] = [commit({ ...files, 'one.ts': 'a\n' }, root), commit({ ...files, 'one.ts': 'b\n' }, root)];
    expect(await isPlain({ ...files, 'one.ts': 'a and b\n' }, ours, theirs)).toBe(true);
    expect(await isPlain({ ...files, 'one.ts': 'a\n' }, ours, theirs)).toBe(true);
    expect(await isPlain({ 'two.ts': '2\n' }, ours, theirs)).toBe(true);
    expect(await isPlain({ 'one.ts': 'a and b\n', 'two.ts': 'c\n' }, ours, theirs)).toBe(false);
  });

  test('of unrelated histories, too', async () => {
    const [ours, theirs] = [commit({ 'one.ts': '1\n' }), commit({ 'two.ts': '2\n' })];
    expect(await isPlain({ 'one.ts': '1\n', 'two.ts': '2\n' }, ours, theirs)).toBe(true);
    expect(await isPlain({ 'one.ts': '1\n', 'two.ts': '3\n' }, ours, theirs)).toBe(false);
  });

  test('a journal of which git took something of both sides may be put right, and be neither one side’s again nor gone', async () => {
    const path = journalPath(3);
    const [head, tail] = ['# first\n\n\n\n\n', '\n\n\n\n# last\n'];
    const text = `${head}${journal(ask('a'))}${tail}`;
    const base = commit({ [path]: text, 'app.ts': text });
    const by = (word: RegExp) => text.replace(word, 'other');
    const [ours, theirs] = ['app.ts', path].map((name) => [
      commit({ [path]: by(/first/), 'app.ts': text, [name]: by(/first/) }, base),
      commit({ [path]: by(/last/), 'app.ts': text, [name]: by(/last/) }, base),
    ])[0] as [string, string];
    const both = by(/first/).replace('last', 'other');
    expect(await isPlain({ [path]: both, 'app.ts': both }, ours, theirs)).toBe(true);
    expect(await isPlain({ [path]: `${both}# more\n`, 'app.ts': both }, ours, theirs)).toBe(true);
    expect(await isPlain({ [path]: by(/first/), 'app.ts': both }, ours, theirs)).toBe(false);
    expect(await isPlain({ [path]: by(/last/), 'app.ts': both }, ours, theirs)).toBe(false);
    expect(await isPlain({ [path]: both, 'app.ts': `${both}# more\n` }, ours, theirs)).toBe(false);
    expect(await isPlain({ 'app.ts': both }, ours, theirs)).toBe(false);
  });

  test.each<[string, string]>([
    ['can’t be read', '- who: PO\n  details: Error: page 404\n'],
    ['is empty', ''],
    ['has an entry that is not sound', journal(ask('a'), reply('no', { reply: 'KO' }))],
  ])('a journal that git took of one side may be put right, where it %s', async (_, unsound) => {
    const [path, one] = [journalPath(3), journal(ask('a'))];
    const base = commit({ [path]: one });
    const [ours, theirs] = [commit({ [path]: one, 'app.ts': '' }, base), commit({ [path]: unsound }, base)];
    for (const text of [unsound, `${unsound}  action: fix\n`, one]) {
      expect(await isPlain({ [path]: text, 'app.ts': '' }, ours, theirs)).toBe(true);
      expect(await isPlain({ [path]: text, 'app.ts': '' }, theirs, ours)).toBe(true);
      expect(await isPlain({ [path]: text }, ours, theirs)).toBe(false);
    }
    expect(await isPlain({ 'app.ts': '' }, ours, theirs)).toBe(false);
  });

  test('a journal that one side alone changed, or deleted, is not put right by a merge', async () => {
    const path = journalPath(3);
    const [one, two] = [journal(ask('a')), journal(ask('a'), ask('b'))];
    const base = commit({ [path]: one });
    const [ours, theirs] = [commit({ [path]: two }, base), commit({ [path]: one, 'app.ts': '' }, base)];
    const deleted = commit({ 'app.ts': '' }, base);
    expect(await isPlain({ [path]: two, 'app.ts': '' }, ours, theirs)).toBe(true);
    expect(await isPlain({ [path]: `${two}# more\n`, 'app.ts': '' }, ours, theirs)).toBe(false);
    expect(await isPlain({ [path]: `${one}# more\n`, 'app.ts': '' }, base, deleted)).toBe(false);
  });

  test('of more than two parents every path is one parent’s', async () => {
    const sides = ['a', 'b', 'c'].map((text) => commit({ ...files, 'one.ts': `${text}\n` }, root));
    expect(await isPlain({ ...files, 'one.ts': 'c\n' }, ...sides)).toBe(true);
    expect(await isPlain({ ...files, 'one.ts': 'd\n' }, ...sides)).toBe(false);
    expect(await isPlain({ 'two.ts': '2\n' }, ...sides)).toBe(false);
  });

  describe.skipIf(process.platform === 'win32')('where git’s merge-tree', () => {
    const [ours, theirs] = [commit({ 'one.ts': 'a\n' }, root), commit({ 'one.ts': '1\n' }, root)];
    const merge = commit({ 'one.ts': 'neither\n' }, ours, theirs);

    /** The same, by a git whose merge-tree does this. */
    async function plain(script: string): Promise<boolean> {
      const { PATH } = repository.environment;
      const git = `#!/bin/sh\nPATH="\${PATH#*:}"\n[ "$1" = merge-tree ] || exec git "$@"\n${script}\n`;
      repository.write({ 'bin/git': git });
      chmodSync(join(repository.path, 'bin/git'), 0o755);
      repository.environment.PATH = `${repository.path}/bin:${PATH}`;
      try {
        return (await factsOfTip(repository, merge, ours, theirs)).plainMerge;
      } finally {
        repository.environment.PATH = PATH;
      }
    }

    test('works, the merge of this test is none', async () => {
      expect(await plain('exec git "$@"')).toBe(false);
    });

    test('is too old to tell, every merge is one', async () => {
      expect(await plain('exit 129')).toBe(true);
    });

    test.each([
      ['fails', 'echo fatal: no >&2; exit 128', /^git failed: fatal: no$/],
      ['fails, once it has printed a tree', 'git "$@"; exit 2', /^git failed: exit 2$/],
      ['is killed', 'kill -9 $$', /^git failed: killed$/],
      ['is killed, once it has printed a tree', 'git "$@"; kill -9 $$', /^git failed: killed$/],
      ['prints nothing', 'exit 0', /^git printed something unexpected: $/],
      ['says what it does with no tree', 'echo warning >&2; exit 1', /^git failed: warning$/],
      ['prints more before the tree', 'printf x; exec git "$@"', /^git printed something unexpected: x[0-9a-f]{40}$/],
      ['prints more behind the tree', `echo ${root}x; exit 1`, /^git printed something unexpected: [0-9a-f]{40}x/],
    ])('%s, there is no answer', async (_, script, message) => {
      const asked = `merge-tree --write-tree --no-messages -z ${ours} ${theirs}`;
      const help = expect.stringMatching(message.source.includes('failed') ? asked : 'which git');
      await expect(plain(script)).rejects.toMatchObject({
        ...{ code: 'git', message: expect.stringMatching(message), words: { en: [expect.anything(), help] } },
      });
    });
  });
});

describe('a shallow clone', () => {
  const journal3 = { [journalPath(3)]: journal(ask('a')) };
  const root = commit(journal3, commit({}));
  const [ours, theirs, third] = ['one.ts', 'two.ts', 'three.ts'].map((name) =>
    commit({ ...journal3, [name]: '' }, root),
  ) as [string, string, string];
  const lost = { 'one.ts': '', 'two.ts': '' };
  const kept = { ...journal3, ...lost };

  /** The facts of a merge of the first two, and of more, that leaves these files, in a clone of so many generations. */
  function facts(depth: number, files: Given['files'], ...more: readonly string[]) {
    const [clone, merge] = [new Scratch(), commit(files, ours, theirs, ...more)];
    clone.git('fetch', '--quiet', `--depth=${depth}`, `file://${repository.path}`, 'refs/heads/made');
    return factsOfTip(clone, merge, ours, theirs, ...more);
  }

  test('that lacks the merge base can tell neither a plain merge, nor what a merge lost', async () => {
    await expect(facts(2, kept)).rejects.toMatchObject({ code: 'shallow' });
    await expect(facts(2, lost, third)).rejects.toMatchObject({ code: 'shallow' });
  });

  test('that holds it tells both', async () => {
    expect((await facts(3, kept)).plainMerge).toBe(true);
    expect((await facts(3, lost)).journalChanges).toMatchObject([{ mergeBase: [ask('a')] }]);
  });
});

test('a merge owns what differs from each of its parents', () => {
  const given = (...diffs: string[][]) =>
    ownChanges(diffs.map((paths) => paths.map((path) => change(path)))).map(({ path }) => path);
  expect(given()).toEqual([]);
  expect(given(['one', 'two'])).toEqual(['one', 'two']);
  expect(given(['one', 'two'], ['two', 'three'])).toEqual(['two']);
  expect(given(['one', 'two'], ['two'], ['one'])).toEqual([]);
});
