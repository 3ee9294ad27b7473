import { isMapping, isPO, sameButStatus } from '../journal/entries.js';
import type { Entries, ReadJournal } from '../journal/journal.js';
import { firstLossInMerge } from '../journal/merged-history.js';
import { unsoundEntries } from '../journal/sound.js';
import { developersWhen } from '../journal/when.js';
import { withoutPending } from '../write/append.js';
import { readYamlText } from '../yaml/read.js';
import { isSpaced, joinEntries, type WrittenEntry, type WrittenJournal, writtenJournal } from './entry-texts.js';

/** Why two sides of a journal have no one merge; `entry` counts from 1. */
export type NoMerge = { readonly kind: 'differs'; readonly entry: number } | { readonly kind: 'by-hand' };

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
  const merged = mergeEntries(common, one, other, byDate);
  if ('kind' in merged) return merged;
  const text = joinEntries(head, merged, isSpaced(one) || isSpaced(other));
  const yaml = readYamlText(text);
  // Entries that are indented differently, say, do not go into one list.
  if (yaml.state !== 'read' || !Array.isArray(yaml.value) || yaml.value.length !== merged.length) {
    return { kind: 'by-hand' };
  }
  const parents = [ours, theirs].map((side): Entries => {
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
  base: WrittenJournal,
  ours: WrittenJournal,
  theirs: WrittenJournal,
  byDate: boolean,
): readonly WrittenEntry[] | NoMerge {
  const [one, other] = [alongBase(base.entries, ours.entries), alongBase(base.entries, theirs.entries)];
  const merged = together(one.added[0] ?? [], other.added[0] ?? [], byDate);
  for (const [index, entry] of base.entries.entries()) {
    const [mine, yours] = [one.forms[index], other.forms[index]];
    const form = mine && yours ? mergedForm(entry, mine, yours) : alteredForm(entry, mine ?? yours);
    if (form === null) return { kind: 'differs', entry: index + 1 };
    merged.push(...form, ...together(one.added[index + 1] ?? [], other.added[index + 1] ?? [], byDate));
  }
  return merged;
}

/** What one side made of the entries of the merge base. */
interface Side {
  /** For each entry of the merge base the same one, statuses aside, or the developer's that was altered. */
  readonly forms: readonly (WrittenEntry | undefined)[];
  /** The new entries: first those above all of the merge base's, then those below each. */
  readonly added: readonly (readonly WrittenEntry[])[];
}

function alongBase(base: readonly WrittenEntry[], side: readonly WrittenEntry[]): Side {
  const indexes = sameEntries(base, side);
  // Developers' entries are neither moved nor taken out, so that one which is not the same is the one in its place.
  const [developers, ofSide] = [base, side].map((entries) => entries.filter(({ value }) => !isPO(value)));
  const forms = base.map((entry, index) => {
    const altered = ofSide?.[developers?.indexOf(entry) ?? -1];
    const isNew = altered && !indexes.includes(side.indexOf(altered));
    return side[indexes[index] ?? -1] ?? (isNew ? altered : undefined);
  });
  const added: WrittenEntry[][] = [[], ...base.map(() => [])];
  let below = 0;
  for (const entry of side) {
    const index = forms.indexOf(entry);
    if (index >= 0) below = index + 1;
    else added[below]?.push(entry);
  }
  return { forms, added };
}

/** For each entry its index in another list, statuses aside, in order; -1 for those that are not there. */
function sameEntries(one: readonly WrittenEntry[], other: readonly WrittenEntry[]): number[] {
  let next = 0;
  return one.map((entry) => {
    const found = other.findIndex(({ value }, index) => index >= next && sameButStatus(entry.value, value));
    if (found >= 0) next = found + 1;
    return found;
  });
}

/** One form of two, done where either is; null where both sides altered the entry, each otherwise. */
function mergedForm(base: WrittenEntry | null, ours: WrittenEntry, theirs: WrittenEntry): [WrittenEntry] | null {
  const [before, mine, yours] = [base, ours, theirs].map((form) => form && withoutPending(form.text).trimEnd());
  const text = oneOf(before, mine, yours);
  if (text === null) return null;
  const form = text === mine ? ours : theirs;
  const isDone = [ours, theirs].some(({ value }) => isMapping(value) && value.status === 'done');
  return [isDone ? { ...form, text: withoutPending(form.text) } : form];
}

/** What one side has, where the other took the entry out: it stays out, unless it was altered. */
function alteredForm(base: WrittenEntry, left: WrittenEntry | undefined): WrittenEntry[] {
  return left && !sameButStatus(left.value, base.value) ? [left] : [];
}

/** The new entries of two sides at one place: common ones once, the PO's answers before what awaits one. */
function together(ours: readonly WrittenEntry[], theirs: readonly WrittenEntry[], byDate: boolean): WrittenEntry[] {
  const result: WrittenEntry[] = [];
  let [nextOurs, nextTheirs] = [0, 0];
  for (const [index, place] of sameEntries(ours, theirs).entries()) {
    const [entry, same] = [ours[index], theirs[place]];
    if (!entry || !same) continue;
    result.push(...apart(ours.slice(nextOurs, index), theirs.slice(nextTheirs, place), byDate));
    result.push(...(mergedForm(null, entry, same) ?? [entry]));
    [nextOurs, nextTheirs] = [index + 1, place + 1];
  }
  return [...result, ...apart(ours.slice(nextOurs), theirs.slice(nextTheirs), byDate)];
}

/** New entries of which the sides have none in common. */
function apart(ours: readonly WrittenEntry[], theirs: readonly WrittenEntry[], byDate: boolean): WrittenEntry[] {
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
