import { isAddressOfPO } from '../config/config.js';
import { type ReadCommit, readCommitFacts } from '../facts/commit.js';
import type { CommitFacts, JournalChange } from '../facts/facts.js';
import type { Reading } from '../facts/files.js';
import type { Lineage } from '../facts/lineage.js';
import { indexSnapshot, treeSnapshot } from '../facts/snapshot.js';
import { readJournalAt, sprintOfJournal } from '../facts/sprint.js';
import { mergeStarts } from '../facts/start.js';
import { type Change, emptyTree, readDiff, treeDiff } from '../git/diff.js';
import { entriesOf, isPO, keyWithoutStatus, sameValue } from '../journal/entries.js';
import { lostEntries } from '../journal/taken-back.js';
import { type Judged, judgeCommit, type OneCommit } from '../judge.js';
import type { Range } from '../range/range.js';
import { FaultsByPath } from './faults.js';

/** What the commits of a range did to its journals, as far as one commit of all has to undo it. */
export class RangeJournals {
  readonly #faults = new FaultsByPath();
  /** The journals that are deleted, with the revision that has them last. */
  readonly #deleted = new Map<string, string>();
  /** The PO's entries that the PO added, by their keys. */
  readonly #byPO = new Set<string>();

  /** Adds what was found in a commit. */
  add(facts: CommitFacts, found: readonly Judged[]): void {
    const { oid, author, config, journalChanges } = facts;
    this.#faults.add(facts, found);
    for (const { path, before, after, entries } of journalChanges) {
      if (after) this.#deleted.delete(path);
      else this.#deleted.set(path, `${oid?.slice(0, 10)}~1`);
      if (!isAddressOfPO(config, author)) continue;
      const known = new Set(before.flatMap((list) => list.entries).map(keyWithoutStatus));
      const added = (entries?.entries ?? []).filter(isPO).map(keyWithoutStatus);
      for (const key of added) if (!known.has(key)) this.#byPO.add(key);
    }
  }

  /** What is to be done where all that the range changes since `base` is made one commit now, by a developer. */
  async asOne(
    reading: Reading,
    lineage: Lineage,
    base: string | null,
    { tip, oldTip }: Pick<Range, 'tip' | 'oldTip'>,
    last: ReadCommit,
  ): Promise<OneCommit> {
    const { context, config, files } = reading;
    const parent = base === null ? null : await lineage.ancestor(base);
    const onDisk = last.facts.journalAbsence === 'untracked' ? last.facts.sprint?.journal : null;
    const restored = [...this.#deleted].map(([path, from]) => ({ path, from, isOnDisk: path === onDisk }));
    const put: Change[] = [];
    for (const { path, from } of restored) {
      const before = (await parent?.state.snapshot.entry(path)) ?? null;
      put.push({ path, before, after: await treeSnapshot(files, from).entry(path) });
    }
    const diff = await readDiff(context, treeDiff(base ?? (await emptyTree(context)), tip));
    const isPut = (path: string) => put.some((change) => change.path === path);
    const changes = [
      ...diff.filter(({ path }) => !isPut(path)),
      ...put.filter(({ before, after }) => before?.oid !== after?.oid),
    ];
    const replaced = oldTip === null ? null : await lineage.ancestor(oldTip);
    const known = [parent?.starts, replaced?.starts, last.ancestor.starts].filter((each) => each !== undefined);
    const starts = mergeStarts(known, null, null);
    const { facts } = await readCommitFacts(reading, {
      commit: {
        ...{ oid: null, parents: base === null ? [] : [base], diffs: [changes] },
        ...{ author: null, authoredAt: reading.now, committedAt: reading.now },
      },
      snapshot: indexSnapshot(treeSnapshot(files, tip), put),
      parents: parent === null ? [] : [{ ...parent, starts }],
      ...{ baseName: base?.slice(0, 10) ?? tip, branch: last.facts.branch },
    });
    // The sprints that the commits were in, and their T, hold for the one that takes their place.
    const before = [...starts].map(([sprint, start]) => ({ sprint, start, committedAt: null }));
    const journalChanges = await this.#withLost(reading, facts, tip);
    const whole = { ...facts, parents: [...facts.parents, ...before], journalChanges };
    const found = judgeCommit(whole, 'being made');
    const isForged = found.some(
      (finding) => finding.rule.id === 'journal/po-identity' && !this.#isByPO(whole, finding),
    );
    // The PO's own answers follow in the PO's name, and hide nothing.
    const rules = { ...config.rules, 'journal/po-identity': 'off' as const };
    const all = isForged ? found : judgeCommit({ ...whole, config: { ...config, rules } }, 'being made');
    const errors = all.filter((finding) => finding.severity === 'error' && !this.#isByPO(whole, finding));
    const isOfEmpty = ({ rule }: Judged) => rule.id === 'journal/not-staged' || rule.id === 'freeze/closed';
    const isEmpty = changes.length === 0 && errors.every(isOfEmpty);
    return { restored, findings: inOrder(errors), isEmpty, saysNothing: saysNothing(whole) };
  }

  /** The changes of the one commit, with what commits took from the journals. */
  async #withLost(reading: Reading, facts: CommitFacts, tip: string): Promise<JournalChange[]> {
    const changes = new Map(facts.journalChanges.map((change) => [change.path, change]));
    for (const path of this.#faults.paths) {
      const faults = this.#faults.of(path);
      const lost = faults ? lostEntries(faults) : [];
      const known = changes.get(path) ?? (await unchanged(reading, path, tip));
      if (known) changes.set(path, { ...known, lost });
    }
    return [...changes.values()];
  }

  /** Whether an answer that the one commit would bring is the PO's own, which follows it in the PO's name. */
  #isByPO({ journalChanges }: CommitFacts, { rule, file, data }: Judged): boolean {
    if (rule.id !== 'journal/po-identity') return false;
    const change = journalChanges.find(({ path }) => path === file);
    return this.#byPO.has(keyWithoutStatus(change?.entries?.entries[data.index]));
  }
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

/** What opens the next sprint comes last; it has a start of its own. */
function inOrder(found: readonly Judged[]): Judged[] {
  const isOf = (id: string) => (finding: Judged) => finding.rule.id === id;
  const closed = found.filter(isOf('freeze/closed'));
  const others = found.filter((finding) => !closed.includes(finding));
  return [...(closed.length > 0 ? others.filter((finding) => !isOf('freeze/moved')(finding)) : others), ...closed];
}
