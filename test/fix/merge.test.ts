import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeJournals } from '../../src/fix/merge.ts';
import { isPO } from '../../src/journal/entries.ts';
import { firstLoss } from '../../src/journal/history.ts';
import type { ReadJournal } from '../../src/journal/journal.ts';
import { firstLossInMerge } from '../../src/journal/merged-history.ts';
import { readJournal } from '../../src/journal/read.ts';
import { answer, entry, type Fields, journal } from '../helpers/sprint.ts';

function read(text: string): ReadJournal {
  const bytes = Buffer.from(text);
  const found = readJournal({ path: 'j', sprint: 3, mode: '100644', size: bytes.length, bytes });
  if (found.state !== 'read') throw new Error(found.state);
  return found;
}

const options = { developers: ['ChatGPT'], byDate: false };
const written = (entries: readonly Fields[]) => read(journal(...entries));
const merge = (base: readonly Fields[], ours: readonly Fields[], theirs: readonly Fields[]) =>
  mergeJournals(written(base), written(ours), written(theirs), options);

const kinds = fc.array(fc.constantFrom('developer', 'PO'), { maxLength: 4 });

/** Entries that no other list has: `name` marks them. */
function entries(name: string, list: readonly string[]): Fields[] {
  return list.map((kind, index) => {
    const did = `${name} ${index}`;
    return kind === 'PO' ? answer({ details: did }) : entry({ did });
  });
}

/** Before the PO's last entry all is done. */
function settled(list: readonly Fields[]): Fields[] {
  const last = list.findLastIndex(isPO);
  return list.map((each, index) => (index < last && !isPO(each) ? { ...each, status: 'done' } : each));
}

const histories = fc.record({ base: kinds, ours: kinds, theirs: kinds });
const sides = ({ base, ours, theirs }: { base: string[]; ours: string[]; theirs: string[] }) => {
  const common = [entry({ did: 'first' }), ...entries('base', base)];
  const [mine, yours] = [entries('ours', ours), entries('theirs', theirs)];
  return [settled(common), settled([...common, ...mine]), settled([...common, ...yours])] as const;
};

test('what two sides added goes into one journal that loses nothing of either', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const [base, ours, theirs] = sides(history);
      const merged = merge(base, ours, theirs);
      if (typeof merged !== 'string') throw new Error(merged.kind);
      const after = read(merged).entries;
      const parents = [ours, theirs].map((side) => ({ entries: side, unsound: new Set<number>() }));
      expect(firstLossInMerge(parents, base, after)).toBeNull();
      expect(after).toHaveLength(ours.length + theirs.length - base.length);
    }),
  );
});

test('a rebase of answers, or of developers’ entries, breaks nothing of what it goes on from', () => {
  fc.assert(
    fc.property(histories, fc.constantFrom('PO', 'developer'), (history, kind) => {
      const [base, ours, theirs] = sides({ ...history, theirs: history.theirs.map(() => kind) });
      const merged = merge(base, ours, theirs);
      if (typeof merged !== 'string') throw new Error(merged.kind);
      expect(firstLoss({ entries: ours, unsound: new Set() }, read(merged).entries)).toBeNull();
    }),
  );
});

test('each entry has the text that one side wrote', () => {
  const own =
    "# mine\n- {who: ChatGPT, when: '2026-01-01T00:00:00Z', topic: Sprint S3, did: a, ask: b, context: c, status: pending}\n";
  const base = journal(entry());
  const merged = mergeJournals(read(base), read(base + own), read(`${base}\n${journal(answer())}`), {
    ...options,
    byDate: true,
  });
  expect(merged).toBe(`${base}\n${journal(answer())}\n${own}`);
});

test('a comment of one side is kept, also where the other sets the entry done', () => {
  const [pending, done] = [journal(entry()), journal(entry({ status: 'done' }))];
  const merged = mergeJournals(read(pending), read(`# ours\n\n# why\n${pending}`), read(done), options);
  expect(merged).toBe(`# ours\n\n# why\n${done}`);
});

test('comments of both sides on one entry are left to be resolved by hand', () => {
  const text = journal(entry());
  const [ours, theirs] = [read(`# ours\n${text}`), read(`# theirs\n${text}`)];
  expect(mergeJournals(read(text), ours, theirs, options)).toEqual({ kind: 'differs', entry: 1 });
  const [above, below] = [read(`# ours\n\n${text}`), read(`# theirs\n\n${text}`)];
  expect(mergeJournals(read(text), above, below, options)).toEqual({ kind: 'by-hand' });
});

test('the template’s answer that one side took out gives way to the PO’s', () => {
  const template = answer({ reply: 'OK | KO' });
  const filled = answer({ details: 'All is well.' });
  expect(merge([entry(), template], [entry(), entry({ did: 'b' })], [entry(), filled])).toBe(
    journal(entry(), filled, entry({ did: 'b' })),
  );
  expect(merge([entry(), template], [entry()], [entry(), template, entry({ did: 'b' })])).toBe(
    journal(entry(), entry({ did: 'b' })),
  );
});

test('what one side took out is back: a sound entry stays', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((did) => entry({ did })) as [Fields, Fields, Fields];
  expect(merge([a, b], [a, b, c], [a])).toBe(journal(a, b, c));
});

test('one side that saved the journal with other line ends altered nothing', () => {
  const [base, other] = [journal(entry()), journal(entry({ ask: 'Other.' }))];
  expect(mergeJournals(read(base), read(base.replaceAll('\n', '\r\n')), read(other), options)).toContain('Other.');
});

test('entries that do not go into one list are left', () => {
  const deeper = journal(entry(), entry({ did: 'b' })).replace(/^(?=.)/gm, '  ');
  expect(
    mergeJournals(written([entry()]), read(deeper), written([entry(), answer()]), { ...options, byDate: true }),
  ).toEqual({
    kind: 'by-hand',
  });
});
