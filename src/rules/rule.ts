import type { Config } from '../config/config.js';
import type { CommitFacts, PullRequestFacts, PushFacts, SnapshotFacts } from '../facts/facts.js';
import type { Language } from '../language.js';
import type { Severity } from '../severity.js';
import type { Location } from '../yaml/location.js';

/**
 * What a rule found: facts only, no wording.
 *
 * `file` is a `/`-separated path from the repository's root, `path` a JSON Pointer (RFC 6901) into its value, `location`
 * a place in it as written, where that is another than the value's at `path`.
 */
export interface Finding<Data> {
  readonly data: Data;
  readonly file?: string;
  readonly location?: Location;
  readonly path?: string;
}

/** What a rule says, in one language. `message` states the fact, `help` the remedy as something to type. */
export interface RuleWords<Data> {
  /** What the rule wants, in one sentence. */
  readonly summary: string;
  /** Why the process wants it. */
  readonly why: string;
  /** How what it finds is mended, whatever it found. */
  readonly remedy: string;
  readonly message: (data: Data) => string;
  readonly help: (data: Data) => string;
}

/**
 * A rule: a pure function from facts to findings, with its words.
 *
 * `snapshot` judges a set of files at one moment, `commit` judges one commit, made or being made;
 * no rule of these knows whether a hook, a push or a CI job runs it.
 */
export interface Rule<Data> {
  /** `group/name`; the file is `src/rules/group-name.ts`. */
  readonly id: string;
  /** The severity where the config does not name the rule. */
  readonly severity: Severity;
  /**
   * Where it holds: `S`, of the set of files that a commit or a range leaves behind; `C`, of every commit. A rule of
   * both finds with the commit all that a commit shows; see `acrossRange`. Left out for pushes and pull requests.
   */
  readonly scope?: 'S' | 'C' | 'S C';
  readonly words: Readonly<Record<Language, RuleWords<Data>>>;
  readonly snapshot?: (facts: SnapshotFacts) => Finding<Data>[];
  readonly commit?: (facts: CommitFacts) => Finding<Data>[];
  /**
   * The commit rule also compares the tip of a range with the range's base, for what no single commit
   * shows: a force push that drops an entry.
   */
  readonly acrossRange?: true;
  readonly push?: (facts: PushFacts) => Finding<Data>[];
  readonly pullRequest?: (facts: PullRequestFacts) => Finding<Data>[];
}

/** A rule whose data only its own words understand. */
// biome-ignore lint/suspicious/noExplicitAny: each rule pairs its own data with its own words.
export type AnyRule = Rule<any>;

/** Whether a finding of a rule, whose own severity is `error`, refuses under a config. */
export function refuses(config: Config, id: string): boolean {
  return (config.rules[id] ?? 'error') === 'error';
}

/** Declares a rule; it exists so that `message` and `help` are checked against what the rule finds. */
export function defineRule<Data>(rule: Rule<Data>): Rule<Data> {
  return rule;
}
