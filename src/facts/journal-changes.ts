import type { Change } from '../git/diff.js';
import { runGit } from '../git/process.js';
import type { TreeEntry } from '../git/tree.js';
import { entriesOf, keyWithoutStatus, sameValue } from '../journal/entries.js';
import { onlyAnswers } from '../journal/history.js';
import type { Entries, Entry, Journal } from '../journal/journal.js';
import { firstLossInMerge } from '../journal/merged-history.js';
import { unsoundEntries } from '../journal/sound.js';
import type { Ancestor } from './ancestor.js';
import type { CommitFacts, JournalChange } from './facts.js';
import type { Reading } from './files.js';
import { mergeBaseEntries } from './merge.js';
import { treeSnapshot } from './snapshot.js';
import { sprintOfJournal } from './sprint.js';

const noEntries: Entries = { entries: [], unsound: new Set() };

/** Returns a journal's entries, and which are unsound; null if they can't be read. */
function readableEntries({ config }: Pick<Reading, 'config'>, journal: Journal | null): Entries | null {
  const entries = entriesOf(journal);
  return entries && journal?.state === 'read' ? { entries, unsound: unsoundEntries(journal, config.developers) } : null;
}

/** Reads every journal that differs from a parent; `diffs` are the changes against each parent. */
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
    const journal = old && (await reading.files.journal(path, sprint, old));
    const readable = journal ? readableEntries(reading, journal) : noEntries;
    if (!readable) baseUnreadable = true;
    const decoded = journal?.state === 'unreadable' ? readableEntries(reading, journal.decoded) : null;
    const known = readable ?? decoded;
    before.push(...(known ? [known] : await lastReadable(reading, path, parents[index] as Ancestor)));
  }
  const after = entry ? await reading.files.journal(path, sprint, entry) : null;
  const entries = readableEntries(reading, after);
  // The merge base costs a process, so it is read only if the merge seems at fault without it.
  const isSuspect = parents.length > 1 && firstLossInMerge(before, null, entries?.entries ?? []) !== null;
  const oids = parents.map(({ oid }) => oid);
  const mergeBase = isSuspect ? await mergeBaseEntries(reading, oids, path) : null;
  return { path, sprint, before, baseUnreadable, mergeBase, lost: [], after, entries };
}

/** Returns the last readable entries of a journal that can't be read in `commit`. */
async function lastReadable(reading: Reading, path: string, commit: Ancestor): Promise<readonly Entries[]> {
  return commit.lastReadable.get(path) ?? readableInHistory(reading, commit.oid, path);
}

// 9a3c1de… 1f6f8ac…\n1f6f8ac…\n
/** Searches history for a journal's last readable entries: several lists if parents of a merge have some. */
export async function readableInHistory(reading: Reading, oid: string, path: string): Promise<readonly Entries[]> {
  const args = ['rev-list', '--topo-order', '--full-history', '--parents', oid, '--', `:(top,literal)${path}`];
  const listed = (await runGit(reading.context, args)).split('\n').filter(Boolean);
  const parents = new Map(listed.map((line) => [line.slice(0, oid.length), line.split(' ').slice(1)]));
  const found: Entries[] = [];
  const pending = [...parents.keys()].slice(0, 1);
  const seen = new Set<string>();
  for (let commit = pending.pop(); commit !== undefined; commit = pending.pop()) {
    if (seen.has(commit)) continue;
    seen.add(commit);
    const entry: TreeEntry | null = await treeSnapshot(reading.files, commit).entry(path);
    // This side of a merge does not have the journal.
    if (!entry) continue;
    const sprint = sprintOfJournal(reading.config, path) as number;
    const readable = readableEntries(reading, await reading.files.journal(path, sprint, entry));
    if (readable) found.push(readable);
    // The first parent is read next, so that its entries come first: the commit is compared with them.
    else pending.push(...(parents.get(commit) ?? []).toReversed());
  }
  return found.length > 0 ? found : [noEntries];
}

/** Returns the last readable entries of journals left unreadable; after a merge, none, so that git is asked. */
export function lastReadableAfter(
  changes: readonly JournalChange[],
  parents: readonly Pick<Ancestor, 'lastReadable'>[],
): Ancestor['lastReadable'] {
  if (parents.length > 1) return new Map();
  const after = new Map(parents[0]?.lastReadable);
  for (const { path, after: journal, entries, before } of changes) {
    if (journal && !entries) after.set(path, before);
    else after.delete(path);
  }
  return after;
}

/** Tells whether a commit with one parent is an answer commit. */
export function isAnswerCommit(changes: readonly Change[], journals: readonly JournalChange[]): boolean {
  if (changes.length !== journals.length || !journals.every(isLikeAnswer)) return false;
  return journals.some(
    ({ before: [before = noEntries], entries, baseUnreadable }) =>
      baseUnreadable || !sameValue(before.entries, entries?.entries),
  );
}

/** Returns a predicate for the entries that a commit adds to a journal, or alters in more than their status. */
export function addedBy({ journalChanges }: CommitFacts, path: string): (entry: Entry) => boolean {
  const change = journalChanges.find((each) => each.path === path);
  // Built on demand, since few commits ask.
  let known: ReadonlySet<string> | null = null;
  return (entry) => {
    if (!change) return false;
    known ??= new Set(change.before.flatMap(({ entries }) => entries).map(keyWithoutStatus));
    return !known.has(keyWithoutStatus(entry));
  };
}

/** Tells whether a non-merge commit changes only journals, and adds only the entries at `added` of journal `path`. */
export function addsOnly(facts: CommitFacts, path: string, added: readonly number[]): boolean {
  const { merge, changes, journalChanges } = facts;
  if (merge || changes.length !== journalChanges.length) return false;
  return journalChanges.every((change) => {
    if (change.after && !change.entries) return false;
    const isAdded = addedBy(facts, change.path);
    const others = change.entries?.entries.filter((_, index) => change.path !== path || !added.includes(index)) ?? [];
    return !others.some(isAdded);
  });
}

/**
 * Tells whether a commit with one parent changes only journals, leaves one unreadable, and changes the others as an
 * answer commit does: the unreadable one is judged with the commit that mends it.
 */
export function isUnfinished(changes: readonly Change[], journals: readonly JournalChange[]): boolean {
  if (changes.length !== journals.length) return false;
  const isUnreadable = ({ after, entries }: JournalChange) => after !== null && entries === null;
  return journals.some(isUnreadable) && journals.every((change) => isUnreadable(change) || isLikeAnswer(change));
}

function isLikeAnswer({ before: [before = noEntries], entries }: JournalChange): boolean {
  return entries !== null && onlyAnswers(before, entries.entries);
}

/** Returns a parent (0-based) as gitrevisions(7) writes it: `HEAD`, `MERGE_HEAD`, `HEAD~1`, `HEAD^2`. */
export function parentName({ baseName }: Pick<CommitFacts, 'baseName'>, parent: number): string {
  if (parent === 0) return baseName;
  return baseName === 'HEAD' ? 'MERGE_HEAD' : baseName.replace(/~1$/, `^${parent + 1}`);
}
