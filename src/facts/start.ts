import type { Config } from '../config/config.js';
import { isMapping } from '../journal/entries.js';
import type { Entry, Journal } from '../journal/journal.js';
import { instant } from '../journal/when.js';
import type { Sprint, Start } from './facts.js';
import { journalOf, journalPath, type State } from './sprint.js';

const minute = 60_000;

/** Reads T: `started_at` of the sprint header, else the earliest `when` of a developer in the journal. */
export async function readStart(config: Config, state: State): Promise<Start | null> {
  const startedAt = state.notes?.header?.startedAt ?? null;
  if (startedAt !== null) return { at: startedAt, source: 'header', line: null };
  return earliestWhen(config, await journalOf(config, state));
}

/** Returns the earliest `when` that a developer wrote; null if none can be read. */
export function earliestWhen(config: Config, journal: Journal | null): Start | null {
  const earliest = journal?.state === 'read' ? earliestIn(config, journal.entries) : null;
  if (journal?.state !== 'read' || earliest === null) return null;
  const pointer = `/${earliest.index}/when`;
  return { at: earliest.at, source: 'journal', line: () => journal.locate(pointer).line };
}

export function earliestIn({ developers }: Config, entries: readonly Entry[]): { at: number; index: number } | null {
  let earliest: { at: number; index: number } | null = null;
  for (const [index, entry] of entries.entries()) {
    const at = isMapping(entry) && developers.some((name) => name === entry.who) ? instant(entry.when) : null;
    if (at !== null && (earliest === null || at < earliest.at)) earliest = { at, index };
  }
  return earliest;
}

/** Tells whether the header can be read and its `started_at`, if any, is valid: otherwise it may hide T. */
export function startIsReadable({ notes }: State): boolean {
  return (notes?.header?.problems ?? []).every((problem) => problem.kind === 'key' && problem.key !== 'started_at');
}

/** Returns the earlier of two starts; an unknown one (null) loses. */
export function earlier(one: Start | null, other: Start | null): Start | null {
  if (one === null || other === null) return one ?? other;
  return other.at < one.at ? other : one;
}

/** The earliest known start of each sprint, by N. */
export type Starts = ReadonlyMap<number, Start>;

export function mergeStarts(startsOfParents: readonly Starts[], sprint: number | null, start: Start | null): Starts {
  const [first = new Map<number, Start>()] = startsOfParents;
  const ownStarts: Starts = sprint === null || start === null ? new Map() : new Map([[sprint, start]]);
  const others = [...startsOfParents.slice(1), ownStarts].flatMap((starts) => [...starts]);
  const earlierOnes = others.filter(([id, found]) => earlier(first.get(id) ?? null, found) === found);
  if (earlierOnes.length === 0) return first;
  const merged = new Map(first);
  for (const [id, found] of earlierOnes) merged.set(id, earlier(merged.get(id) ?? null, found) ?? found);
  return merged;
}

/** Tells whether a sprint is frozen at an instant, in milliseconds since the epoch. */
export function isFrozen({ freezeAt }: Pick<Sprint, 'freezeAt'>, now: number): boolean {
  return freezeAt !== null && freezeAt <= now;
}

export function sprintFrom(config: Config, id: number, start: Start | null): Sprint {
  return {
    id,
    journal: journalPath(config, id),
    start,
    freezeAt: start === null ? null : start.at + config.freezeAfter * minute,
  };
}
