import type { Translated, Words } from './language.js';

/**
 * There is no verdict (exit 2), because something is unreadable, or the tool was used wrongly. `code` is a stable name
 * for machines; the help is null if there is nothing to type.
 */
export class Failure extends Error {
  constructor(
    readonly code: string,
    readonly words: Translated<Words<string | null>>,
  ) {
    super(words.en[0]);
    this.name = 'Failure';
  }
}

/** Turns any error into a Failure: an error of the file system, or else an internal one, without its stack. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const reason = error instanceof Error ? error.message : String(error);
  // EACCES: permission denied, open '/home/ada/project/docs/sprints/S3/INTERACTIONS.yaml'
  // ENOSPC: no space left on device, write
  if (error instanceof Error && 'syscall' in error) {
    return new Failure('system', {
      en: [`System error: ${reason}`, 'check the permissions of the file, and the free space on its disk'],
      fr: [`Erreur système : ${reason}`, 'vérifiez les droits d’accès au fichier, et la place libre sur son disque'],
    });
  }
  const place = 'https://github.com/sprint-check/sprint-check/issues';
  return new Failure('internal', {
    en: [`sprint-check itself failed: ${reason}`, `please report it: ${place}`],
    fr: [`sprint-check lui-même a échoué : ${reason}`, `merci de le signaler : ${place}`],
  });
}
