import { isAddressOfPO } from '../config/config.js';
import type { Ancestor } from '../facts/ancestor.js';
import { type ReadCommit, readCommitFacts } from '../facts/commit.js';
import type { CommitFacts, JournalChange, Sprint } from '../facts/facts.js';
import type { Reading } from '../facts/files.js';
import { addedBy } from '../facts/journal-changes.js';
import type { Lineage } from '../facts/lineage.js';
import { indexSnapshot, treeSnapshot } from '../facts/snapshot.js';
import { readJournalAt, sprintOfJournal } from '../facts/sprint.js';
import { mergeStarts } from '../facts/start.js';
import { type Change, emptyTree, readDiff, treeDiff } from '../git/diff.js';
import { entriesOf, isPO, keyWithoutStatus } from '../journal/entries.js';
import { type Judged, judgeCommit } from '../judge.js';
import type { Range } from '../range/range.js';
import { addFaults, entriesToKeep, type Faults } from './faults.js';

/** What it takes to replace a range by one commit that a developer makes now. */
export interface OneCommit {
  /** Journals that the tip lacks, to be restored from disk, or from the last revision that has them. */
  readonly restored: readonly { readonly path: string; readonly from: string; readonly isOnDisk: boolean }[];
  readonly journals: readonly string[];
  /** What its hook would refuse, with the journals restored. */
  readonly findings: readonly Judged[];
  /** It changes nothing, and nothing is lost. */
  readonly isEmpty: boolean;
}

/** What the commits of a range did to its journals, for the one commit that replaces them. */
export class RangeJournals {
  readonly #faults = new Map<string, Faults>();
  /** Deleted journals, each with the last revision that has it. */
  readonly #deleted = new Map<string, string>();
  readonly #onDisk = new Set<string>();
  /** Keys of the answers that the PO committed. */
  readonly #byPO = new Set<string>();

  add(facts: CommitFacts, found: readonly Judged[]): void {
    const { author, baseName, config, journalChanges, leftOnDisk } = facts;
    addFaults(facts, found, this.#faults);
    for (const path of leftOnDisk) this.#onDisk.add(path);
    for (const { path, after, entries } of journalChanges) {
      const isRefused = found.some(({ severity, file }) => severity === 'error' && file === path);
      if (after) this.#deleted.delete(path);
      else if (isRefused) this.#deleted.set(path, baseName);
      if (!isAddressOfPO(config, author)) continue;
      const added = entries?.entries.filter(isPO).filter(addedBy(facts, path)) ?? [];
      for (const entry of added) this.#byPO.add(keyWithoutStatus(entry));
    }
  }

  /**
   * Returns what it takes to replace all changes since `base` by one commit. That commit's facts, with deleted journals
   * restored, are judged as its hook will judge them. What refused commits removed has to come back; the PO's own
   * answers are committed afterwards, in the PO's name.
   */
  async asOne(
    reading: Reading,
    lineage: Lineage,
    base: string | null,
    range: Pick<Range, 'tip' | 'oldTip'>,
    last: ReadCommit,
  ): Promise<OneCommit> {
    const parent = base === null ? null : await lineage.ancestor(base);
    const oldTip = range.oldTip === null ? null : await lineage.ancestor(range.oldTip);
    const allStarts = [parent?.starts, oldTip?.starts, last.ancestor.starts].filter((each) => each !== undefined);
    const starts = mergeStarts(allStarts, null, null);
    const restored = await this.#restoring(reading, parent);
    const read = await readAsOne(reading, parent && { ...parent, starts }, range.tip, restored, last.facts.branch);
    // The one commit is held to the sprints, and their T, of the commits it replaces.
    const before = [...starts].map(([sprint, start]) => ({ sprint, start, committedAt: null }));
    const journalChanges = await this.#withLost(reading, read, range.tip);
    const isUntracked = read.journalAbsence === 'nowhere' && this.#onDisk.has(read.sprint?.journal ?? '');
    const facts = {
      ...{ ...read, ...withHeader(read, last.facts.sprint), parents: [...read.parents, ...before], journalChanges },
      ...(isUntracked && { journalAbsence: 'untracked' as const }),
      // It leaves no journal unreadable once it is mended.
      unfinished: false,
    };
    const errors = this.#errorsOf(facts);
    return {
      restored: restored.map(({ path }) => ({
        path,
        from: this.#deleted.get(path) ?? '',
        isOnDisk: this.#onDisk.has(path),
      })),
      journals: journalChanges.map(({ path }) => path),
      findings: inMendingOrder(errors),
      isEmpty: base !== range.tip && facts.changes.length === 0 && errors.every(isDueToEmptiness),
    };
  }

  async #restoring({ files }: Reading, parent: Ancestor | null): Promise<Change[]> {
    const restored: Change[] = [];
    for (const [path, from] of this.#deleted) {
      const after = await treeSnapshot(files, from).entry(path);
      if (after) restored.push({ path, before: (await parent?.state.snapshot.entry(path)) ?? null, after });
    }
    return restored;
  }

  #errorsOf(facts: CommitFacts): Judged[] {
    // What the PO answered is committed afterwards, so it hides nothing of this commit.
    const isOwn = (finding: Judged) => !this.#isByPO(facts, finding);
    const found = judgeCommit(facts, 'being made', isOwn);
    const errors = [...found, ...this.#errorsOfRest(facts, found)];
    return errors.filter((finding) => finding.severity === 'error' && isOwn(finding));
  }

