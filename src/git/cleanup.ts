import type { ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';

export const running = new Set<ChildProcess>();

export const temporaryFolders = new Set<string>();

/** Ends every git and removes every temporary folder, at once: for a process that is interrupted. */
export function cleanUp(): void {
  for (const child of running) child.kill('SIGKILL');
  // A git that is about to end may still be writing.
  for (const folder of temporaryFolders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
