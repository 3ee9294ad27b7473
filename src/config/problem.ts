import type { Translated, Words } from '../language.js';
import type { Location } from '../yaml/location.js';

/** The files at the repository's root that may hold a config. */
export const configPaths = ['package.json', '.sprint-checkrc.json', '.sprint-checkrc.yaml'] as const;

export type ConfigPath = (typeof configPaths)[number];

export interface ConfigProblem {
  /** Null for the whole file. */
  readonly location: Location | null;
  /** The fact, with file and line, and the remedy. */
  readonly words: Translated<Words>;
}
