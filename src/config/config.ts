import type { Language } from '../language.js';
import type { Severity } from '../severity.js';

/** The config, every key set; `schemas/config.schema.json` describes each. */
export interface Config {
  /** Path of the notes, from the repository's root. */
  readonly notes: string;
  /** Folder of the sprints, from the repository's root, without a slash at its end. */
  readonly sprints: string;
  /** Globs of the branches whose commits are judged. */
  readonly branches: readonly string[];
  /** Globs of the branches whose pushes are judged. */
  readonly push: readonly string[];
  /** The branch that sprints are worked on. */
  readonly sprintBranch: string;
  /** Minutes from T to the freeze, at least 1, at most `timebox`. */
  readonly freezeAfter: number;
  /** Minutes from T to the end of the sprint, at least 1. */
  readonly timebox: number;
  /** Globs of the paths that a frozen sprint may still change. */
  readonly allowAfterFreeze: readonly string[];
  /** The PO's e-mail addresses. */
  readonly po: readonly string[];
  /** The names that may sign a developer's entry, exactly as written; at least one, none of them `PO` in any case. */
  readonly developers: readonly string[];
  /** Severities that differ from the rules' own. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  readonly lang: Language | null;
}

/** The config where nobody wrote one. */
export const defaultConfig: Config = {
  notes: 'PO_NOTES.md',
  sprints: 'docs/sprints',
  branches: ['**'],
  push: ['work'],
  sprintBranch: 'work',
  freezeAfter: 22,
  timebox: 25,
  allowAfterFreeze: [],
  po: [],
  developers: ['ChatGPT'],
  rules: {},
  lang: null,
};

/** Whether an e-mail address is one of the PO's, upper and lower case alike. */
export function isAddressOfPO({ po }: Config, address: string | null): boolean {
  return address !== null && po.some((known) => known.toLowerCase() === address.toLowerCase());
}
