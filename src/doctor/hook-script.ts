import type { HookName } from '../init/hook-files.js';

/** What git runs for a hook. */
export interface HookScript {
  readonly hook: HookName;
  /** What a person knows it by: a path from the root, or a key of git's config. */
  readonly place: string;
  /** The script that a person wrote. */
  readonly text: string;
  /** What `sh` is started with; what git tells the hook follows. */
  readonly shellArguments: readonly string[];
  readonly isHusky: boolean;
}
