import type { Config } from '../config/config.js';
import { folderMode } from '../git/tree.js';
import { workTreeRoot } from '../git/worktree.js';
import { sameValue } from '../journal/entries.js';
import { diskSnapshot } from '../worktree/disk.js';
import { obstacleTo } from './commit.js';
import type { CommitFacts } from './facts.js';
import type { Reading } from './files.js';
import type { Snapshot } from './snapshot.js';
import { readJournalAt, readState } from './sprint.js';
import { isFrozen } from './start.js';

type OnDisk = Pick<CommitFacts, 'journalAbsence' | 'journalNotAdded' | 'leftOnDisk' | 'nextNotAdded'>;

/** Reads what the disk has and the index lacks, which helps may name. Skipped unless the commit may be refused. */
export async function readBesideIndex({ context, config, now }: Reading, facts: CommitFacts): Promise<Partial<OnDisk>> {
  const { sprint, journalAbsence, journalChanges } = facts;
  const deleted = deletedJournals(facts);
  const isChanged = journalChanges.some(({ path }) => path === sprint?.journal) && journalAbsence === null;
  if (!sprint || (isChanged && !isFrozen(sprint, now) && deleted.length === 0)) return {};
  const disk = diskSnapshot(await workTreeRoot(context));
  return {
    leftOnDisk: await regularFiles(disk, deleted),
    nextNotAdded: await hasNextSprint(config, disk, sprint.id),
    ...(journalAbsence === 'nowhere' && { journalAbsence: await absenceOnDisk(disk, sprint.journal) }),
    journalNotAdded: !isChanged && journalAbsence !== 'nowhere' && (await differsOnDisk(config, disk, facts)),
  };
}

export function deletedJournals({ journalChanges }: Pick<CommitFacts, 'journalChanges'>): string[] {
  return journalChanges.filter(({ after }) => after === null).map(({ path }) => path);
}

export async function regularFiles(disk: Snapshot, paths: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const path of paths) if ((await disk.entry(path))?.mode === '100644') found.add(path);
  return found;
}

async function hasNextSprint(config: Config, disk: Snapshot, sprint: number): Promise<boolean> {
  const next = await readState(config, disk);
  return next.sprint !== null && next.sprint > sprint && next.journal !== null;
}

async function absenceOnDisk(disk: Snapshot, path: string): Promise<CommitFacts['journalAbsence']> {
  const entry = await disk.entry(path);
  if (entry) return entry.mode === folderMode ? 'nowhere' : 'untracked';
  return (await obstacleTo(disk, path)) ?? 'nowhere';
}

async function differsOnDisk(config: Config, disk: Snapshot, { sprint, journal }: CommitFacts): Promise<boolean> {
  const found = sprint && (await readJournalAt(config, disk, sprint.id));
  if (found?.state !== 'read') return false;
  return journal?.state !== 'read' || !sameValue(journal.entries, found.entries);
}
