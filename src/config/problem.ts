import type { Location } from '../yaml/location.js';
import type { SyntaxProblem, UnreadableReason } from '../yaml/problem.js';
import type { Config } from './config.js';

/** Where a config may stand, at the repository's root. */
export const configPaths = ['package.json', '.sprint-checkrc.json', '.sprint-checkrc.yaml'] as const;

export type ConfigPath = (typeof configPaths)[number];

/** A key that a config may have. */
export type ConfigKey = keyof Config | '$schema';

/** What a value has to be. */
export type Wanted =
  | 'mapping'
  | 'text'
  | 'path'
  | 'branch'
  | 'globs'
  | 'glob'
  | 'minutes'
  | 'addresses'
  | 'address'
  | 'severities'
  | 'severity'
  | 'language';

/** What first stops a text from being JSON. */
export type JsonFault =
  | 'comment'
  | 'trailing-comma'
  | 'key'
  | 'colon'
  | 'comma'
  | 'value'
  | 'unclosed'
  | 'unclosed-string'
  | 'escape'
  | 'control-character'
  | 'text-after';

/** What is wrong with a config: facts only, no wording. */
export type ConfigProblem = {
  readonly file: ConfigPath;
  /** Null where the whole file is meant. */
  readonly location: Location | null;
} & (
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason }
  | { readonly kind: 'json-syntax'; readonly fault: JsonFault }
  | { readonly kind: 'yaml-syntax'; readonly problem: SyntaxProblem }
  | { readonly kind: 'duplicate-key'; readonly key: string }
  | { readonly kind: 'two-sources'; readonly other: ConfigPath }
  | { readonly kind: 'unknown-key'; readonly key: string; readonly suggestion: string | null }
  | { readonly kind: 'unknown-rule'; readonly rule: string; readonly suggestion: string | null }
  | {
      readonly kind: 'wrong-value';
      /** The key at the top, null where the whole config is meant. */
      readonly key: ConfigKey | null;
      /** The value as one would write it: `po`, `po[0]`, `rules["journal/when"]`. */
      readonly subject: string;
      readonly wanted: Wanted;
    }
  /** Both in minutes. */
  | { readonly kind: 'freeze-after-timebox'; readonly freezeAfter: number; readonly timebox: number }
);
