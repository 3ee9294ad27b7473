import { posix } from 'node:path';
import { checkerLine, type HookName, huskyLine, quoted } from '../init/hook-files.js';
import type { Project } from '../init/project.js';

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

export type ProgramName = 'sprint-check' | 'lint-staged';

/** The line by which a hook finds a program of the package: only husky puts `node_modules/.bin` on the PATH. */
export function lineThatCalls(name: ProgramName, { hook, isHusky }: HookScript, project: Project): string {
  const program = isHusky ? name : quoted(posix.join(project.folder, 'node_modules/.bin', name));
  const call = name === 'sprint-check' ? checkerLine(hook, program) : program;
  return isHusky ? huskyLine(call, project) : `${call} || exit`;
}
