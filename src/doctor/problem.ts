import type { ConfigPath } from '../config/problem.js';
import type { HookName } from '../init/hook-files.js';

/** Why a hook does not fire: facts only, no wording. */
export type HookProblem = {
  readonly hook: HookName;
  /** A path from the root, or a key of git's config. */
  readonly place: string;
} & (
  | { readonly kind: 'missing' | 'asleep' | 'not-executable' | 'crlf' }
  /** `place` is husky's init file. */
  | { readonly kind: 'husky-off' }
  /** `call` is a line that fires; `said` is how the hook ended before it. */
  | { readonly kind: 'not-reached'; readonly said: string; readonly call: string }
  | { readonly kind: 'input-read' | 'refusal-lost'; readonly call: string }
  /** `name` is a program that the hook calls. */
  | { readonly kind: 'not-on-path'; readonly name: string; readonly call: string }
  | { readonly kind: 'not-installed'; readonly name: string; readonly isListed: boolean }
  /** `version` is that of the node that the hook finds; null where it finds none. */
  | { readonly kind: 'node'; readonly version: string | null }
);

/** What else is wrong, or worth knowing. Only what is an `error` keeps hooks from firing. */
export type Remark =
  | { readonly kind: 'git-old'; readonly severity: 'error' | 'warn'; readonly version: string }
  | { readonly kind: 'clock-behind'; readonly severity: 'warn'; readonly seconds: number }
  | { readonly kind: 'bare-path'; readonly severity: 'warn'; readonly path: string }
  | { readonly kind: 'managed'; readonly severity: 'note'; readonly hook: HookName; readonly place: string }
  /** `file` is the form, from where the user stands; `email` one of the PO's addresses, of which it has none. */
  | { readonly kind: 'form-not-po'; readonly severity: 'warn'; readonly file: string; readonly email: string }
  /** `file` is where the config is, or is to be. */
  | { readonly kind: 'no-po'; readonly severity: 'note'; readonly file: ConfigPath; readonly toRoot: string };

export interface Examination {
  /** The place of what runs each hook that fires. */
  readonly firing: ReadonlyMap<HookName, string>;
  readonly problems: readonly HookProblem[];
  readonly remarks: readonly Remark[];
}
