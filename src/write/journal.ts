import type { Context } from '../commands/command.js';
import { judgingConfig } from '../facts/policy.js';
import { readJournalAt } from '../facts/sprint.js';
import type { ReadJournal } from '../journal/journal.js';
import { readJournal } from '../journal/read.js';
import { references } from '../journal/references.js';
import { isSignedPO } from '../journal/source.js';
import { isText } from '../journal/texts.js';
import type { Language } from '../language.js';
import { syntaxFinding, syntaxFindingWords } from '../rules/journal-syntax.js';
import { brokenJournal, journalInConflict, noEntryFits, unreadableJournal } from '../words/write-failures.js';
import { fileOf } from '../worktree/disk.js';
import { isInConflict, mayWriteAsPO, type Workspace } from '../worktree/workspace.js';
import { type Fields, withEntry } from './append.js';

/** Reads a sprint's journal on disk; null if there is none. Throws Failure if it is unreadable. */
export async function readableJournal(
  context: Context,
  workspace: Workspace,
  sprint: number,
): Promise<ReadJournal | null> {
  const { config, disk } = workspace;
  const journal = await readJournalAt(config, disk.snapshot, sprint);
  if (!journal) return null;
  if (journal.state === 'read') {
    if (await isInConflict(workspace, journal.path)) throw journalInConflict(journal.path);
    return journal;
  }
  if (journal.state === 'unreadable') throw unreadableJournal(journal.path, journal.reason, true);
  const isOfPO = isSignedPO(journal.text, journal.problem.location.line);
  const words = (language: Language) => syntaxFindingWords(language, syntaxFinding(journal, config, context.now));
  throw brokenJournal(journal, words, isOfPO && !(await mayWriteAsPO(context, workspace)));
}

/** Returns the name that signs: by HEAD's config, since that of the work tree judges only from the next commit on. */
export async function signature({ config, head }: Workspace): Promise<string> {
  const { developers } = await judgingConfig(head.snapshot, async () => config);
  return developers[0] ?? '';
}

/** Appends an entry. Throws Failure if the journal's end takes none. */
export function appended({ path, sprint }: ReadJournal, text: string, fields: Fields): string {
  const written = withEntry(text, fields);
  if (written === null) throw noEntryFits(path);
  const result = readJournal({ path, sprint, ...fileOf(written) });
  if (result.state === 'unreadable') throw unreadableJournal(path, result.reason);
  return written;
}

/** Continues under the topic of the last entry, or under `Sprint S3` if that topic would not pass. */
export function topicAfter(sprint: number, topic: unknown): string {
  const [first] = typeof topic === 'string' && isText(topic) ? references(topic) : [];
  return first?.sprint === String(sprint) ? String(topic) : `Sprint S${sprint}`;
}
