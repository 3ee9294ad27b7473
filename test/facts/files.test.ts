import { describe, expect, test } from 'vitest';
import { Files } from '../../src/facts/files.ts';
import { type GitObject, largestBlob } from '../../src/git/objects.ts';
import { journalPath } from '../helpers/commit-facts.ts';

/** Reads these contents by their names, and keeps what it was asked for. */
function reader(contents: Readonly<Record<string, string | Error>>) {
  const asked: string[] = [];
  const read = async (oid: string): Promise<GitObject | null> => {
    asked.push(oid);
    const text = contents[oid];
    if (text instanceof Error) throw text;
    return text === undefined ? null : { oid, type: 'blob', size: text.length, content: Buffer.from(text) };
  };
  return { asked, files: new Files({ read }) };
}

const at = (oid: string, mode = '100644') => ({ mode, oid });

test('a journal and notes are read once, however many snapshots hold them', async () => {
  const { asked, files } = reader({ a: '- who: PO\n', n: '' });
  const [one, two] = [await files.journal(journalPath(3), 3, at('a')), await files.journal(journalPath(3), 3, at('a'))];
  expect(one).toBe(two);
  expect(one).toMatchObject({ state: 'read', sprint: 3, path: journalPath(3) });
  expect(await files.notes('PO_NOTES.md', at('n'))).toBe(await files.notes('PO_NOTES.md', at('n')));
  expect(asked).toEqual(['a', 'n']);
  // The same blob is another journal in another folder, and none at all as a link.
  expect(await files.journal(journalPath(4), 4, at('a'))).toMatchObject({ sprint: 4 });
  expect(await files.journal(journalPath(3), 3, at('a', '120000'))).toMatchObject({ state: 'unreadable' });
});

test('of many journals not all are kept', async () => {
  const big = (letter: string) => `- who: PO\n  topic: ${letter.repeat(1024 * 1000)}\n`;
  const { asked, files } = reader(
    Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((id) => [id, big(id)])),
  );
  for (const oid of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'a']) await files.journal(journalPath(3), 3, at(oid));
  expect(asked).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);
  for (const oid of ['i', 'a', 'i', 'a']) await files.journal(journalPath(3), 3, at(oid));
  expect(asked.slice(8)).toEqual(['i', 'a', 'i']);
});

describe('the bytes of an entry', () => {
  test('are none of what is no file, which git is not asked for', async () => {
    const { asked, files } = reader({ a: 'target' });
    for (const mode of ['120000', '160000']) {
      expect(await files.bytes('a', at('a', mode))).toEqual({ mode, size: 0, bytes: Buffer.alloc(0) });
    }
    expect(asked).toEqual([]);
    expect(await files.bytes('a', at('a', '100755'))).toEqual({
      mode: '100755',
      size: 6,
      bytes: Buffer.from('target'),
    });
  });

  test('are none of a blob that is too large to be kept', async () => {
    const blob = (size: number) => new Files({ read: async (oid) => ({ oid, type: 'blob', size, content: null }) });
    expect(await blob(largestBlob + 1).bytes('a', at('a'))).toMatchObject({
      size: largestBlob + 1,
      bytes: { length: 0 },
    });
    await expect(blob(largestBlob).bytes('a', at('a'))).rejects.toThrow('no content');
  });

  test('that git lacks are a failure', async () => {
    await expect(reader({}).files.bytes('a', at('a'))).rejects.toMatchObject({ code: 'git' });
  });
});

describe('what will be read soon is asked for at once', () => {
  test('and not again', async () => {
    const { asked, files } = reader({ a: 'text', b: 'text' });
    files.prefetch([at('a'), at('b'), at('a'), at('link', '120000')]);
    expect(asked).toEqual(['a', 'b']);
    expect((await files.bytes('a', at('a'))).size).toBe(4);
    expect(asked).toEqual(['a', 'b']);
    // It is not kept: what is read is.
    await files.bytes('a', at('a'));
    expect(asked).toEqual(['a', 'b', 'a']);
  });

  test('and fails where it is read, not before', async () => {
    const { files } = reader({ a: new Error('git is gone') });
    files.prefetch([at('a')]);
    await new Promise((resolve) => setImmediate(resolve));
    await expect(files.bytes('a', at('a'))).rejects.toThrow('git is gone');
  });
});
