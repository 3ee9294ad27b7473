import { renameSync } from 'node:fs';
import { platform } from 'node:os';

/** The waits between attempts, in milliseconds: about two seconds in all. */
const waits = [10, 20, 50, 100, 200, 400, 600, 600];

/**
 * Puts a file in the place of another. On Windows neither can be renamed while a virus scanner or an editor looks at it,
 * which mostly is over at once.
 */
export function replaceFile(
  from: string,
  to: string,
  { rename = renameSync, isWindows = platform() === 'win32', wait = sleep } = {},
): void {
  const left = isWindows ? [...waits] : [];
  for (;;) {
    try {
      rename(from, to);
      return;
    } catch (error) {
      const next = left.shift();
      const { code = '' } = error as NodeJS.ErrnoException;
      if (next === undefined || !['EACCES', 'EBUSY', 'EPERM'].includes(code)) throw error;
      wait(next);
    }
  }
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
