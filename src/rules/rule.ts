import type { CommitFacts, ForcedFacts, PushFacts, RequestFacts } from '../facts/facts.js';
import type { Translated } from '../language.js';
import type { Severity } from '../severity.js';
import type { PathArgument } from '../words/commands.js';
import type { Location } from '../yaml/location.js';

/**
 * What a rule found: facts only, no wording.
 *
 * `file` is a `/`-separated path from the repository's root, `path` a JSON Pointer (RFC 6901) into its value, `location`
 * a place in it as written, where that is another than the value's at `path`.
 */
export interface Finding<Data = unknown> {
  readonly data: Data;
  readonly file?: string;
  readonly location?: Location;
  readonly path?: string;
  /**
   * What a commit needs that is made already. `amend`, the default: the change that the help names, and `git commit
   * --amend`. `help`: what the help says, and no more (`pr/sprint`: set its title). `leave out`: the finding is all that
   * the commit does, as where it reverts an answer; amended, it would be empty. `all in one`: one commit of all that the
   * range changes, even where only the tip is at fault.
   */
  readonly mend?: 'amend' | 'help' | 'leave out' | 'all in one';
  /** Anybody may mend it, though it is the PO's entry. */
  readonly byAnyone?: boolean;
  /** As `after` of a rule, for this finding alone. */
  readonly after?: readonly string[];
  /** A rule on files blames the commit too, which did it: one that deletes the journal is `journal/missing`. */
  readonly ofCommit?: boolean;
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
  /**
   * What to do for a commit that is being made: a value to write, or lines to type; the report adds the commands that a
   * commit needs which is made already.
   */
  readonly help: (data: Data, path: PathArgument) => string;
}

/**
 * Where a rule holds. `S`: on a snapshot, that is the index of a commit being made, and the tip of a range. `C`: on every
 * commit. `K`: on a snapshot, and on every commit that changes anything but journals. `R`: on the tip of a range.
 */
export type Where = 'S' | 'C' | 'K' | 'R';

interface CommonRule<Data> {
  /** `group/name`; the file is `src/rules/group-name.ts`. */
  readonly id: string;
  /** The severity where the config does not name the rule. */
  readonly severity: Severity;
  /** The rules that have named the cause where they refuse the same thing, as errors: of two journals, the same one. */
  readonly after?: readonly string[];
  /** Of those, only what is at the same entry of a journal counts. */
  readonly byEntry?: boolean;
  readonly words: Translated<RuleWords<Data>>;
}

/** A rule on commits and their files. */
export interface CommitRule<Data> extends CommonRule<Data> {
  readonly where: Where;
  readonly check: (facts: CommitFacts) => Finding<Data>[];
  /** What it says of a push whose new tip does not contain the old one. */
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

/** A rule whose data only its own words understand. */
// biome-ignore lint/suspicious/noExplicitAny: each rule pairs its own data with its own words.
export type AnyRule = Rule<any>;

/** Declares a rule on commits; it exists so that `message` and `help`, which stand below `check`, are typed by what that finds. */
export function defineRule<Data>(rule: CommitRule<Data>): CommitRule<Data> {
  return rule;
}

export function definePushRule<Data>(rule: PushRule<Data>): PushRule<Data> {
  return rule;
}

export function defineRequestRule<Data>(rule: RequestRule<Data>): RequestRule<Data> {
  return rule;
}
