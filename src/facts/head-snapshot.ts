import { requireUnborn } from '../git/head.js';
import type { GitContext } from '../git/process.js';
import type { Files } from './files.js';
import { emptySnapshot, type Snapshot, treeSnapshot } from './snapshot.js';

/** The files of HEAD; none before the first commit. Throws Failure where HEAD is damaged. */
export async function headSnapshot(context: GitContext, files: Files): Promise<Snapshot> {
  const head = await files.objects.read('HEAD^{commit}');
  if (head) return treeSnapshot(files, head.oid);
  await requireUnborn(context);
  return emptySnapshot(files);
}
