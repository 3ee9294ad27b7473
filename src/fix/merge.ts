import { isMapping, isPO, sameButStatus } from '../journal/entries.js';
import type { ReadJournal } from '../journal/journal.js';
import { firstLossInMerge } from '../journal/merged-history.js';
import { unsoundEntries } from '../journal/sound.js';
import { developersWhen } from '../journal/when.js';
import { withoutPending } from '../write/append.js';
import { readYamlText } from '../yaml/read.js';
import { isSpaced, joinEntries, type WrittenEntry, writtenJournal } from './entry-texts.js';

/** Why two sides can't be merged; `entry` is 1-based. */
export type NoMerge = { readonly kind: 'differs'; readonly entry: number } | { readonly kind: 'by-hand' };

type Entries = readonly WrittenEntry[];

/**
 * Merges two sides of a journal whose merge base is `base`: each side's entries in their order, each as one side wrote
 * it. Developers' new entries are ordered by date, or all of ours come first. Fails if the result breaks the history
 * rule for merges.
 */
export function mergeJournals(
  base: ReadJournal | null,
  ours: ReadJournal,
  theirs: ReadJournal,
  { developers, byDate }: { readonly developers: readonly string[]; readonly byDate: boolean },
): string | NoMerge {
  const common = base === null ? { head: '', entries: [] } : writtenJournal(base);
  const [one, other] = [writtenJournal(ours), writtenJournal(theirs)];
  const head = common && one && other && mergeTexts(common.head, one.head, other.head);
  if (!common || !one || !other || head === null) return { kind: 'by-hand' };
  const unsound = base === null ? new Set<number>() : unsoundEntries(base, developers);
  // One side may have taken out an unsound entry.
  const mayGo = ({ value }: WrittenEntry) =>
    common.entries.some((entry, index) => unsound.has(index) && sameButStatus(entry.value, value));
  const merged = mergeEntries(common.entries, one.entries, other.entries, byDate, mayGo);
  if ('kind' in merged) return merged;
  const text = joinEntries(head, merged, isSpaced(one) || isSpaced(other));
  const yaml = readYamlText(text);
  // Entries with different indentation, for example, do not form one list.
  if (yaml.state !== 'read' || !Array.isArray(yaml.value) || yaml.value.length !== merged.length) {
    return { kind: 'by-hand' };
  }
  const parents = [ours, theirs].map((side) => {
    return { entries: side.entries, unsound: unsoundEntries(side, developers) };
  });
  const loss = firstLossInMerge(parents, base?.entries ?? null, yaml.value);
  if (loss === null) return text;
  return loss.kind === 'gone' ? { kind: 'differs', entry: loss.index + 1 } : { kind: 'by-hand' };
}

/** Merges three versions of a text; null if both sides changed it differently. */
function mergeTexts<Text>(base: Text, ours: Text, theirs: Text): Text | null {
  if (ours === base || ours === theirs) return theirs;
  return theirs === base ? ours : null;
}

function mergeEntries(
  base: Entries,
  ours: Entries,
  theirs: Entries,
  byDate: boolean,
  mayGo: (entry: WrittenEntry) => boolean,
): Entries | NoMerge {
  const inBase = (one: WrittenEntry, other: WrittenEntry) =>
    base.find(({ value }) => sameButStatus(value, one.value) || sameButStatus(value, other.value));
  const kept = (entries: Entries) => entries.filter((entry) => !mayGo(entry));
  const merged: WrittenEntry[] = [];
  let [nextOurs, nextTheirs] = [0, 0];
  for (const [index, place] of [...counterparts(base, ours, theirs), theirs.length].entries()) {
    if (place < 0) continue;
    merged.push(...mergeNewEntries(kept(ours.slice(nextOurs, index)), kept(theirs.slice(nextTheirs, place)), byDate));
    const [mine, yours] = [ours[index], theirs[place]];
    if (mine && yours) {
      const version = mergedVersion(inBase(mine, yours) ?? null, mine, yours);
      if (version === null) return { kind: 'differs', entry: index + 1 };
      merged.push(version);
    }
    [nextOurs, nextTheirs] = [index + 1, place + 1];
  }
  return merged;
}

/**
 * Returns for each of our entries the index of the same entry in theirs, statuses aside, or of its other version; -1 if
 * there is none. A version is found by its place among the developers' entries, which are never moved or taken out.
 */
function counterparts(base: Entries, ours: Entries, theirs: Entries): number[] {
  const [ofBase, mine, yours] = [base, ours, theirs].map((entries) => entries.filter(({ value }) => !isPO(value)));
  let next = 0;
  return ours.map((entry) => {
    const same = theirs.findIndex(({ value }, index) => index >= next && sameButStatus(entry.value, value));
    const place = mine?.indexOf(entry) ?? -1;
    const other = place < (ofBase?.length ?? 0) ? yours?.[place] : undefined;
    const found = same < 0 && other ? theirs.indexOf(other) : same;
    if (found < next) return -1;
    next = found + 1;
    return found;
  });
}

/** Picks one version of two, done if either is; null if both sides changed the entry differently. */
function mergedVersion(base: WrittenEntry | null, ours: WrittenEntry, theirs: WrittenEntry): WrittenEntry | null {
  const [before, mine, yours] = [base, ours, theirs].map(
    (version) => version && withoutPending(version.text).replaceAll('\r\n', '\n').trimEnd(),
  );
  const text = mergeTexts(before, mine, yours);
  if (text === null) return null;
  const version = text === mine ? ours : theirs;
  const isDone = [ours, theirs].some(({ value }) => isMapping(value) && value.status === 'done');
  return isDone ? { ...version, text: withoutPending(version.text) } : version;
}

/** Merges new entries that the sides do not share: the PO's answers before what awaits one. */
function mergeNewEntries(ours: Entries, theirs: Entries, byDate: boolean): WrittenEntry[] {
  const [mine, yours] = [ours, theirs].map((entries) => {
    const answered = entries.findLastIndex(({ value }) => isPO(value)) + 1;
    return { answered: entries.slice(0, answered), open: entries.slice(answered) };
  });
  if (!mine || !yours) return [];
  const open: WrittenEntry[] = [];
  while (byDate && mine.open[0] && yours.open[0]) {
    const isLater = whenOf(yours.open[0]) < whenOf(mine.open[0]);
    open.push(...(isLater ? yours : mine).open.splice(0, 1));
  }
  return [...mine.answered, ...yours.answered, ...open, ...mine.open, ...yours.open];
}

function whenOf({ value }: WrittenEntry): number {
  return developersWhen(value) ?? Number.POSITIVE_INFINITY;
}
