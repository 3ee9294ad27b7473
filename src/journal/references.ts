/** A sprint that a text references: S3b is no sprint. */
export interface Reference {
  /** What follows the S: a number as written, or `<N>` in a template. */
  readonly sprint: string;
  readonly start: number;
  readonly end: number;
}

// `Sprint S12 — search`; U+00A0 and U+202F are the no-break spaces. A letter or digit on either side makes it another word.
const reference = /(?<![\p{L}\p{M}\p{N}_])Sprint[ \u00a0\u202f]+S(\d+|<N>)(?![\p{L}\p{M}\p{N}_])/gu;

/** The sprints that a text references, as `Sprint S<N>`, in its order. */
export function* references(text: string): Generator<Reference> {
  for (const { 0: found, 1: sprint = '', index } of text.matchAll(reference)) {
    const end = index + found.length;
    yield { sprint, start: end - sprint.length, end };
  }
}
