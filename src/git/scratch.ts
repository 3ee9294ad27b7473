import { delimiter, resolve } from 'node:path';
import { removeTemporaryFolder, temporaryFolder } from './cleanup.js';
import { type GitContext, runGit } from './process.js';

/** Gives `use` a context in which git writes objects into a folder of its own that is removed afterwards. */
export async function withoutWriting<Result>(
  context: GitContext,
  use: (apart: GitContext) => Promise<Result>,
): Promise<Result> {
  const { directory, environment } = context;
  const { GIT_OBJECT_DIRECTORY: objects, GIT_ALTERNATE_OBJECT_DIRECTORIES: alternates } = environment;
  const path = objects ?? (await runGit(context, ['rev-parse', '--git-path', 'objects'])).trimEnd();
  const readable = [asAlternate(resolve(directory, path)), alternates].filter(Boolean).join(delimiter);
  const folder = temporaryFolder();
  try {
    const apart = { ...environment, GIT_OBJECT_DIRECTORY: folder, GIT_ALTERNATE_OBJECT_DIRECTORIES: readable };
    return await use({ ...context, environment: apart });
  } finally {
    removeTemporaryFolder(folder);
  }
}

/** A folder as an entry of GIT_ALTERNATE_OBJECT_DIRECTORIES (git(1)): quoted where it has what parts the entries. */
function asAlternate(folder: string): string {
  return folder.includes(delimiter) ? `"${folder.replace(/[\\"]/g, '\\$&')}"` : folder;
}
