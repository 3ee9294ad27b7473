import { delimiter, resolve } from 'node:path';
import { removeTemporaryFolder, temporaryFolder } from './cleanup.js';
import { type GitContext, runGit } from './process.js';

/** Lets `use` run git with a temporary folder for the objects that it writes, so that the repository stays as it is. */
export async function withoutWriting<Result>(
  context: GitContext,
  use: (isolated: GitContext) => Promise<Result>,
): Promise<Result> {
  const { directory, environment } = context;
  const { GIT_OBJECT_DIRECTORY: objects, GIT_ALTERNATE_OBJECT_DIRECTORIES: alternates } = environment;
  const path = objects ?? (await runGit(context, ['rev-parse', '--git-path', 'objects'])).trimEnd();
  const readable = [asAlternate(resolve(directory, path)), alternates].filter(Boolean).join(delimiter);
  const folder = temporaryFolder();
  try {
    const isolated = { ...environment, GIT_OBJECT_DIRECTORY: folder, GIT_ALTERNATE_OBJECT_DIRECTORIES: readable };
    return await use({ ...context, environment: isolated });
  } finally {
    removeTemporaryFolder(folder);
  }
}

/** Writes a folder as an entry of GIT_ALTERNATE_OBJECT_DIRECTORIES (git(1)), in quotes if it contains the delimiter. */
function asAlternate(folder: string): string {
  return folder.includes(delimiter) ? `"${folder.replace(/[\\"]/g, '\\$&')}"` : folder;
}
