import { requireUnborn } from '../git/head.js';
import type { ObjectReader } from '../git/objects.js';
import type { GitContext } from '../git/process.js';
import { emptySnapshot, type Snapshot, treeSnapshot } from './snapshot.js';

/** The files of HEAD; none before the first commit. Throws Failure where HEAD is damaged. */
export async function headSnapshot(context: GitContext, objects: ObjectReader): Promise<Snapshot> {
  const head = await objects.read('HEAD^{commit}');
  if (head) return treeSnapshot(objects, head.oid);
  await requireUnborn(context);
  return emptySnapshot;
}
