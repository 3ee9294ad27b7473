import { answeredCount, isPO, sameButStatus, sameValue } from '../journal/entries.js';
import type { ReadJournal } from '../journal/journal.js';
import { unsoundEntries } from '../journal/sound.js';
import { readYamlText } from '../yaml/read.js';
import { align } from './align.js';
import {
  isSpaced,
  joinEntries,
  type WrittenEntry,
  type WrittenJournal,
  withCommentsOf,
  writtenJournal,
} from './entry-texts.js';
import { type Order, sameForm, together, withComments } from './interleave.js';

/** Why two sides of a journal have no one merge; `entry` counts from 1 in the first side. */
export type NoMerge =
  /** Both sides altered it, each otherwise; or the PO answered it on one side, and the other altered it. */
  { readonly kind: 'both-altered' | 'answered-and-altered'; readonly entry: number } | { readonly kind: 'not-a-list' };

/** A side of a merge, or what the two have in common. */
interface Side extends WrittenJournal {
  readonly unsound: ReadonlySet<number>;
  readonly answered: number;
}

/**
 * Merges two sides of a journal, `base` being what they have in common: each side's entries in their order, each with the
 * text that one side wrote.
 */
export function mergeJournals(
  base: ReadJournal | null,
  ours: ReadJournal,
  theirs: ReadJournal,
  developers: readonly string[],
  order: Order,
): string | NoMerge {
  const [one, other] = [sideOf(ours, developers), sideOf(theirs, developers)];
  const common = base === null ? { head: '', entries: [] } : writtenJournal(base);
  if (!one || !other || !common) return { kind: 'not-a-list' };
  const merged = mergeEntries(common, one, other, order);
  if (!Array.isArray(merged)) return merged;
  const head = one.head === common.head ? other.head : one.head;
  const text = joinEntries(withCommentsOf(head, other.head, common.head), merged, isSpaced(one) || isSpaced(other));
  const yaml = readYamlText(text);
  // Entries that were indented differently, say, do not go into one list.
  const isRead =
    yaml.state === 'read' &&
    sameValue(
      yaml.value,
      merged.map(({ value }) => value),
    );
  return isRead ? text : { kind: 'not-a-list' };
}

function sideOf(journal: ReadJournal, developers: readonly string[]): Side | null {
  const written = writtenJournal(journal);
  const { entries } = journal;
  return written && { ...written, unsound: unsoundEntries(journal, developers), answered: answeredCount(entries) };
}

function mergeEntries(base: WrittenJournal, ours: Side, theirs: Side, order: Order): WrittenEntry[] | NoMerge {
  const values = ({ entries }: WrittenJournal) => entries.map(({ value }) => value);
  const [one, other] = [ours, theirs].map((side) => align(values(base), values(side)));
  const merged: WrittenEntry[] = [];
  for (let index = 0; index <= base.entries.length; index++) {
    const added = [one, other].map((aligned) => aligned?.added[index] ?? []);
    const pick = ({ entries }: Side, indexes: readonly number[] = []) =>
      entries.filter((_, at) => indexes.includes(at));
    merged.push(...together(pick(ours, added[0]), pick(theirs, added[1]), order));
    const entry = base.entries[index];
    if (!entry) break;
    const [mine, yours] = [formOf(ours, one?.places[index]), formOf(theirs, other?.places[index])];
    if (isMoved(entry, ours, mine) || isMoved(entry, theirs, yours)) continue;
    const form = mergedForm(entry, mine, yours);
    if (form !== null && 'kind' in form) return { kind: form.kind, entry: (one?.places[index] ?? index) + 1 };
    if (form) merged.push(form);
  }
  return merged;
}

/** An entry of the merge base as a side has it. */
interface Form extends WrittenEntry {
  readonly isSound: boolean;
  /** The PO's entry follows it. */
  readonly isAnswered: boolean;
}

function formOf({ entries, unsound, answered }: Side, index: number | null | undefined): Form | null {
  const entry = typeof index === 'number' ? entries[index] : undefined;
  if (!entry || typeof index !== 'number') return null;
  const isSound = !unsound.has(index);
  return { ...entry, isSound, isAnswered: isSound && (index < answered || isPO(entry.value)) };
}

/** Whether a side has an entry of the merge base in another place, where it is among what the side added. */
function isMoved(base: WrittenEntry, { entries }: Side, form: Form | null): boolean {
  return form === null && entries.some(({ value }) => sameButStatus(value, base.value));
}

/** What an entry of the merge base becomes; null where it is taken out. */
function mergedForm(
  base: WrittenEntry,
  ours: Form | null,
  theirs: Form | null,
): WrittenEntry | null | { readonly kind: 'both-altered' | 'answered-and-altered' } {
  const isKept = (form: Form) => sameButStatus(form.value, base.value);
  if (ours === null || theirs === null) {
    const left = ours ?? theirs;
    // Only what is not sound may go, and not what the other side has mended.
    return left && !left.isSound && isKept(left) ? null : left;
  }
  if (sameButStatus(ours.value, theirs.value)) return sameForm(ours, theirs, base);
  if (!isKept(ours) && !isKept(theirs)) return { kind: 'both-altered' };
  const [kept, altered] = isKept(ours) ? [ours, theirs] : [theirs, ours];
  return kept.isAnswered ? { kind: 'answered-and-altered' } : withComments(altered, kept, base);
}
