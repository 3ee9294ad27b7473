import type { Change } from '../git/diff.js';
import { runGit } from '../git/process.js';
import type { TreeEntry } from '../git/tree.js';
import { entriesOf, sameValue } from '../journal/entries.js';
import { onlyAnswers } from '../journal/history.js';
import type { Entries, Journal } from '../journal/journal.js';
import { firstLossInMerge, newAnswers } from '../journal/merged-history.js';
import { unsoundEntries } from '../journal/sound.js';
import type { Ancestor } from './ancestor.js';
import type { JournalChange } from './facts.js';
import type { Reading } from './files.js';
import { mergeBaseEntries } from './merge.js';
import { treeSnapshot } from './snapshot.js';
import { sprintOfJournal } from './sprint.js';

const none: Entries = { entries: [], unsound: new Set() };

/** The entries of a journal, with those that are not sound; null where they can't be read. */
function readableEntries({ config }: Pick<Reading, 'config'>, journal: Journal | null): Entries | null {
  const entries = entriesOf(journal);
  return entries && journal?.state === 'read' ? { entries, unsound: unsoundEntries(journal, config.developers) } : null;
}

/** Every journal that a commit changes against any of its parents; `diffs` are its changes against each. */
export async function journalChanges(
  reading: Reading,
  parents: readonly Ancestor[],
  diffs: readonly (readonly Change[])[],
): Promise<JournalChange[]> {
  const changed = new Map<string, Change>();
  for (const change of diffs.flat()) {
    if (sprintOfJournal(reading.config, change.path) !== null && !changed.has(change.path))
      changed.set(change.path, change);
  }
  const read: JournalChange[] = [];
  for (const change of changed.values()) read.push(await journalChange(reading, parents, diffs, change));
  return read;
}

async function journalChange(
  reading: Reading,
  parents: readonly Ancestor[],
  diffs: readonly (readonly Change[])[],
  { path, after: entry }: Change,
): Promise<JournalChange> {
  const sprint = sprintOfJournal(reading.config, path) as number;
  const before: Entries[] = [];
  let baseUnreadable = false;
  for (const [index, diff] of diffs.entries()) {
    const own = diff.find((change) => change.path === path);
    const old = own ? own.before : entry;
    const readable = old ? readableEntries(reading, await reading.files.journal(path, sprint, old)) : none;
    if (!readable) baseUnreadable = true;
    before.push(readable ?? (await lastReadable(reading, path, parents[index])));
  }
  const after = entry ? await reading.files.journal(path, sprint, entry) : null;
  const entries = readableEntries(reading, after);
  // Asking for the merge base costs a process: only where an entry seems lost, or the merge's own.
  const lists = before.map((list) => list.entries);
  const matters =
    parents.length > 1 &&
    (firstLossInMerge(before, null, entries?.entries ?? []) !== null ||
      newAnswers(lists, null, entries?.entries ?? []).length > 0);
  const oids = parents.map(({ oid }) => oid);
  const mergeBase = matters ? await mergeBaseEntries(reading, oids, path) : null;
  return { path, sprint, before, baseUnreadable, mergeBase, after, entries };
}

/** The last readable entries of a journal at a commit in which it can't be read. */
async function lastReadable(reading: Reading, path: string, commit: Ancestor | undefined): Promise<Entries> {
  return commit?.lastReadable.get(path) ?? (commit ? await readableInHistory(reading, commit.oid, path) : none);
}

// 9a3c1de…\n1f6f8ac…\n
/** The same of a commit outside the range: git knows the commits that changed the journal, the newest first. */
async function readableInHistory(reading: Reading, oid: string, path: string): Promise<Entries> {
  const args = ['rev-list', oid, '--', `:(top,literal)${path}`];
  const oids = (await runGit(reading.context, args)).split('\n').filter(Boolean);
  for (const commit of oids) {
    const entry: TreeEntry | null = await treeSnapshot(reading.objects, commit).entry(path);
    const sprint = sprintOfJournal(reading.config, path) as number;
    const readable = entry && readableEntries(reading, await reading.files.journal(path, sprint, entry));
    if (readable) return readable;
  }
  return none;
}

/** The last readable entries of the journals that can't be read after a commit. */
export function unreadableAfter(
  changes: readonly JournalChange[],
  parent: Ancestor | undefined,
): Ancestor['lastReadable'] {
  const before = parent?.lastReadable ?? new Map<string, Entries>();
  if (changes.length === 0) return before;
  const after = new Map(before);
  for (const {
    path,
    after: journal,
    entries,
    before: [last = none],
  } of changes) {
    if (journal && !entries) after.set(path, last);
    else after.delete(path);
  }
  return after;
}

/** Whether a commit of one parent, which changes `changes`, is an answer of the PO's and nothing else. */
export function isAnswer(changes: readonly Change[], journals: readonly JournalChange[]): boolean {
  if (changes.length === 0 || changes.length !== journals.length || !journals.every(isAnswered)) return false;
  return journals.some(
    ({ before: [before = none], entries, baseUnreadable }) =>
      baseUnreadable || !sameValue(before.entries, entries?.entries),
  );
}

/**
 * Whether a commit of one parent changes journals alone, leaves one of them unreadable, and of the others changes no more
 * than an answer does: what it did to the unreadable one is judged with the commit that mends it.
 */
export function isUnfinished(changes: readonly Change[], journals: readonly JournalChange[]): boolean {
  if (changes.length !== journals.length) return false;
  const isUnreadable = ({ after, entries }: JournalChange) => after !== null && entries === null;
  return journals.some(isUnreadable) && journals.every((change) => isUnreadable(change) || isAnswered(change));
}

function isAnswered({ before: [before = none], entries }: JournalChange): boolean {
  return entries !== null && onlyAnswers(before, entries.entries);
}
