import { journalPath } from '../facts/sprint.js';
import { folderMode } from '../git/tree.js';
import { isMapping, isPO } from '../journal/entries.js';
import type { Entry, ReadJournal } from '../journal/journal.js';
import { readJournal } from '../journal/read.js';
import { references } from '../journal/references.js';
import { instant } from '../journal/when.js';
import { rfc3339 } from '../words/time.js';
import { journalFailure, noEntryFits } from '../words/write-failures.js';
import type { Workspace } from '../worktree/workspace.js';
import { type Fields, withEntry } from './append.js';
import { type Decoded, decode } from './text.js';

/** A journal of the work tree that can be read, and its text as it is to be kept. */
export interface JournalFile extends Decoded {
  readonly journal: ReadJournal;
}

/** Reads the journal of a sprint on disk; null where there is none. Throws Failure where it can't be read. */
export async function readJournalFile(
  { config, disk: { snapshot } }: Pick<Workspace, 'config' | 'disk'>,
  sprint: number,
): Promise<JournalFile | null> {
  const path = journalPath(config, sprint);
  const entry = await snapshot.entry(path);
  if (!entry || entry.mode === folderMode) return null;
  const journal = await snapshot.files.journal(path, sprint, entry);
  if (journal.state !== 'read') throw journalFailure(journal);
  return { journal, ...decode((await snapshot.files.bytes(path, entry)).bytes) };
}

/** The content of a journal with an entry behind all others. Throws Failure where its end takes none. */
export function appended({ journal: { path, sprint }, mark, text }: JournalFile, fields: Fields): string {
  const written = withEntry(text, fields);
  if (typeof written !== 'string') throw noEntryFits(path, written.reason);
  const content = mark + written;
  const bytes = Buffer.from(content);
  const result = readJournal({ path, sprint, mode: '100644', size: bytes.length, bytes });
  if (result.state !== 'read') throw journalFailure(result);
  return content;
}

/** `Sprint S3` with what another topic adds to it, so that an entry goes on under the heading of the last. */
export function topicAfter(sprint: number, topic: unknown): string {
  const own = `Sprint S${sprint}`;
  if (typeof topic !== 'string') return own;
  const reference = [...references(topic)].find((each) => each.sprint === String(sprint));
  const added = reference ? topic.slice(reference.end) : '';
  // What is left of a template would not pass.
  return /S<N>|…|\.\.\./.test(added) ? own : `${own}${added.replace(/\s+/g, ' ').trimEnd()}`;
}

/** Now as an entry's `when`, whole seconds, or the `when` of the developer's entry above it where that is later. */
export function whenAfter(entries: readonly Entry[], now: number): string {
  const last = entries.findLast((entry) => isMapping(entry) && !isPO(entry));
  const before = isMapping(last) ? instant(last.when) : null;
  return rfc3339(Math.max(Math.floor(now / 1000), Math.ceil((before ?? 0) / 1000)) * 1000);
}
