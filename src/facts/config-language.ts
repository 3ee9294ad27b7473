import { Failure } from '../failure.js';
import { ObjectReader } from '../git/objects.js';
import type { GitContext } from '../git/process.js';
import { workTreeRoot } from '../git/worktree.js';
import type { Language } from '../language.js';
import { diskSnapshot } from '../worktree/disk.js';
import { Files } from './files.js';
import { configAt, judgingConfig } from './policy.js';
import { headSnapshot } from './snapshot.js';

/** Reads the language of HEAD's config, or before the first sprint, the disk's. Throws Failure outside a repository. */
export async function configLanguage(context: GitContext): Promise<Language | null> {
  const objects = new ObjectReader(context);
  const onDisk = async () => {
    const config = await configAt(diskSnapshot(await workTreeRoot(context)));
    return config instanceof Failure ? null : config;
  };
  try {
    return (await judgingConfig(await headSnapshot(context, new Files(objects)), onDisk)).lang;
  } finally {
    objects.close();
  }
}
