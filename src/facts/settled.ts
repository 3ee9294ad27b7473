import { isPO } from '../journal/entries.js';
import type { ReadJournal } from '../journal/journal.js';
import { lastAnswer } from '../journal/sound.js';
import type { CommitFacts } from './facts.js';
import { addedBy } from './journal-changes.js';

/**
 * Tells of an entry, by its index, whether it may still be changed: it is `open`, or the PO wrote or has answered it, so
 * that it is `settled`, unless this very commit adds it: it is `new`, and the commit is to be mended.
 */
export function settled(facts: CommitFacts, journal: ReadJournal): (index: number) => 'open' | 'new' | 'settled' {
  const answer = lastAnswer(journal);
  const isAdded = addedBy(facts, journal.path);
  return (index) => {
    const entry = journal.entries[index];
    if (index > answer && !isPO(entry)) return 'open';
    return isAdded(entry) ? 'new' : 'settled';
  };
}
