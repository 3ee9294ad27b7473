import type { HookName } from '../init/hook-files.js';

export interface HookScript {
  readonly hook: HookName;
  /** What a person knows it by: a path from the root, or a key of git's config. */
  readonly place: string;
  /** The script that a person wrote. */
  readonly text: string;
  /** What git starts: a file, by its path from the folder that the hooks lie in; null where it is `text`, out of git's config. */
  readonly file: { readonly folder: string; readonly path: string } | null;
  readonly isHusky: boolean;
}
