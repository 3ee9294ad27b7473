import { readJournalAt } from '../facts/sprint.js';
import type { ReadJournal } from '../journal/journal.js';
import { readJournal } from '../journal/read.js';
import { references } from '../journal/references.js';
import { isText } from '../journal/texts.js';
import { journalFailure, noEntryFits } from '../words/write-failures.js';
import { fileOf } from '../worktree/disk.js';
import type { Workspace } from '../worktree/workspace.js';
import { type Fields, withEntry } from './append.js';

/** Reads the journal of a sprint on disk; null where there is none. Throws Failure where it can't be read. */
export async function readableJournal(
  { config, disk }: Pick<Workspace, 'config' | 'disk'>,
  sprint: number,
): Promise<ReadJournal | null> {
  const journal = await readJournalAt(config, disk.snapshot, sprint);
  if (journal && journal.state !== 'read') throw journalFailure(journal);
  return journal;
}

/** The text of a journal with an entry behind all others. Throws Failure where its end takes none. */
export function appended({ path, sprint }: ReadJournal, text: string, fields: Fields): string {
  const written = withEntry(text, fields);
  if (written === null) throw noEntryFits(path);
  const result = readJournal({ path, sprint, ...fileOf(written) });
  if (result.state !== 'read') throw journalFailure(result);
  return written;
}

/** Another entry's topic, so that an entry goes on under the heading of the last; `Sprint S3` where that would not pass. */
export function topicAfter(sprint: number, topic: unknown): string {
  const [first] = typeof topic === 'string' && isText(topic) ? references(topic) : [];
  return first?.sprint === String(sprint) ? String(topic) : `Sprint S${sprint}`;
}
