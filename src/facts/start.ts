import type { Config } from '../config/config.js';
import type { Journal } from '../journal/journal.js';
import { instant } from '../journal/when.js';
import type { Sprint, Start } from './facts.js';
import { journalPath, type State } from './sprint.js';

const minute = 60_000;

/** History counts for T only within this many milliseconds before the journal's earliest `when`. */
export const historyWindow = 24 * 60 * minute;

/** The earliest `when` of a journal, in milliseconds since the epoch; null where none can be read. */
export function earliestWhen(journal: Journal | null): number | null {
  if (journal?.state !== 'read') return null;
  let earliest: number | null = null;
  for (const entry of journal.entries) {
    const when = instant((entry as { when?: unknown } | null)?.when);
    if (when !== null && (earliest === null || when < earliest)) earliest = when;
  }
  return earliest;
}

/** Whether T must be inferred from the journal and the history: the header does not say it. */
export function startIsInferred(state: State): boolean {
  return state.sprint !== null && typeof state.notes?.header?.startedAt !== 'number';
}

/** Whether nothing that is wrong with the header hides the T that it may tell. */
export function startIsReadable({ notes }: State): boolean {
  return (notes?.header?.problems ?? []).every((problem) => problem.kind === 'key' && problem.key !== 'started_at');
}

/**
 * T as a snapshot tells it: `started_at`; else the earlier of the earliest `when` of its journal and the oldest
 * of `touched`, the committer dates of commits that touch the sprint's folder, within the 24 hours before it.
 */
export function startOf(state: State, journal: Journal | null, touched: readonly number[]): Start | null {
  const startedAt = state.notes?.header?.startedAt;
  if (typeof startedAt === 'number') return { at: startedAt, source: 'header' };
  const when = earliestWhen(journal);
  if (when === null) return null;
  const oldest = Math.min(...touched.filter((date) => date >= when - historyWindow));
  return oldest < when ? { at: oldest, source: 'history' } : { at: when, source: 'journal' };
}

/** The earlier of two starts; a start that is not known loses. */
export function earlier(one: Start | null, other: Start | null): Start | null {
  if (one === null || other === null) return one ?? other;
  return other.at < one.at ? other : one;
}

/** The sprint `id` that started at `start`, with its freeze. */
export function sprintFrom(config: Config, id: number, start: Start | null): Sprint {
  return {
    id,
    journal: journalPath(config, id),
    start,
    freezeAt: start === null ? null : start.at + config.freezeAfter * minute,
  };
}