  async #withLost(reading: Reading, facts: CommitFacts, tip: string): Promise<JournalChange[]> {
    const changes = new Map(facts.journalChanges.map((change) => [change.path, change]));
    for (const [path, faults] of this.#faults) {
      const change = changes.get(path) ?? (await unchangedJournal(reading, path, tip));
      if (change) changes.set(path, { ...change, lost: entriesToKeep(faults, null, tip) });
    }
    return [...changes.values()];
  }

  /** Returns what the commit lacks if its journal has nothing new but what comes back, or goes, and the PO's own. */
  #errorsOfRest(facts: CommitFacts, found: readonly Judged[]): Judged[] {
    const journal = facts.sprint?.journal ?? '';
    const isOfJournal = ({ path }: JournalChange) => path === journal;
    const entries = facts.journalChanges.find(isOfJournal)?.entries?.entries ?? [];
    const added = entries.filter(addedBy(facts, journal)).map(keyWithoutStatus);
    const isOfPO = (key: string) => this.#byPO.has(key);
    const removable = this.#faults.get(journal)?.removable;
    const isLost = found.some(({ rule, file }) => rule.id === 'journal/history' && file === journal);
    const hasOfPO = added.some(isOfPO);
    if ((!isLost && !hasOfPO) || added.some((key) => !removable?.has(key) && !isOfPO(key))) return [];
    const journalChanges = facts.journalChanges.filter((change) => !isOfJournal(change));
    const rest = { ...facts, journalChanges, answer: facts.answer && !hasOfPO };
    const judged = judgeCommit(rest, 'being made').filter(isDueToEmptiness);
    return judged.filter(({ rule }) => found.every((each) => each.rule !== rule));
  }

  /** Tells whether the finding is an answer of the PO's own, to be committed afterwards in the PO's name. */
  #isByPO({ journalChanges }: CommitFacts, { rule, file, data }: Judged): boolean {
    if (rule.id !== 'journal/po-identity') return false;
    const change = journalChanges.find(({ path }) => path === file);
    return this.#byPO.has(keyWithoutStatus(change?.entries?.entries[data.index]));
  }
}

/** Reads the changes from a base to the tip, and the restored journals, as one commit being made now. */
async function readAsOne(
  reading: Reading,
  parent: Ancestor | null,
  tip: string,
  restored: readonly Change[],
  branch: string | null,
): Promise<CommitFacts> {
  const { context, files, now } = reading;
  const diff = await readDiff(context, treeDiff(parent?.oid ?? (await emptyTree(context)), tip));
  const others = diff.filter(({ path }) => restored.every((change) => change.path !== path));
  const changes = [...others, ...restored.filter(({ before, after }) => before?.oid !== after?.oid)];
  const parents = parent ? [parent] : [];
  const { facts } = await readCommitFacts(reading, {
    commit: {
      ...{ oid: null, parents: parents.map(({ oid }) => oid), diffs: [changes] },
      ...{ author: null, authoredAt: now, committedAt: now },
    },
    snapshot: indexSnapshot(treeSnapshot(files, tip), restored),
    ...{ parents, baseName: parent?.oid.slice(0, 10) ?? tip, branch },
  });
  return facts;
}

/** Takes a header that names no sprint, and has to be mended, for one that names the tip's, unless the next is opened. */
function withHeader({ sprint, notes, journals }: CommitFacts, ofTip: Sprint | null): Partial<CommitFacts> {
  if (sprint || !ofTip || !notes?.header || journals.some((journal) => journal.sprint > ofTip.id)) return {};
  return { sprint: ofTip, notes: { ...notes, header: { ...notes.header, sprintId: ofTip.id } } };
}

/** Returns an unchanged journal as a change; null if the tip has no readable one. */
async function unchangedJournal({ config, files }: Reading, path: string, tip: string): Promise<JournalChange | null> {
  const sprint = sprintOfJournal(config, path) as number;
  const after = await readJournalAt(config, treeSnapshot(files, tip), sprint);
  const held = entriesOf(after);
  const entries = held && { entries: held, unsound: new Set<number>() };
  return (
    entries && { path, sprint, before: [entries], baseUnreadable: false, mergeBase: null, lost: [], after, entries }
  );
}

function isDueToEmptiness({ rule }: Judged): boolean {
  return rule.id === 'journal/not-staged' || rule.id === 'freeze/closed';
}

/** Puts freeze/closed last, whose help opens the next sprint, and drops what that mends as well. */
function inMendingOrder(found: readonly Judged[]): Judged[] {
  const closed = found.filter(({ rule }) => rule.id === 'freeze/closed');
  const mendedByStart = closed.length > 0 ? ['freeze/closed', 'freeze/moved', 'journal/missing'] : [];
  // Restoring the whole header restores its start.
  const mendedByHeader = found.some(({ rule }) => rule.id === 'sprint/reopened') ? ['freeze/moved'] : [];
  const mendedToo = [...mendedByStart, ...mendedByHeader];
  return [...found.filter(({ rule }) => !mendedToo.includes(rule.id)), ...closed];
}
