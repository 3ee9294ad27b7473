import { lstatSync, readFileSync } from 'node:fs';
import { unreadable } from '../words/files.js';

/** The text of a file, its byte order mark included; null where there is none. Throws Failure where it can't be read. */
export function readTextFile(path: string): string | null {
  try {
    if (!lstatSync(path, { throwIfNoEntry: false })) return null;
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
  } catch (error) {
    // A file where a folder should be: what is in it is not there, and who writes it will say so.
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return null;
    throw unreadable(path, (error as Error).message);
  }
}
