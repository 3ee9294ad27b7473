import type { Translated } from './language.js';

/** A message and its remedy, in one language; `help` is null where there is nothing to type. */
export interface FailureWords {
  readonly message: string;
  readonly help: string | null;
}

/**
 * The world can't be read, or the tool was used wrongly: no verdict, exit 2.
 *
 * `code` is a stable name for machines (`usage`, `git`, `shallow`, …); the words exist in every language.
 */
export class Failure extends Error {
  readonly code: string;
  readonly words: Translated<FailureWords>;

  constructor(code: string, words: Translated<FailureWords>) {
    super(words.en.message);
    this.name = 'Failure';
    this.code = code;
    this.words = words;
  }
}

/**
 * Why there is no verdict: a failure as it is; what the system refuses to do with a file; anything else is a fault of this
 * program's own, without its stack.
 */
export function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const reason = error instanceof Error ? error.message : String(error);
  // EACCES: permission denied, open '/home/ada/project/docs/sprints/S3/INTERACTIONS.yaml'
  if (error instanceof Error && 'syscall' in error && 'path' in error) {
    return new Failure('system', {
      en: { message: `System error: ${reason}`, help: 'check the permissions of the file, and its disk' },
      fr: { message: `Erreur système : ${reason}`, help: 'vérifiez les droits d’accès au fichier, et son disque' },
    });
  }
  const place = 'https://github.com/sprint-check/sprint-check/issues';
  return new Failure('internal', {
    en: { message: `sprint-check itself failed: ${reason}`, help: `please report it: ${place}` },
    fr: { message: `sprint-check lui-même a échoué : ${reason}`, help: `merci de le signaler : ${place}` },
  });
}
