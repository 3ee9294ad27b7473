import type { Config } from '../config/config.js';
import { isMapping, isPO } from '../journal/entries.js';
import type { Snapshot } from './snapshot.js';
import { readJournalAt, sprintNumbers } from './sprint.js';

/** The PO's newest answer, sound or not; values that are not text are null. */
export interface LastWord {
  readonly sprint: number;
  /** Its 0-based index in the journal. */
  readonly entry: number;
  readonly when: string | null;
  readonly reply: string | null;
  readonly details: string | null;
  readonly action: string | null;
}

/** An unreadable journal, which may hold the PO's last word. */
export interface UnknownWord {
  readonly unreadable: string;
}

/** Returns the last PO's entry of the highest-numbered journal that has one; null if none has. */
export async function lastWord(config: Config, snapshot: Snapshot): Promise<LastWord | UnknownWord | null> {
  for (const sprint of await sprintNumbers(config, snapshot)) {
    const journal = await readJournalAt(config, snapshot, sprint);
    if (journal && journal.state !== 'read') return { unreadable: journal.path };
    const entries = journal?.entries ?? [];
    const index = entries.findLastIndex(isPO);
    const entry = entries[index];
    if (!isMapping(entry)) continue;
    const text = (key: string) => (typeof entry[key] === 'string' ? entry[key].trim() : null);
    return {
      ...{ sprint, entry: index, when: text('when'), reply: text('reply') },
      ...{ details: text('details'), action: text('action') },
    };
  }
  return null;
}
