import { posix } from 'node:path';
import { checkerLine, type HookName, quoted } from '../init/hook-files.js';

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

/** The line by which a hook finds a program of the package in `folder`: only husky puts `node_modules/.bin` on the PATH. */
export function lineThatCalls(
  name: 'sprint-check' | 'lint-staged',
  { hook, isHusky }: HookScript,
  folder: string,
): string {
  const program = isHusky ? name : quoted(posix.join(folder, 'node_modules/.bin', name));
  const call = name === 'sprint-check' ? checkerLine(hook, program) : program;
  return isHusky ? call : `${call} || exit`;
}
