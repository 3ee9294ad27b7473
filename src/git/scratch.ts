import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { Failure } from '../failure.js';
import { visible } from '../report/visible.js';
import { temporaryFolders } from './cleanup.js';
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
    await removeTemporaryFolder(folder);
  }
}

/** A new folder that does not outlive the process; `removeTemporaryFolder` takes it away before. */
export function temporaryFolder(): string {
  try {
    const folder = mkdtempSync(join(tmpdir(), 'sprint-check-'));
    temporaryFolders.add(folder);
    return folder;
  } catch {
    const folder = visible(tmpdir());
    throw new Failure('temporary-folder', {
      en: [`No folder can be created in ${folder}.`, 'set TMPDIR to a writable folder'],
      fr: [`Impossible de créer un dossier dans ${folder}.`, 'donnez un autre dossier à TMPDIR'],
    });
  }
}

export async function removeTemporaryFolder(folder: string): Promise<void> {
  // On Windows a virus scanner may still be reading in it.
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  temporaryFolders.delete(folder);
}

/** A folder as an entry of GIT_ALTERNATE_OBJECT_DIRECTORIES (git(1)): quoted where it has what parts the entries. */
function asAlternate(folder: string): string {
  return folder.includes(delimiter) || folder.startsWith('"') ? `"${folder.replace(/[\\"]/g, '\\$&')}"` : folder;
}
