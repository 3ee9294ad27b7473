import type { Config } from '../config/config.js';
import type { Journal } from '../journal/journal.js';
import { instant } from '../journal/when.js';
import type { Sprint, Start } from './facts.js';
import type { Reading } from './files.js';
import { journalOf, journalPath, type State, sprintFolder } from './sprint.js';

const minute = 60_000;

/** History counts for T only within this many milliseconds before the journal's earliest `when`. */
const historyWindow = 24 * 60 * minute;

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

/** Whether nothing that is wrong with the header hides the T that it may tell. */
export function startIsReadable({ notes }: State): boolean {
  return (notes?.header?.problems ?? []).every((problem) => problem.kind === 'key' && problem.key !== 'started_at');
}

/**
 * T as a snapshot tells it: `started_at`; else the earlier of the earliest `when` of its journal and the oldest commit
 * that touches the sprint's folder within the 24 hours before it. `datesTouching` gives the committer dates of those
 * that touch a folder, back to an instant; milliseconds since the epoch, as it is.
 */
export async function readStart(
  { files, config }: Pick<Reading, 'files' | 'config'>,
  state: State,
  datesTouching: (folder: string, since: number) => Promise<readonly number[]>,
): Promise<Start | null> {
  const startedAt = state.notes?.header?.startedAt ?? null;
  if (startedAt !== null) return { at: startedAt, source: 'header' };
  const when = earliestWhen(await journalOf(files, config, state));
  if (state.sprint === null || when === null) return null;
  const since = when - historyWindow;
  const dates = await datesTouching(sprintFolder(config, state.sprint), since);
  const oldest = Math.min(...dates.filter((date) => date >= since));
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
