/** A sprint that a text references: S3b is no sprint. */
export interface Reference {
  /** What follows the S: a number as written, or `<N>` in a template. */
  readonly sprint: string;
  /** Where that starts and ends in the text. */
  readonly start: number;
  readonly end: number;
}

// `Sprint S12 — search`; U+00A0 and U+202F are the no-break spaces.
const reference = /Sprint[ \u00a0\u202f]+S(\d+|<N>)/g;

/** The sprints that a text references, as `Sprint S<N>`, in its order. A letter or digit on either side makes it another word. */
export function* references(text: string): Generator<Reference> {
  for (const { 0: found, 1: sprint = '', index } of text.matchAll(reference)) {
    const end = index + found.length;
    // A letter may take two UTF-16 code units.
    const [before = ''] = [...text.slice(Math.max(0, index - 2), index)].slice(-1);
    if (isInWord(before) || isInWord(text.slice(end, end + 2))) continue;
    yield { sprint, start: end - sprint.length, end };
  }
}

/** Whether a text starts with what words are made of. V8 takes milliseconds to compile classes of Unicode; ASCII does without. */
function isInWord(text: string): boolean {
  return text < '\u0080' ? /^\w/.test(text) : /^[\p{L}\p{M}\p{N}]/u.test(text);
}
