import { answeredCount, isPO, keyWithoutStatus } from './entries.js';
import type { Loss } from './history.js';
import type { Entries, Entry } from './journal.js';

/** Sound entries that a change took; all others of the list count as not sound. */
export interface Lost extends Entries {
  /** The revision that has them, as gitrevisions(7) writes it. */
  readonly from: string;
}

/** What refused changes did to a journal, as far as their mending undoes it; entries by their keys. */
export interface Faults {
  /** What they brought and may go: an answer that is not the PO's, what an entry was altered to. */
  readonly free: Set<string>;
  /** What they brought and stays, in whatever place. */
  readonly loose: Set<string>;
  /** What they took, which has to be back. */
  readonly lost: Lost[];
}

/** One refused change of a journal. */
export interface RefusedChange {
  /** The entries before it, a list for each parent. */
  readonly before: readonly Entries[];
  /** The entries of the merge base, where the change is a merge and they are known. */
  readonly mergeBase: readonly Entry[] | null;
  /** The entries after it; none where it deletes the journal. */
  readonly after: readonly Entry[];
  /** What journal/history found in it. */
  readonly losses: readonly Loss[];
  /** The PO's entries that it adds are another's. */
  readonly isForged: boolean;
  /** The revisions before it, as many as lists. */
  readonly from: readonly string[];
}

/** Adds one change to the faults of a journal. */
export function addFaults(
  { free, loose, lost }: Faults,
  { before, mergeBase, after, losses, isForged, from }: RefusedChange,
): void {
  const keys = after.map(keyWithoutStatus);
  const has = new Set(keys);
  const [base] = before;
  const had = new Set(before.flatMap(({ entries }) => entries).map(keyWithoutStatus));
  // Something new in its place may be what an unanswered entry was altered to.
  const isAltered = (index: number) => keys[index] !== undefined && !had.has(keys[index]);
  const isLost = (entry: Entry, index: number) =>
    base !== undefined && !has.has(keyWithoutStatus(entry)) && (!isAltered(index) || mustStay(base, index, losses));
  if (base) lost.push({ ...only(base, isLost), from: from[0] ?? '' });
  for (const [parent, list] of before.entries()) {
    if (parent > 0)
      lost.push({ ...only(list, isLostOfSide(before, parent, mergeBase, has)), from: from[parent] ?? '' });
  }
  const kinds = new Set(losses.map(({ kind }) => kind));
  // A merge may be made anew in another order.
  if (before.length > 1 || kinds.has('moved')) for (const key of keys) loose.add(key);
  const added = keys.filter((key) => !had.has(key));
  // As many may be altered ones as are no longer there as they were.
  const gone = [...had].filter((key) => !has.has(key)).length;
  const altered = losses.length === 0 ? 0 : kinds.has('gone') ? gone - 1 : gone;
  const answers = new Set(after.filter(isPO).map(keyWithoutStatus));
  for (const [index, key] of added.entries()) {
    if (index < altered || ((isForged || kinds.has('answered')) && answers.has(key))) free.add(key);
    else if (kinds.has('inserted') || kinds.has('late')) loose.add(key);
  }
}

/** Tells of the entries of a parent behind the first, which is its own alone, whether a merge lost it. */
function isLostOfSide(
  before: readonly Entries[],
  parent: number,
  mergeBase: readonly Entry[] | null,
  has: ReadonlySet<string>,
): (entry: Entry, index: number) => boolean {
  const others = before.filter((_, index) => index !== parent).flatMap(({ entries }) => entries);
  const elsewhere = new Set([...others, ...(mergeBase ?? [])].map(keyWithoutStatus));
  const answered = answeredCount(before[parent]?.entries ?? []);
  return (entry, index) => {
    const key = keyWithoutStatus(entry);
    return !has.has(key) && (!elsewhere.has(key) || isPO(entry) || index < answered);
  };
}

/** Whether nobody may alter an entry, nor take it out: it is the PO's, is answered, or its loss was refused. */
function mustStay({ entries }: Entries, index: number, losses: readonly Loss[]): boolean {
  return (
    isPO(entries[index]) ||
    index < answeredCount(entries) ||
    losses.some((loss) => loss.kind === 'gone' && loss.index === index)
  );
}

/**
 * The entries of an old tip as lists, whose sound entries are each to be in the new tip in their order: all but what may
 * go, what is loose by itself, and what was lost before.
 */
export function listsToKeep(old: Entries, { free, loose, lost }: Faults): Entries[] {
  const stays = (entry: Entry) => !free.has(keyWithoutStatus(entry));
  const isLoose = (entry: Entry) => loose.has(keyWithoutStatus(entry));
  const alone = old.entries.flatMap((entry, at) =>
    stays(entry) && isLoose(entry) ? [only(old, (_, index) => index === at)] : [],
  );
  return [only(old, (entry) => stays(entry) && !isLoose(entry)), ...alone, ...lost.map((list) => only(list, stays))];
}

/** What was lost, each entry by itself, but for what may go. */
export function lostEntries({ free, lost }: Faults): Lost[] {
  return lost.flatMap((list) =>
    list.entries.flatMap((entry, at) =>
      list.unsound.has(at) || free.has(keyWithoutStatus(entry))
        ? []
        : [{ ...only(list, (_, index) => index === at), from: list.from }],
    ),
  );
}

function only({ entries, unsound }: Entries, isMeant: (entry: Entry, index: number) => boolean): Entries {
  const others = entries.flatMap((entry, index) => (isMeant(entry, index) ? [] : [index]));
  return { entries, unsound: new Set([...unsound, ...others]) };
}
