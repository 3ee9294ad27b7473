import type { Language } from './language.js';

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
  readonly words: Readonly<Record<Language, FailureWords>>;

  constructor(code: string, words: Readonly<Record<Language, FailureWords>>) {
    super(words.en.message);
    this.name = 'Failure';
    this.code = code;
    this.words = words;
  }
}
