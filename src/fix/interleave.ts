import { isMapping, isPO } from '../journal/entries.js';
import { instant } from '../journal/when.js';
import { sameEntries } from './align.js';
import { type WrittenEntry, withCommentsOf } from './entry-texts.js';

/**
 * How the developers' new entries of two sides follow each other: by their `when` in a merge; all of our side's first in a
 * rebase, where each commit is judged against the one before it.
 */
export type Order = 'by date' | 'ours first';

/** The new entries of two sides as one list: common ones once, the PO's answers before the developers' entries that await one. */
export function together(ours: readonly WrittenEntry[], theirs: readonly WrittenEntry[], order: Order): WrittenEntry[] {
  const places = sameEntries(
    ours.map(({ value }) => value),
    theirs.map(({ value }) => value),
  );
  const result: WrittenEntry[] = [];
  let [nextOurs, nextTheirs] = [0, 0];
  for (const [index, place] of places.entries()) {
    const [entry, same] = [ours[index], theirs[place ?? -1]];
    if (place === null || !entry || !same) continue;
    result.push(
      ...apart(ours.slice(nextOurs, index), theirs.slice(nextTheirs, place), order),
      sameForm(entry, same, null),
    );
    [nextOurs, nextTheirs] = [index + 1, place + 1];
  }
  return [...result, ...apart(ours.slice(nextOurs), theirs.slice(nextTheirs), order)];
}

/**
 * Of two forms that differ in nothing but their status or how they are written, the one that is done, else the one that was
 * rewritten, with the comments of both.
 */
export function sameForm(ours: WrittenEntry, theirs: WrittenEntry, base: WrittenEntry | null): WrittenEntry {
  const isTheirs = isDone(ours) === isDone(theirs) ? ours.text.trimEnd() === base?.text.trimEnd() : isDone(theirs);
  return isTheirs ? withComments(theirs, ours, base) : withComments(ours, theirs, base);
}

/** An entry with the comments that its other form has, too. */
export function withComments(entry: WrittenEntry, other: WrittenEntry, base: WrittenEntry | null): WrittenEntry {
  return { ...entry, text: withCommentsOf(entry.text, other.text, base?.text ?? '') };
}

function isDone({ value }: WrittenEntry): boolean {
  return isMapping(value) && value.status === 'done';
}

function apart(ours: readonly WrittenEntry[], theirs: readonly WrittenEntry[], order: Order): WrittenEntry[] {
  const [one, other] = [queue(ours), queue(theirs)];
  const result: WrittenEntry[] = [];
  while (one.next < ours.length || other.next < theirs.length) {
    const side = first(one, other, order);
    result.push(side.entries[side.next++] as WrittenEntry);
  }
  return result;
}

interface Queue {
  readonly entries: readonly WrittenEntry[];
  /** The index of its last answer; -1 where it has none. */
  readonly lastAnswer: number;
  next: number;
}

function queue(entries: readonly WrittenEntry[]): Queue {
  return { entries, lastAnswer: entries.findLastIndex(({ value }) => isPO(value)), next: 0 };
}

/** The side whose next entry comes first. */
function first(ours: Queue, theirs: Queue, order: Order): Queue {
  const sides = [ours, theirs].filter(({ entries, next }) => next < entries.length);
  const answering =
    sides.find(({ entries, next }) => isPO(entries[next]?.value)) ??
    sides.find(({ lastAnswer, next }) => lastAnswer >= next);
  if (answering) return answering;
  const isLater = order === 'by date' && sides.length === 2 && whenOf(theirs) < whenOf(ours);
  return isLater ? theirs : (sides[0] as Queue);
}

function whenOf({ entries, next }: Queue): number {
  const entry = entries[next]?.value;
  return (isMapping(entry) ? instant(entry.when) : null) ?? Number.POSITIVE_INFINITY;
}
