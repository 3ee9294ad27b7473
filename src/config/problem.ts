import type { Translated, Words } from '../language.js';
import type { Location } from '../yaml/location.js';

/** Where a config may stand, at the repository's root. */
export const configPaths = ['package.json', '.sprint-checkrc.json', '.sprint-checkrc.yaml'] as const;

export type ConfigPath = (typeof configPaths)[number];

export interface ConfigProblem {
  /** Null where the whole file is meant. */
  readonly location: Location | null;
  /** The fact, with file and line, and the remedy. */
  readonly words: Translated<Words>;
}
