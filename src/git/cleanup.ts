import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../failure.js';
import { visible } from '../report/visible.js';

/** The programs that run. */
export const running = new Set<ChildProcess>();

/** The programs that run, as one would type them. */
export function runningCommands(): string {
  return [...running].map(({ spawnargs }) => visible(spawnargs.join(' '))).join(', ');
}

const temporaryFolders = new Set<string>();

/** Ends every program and removes every temporary folder, at once: for a process that is interrupted. */
export function cleanUp(): void {
  for (const child of running) child.kill('SIGKILL');
  for (const folder of temporaryFolders) removeTemporaryFolder(folder);
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

export function removeTemporaryFolder(folder: string): void {
  // A git that is about to end may still be writing in it, and on Windows a virus scanner be reading.
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  temporaryFolders.delete(folder);
}
