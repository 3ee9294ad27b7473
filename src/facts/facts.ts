import type { Config } from '../config/config.js';
import type { Change } from '../git/diff.js';
import type { Entry, Journal } from '../journal/journal.js';
import type { Notes } from './notes.js';

/** The instant T at which a sprint started, in milliseconds since the epoch, and where it was read. */
export interface Start {
  readonly at: number;
  /** `header`: `started_at`; `journal`: the earliest `when`; `history`: the oldest commit that touches the sprint's folder. */
  readonly source: 'header' | 'journal' | 'history';
}

/** The sprint that a snapshot or a commit is in. */
export interface Sprint {
  /** N, from 1. */
  readonly id: number;
  /** `docs/sprints/S<N>/INTERACTIONS.yaml`, from the repository's root. */
  readonly journal: string;
  /** The T that counts: the earliest of what the snapshot says and what was known before it; null where no T can be found. */
  readonly start: Start | null;
  /** `start.at` plus the config's `freezeAfter`, in milliseconds since the epoch. */
  readonly freezeAt: number | null;
}

/** A set of files at one moment, read: the index while a commit is being made, or the tree of a commit. */
export interface SnapshotFacts {
  /** The moment it is judged at: now for the index, the committer date for a commit; milliseconds since the epoch. */
  readonly at: number;
  readonly config: Config;
  /** The branch without `refs/heads/`; null where HEAD is detached or no branch is known. */
  readonly branch: string | null;
  readonly notes: Notes | null;
  readonly sprint: Sprint | null;
  /** The journal of the sprint; null where the snapshot has none. */
  readonly journal: Journal | null;
  /** Every journal to judge: the sprint's, and all that were changed. */
  readonly journals: readonly Journal[];
  /** The sprint's journal lies on disk and git does not know it. */
  readonly journalUntracked: boolean;
  /** File names of the artefacts that the sprint's folder lacks, the journal aside. */
  readonly missingArtefacts: readonly string[];
  /** The path of a tracked `schema.sql` that the sprint neither refreshed nor declared unchanged; null where there is none. */
  readonly staleSchema: string | null;
  /** The journal of the sprint before, where this snapshot opens a sprint and no PO's entry follows the newest ask; null otherwise. */
  readonly unanswered: { readonly sprint: number; readonly journal: string } | null;
}

/** A journal that a commit changes. */
export interface JournalChange {
  /** `/`-separated, from the repository's root. */
  readonly path: string;
  /** The number of the folder it lies in. */
  readonly sprint: number;
  /**
   * Its entries before the change, one list for each parent (one, empty, for a root commit). Where a
   * parent's journal can't be read, the last readable entries before it.
   */
  readonly before: readonly (readonly Entry[])[];
  /** The entries of the merge base, where the commit is a merge and they matter; null otherwise. */
  readonly mergeBase: readonly Entry[] | null;
  /** The journal after the change; null for a deletion. */
  readonly after: Journal | null;
}

/** A commit of a range, as far as it decides how the commit is mended. */
export interface MadeCommit {
  readonly oid: string;
  readonly isMerge: boolean;
  /** What comes after it in the range: a merge among others, commits, or nothing, where it is the tip. */
  readonly followedBy: 'nothing' | 'commits' | 'merges';
  /** The full object name of the range's base; null where it has none. */
  readonly base: string | null;
  /** The branch that the range is of, without `refs/heads/`; the config's `sprintBranch` where none is known. */
  readonly branch: string;
}

/** A commit, made or being made, in a sprint. */
export interface CommitFacts {
  /** The full object name; null for the commit being made, and where two ends of a range are compared. */
  readonly oid: string | null;
  /** Null where `oid` is. */
  readonly made: MadeCommit | null;
  /** Where the tip of a range is compared with its base, as if one commit led from one to the other: the base's full object name. */
  readonly since: string | null;
  /** The author's e-mail address; null where it can't be told. */
  readonly author: string | null;
  /** The committer date, or now for the commit being made; null where the date can't be read. Milliseconds since the epoch. */
  readonly committedAt: number | null;
  /** The latest committer date among its parents; null without parents, or where no date can be read. */
  readonly parentCommittedAt: number | null;
  /** The moment of the check, in milliseconds since the epoch. */
  readonly now: number;
  readonly config: Config;
  readonly sprint: Sprint;
  /** Where its sprint is closed: the number that a new one takes, after all that there are; else the one after its own. */
  readonly nextSprint: number;
  /** T as its own files and history tell it, whatever T was known before; null where the header hides it. */
  readonly ownStart: Start | null;
  /** What it is compared with; null for a root commit. */
  readonly base: {
    /** N of the base; null where it has none. */
    readonly sprint: number | null;
    /** T of the base's sprint as its own files tell it; where they don't, the earliest that was known. */
    readonly start: Start | null;
    /** The base already holds the journal of the commit's sprint. */
    readonly holdsJournal: boolean;
  } | null;
  /** The paths that it changes; of a merge, those that differ from every parent. */
  readonly changes: readonly Change[];
  /** Those of the changed paths that match the config's `allowAfterFreeze`. */
  readonly allowedAfterFreeze: ReadonlySet<string>;
  /** Every journal that it changes; of a merge, every one that differs from any parent. */
  readonly journals: readonly JournalChange[];
  /** It has more than one parent; of two ends of a range: a commit between them has. */
  readonly merge: boolean;
  /** Its tree is what git's own merge of its parents gives, conflicted paths aside. */
  readonly plainMerge: boolean;
  /** It replaces HEAD, known only while it is being made; null where that can't be told. */
  readonly amend: boolean | null;
  /** git commit was given paths, and takes nothing else that is staged; known only while it is being made. */
  readonly onlyPaths: boolean;
  /** A single-parent commit that only adds the PO's entries to journals, or moves the status of earlier ones. */
  readonly answer: boolean;
}

/** A push of one protected branch. */
export interface PushFacts {
  /** Its name on the remote, without `refs/heads/`. */
  readonly branch: string;
  /** The push removes the branch. */
  readonly deletion: boolean;
  /** The default branch of the remote, being another, holds all that the old tip held. */
  readonly contained: boolean;
  /** The newest sprint whose commits, answers aside, arrive after T + timebox by the server's clock; null where none does. */
  readonly late: {
    readonly sprint: number;
    /** T + timebox, milliseconds since the epoch. */
    readonly endedAt: number;
  } | null;
}

/** The pull or merge request that a CI job runs for. */
export interface PullRequestFacts {
  /** The branch it asks to merge. */
  readonly head: string;
  readonly title: string;
  readonly base: string;
  readonly sprintBranch: string;
  /** N of its tip; null where unknown. */
  readonly sprint: number | null;
  /** The base branch already holds the journal of S<N>. */
  readonly baseHoldsJournal: boolean;
}
