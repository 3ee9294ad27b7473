import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
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

/** Writes a file at once or not at all; one that is replaced keeps its mode. Throws Failure where it can't be written. */
export function writeTextFile(path: string, text: string): void {
  let temporary: string | null = null;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const present = statSync(path, { throwIfNoEntry: false });
    if (present?.isDirectory()) throw new Error('it is a folder');
    const target = present ? realpathSync(path) : path;
    temporary = `${target}.sprint-check.tmp`;
    writeFileSync(temporary, text, { flag: 'wx' });
    if (present) chmodSync(temporary, present.mode & 0o7777);
    renameSync(temporary, target);
  } catch (error) {
    if (temporary !== null) rmSync(temporary, { force: true });
    throw fileFailure(path, error as Error);
  }
}

function fileFailure(path: string, { message }: Error): Failure {
  const shown = visible(path);
  return new Failure('file', {
    en: {
      message: `${shown} can't be read or written: ${visible(message)}`,
      help: 'mend the file or its permissions, then run it again; what is there already stays',
    },
    fr: {
      message: `Impossible de lire ou d’écrire ${shown} : ${visible(message)}`,
      help: 'corrigez le fichier ou ses droits, puis relancez ; ce qui est déjà en place reste',
    },
  });
}
