import { describe, expect, test, vi } from 'vitest';
import { entriesOfParts, type KnownEntries, partsOf } from '../../src/journal/known-entries.ts';

/** Reads each line of `- …` as an entry; a line of `- !` breaks all that it is read with. */
const read = vi.fn((text: string) =>
  text.includes('!')
    ? null
    : text
        .split(/^- /m)
        .slice(1)
        .map((entry) => ({ entry, sound: true })),
);

/** The entries of a text, and the texts that were read for them. */
function entriesOf(text: string, known: KnownEntries = new Map()) {
  read.mockClear();
  const entries = entriesOfParts(partsOf(text) ?? [], known, read);
  return { entries: entries?.map(({ entry }) => entry) ?? null, texts: read.mock.calls.map(([given]) => given) };
}

describe('entriesOfParts', () => {
  test('reads together what was not read before', () => {
    const known: KnownEntries = new Map();
    expect(entriesOf('- a\n- b\n', known)).toEqual({ entries: ['a\n', 'b\n'], texts: ['- a\n- b\n'] });
    expect(entriesOf('- 1\n- 2\n- a\n- 3\n- b\n- 4\n- 5\n', known)).toEqual({
      entries: ['1\n', '2\n', 'a\n', '3\n', 'b\n', '4\n', '5\n'],
      texts: ['- 1\n- 2\n', '- 3\n', '- 4\n- 5\n'],
    });
  });

  test('reads one by one what can’t be read together, up to what can’t be read at all, and that only once', () => {
    const known: KnownEntries = new Map();
    const texts = ['- a\n- !\n- b\n', '- a\n', '- !\n'];
    expect(entriesOf('- a\n- !\n- b\n', known)).toEqual({ entries: null, texts });
    expect(entriesOf('- a\n- !\n- b\n- c\n', known)).toEqual({ entries: null, texts: [] });
    expect(entriesOf('- a\n- b\n', known)).toEqual({ entries: ['a\n', 'b\n'], texts: ['- b\n'] });
  });

  test('a text that holds another number of entries than parts is read one by one', () => {
    read.mockImplementationOnce(() => [{ entry: 'one', sound: true }]);
    expect(entriesOf('- a\n- b\n')).toEqual({ entries: ['a\n', 'b\n'], texts: ['- a\n- b\n', '- a\n', '- b\n'] });
  });
});
