import type { Location } from './location.js';

/** Why a blob can't be read as text, or is too large or too deep to be parsed. */
export type UnreadableReason =
  | { readonly kind: 'symlink' | 'submodule' | 'lfs-pointer' | 'utf-16' | 'not-utf-8' | 'too-large' }
  | {
      readonly kind: 'too-deep';
      /** Where the 65th level opens. */
      readonly location: Location;
    };

/** Why a text is not one YAML 1.2 document, or uses what is not read here. Each kind has a remedy of its own. */
export interface SyntaxProblem {
  readonly kind: /** A value that YAML takes for something else (`context: env: https://…`, `topic: @PO`, `did: "a" b`). */
    | 'reserved-value'
    | 'duplicate-key'
    /** A list item begins without its dash: it was forgotten, or git's merge has fused two items. */
    | 'missing-dash'
    /** The text of a key that is not indented deeper than the key; a list item in another column than the first. */
    | 'misplaced-text'
    | 'misplaced-entry'
    | 'several-documents'
    /** A directive, an anchor, a tag or an alias. */
    | 'refused'
    | 'excluded-character'
    | 'tab-indentation'
    | 'conflict-marker'
    | 'open-quote'
    /** A bracket is not closed, or a comma is missing in it. */
    | 'bracket'
    | 'other';
  readonly location: Location;
  /**
   * What the kind is about, as written: the value, the key (of a missing dash the one that starts an item, of a misplaced text its own), what is
   * refused; of an excluded character its code as `U+001B`; empty for the others.
   */
  readonly subject: string;
  /** The line as it should stand, with the value in quotes. Left out where it has no one right form. */
  readonly quoted?: string;
}

/** A syntax problem before it is located: the half-open range `start`..`end` of offsets in the text parsed. */
export interface Fault extends Omit<SyntaxProblem, 'location'> {
  readonly start: number;
  readonly end: number;
}
