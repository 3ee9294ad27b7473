import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/failure.ts';
import { parseCommit } from '../../src/git/commit.ts';
import { parseRawDiffs, rawDiff } from '../../src/git/diff.ts';
import { parseTree } from '../../src/git/tree.ts';
import { Scratch } from '../helpers/scratch.ts';

const tree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
const one = '1'.repeat(40);
const two = '2'.repeat(40);
const ada = 'Ada <ada@example.com> 1758542400 +0200';

function commit(...lines: string[]): Buffer {
  return Buffer.from(`${[`tree ${tree}`, ...lines].join('\n')}\n\nthe message\n`);
}

describe('parseCommit', () => {
  const usual = { parents: [], author: 'ada@example.com', committedAt: 1_758_542_400_000 };

  test.each<[string, Buffer, object]>([
    ['a root commit', commit(`author ${ada}`, `committer ${ada}`), usual],
    ['a merge', commit(`parent ${one}`, `parent ${two}`, `author ${ada}`, `committer ${ada}`), { parents: [one, two] }],
    [
      'a commit of SHA-256',
      Buffer.from(`tree ${tree}\nparent ${'3'.repeat(64)}\ncommitter ${ada}\n\n`),
      { parents: ['3'.repeat(64)] },
    ],
    [
      'a signature, whose lines are indented',
      commit(`author ${ada}`, `committer ${ada}`, 'gpgsig -----BEGIN', ` parent ${one}`, ' committer x <y> 1 +0000'),
      usual,
    ],
    [
      'a message that looks like a header',
      Buffer.from(`tree ${tree}\nauthor ${ada}\ncommitter ${ada}\n\nparent ${one}\n`),
      usual,
    ],
    ['no message at all', Buffer.from(`tree ${tree}\nauthor ${ada}\ncommitter ${ada}\n`), usual],
    ['no author', commit(`committer ${ada}`), { ...usual, author: null }],
    ['an author without an address', commit('author Ada 1758542400 +0200', `committer ${ada}`), { author: null }],
    ['an author with an empty address', commit('author Ada <> 1758542400 +0200', `committer ${ada}`), { author: '' }],
  ])('%s', (_, content, expected) => {
    expect(parseCommit(content)).toMatchObject(expected);
  });

  test.each<[string, number | null]>([
    ['0 +0000', 0],
    ['1758542400 -1130', 1_758_542_400_000],
    ['999999999999 +0000', 999_999_999_999_000],
    ['99999999999999999999 +0000', null],
    ['-1 +0000', null],
    ['1758542400', null],
    ['1758542400 +02:00', null],
    ['1758542400.5 +0200', null],
    ['today +0000', null],
    ['', null],
  ])('the committer date "%s"', (date, expected) => {
    expect(parseCommit(commit(`author ${ada}`, `committer Ada <ada@example.com> ${date}`)).committedAt).toBe(expected);
  });

  test('no committer', () => {
    expect(parseCommit(commit(`author ${ada}`)).committedAt).toBeNull();
  });

  test('what git writes', () => {
    const repository = new Scratch();
    const parent = repository.commit({ a: 'a' });
    repository.commit();
    expect(parseCommit(repository.bytes(['cat-file', 'commit', 'HEAD']))).toEqual({
      parents: [parent],
      author: 'dev@example.com',
      authoredAt: Date.UTC(2026, 10, 22, 14),
      committedAt: Date.UTC(2026, 10, 22, 14),
    });
  });
});

describe.each(['sha1', 'sha256'])('parseTree, %s', (format) => {
  const repository = new Scratch(`--object-format=${format}`);
  repository.commit({ 'PO_NOTES.md': '# Notes', 'docs/é è.md': 'x', 'a b': 'y', run: '' });
  repository.git('update-index', '--chmod=+x', 'run');
  repository.git('update-index', '--add', '--cacheinfo', `120000,${repository.blob('run')},link`);
  repository.git('update-index', '--add', '--cacheinfo', `160000,${repository.git('rev-parse', 'HEAD')},module`);
  const name = repository.git('write-tree');
  const oidBytes = name.length / 2;

  test('what git lists', () => {
    const parsed = parseTree(repository.bytes(['cat-file', 'tree', name]), oidBytes);
    const lines = [...parsed].map(([path, { mode, oid }]) => `${mode} ${oid} ${path}`);
    const format = '--format=%(objectmode) %(objectname) %(path)';
    expect(lines.map((line) => `${line}\0`).join('')).toBe(
      repository.bytes(['ls-tree', '-z', format, name]).toString(),
    );
    expect(new Set([...parsed.values()].map(({ mode }) => mode))).toEqual(
      new Set(['100644', '100755', '040000', '120000', '160000']),
    );
  });

  test('an empty tree', () => {
    expect(parseTree(Buffer.alloc(0), oidBytes)).toEqual(new Map());
  });
});

describe('parseRawDiffs', () => {
  const zero = '0'.repeat(40);
  const file = (oid: string, mode = '100644') => ({ mode, oid });

  const statuses = [
    ...[`:000000 100644 ${zero} ${one} A`, 'new', `:100644 000000 ${one} ${zero} D`, 'gone'],
    ...[`:100644 100755 ${one} ${two} M`, 'b c', `:100644 120000 ${one} ${two} T`, 'é\nd', ''],
  ].join('\0');
  const changes = [
    { path: 'new', before: null, after: file(one) },
    { path: 'gone', before: file(one), after: null },
    { path: 'b c', before: file(one), after: file(two, '100755') },
    { path: 'é\nd', before: file(one), after: file(two, '120000') },
  ];

  test.each<[string, string, object[]]>([
    ['nothing', '', []],
    ['one path of each status', statuses, [changes]],
    ['commits, with and without changes', `${one}\0${statuses}${two}\0`, [changes, []]],
  ])('%s', (_, output, expected) => {
    expect(parseRawDiffs(output)).toEqual(expected);
  });

  test.each([
    'garbage',
    'garbage\0',
    'garbage\0a\0',
    `:100644 100755 ${one} ${two} M\0`,
    `${one}\0x\0`,
    statuses.slice(0, -3),
  ])('%j is no diff', (output) => {
    expect(() => parseRawDiffs(output)).toThrow(Failure);
  });

  test('an unmerged path of a real index is no commit', () => {
    const repository = new Scratch();
    repository.commit({ a: 'base' });
    repository.git('switch', '--quiet', '--create', 'other');
    repository.commit({ a: 'theirs' });
    repository.git('switch', '--quiet', 'work');
    repository.commit({ a: 'ours' });
    expect(() => repository.git('merge', 'other')).toThrow();
    const output = repository.bytes(['diff-index', '--cached', ...rawDiff, 'HEAD']).toString();
    expect(() => parseRawDiffs(output)).toThrow(Failure);
    expect(() => parseRawDiffs(output)).toThrow(expect.objectContaining({ code: 'unmerged' }));
  });

  test('a real diff has no renames, and folders go by their files', () => {
    const repository = new Scratch();
    repository.commit({ 'docs/a': 'the same\n' });
    repository.git('mv', 'docs/a', 'b');
    const output = repository.bytes(['diff-index', '--cached', ...rawDiff, 'HEAD']).toString();
    expect(parseRawDiffs(output)).toMatchObject([
      [
        { path: 'b', before: null },
        { path: 'docs/a', after: null },
      ],
    ]);
  });
});
