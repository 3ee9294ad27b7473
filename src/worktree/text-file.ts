import { lstatSync, readFileSync } from 'node:fs';
import { Failure } from '../failure.js';
import { visible } from '../report/visible.js';

/** The text of a file, its byte order mark included; null where there is none. Throws Failure where it can't be read. */
export function readTextFile(path: string): string | null {
  if (!lstatSync(path, { throwIfNoEntry: false })) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
  } catch (error) {
    throw fileFailure(path, error as Error);
  }
}

function fileFailure(path: string, { message }: Error): Failure {
  const shown = visible(path);
  return new Failure('file', {
    en: {
      message: `${shown} can’t be read: ${visible(message)}`,
      help: 'fix the file or its permissions, then try again',
    },
    fr: {
      message: `Impossible de lire ${shown} : ${visible(message)}`,
      help: 'corrigez le fichier ou ses droits d’accès, puis réessayez',
    },
  });
}
