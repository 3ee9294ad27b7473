import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../failure.js';
import { visible } from '../report/visible.js';

export const running = new Set<ChildProcess>();

export function runningCommands(): string {
  return [...running].map(({ spawnargs }) => visible(spawnargs.join(' '))).join(', ');
}

const temporaryFolders = new Set<string>();

/** Kills every program and removes every temporary folder, synchronously, for a process that is interrupted. */
export function cleanUp(): void {
  for (const child of running) child.kill('SIGKILL');
  for (const folder of temporaryFolders) removeTemporaryFolder(folder);
}

/** Creates a folder that does not outlive the process, and that `removeTemporaryFolder` can remove earlier. */
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

export function removeTemporaryFolder(folder: string): void {
  // Retries, because a git that is ending may still write there, and on Windows a virus scanner may read.
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  temporaryFolders.delete(folder);
}
