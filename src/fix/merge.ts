import { isMapping, isPO, sameButStatus } from '../journal/entries.js';
import type { ReadJournal } from '../journal/journal.js';
import { firstLossInMerge } from '../journal/merged-history.js';
import { unsoundEntries } from '../journal/sound.js';
import { developersWhen } from '../journal/when.js';
import { withoutPending } from '../write/append.js';
import { readYamlText } from '../yaml/read.js';
import { isSpaced, joinEntries, type WrittenEntry, writtenJournal } from './entry-texts.js';

/** Why two sides of a journal have no one merge; `entry` counts from 1. */
export type NoMerge = { readonly kind: 'differs'; readonly entry: number } | { readonly kind: 'by-hand' };

type Entries = readonly WrittenEntry[];

/**
 * Merges two sides of a journal, `base` being what they have in common: each side's entries in their order, each with the
 * text that one side wrote. Developers' new entries follow each other by their dates, or all of ours come first. What
 * that loses by the rule for merges is no merge.
 */
export function mergeJournals(
  base: ReadJournal | null,
  ours: ReadJournal,
  theirs: ReadJournal,
  { developers, byDate }: { readonly developers: readonly string[]; readonly byDate: boolean },
): string | NoMerge {
  const common = base === null ? { head: '', entries: [] } : writtenJournal(base);
  const [one, other] = [writtenJournal(ours), writtenJournal(theirs)];
  const head = common && one && other && oneOf(common.head, one.head, other.head);
  if (!common || !one || !other || head === null) return { kind: 'by-hand' };
  const unsound = base === null ? new Set<number>() : unsoundEntries(base, developers);
  // What is not sound, one side may have taken out.
  const mayGo = ({ value }: WrittenEntry) =>
    common.entries.some((entry, index) => unsound.has(index) && sameButStatus(entry.value, value));
  const merged = mergeEntries(common.entries, one.entries, other.entries, byDate, mayGo);
  if ('kind' in merged) return merged;
  const text = joinEntries(head, merged, isSpaced(one) || isSpaced(other));
  const yaml = readYamlText(text);
  // Entries that are indented differently, say, do not go into one list.
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

/** What either side made of a text; null where each made something else of it. */
function oneOf<Text>(base: Text, ours: Text, theirs: Text): Text | null {
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
  const alone = (entries: Entries) => entries.filter((entry) => !mayGo(entry));
  const merged: WrittenEntry[] = [];
  let [nextOurs, nextTheirs] = [0, 0];
  for (const [index, place] of [...counterparts(base, ours, theirs), theirs.length].entries()) {
    if (place < 0) continue;
    merged.push(...apart(alone(ours.slice(nextOurs, index)), alone(theirs.slice(nextTheirs, place)), byDate));
    const [mine, yours] = [ours[index], theirs[place]];
    if (mine && yours) {
      const form = mergedForm(inBase(mine, yours) ?? null, mine, yours);
      if (form === null) return { kind: 'differs', entry: index + 1 };
      merged.push(form);
    }
    [nextOurs, nextTheirs] = [index + 1, place + 1];
  }
  return merged;
}

/**
 * For each of our entries the index of theirs that is the same, statuses aside, or that is another form of the same one;
 * -1 for those that have none. Developers' entries are neither moved nor taken out, so that their place tells.
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

/** One form of two, done where either is; null where both sides altered the entry, each otherwise. */
function mergedForm(base: WrittenEntry | null, ours: WrittenEntry, theirs: WrittenEntry): WrittenEntry | null {
  const [before, mine, yours] = [base, ours, theirs].map(
    (form) => form && withoutPending(form.text).replaceAll('\r\n', '\n').trimEnd(),
  );
  const text = oneOf(before, mine, yours);
  if (text === null) return null;
  const form = text === mine ? ours : theirs;
  const isDone = [ours, theirs].some(({ value }) => isMapping(value) && value.status === 'done');
  return isDone ? { ...form, text: withoutPending(form.text) } : form;
}

/** New entries of which the sides have none in common, the PO's answers before what awaits one. */
function apart(ours: Entries, theirs: Entries, byDate: boolean): WrittenEntry[] {
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
