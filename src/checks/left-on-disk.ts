import type { CommitFacts } from '../facts/facts.js';
import { workTreeRoot } from '../git/worktree.js';
import type { Repository } from '../range/range.js';
import { commitAt } from '../range/refs.js';
import { diskSnapshot } from '../worktree/disk.js';
import type { OpenRange } from './open-range.js';

/**
 * Gives the facts of a range's commits with the journal that the user still has on disk, where git no longer has it: to
 * get it back from a commit would overwrite what was written since.
 */
export function withDisk(
  repository: Repository,
  { local, tip }: OpenRange,
): (facts: CommitFacts) => Promise<CommitFacts> {
  const known = new Map<string, Promise<boolean>>();
  return async (facts) => {
    const { sprint, journalAbsence } = facts;
    if (!local || !sprint || journalAbsence !== 'nowhere') return facts;
    const { journal } = sprint;
    const isLeft = known.get(journal) ?? isUntracked(repository, tip, journal);
    known.set(journal, isLeft);
    return (await isLeft) ? { ...facts, journalAbsence: 'untracked' } : facts;
  };
}

async function isUntracked(repository: Repository, tip: string, path: string): Promise<boolean> {
  if ((await commitAt(repository, 'HEAD')) !== tip || (await repository.objects.read(`${tip}:${path}`))) return false;
  // A bare repository has no work tree.
  const root = await workTreeRoot(repository.context).catch(() => null);
  return root !== null && (await diskSnapshot(root).entry(path))?.mode === '100644';
}
