import type { Language } from '../language.js';
import type { Severity } from '../severity.js';

/** The config with every key set; `schemas/config.schema.json` describes each. */
export interface Config {
  readonly notes: string;
  /** From the repository's root, without a slash at its end. */
  readonly sprints: string;
  /** Globs of the branches whose commits are judged. */
  readonly branches: readonly string[];
  /** Globs of the branches whose pushes are judged. */
  readonly push: readonly string[];
  readonly sprintBranch: string;
  /** Minutes from T, from 1 to `timebox`. */
  readonly freezeAfter: number;
  /** Minutes from T, at least 1. */
  readonly timebox: number;
  /** Globs of the paths that a frozen sprint may still change. */
  readonly allowAfterFreeze: readonly string[];
  /** E-mail addresses. */
  readonly po: readonly string[];
  /** Names, exactly as they sign; at least one, none of them `PO` in any case. */
  readonly developers: readonly string[];
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  readonly lang: Language | null;
}

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

export function isAddressOfPO({ po }: Config, address: string | null): boolean {
  return address !== null && po.some((known) => known.toLowerCase() === address.toLowerCase());
}
