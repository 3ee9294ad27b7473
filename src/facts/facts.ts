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
  /** Gives the line of that `when`, from 1; null where the header tells. Finding it takes time, so only messages ask. */
  readonly line: (() => number) | null;
}

export interface Sprint {
  /** N, from 1. */
  readonly id: number;
  /** `docs/sprints/S<N>/INTERACTIONS.yaml`, from the repository's root. */
  readonly journal: string;
  /** The T that counts: the earliest that the commit and those before it tell; null where no T can be found. */
  readonly start: Start | null;
  /** `start.at` plus the config's `freezeAfter`, in milliseconds since the epoch. */
  readonly freezeAt: number | null;
}

/** A journal that a commit changes; of a merge, one that differs from any parent. */
export interface JournalChange {
  readonly path: string;
  /** The number of the folder it lies in. */
  readonly sprint: number;
  /**
   * Its entries before the change, one list for each parent (one, empty, for a root commit). Where a parent's journal
   * can't be read, the last readable entries before it: more than one list where merges left it unreadable.
   */
  readonly before: readonly Entries[];
  /** A parent's journal can't be read. */
  readonly baseUnreadable: boolean;
  /** The entries of the merge base, where the commit is a merge and they matter; null otherwise. */
  readonly mergeBase: readonly Entry[] | null;
  /** What refused commits took, where others are to take their place, which have to bring it back. */
  readonly lost: readonly LostEntry[];
  /** The journal after the change; null for a deletion. */
  readonly after: Journal | null;
  /** The entries after the change; null where there are none that can be read. */
  readonly entries: Entries | null;
}

/** A sound entry that is to be there again. */
export interface LostEntry {
  readonly entry: Entry;
  /** Its place, from 0, in the journal that has it. */
  readonly index: number;
  /** The revision that has it, as gitrevisions(7) writes it. */
  readonly from: string;
}

/** What a commit is compared with. */
export interface ParentFacts {
  /** N; null where it has none. */
  readonly sprint: number | null;
  /** T of its sprint as its own files tell it; where they don't, the earliest that was known. */
  readonly start: Start | null;
  /** The committer date, in milliseconds since the epoch; null where it can't be read. */
  readonly committedAt: number | null;
}

/** What stands in the place of a folder that leads to the journal. */
export interface InTheWay {
  readonly folder: string;
  readonly is: 'a link' | 'a submodule' | 'a file';
}

/** Why the sprint's journal is not in a snapshot, as far as the remedy differs. */
export type Absence = 'nowhere' | 'untracked' | InTheWay;

export interface CommitFacts {
  /** The full object name; null for the commit being made. */
  readonly oid: string | null;
  /** The moment of the check, in milliseconds since the epoch. */
  readonly now: number;
  /** The committer date, or now for the commit being made; null where the date can't be read. Milliseconds since the epoch. */
  readonly committedAt: number | null;
  /** `committedAt`, or now where it can't be read. */
  readonly at: number;
  /** The author's e-mail address; null where it can't be told. */
  readonly author: string | null;
  readonly config: Config;
  /** The branch without `refs/heads/`; null where HEAD is detached or no branch is known. */
  readonly branch: string | null;
  readonly notes: Notes | null;
  /** Null where no sprint can be named. */
  readonly sprint: Sprint | null;
  /** T as its own files tell it; null where they don't, or the header hides it. */
  readonly ownStart: Start | null;
  /** In git's order; empty for a root commit. */
  readonly parents: readonly ParentFacts[];
  /** How gitrevisions(7) writes the first parent: `HEAD`, `HEAD~1` where it amends HEAD, or by the commit's own name. */
  readonly baseName: string;
  /** The first parent already holds the journal of the commit's sprint. */
  readonly baseHoldsJournal: boolean;

  /** The journal of the sprint; null where there is none. */
  readonly journal: Journal | null;
  /** Null where the journal is there, or no sprint can be named. */
  readonly journalAbsence: Absence | null;
  /** The revision from which the journal can be got back that the commit deletes; null where it deletes none. */
  readonly journalDeletedFrom: string | null;
  /** Every journal to judge: the sprint's, and all that were changed. */
  readonly journals: readonly Journal[];
  /** The journal on disk has changes of its entries that are not staged; known only while the commit is being made. */
  readonly journalNotAdded: boolean;
  /** Paths of journals that it deletes, and that are still on disk, where they may have gone on. */
  readonly leftOnDisk: ReadonlySet<string>;
  /** The next sprint is open on disk, and its header not staged; known only while the commit is being made. */
  readonly nextNotAdded: boolean;
  readonly journalChanges: readonly JournalChange[];

  /** The paths that it changes; of a merge, those that differ from every parent. */
  readonly changes: readonly Change[];
  /** Those of the changed paths that match the config's `allowAfterFreeze`. */
  readonly allowedAfterFreeze: ReadonlySet<string>;
  readonly merge: boolean;
  /** Its tree is what git's own merge of its parents gives, conflicted paths aside. */
  readonly plainMerge: boolean;
  /** It only adds the PO's entries to journals, moves the status of earlier ones, or mends unsound PO's entries. */
  readonly answer: boolean;
  /** It changes journals alone and leaves one unreadable: it is judged with the commit that makes it readable again. */
  readonly unfinished: boolean;
  /** It may have been meant to amend HEAD, whose author is the same; known only while it is being made. */
  readonly mayAmend: boolean;
  /** git commit was given paths, and takes nothing else that is staged; known only while it is being made. */
  readonly onlyPaths: boolean;

  /** The journal of the sprint before, where the commit opens a sprint and no PO's entry follows the newest ask. */
  readonly unanswered: { readonly sprint: number; readonly journal: string } | null;
  /** What closes a sprint; read only at the tip of a range. */
  readonly closing: {
    /** File names of the artefacts that the sprint's folder lacks, the journal aside. */
    readonly missingArtefacts: readonly string[];
    /** The path of a tracked `schema.sql` that the sprint neither refreshed nor declared unchanged; null where there is none. */
    readonly staleSchema: string | null;
  } | null;
}

/** The old tip of a branch and the new one, which does not contain it. */
export interface ForcedFacts {
  /** What is pushed to, as arguments of git pull: `origin work`. */
  readonly target: string;
  /** The full object name of the old tip. */
  readonly oldTip: string;
  readonly config: Config;
  /** N of the new tip; null where it has none. */
  readonly sprint: number | null;
  readonly ownStart: Start | null;
  readonly before: ParentFacts;
  readonly journalChanges: readonly JournalChange[];
}

export interface PushFacts {
  /** Its name on the remote, without `refs/heads/`. */
  readonly branch: string;
  readonly deletion: boolean;
  /** The default branch of the remote, being another, holds all that the old tip held. */
  readonly contained: boolean;
  /** The remote, and its default branch where that is known and another one. */
  readonly remote: string;
  readonly defaultBranch: string | null;
  /** The newest sprint whose commits, answers aside, arrive after T + timebox by the server's clock; null where none does. */
  readonly late: {
    readonly sprint: number;
    /** T + timebox, milliseconds since the epoch. */
    readonly endedAt: number;
  } | null;
}

/** The pull or merge request that a CI job runs for. */
export interface RequestFacts {
  /** The branch it asks to merge. */
  readonly head: string;
  readonly title: string;
  readonly base: string;
  readonly sprintBranch: string;
  /** N of its tip; null where unknown. */
  readonly sprint: number | null;
  readonly baseHoldsJournal: boolean;
  readonly changesJournal: boolean;
  /** What mends its commits opens the next sprint. */
  readonly opensNext: boolean;
}
