import { isAddressOfPO } from '../config/config.js';
import type { Ancestor } from '../facts/ancestor.js';
import { type ReadCommit, readCommitFacts } from '../facts/commit.js';
import type { CommitFacts, JournalChange } from '../facts/facts.js';
import type { Reading } from '../facts/files.js';
import { addedBy } from '../facts/journal-changes.js';
import type { Lineage } from '../facts/lineage.js';
import { indexSnapshot, treeSnapshot } from '../facts/snapshot.js';
import { readJournalAt, sprintOfJournal } from '../facts/sprint.js';
import { mergeStarts } from '../facts/start.js';
import { type Change, emptyTree, readDiff, treeDiff } from '../git/diff.js';
import { entriesOf, isPO, keyWithoutStatus, sameValue } from '../journal/entries.js';
import type { Entry } from '../journal/journal.js';
import { type Judged, judgeCommit } from '../judge.js';
import type { Range } from '../range/range.js';
import { addFaults, entriesToKeep, type Faults } from './faults.js';

/** What is to be done where all that a range changes is made one commit now, by a developer. */
export interface OneCommit {
  /** The journals that the tip lacks: they are still on disk, or `from` has them last, as gitrevisions(7) writes it. */
  readonly restored: readonly { readonly path: string; readonly from: string; readonly isOnDisk: boolean }[];
  readonly journals: readonly string[];
  /** What its hook would refuse, once those are back. */
  readonly findings: readonly Judged[];
  /** It changes nothing, and has lost nothing. */
  readonly isEmpty: boolean;
  /** But for the entries of the PO, who commits them, it changes nothing in the entries of the sprint's journal. */
  readonly saysNothing: boolean;
}

/** What the commits of a range did to its journals, as far as one commit of all has to undo it. */
export class RangeJournals {
  readonly #faults = new Map<string, Faults>();
  /** The journals that are deleted, with the revision that has them last. */
  readonly #deleted = new Map<string, string>();
  readonly #onDisk = new Set<string>();
  /** The PO's entries that the PO added, by their keys. */
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
   * What is to be done where all that the range changes since `base` is made one commit now, by a developer. That commit
   * is put together as facts, with the journals back that were deleted, and judged as its hook will judge it; what refused
   * commits took from a journal has to be back in it, and the PO's own answers follow it in the PO's name.
   */
  async asOne(
    reading: Reading,
    lineage: Lineage,
    base: string | null,
    range: Pick<Range, 'tip' | 'oldTip'>,
    last: ReadCommit,
  ): Promise<OneCommit> {
    const parent = base === null ? null : await lineage.ancestor(base);
    const replaced = range.oldTip === null ? null : await lineage.ancestor(range.oldTip);
    const known = [parent?.starts, replaced?.starts, last.ancestor.starts].filter((each) => each !== undefined);
    const starts = mergeStarts(known, null, null);
    const restored = await this.#restoring(reading, parent);
    const read = await readAsOne(reading, parent && { ...parent, starts }, range.tip, restored, last.facts.branch);
    // The sprints that the commits were in, and their T, hold for the one that takes their place.
    const before = [...starts].map(([sprint, start]) => ({ sprint, start, committedAt: null }));
    const journalChanges = await this.#withLost(reading, read, range.tip);
    const facts = { ...read, parents: [...read.parents, ...before], journalChanges };
    const errors = this.#errorsOf(facts);
    const isOfEmpty = ({ rule }: Judged) => rule.id === 'journal/not-staged' || rule.id === 'freeze/closed';
    return {
      restored: restored.map(({ path }) => ({
        path,
        from: this.#deleted.get(path) ?? '',
        isOnDisk: this.#onDisk.has(path),
      })),
      journals: journalChanges.map(({ path }) => path),
      findings: inOrder(errors),
      isEmpty: base !== range.tip && facts.changes.length === 0 && errors.every(isOfEmpty),
      saysNothing: saysNothing(facts),
    };
  }

