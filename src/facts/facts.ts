import type { Config } from '../config/config.js';
import type { Change } from '../git/diff.js';
import type { Entries, Entry, Journal } from '../journal/journal.js';
import type { Notes } from './notes.js';

/** The instant T at which a sprint started, and where it was read. */
export interface Start {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** `header`: `started_at` of the sprint header; `journal`: the earliest `when` of a developer. */
  readonly source: 'header' | 'journal';
  /** Finds the 1-based line of that `when`, which is slow: only messages call it. Null if no line here has it. */
  readonly line: (() => number) | null;
}

export interface Sprint {
  /** N, from 1. */
  readonly id: number;
  /** `docs/sprints/S<N>/INTERACTIONS.yaml`, from the repository's root. */
  readonly journal: string;
  /** The T that counts: the earliest of the commit and its ancestors in this sprint; null if none is known. */
  readonly start: Start | null;
  /** `start.at` plus the config's `freezeAfter`, in milliseconds since the epoch. */
  readonly freezeAt: number | null;
}

/** A journal that a commit changes: it differs from at least one parent. */
export interface JournalChange {
  readonly path: string;
  readonly sprint: number;
  /**
   * The entries before the change, one list per parent; one empty list for a root commit. If a parent's journal can't
   * be read, its last readable entries: several lists if merges left it unreadable.
   */
  readonly before: readonly Entries[];
  /** At least one parent's journal can't be read. */
  readonly baseUnreadable: boolean;
  /** The entries at the merge base, read only if a merge seems at fault without them; else null. */
  readonly mergeBase: readonly Entry[] | null;
  /** Entries that refused commits removed; the commit that replaces those has to bring them back. */
  readonly lost: readonly LostEntry[];
  /** Null for a deletion. */
  readonly after: Journal | null;
  /** The entries after the change; null if there are none, or they can't be read. */
  readonly entries: Entries | null;
}

/** A sound entry that has to come back. */
export interface LostEntry {
  readonly entry: Entry;
  /** Its 0-based index in the journal that has it. */
  readonly index: number;
  /** The revision that has it, as gitrevisions(7) writes it. */
  readonly from: string;
}

export interface ParentFacts {
  readonly sprint: number | null;
  /** T of its sprint from its own files; if they give none, the earliest known. */
  readonly start: Start | null;
  /** In milliseconds since the epoch; null if it can't be read. */
  readonly committedAt: number | null;
}

/** What occupies the place of one of the journal's folders. */
export interface Obstacle {
  readonly folder: string;
  readonly is: 'a link' | 'a submodule' | 'a file';
}

export type Absence = 'nowhere' | 'untracked' | Obstacle;

export interface CommitFacts {
  /** The full object name; null for the commit being made. */
  readonly oid: string | null;
  /** The moment of the check, in milliseconds since the epoch. */
  readonly now: number;
  /** Now for the commit being made; null if the date can't be read. Milliseconds since the epoch. */
  readonly committedAt: number | null;
  /** `committedAt`, or now if that is null. */
  readonly at: number;
  /** The author's e-mail address; null if unknown. */
  readonly author: string | null;
  readonly config: Config;
  /** Without `refs/heads/`; null if HEAD is detached or the branch is unknown. */
  readonly branch: string | null;
  readonly notes: Notes | null;
  readonly sprint: Sprint | null;
  /** T from its own files; null if they give none, or the header may hide one. */
  readonly ownStart: Start | null;
  /** In git's order; empty for a root commit. */
  readonly parents: readonly ParentFacts[];
  /** The first parent as gitrevisions(7) writes it: `HEAD`, `HEAD~1` for an amend of HEAD, or by its object name. */
  readonly baseName: string;
  readonly baseHoldsJournal: boolean;

  readonly journal: Journal | null;
  readonly journalAbsence: Absence | null;
  /** The revision that still has the journal, if the commit deletes it; else null. */
  readonly journalDeletedFrom: string | null;
  /** Every journal to judge: the sprint's, and all changed ones. */
  readonly journals: readonly Journal[];
  /** The entries of the journal on disk have unstaged changes; only read for a commit being made. */
  readonly journalNotAdded: boolean;
  /** Paths of deleted journals that are still on disk, where they may have new entries. */
  readonly leftOnDisk: ReadonlySet<string>;
  /** The next sprint is open on disk, but not staged; only read for a commit being made. */
  readonly nextNotAdded: boolean;
  readonly journalChanges: readonly JournalChange[];

  /** For a merge, the paths that differ from every parent. */
  readonly changes: readonly Change[];
  /** The changed paths that match the config's `allowAfterFreeze`. */
  readonly allowedAfterFreeze: ReadonlySet<string>;
  readonly merge: boolean;
  /** Its tree is what git's own merge of its parents gives, except for conflicted paths. */
  readonly plainMerge: boolean;
  /** It only adds the PO's entries to journals, moves the status of earlier ones, or mends unsound PO's entries. */
  readonly answer: boolean;
  /** It changes only journals and leaves one unreadable: it is judged with the commit that makes it readable again. */
  readonly unfinished: boolean;
  /** It may be meant to amend HEAD, whose author is the same; only set for a commit being made. */
  readonly mayAmend: boolean;
  /** git commit was given paths, so nothing else that is staged is in it; only set for a commit being made. */
  readonly onlyPaths: boolean;

  /** The last sprint's journal, if the commit opens a sprint while no PO's entry follows the newest ask. */
  readonly unanswered: { readonly sprint: number; readonly journal: string } | null;
  /** What the sprint lacks to close; only read at the tip of a range. */
  readonly closing: {
    readonly missingArtefacts: readonly string[];
    /** A tracked `schema.sql` that the sprint neither refreshed nor declared unchanged; null if there is none. */
    readonly staleSchema: string | null;
  } | null;
}

/** A push whose new tip does not contain the old one. */
export interface ForcedFacts {
  /** The pushed branch, as arguments of git pull: `origin work`. */
  readonly target: string;
  readonly oldTip: string;
  readonly config: Config;
  /** N of the new tip. */
  readonly sprint: number | null;
  readonly ownStart: Start | null;
  readonly before: ParentFacts;
  readonly journalChanges: readonly JournalChange[];
}

export interface PushFacts {
  /** Its name on the remote, without `refs/heads/`. */
  readonly branch: string;
  readonly deletion: boolean;
  /** The remote's default branch, if it is another branch, contains the old tip. */
  readonly contained: boolean;
  /** Null if the push is to a URL, not to a remote by its name. */
  readonly remote: string | null;
  /** The remote's default branch; null if unknown. */
  readonly defaultBranch: string | null;
  /** The newest sprint with commits that arrive after T + timebox by the server's clock, answers aside; else null. */
  readonly late: {
    readonly sprint: number;
    /** In milliseconds since the epoch. */
    readonly endedAt: number;
  } | null;
}

export interface RequestFacts {
  /** The branch to merge. */
  readonly head: string;
  readonly title: string;
  readonly base: string;
  readonly sprintBranch: string;
  readonly sprint: number | null;
  readonly baseHoldsJournal: boolean;
  readonly changesJournal: boolean;
  /** Mending its commits opens the next sprint. */
  readonly opensNext: boolean;
}
