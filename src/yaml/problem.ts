import type { Location } from './location.js';

/** Why a blob can't be read as text, or is too large, too deep or too dense to be parsed. */
export type UnreadableReason =
  | {
      /** `too-dense`: it holds over `densest` keys, values and punctuation marks. */
      readonly kind: 'symlink' | 'submodule' | 'lfs-pointer' | 'utf-16' | 'not-utf-8' | 'too-dense';
    }
  | {
      readonly kind: 'too-large';
      /** Bytes. */
      readonly size: number;
    }
  | {
      readonly kind: 'too-deep';
      /** Where the 65th level opens. */
      readonly location: Location;
    };

/** One reason why a text is not one YAML 1.2 document, or uses what is not read here. Each kind has a remedy of its own. */
export interface SyntaxProblem {
  readonly kind: /** A value that YAML takes for something else (`context: env: https://…`, `topic: @PO`, `did: "a" b`). */
    | 'reserved-value'
    | 'duplicate-key'
    /** A list item begins, without its dash, at a line that repeats the first key of the item above it. */
    | 'missing-dash'
    /** No list item has its dash: the second begins at a key that is there twice. */
    | 'no-dashes'
    /** Several keys of a list item are there twice, as git's merge of two items leaves them. */
    | 'fused-entries'
    | 'several-documents'
    | 'directive'
    | 'anchor'
    | 'tag'
    | 'alias'
    | 'excluded-character'
    | 'tab-indentation'
    /** The text of a key whose value is a block (`did: |`) stands no deeper than the key. */
    | 'text-not-indented'
    | 'conflict-marker'
    | 'open-quote'
    /** A bracket is not closed, or a comma is missing in it. */
    | 'bracket'
    /** A line that goes with nothing above it. */
    | 'misplaced-line'
    | 'other';
  readonly location: Location;
  /**
   * What the kind is about, as written: the value, the key, the directive, the anchor, tag or alias; of an excluded
   * character its code as `U+001B`; empty for the others.
   */
  readonly subject: string;
  /** The line as it should stand: the value in quotes, the first key of an item with its dash. Left out where it has no one right form. */
  readonly quoted?: string;
}

/** A syntax problem before it is located: the half-open range `start`..`end` of offsets in the text parsed. */
export interface Fault extends Omit<SyntaxProblem, 'location'> {
  readonly start: number;
  readonly end: number;
}
