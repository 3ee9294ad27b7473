import type { CommitFacts, ForcedFacts, PushFacts, RequestFacts } from '../facts/facts.js';
import type { Translated } from '../language.js';
import type { Severity } from '../severity.js';
import type { PathArgument } from '../words/commands.js';
import type { Location } from '../yaml/location.js';

/**
 * What a rule found: facts only, no wording. `file` is a `/`-separated path from the repository's root, `path` a JSON
 * Pointer (RFC 6901) into its value, `location` a place in it as written, if that is not the value's at `path`.
 */
export interface Finding<Data = unknown> {
  readonly data: Data;
  readonly file?: string;
  readonly location?: Location;
  readonly path?: string;
  /**
   * How a commit that exists is mended. `amend`, the default: make the help's change and `git commit --amend`. `help`:
   * do only what the help says. `leave out`: drop the commit, which does nothing else. `all in one`: replace the range
   * by one commit, even if only the tip is at fault.
   */
  readonly mend?: 'amend' | 'help' | 'leave out' | 'all in one';
  /** Who may mend it, if not the author of the entry that it points at. */
  readonly mender?: 'anyone' | 'PO' | undefined;
  /** Like `after` of a rule, for this finding alone. */
  readonly after?: readonly string[];
  /** This commit caused it, although the rule is on files: it deletes the journal, for example. */
  readonly ofCommit?: boolean;
}

/** What a rule says, in one language. `message` states the fact, `help` the remedy as something to type. */
export interface RuleWords<Data> {
  /** What the rule wants, in one sentence. */
  readonly summary: string;
  /** Why the process wants it. */
  readonly why: string;
  /** How to mend what it finds, in general. */
  readonly remedy: string;
  readonly message: (data: Data) => string;
  /** Said before the help and the git commands around it: when none of it has to be done. Null if there is nothing to say. */
  readonly before?: (data: Data) => string | null;
  /** A value to write or lines to type, for a commit being made; the report adds git commands for one that exists. */
  readonly help: (data: Data, path: PathArgument) => string;
}

/**
 * Where a rule holds. `S`: on a snapshot, that is the index of a commit being made, and the tip of a range. `C`: on
 * every commit. `K`: on a snapshot, and on every commit that changes more than journals. `R`: on the tip of a range.
 */
export type Where = 'S' | 'C' | 'K' | 'R';

interface CommonRule<Data> {
  /** `group/name`; the file is `src/rules/group-name.ts`. */
  readonly id: string;
  /** Unless the config sets another. */
  readonly severity: Severity;
  /** Rules whose errors silence this one, as they name the cause; if both are on journals, only on the same one. */
  readonly after?: readonly string[];
  /** Only an error at the same entry of the journal silences it. */
  readonly byEntry?: boolean;
  readonly words: Translated<RuleWords<Data>>;
}

export interface CommitRule<Data> extends CommonRule<Data> {
  readonly where: Where;
  readonly check: (facts: CommitFacts) => Finding<Data>[];
  /** Judges a push whose new tip does not contain the old one. */
  readonly forced?: (facts: ForcedFacts) => Finding<Data>[];
}

/** A rule on a push of one protected branch. */
export interface PushRule<Data> extends CommonRule<Data> {
  readonly where: 'push';
  readonly check: (facts: PushFacts) => Finding<Data>[];
}

/** A rule on a pull or merge request. */
export interface RequestRule<Data> extends CommonRule<Data> {
  readonly where: 'request';
  readonly check: (facts: RequestFacts) => Finding<Data>[];
}

/** A rule: a pure function from facts to findings, with its words. */
export type Rule<Data> = CommitRule<Data> | PushRule<Data> | RequestRule<Data>;

// biome-ignore lint/suspicious/noExplicitAny: each rule pairs its own data with its own words.
export type AnyRule = Rule<any>;

/** Declares a rule on commits; infers from `check` the data that `message` and `help` take. */
export function defineRule<Data>(rule: CommitRule<Data>): CommitRule<Data> {
  return rule;
}

export function definePushRule<Data>(rule: PushRule<Data>): PushRule<Data> {
  return rule;
}

export function defineRequestRule<Data>(rule: RequestRule<Data>): RequestRule<Data> {
  return rule;
}
