import type { Location } from './location.js';

/** Why a blob is not read as text, or not parsed. */
export type UnreadableReason =
  | { readonly kind: 'symlink' | 'submodule' | 'lfs-pointer' | 'utf-16' | 'not-utf-8' | 'too-large' }
  | {
      readonly kind: 'too-deep';
      /** Where the 65th level opens. */
      readonly location: Location;
    };

/** Why a text is not one YAML 1.2 document, or what it uses that is not allowed here. Each kind has its own remedy. */
export interface SyntaxProblem {
  readonly kind: /** A value that YAML takes for something else (`context: env: https://…`, `topic: @PO`, `did: "a" b`). */
    | 'reserved-value'
    | 'duplicate-key'
    /** A list item has no dash: it was forgotten, or git's merge fused two items. */
    | 'missing-dash'
    /** A key's text is not indented deeper than the key; a list item is in another column than the first. */
    | 'misplaced-text'
    | 'misplaced-entry'
    /** A dash stands between two keys of one entry, and makes two of it. */
    | 'superfluous-dash'
    | 'several-documents'
    /** A directive, an anchor, a tag or an alias. */
    | 'refused'
    | 'excluded-character'
    | 'tab-indentation'
    | 'conflict-marker'
    | 'open-quote'
    /** A bracket is not closed, or lacks a comma. */
    | 'bracket'
    | 'other';
  readonly location: Location;
  /**
   * As written: the value, the key (for a missing dash the key that starts an item, for misplaced text its own) or what
   * is refused; for an excluded character its code, `U+001B`; empty for the other kinds.
   */
  readonly subject: string;
  /** The corrected line, with the value in quotes; left out if there is more than one right form. */
  readonly quoted?: string;
}

/** A syntax problem before it is located, at the half-open range `start`..`end` of offsets in the parsed text. */
export interface Fault extends Omit<SyntaxProblem, 'location'> {
  readonly start: number;
  readonly end: number;
}
