import { deletedJournals, regularFiles } from '../facts/beside-index.js';
import type { CommitFacts } from '../facts/facts.js';
import { workTreeRoot } from '../git/worktree.js';
import type { Repository } from '../range/range.js';
import { commitAt } from '../range/refs.js';
import { diskSnapshot } from '../worktree/disk.js';
import type { OpenRange } from './open-range.js';

/** Returns a function that adds to facts which journals are still on disk: restoring those would lose newer entries. */
export function withDisk(
  repository: Repository,
  { local, tip }: OpenRange,
): (facts: CommitFacts) => Promise<CommitFacts> {
  const known = new Map<string, Promise<boolean>>();
  return async (facts) => {
    const { sprint, journalAbsence } = facts;
    const deleted = deletedJournals(facts);
    const isAbsent = sprint !== null && journalAbsence === 'nowhere';
    if (!local || (deleted.length === 0 && !isAbsent)) return facts;
    const leftOnDisk = new Set<string>();
    for (const path of isAbsent ? [...deleted, sprint.journal] : deleted) {
      const isLeft = known.get(path) ?? isUntracked(repository, tip, path);
      known.set(path, isLeft);
      if (await isLeft) leftOnDisk.add(path);
    }
    const absence = isAbsent && leftOnDisk.has(sprint.journal) ? 'untracked' : journalAbsence;
    return { ...facts, leftOnDisk, journalAbsence: absence };
  };
}

async function isUntracked(repository: Repository, tip: string, path: string): Promise<boolean> {
  if ((await commitAt(repository, 'HEAD')) !== tip || (await repository.objects.read(`${tip}:${path}`))) return false;
  // A bare repository has no work tree.
  const root = await workTreeRoot(repository.context).catch(() => null);
  return root !== null && (await regularFiles(diskSnapshot(root), [path])).has(path);
}
