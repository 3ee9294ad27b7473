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

/** One reason why a text is not one YAML 1.2 document. */
export interface SyntaxProblem {
  /**
   * `reserved-value`: a plain value that YAML takes for something else (`context: env: https://…`, `topic: @PO`), with
   * the line as it should stand in `quoted`; the others are named after what is wrong.
   */
  readonly kind:
    | 'reserved-value'
    | 'duplicate-key'
    | 'several-documents'
    | 'yaml-version'
    | 'unknown-tag'
    | 'alias-bomb'
    | 'unresolved-alias'
    | 'control-character'
    | 'tab-indentation'
    | 'conflict-marker'
    | 'bad-escape'
    | 'open-quote'
    | 'open-bracket'
    | 'missing-comma'
    | 'missing-colon'
    | 'list-behind-key'
    | 'text-behind'
    | 'nested-mapping'
    | 'bad-indentation'
    | 'other';
  readonly location: Location;
  /**
   * What the kind is about: the value as written, the key, the version, the tag, the alias, the escape, the bracket that
   * is missing, or the character as `U+001B`; empty for the others.
   */
  readonly subject: string;
  /** The mended `key: "value"`, where there is one right answer. */
  readonly quoted?: string;
}

/** A syntax problem before it is located: the half-open range `start`..`end` of offsets in the text parsed. */
export interface Fault extends Omit<SyntaxProblem, 'location'> {
  readonly start: number;
  readonly end: number;
}
