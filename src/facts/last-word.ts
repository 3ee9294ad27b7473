import type { Config } from '../config/config.js';
import { isMapping, isPO } from '../journal/entries.js';
import type { Snapshot } from './snapshot.js';
import { readJournalAt, sprintNumbers } from './sprint.js';

/** The PO's newest answer, sound or not; a value that is no text is null. */
export interface LastWord {
  readonly sprint: number;
  /** Its place in the journal, from 0. */
  readonly entry: number;
  readonly when: string | null;
  readonly reply: string | null;
  readonly details: string | null;
  readonly action: string | null;
}

/** The path of a journal that can't be read, so that nobody knows whether the PO's last word is in it. */
export interface UnknownWord {
  readonly unreadable: string;
}

/** The last PO's entry of the highest-numbered journal that has one; null where none has. */
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
