import type { LocatePointer } from '../yaml/locate.js';
import type { Location } from '../yaml/location.js';
import type { SyntaxProblem, UnreadableReason } from '../yaml/problem.js';
import type { SchemaProblem } from './schema-problem.js';

/** A plain value: a mapping, or whatever the journal has in its place. */
export type Entry = unknown;

/** Entries, with the 0-based indexes of the unsound ones. */
export interface Entries {
  readonly entries: readonly Entry[];
  readonly unsound: ReadonlySet<number>;
}

export interface ValidEntry {
  /** 0-based. */
  readonly index: number;
  readonly entry: Readonly<Record<string, unknown>>;
}

/** A plain text followed by a comment that may be meant as part of it: YAML drops ` #3`. */
export interface CutText {
  readonly key: string;
  /** The value and the comment as one line, e.g. `Sprint S12 #3`. */
  readonly whole: string;
  /** JSON Pointer of the value. */
  readonly path: string;
  /** Spans the value and the comment. */
  readonly location: Location;
}

interface JournalFile {
  /** `/`-separated, from the repository's root. */
  readonly path: string;
  /** The number in its folder's name. */
  readonly sprint: number;
  /** As written, without the byte order mark, which columns do not count; null if the blob is no text. */
  readonly text: string | null;
}

export type Journal =
  | (JournalFile & {
      readonly state: 'unreadable';
      readonly reason: UnreadableReason;
      /** What it says once it is converted from UTF-16; null for any other reason. */
      readonly decoded: Journal | null;
    })
  | (JournalFile & { readonly state: 'broken'; readonly problem: SyntaxProblem })
  | (JournalFile & {
      readonly state: 'read';
      /** Empty if the document is not a list. */
      readonly entries: readonly Entry[];
      readonly valid: readonly ValidEntry[];
      readonly cutTexts: readonly CutText[];
      /** In the order of the file. */
      readonly schemaProblems: readonly SchemaProblem[];
      readonly locate: LocatePointer;
    });

export type BrokenJournal = Extract<Journal, { state: 'broken' }>;

export type ReadJournal = Extract<Journal, { state: 'read' }>;
