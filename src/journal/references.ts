export interface Reference {
  /** The number as written, or `<N>` in a template. */
  readonly sprint: string;
  readonly start: number;
  readonly end: number;
}

// `Sprint S12 — search`; U+00A0 and U+202F are no-break spaces. S3b is no sprint: a letter or digit may not touch it.
const reference = /(?<![\p{L}\p{M}\p{N}_])Sprint[ \u00a0\u202f]+S(\d+|<N>)(?![\p{L}\p{M}\p{N}_])/gu;

export function* references(text: string): Generator<Reference> {
  for (const { 0: found, 1: sprint = '', index } of text.matchAll(reference)) {
    const end = index + found.length;
    yield { sprint, start: end - sprint.length, end };
  }
}