  /** The changes that bring the deleted journals back. */
  async #restoring({ files }: Reading, parent: Ancestor | null): Promise<Change[]> {
    const restored: Change[] = [];
    for (const [path, from] of this.#deleted) {
      const after = await treeSnapshot(files, from).entry(path);
      if (after) restored.push({ path, before: (await parent?.state.snapshot.entry(path)) ?? null, after });
    }
    return restored;
  }

  #errorsOf(facts: CommitFacts): Judged[] {
    const found = judgeCommit(facts, 'being made');
    const forged = found.filter(
      (finding) => finding.rule.id === 'journal/po-identity' && !this.#isByPO(facts, finding),
    );
    // The PO's own answers follow in the PO's name, and hide nothing; nor may others' hide what a developer's entry lost.
    const rules = { ...facts.config.rules, 'journal/po-identity': 'off' as const };
    const unhidden = judgeCommit({ ...facts, config: { ...facts.config, rules } }, 'being made');
    const isHidden = ({ rule, file, data }: Judged) =>
      rule.id === 'journal/history' && !data.loss.po && forged.some((answer) => answer.file === file);
    const all = forged.length > 0 ? [...found, ...unhidden.filter(isHidden)] : unhidden;
    return [...all, ...this.#notStagedOnceRestored(facts, all)].filter(
      (finding) => finding.severity === 'error' && !this.#isByPO(facts, finding),
    );
  }

  async #withLost(reading: Reading, facts: CommitFacts, tip: string): Promise<JournalChange[]> {
    const changes = new Map(facts.journalChanges.map((change) => [change.path, change]));
    for (const [path, faults] of this.#faults) {
      const change = changes.get(path) ?? (await unchanged(reading, path, tip));
      if (change) changes.set(path, { ...change, lost: entriesToKeep(faults, null, tip) });
    }
    return [...changes.values()];
  }

  /** That nothing is said, where a journal has nothing new once its entries are back, and the PO's are the PO's. */
  #notStagedOnceRestored(facts: CommitFacts, found: readonly Judged[]): Judged[] {
    const { sprint, journalChanges } = facts;
    const isLost = found.some(({ rule, file }) => rule.id === 'journal/history' && file === sprint?.journal);
    if (!sprint || !isLost) return [];
    const isAdded = addedBy(facts, sprint.journal);
    const mayGo = this.#faults.get(sprint.journal)?.mayGo;
    const isNew = (entry: Entry) => {
      const key = keyWithoutStatus(entry);
      return isAdded(entry) && !mayGo?.has(key) && !this.#byPO.has(key);
    };
    const change = journalChanges.find(({ path }) => path === sprint.journal);
    if (change?.entries?.entries.some(isNew)) return [];
    const others = journalChanges.filter(({ path }) => path !== sprint.journal);
    const judged = judgeCommit({ ...facts, journalChanges: others }, 'being made');
    return judged.filter(({ rule }) => rule.id === 'journal/not-staged');
  }

  /** Whether an answer that the one commit would bring is the PO's own, which follows it in the PO's name. */
  #isByPO({ journalChanges }: CommitFacts, { rule, file, data }: Judged): boolean {
    if (rule.id !== 'journal/po-identity') return false;
    const change = journalChanges.find(({ path }) => path === file);
    return this.#byPO.has(keyWithoutStatus(change?.entries?.entries[data.index]));
  }
}

/** All that leads from a base to a tip, and brings journals back, as one commit that is being made now. */
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

/** A journal that stands at the tip as it does at the base; null where it stands at neither. */
async function unchanged({ config, files }: Reading, path: string, tip: string): Promise<JournalChange | null> {
  const sprint = sprintOfJournal(config, path) as number;
  const after = await readJournalAt(config, treeSnapshot(files, tip), sprint);
  const held = entriesOf(after);
  const entries = held && { entries: held, unsound: new Set<number>() };
  return (
    entries && { path, sprint, before: [entries], baseUnreadable: false, mergeBase: null, lost: [], after, entries }
  );
}

function saysNothing({ sprint, journalChanges }: CommitFacts): boolean {
  const change = journalChanges.find(({ path }) => path === sprint?.journal);
  const [before, after] = [change?.before[0], change?.entries].map((list) =>
    (list?.entries ?? []).filter((entry) => !isPO(entry)).map(keyWithoutStatus),
  );
  return sameValue(before, after);
}

/** What opens the next sprint comes last; it has a start and a journal of its own. */
function inOrder(found: readonly Judged[]): Judged[] {
  const closed = found.filter(({ rule }) => rule.id === 'freeze/closed');
  const opened = closed.length > 0 ? ['freeze/closed', 'freeze/moved', 'journal/missing'] : [];
  // A header that is put back whole has its start.
  const putBack = found.some(({ rule }) => rule.id === 'sprint/reopened') ? ['freeze/moved'] : [];
  const replaced = [...opened, ...putBack];
  return [...found.filter(({ rule }) => !replaced.includes(rule.id)), ...closed];
}
