import type { Location } from '../yaml/location.js';
import type { SyntaxProblem, UnreadableReason } from '../yaml/problem.js';

/** Where a config may stand, at the repository's root. */
export const configPaths = ['package.json', '.sprint-checkrc.json', '.sprint-checkrc.yaml'] as const;

export type ConfigPath = (typeof configPaths)[number];

/** What a value of the config has to be. */
export type Wanted =
  | 'mapping'
  | 'text'
  | 'path'
  | 'branch'
  | 'globs'
  | 'minutes'
  | 'addresses'
  | 'names'
  | 'severities'
  | 'language';

/** What is wrong with a config: facts only, no wording. */
export type ConfigProblem = {
  readonly file: ConfigPath;
  /** Null where the whole file is meant. */
  readonly location: Location | null;
} & (
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason }
  | { readonly kind: 'not-json' }
  | { readonly kind: 'syntax'; readonly problem: SyntaxProblem }
  | { readonly kind: 'two-sources'; readonly other: ConfigPath }
  | { readonly kind: 'unknown-key' | 'unknown-rule'; readonly name: string; readonly suggestion: string | null }
  | {
      readonly kind: 'wrong-value';
      /** The key whose value, or a part of it, is wrong; null where the whole config is. */
      readonly key: string | null;
      readonly wanted: Wanted;
      /** A key and a value that would do, as one can type them into JSON and YAML alike. */
      readonly example: string;
    }
  /** Both in minutes. */
  | { readonly kind: 'freeze-after-timebox'; readonly freezeAfter: number; readonly timebox: number }
);
