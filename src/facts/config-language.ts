import { ObjectReader } from '../git/objects.js';
import type { GitContext } from '../git/process.js';
import type { Language } from '../language.js';
import { Files } from './files.js';
import { judgingConfig } from './policy.js';
import { treeSnapshot } from './snapshot.js';

/**
 * The language that the config at HEAD asks for, where nothing was judged that would tell it; null where it asks for
 * none. Throws Failure outside a repository, or without git.
 */
export async function configLanguage(context: GitContext): Promise<Language | null> {
  const objects = new ObjectReader(context);
  try {
    return (await judgingConfig(new Files(objects), treeSnapshot(objects, 'HEAD'), async () => null)).lang;
  } finally {
    objects.close();
  }
}
