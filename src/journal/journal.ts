import type { LocatePointer } from '../yaml/locate.js';
import type { Location } from '../yaml/location.js';
import type { SyntaxProblem, UnreadableReason } from '../yaml/problem.js';
import type { SchemaProblem } from './schema-problem.js';

/** An entry of a journal as a plain value (mappings, lists, texts, numbers), or whatever else stands in its place. */
export type Entry = unknown;

/** The entries of a journal, and the indexes (from 0) of those that are not sound. */
export interface Entries {
  readonly entries: readonly Entry[];
  readonly unsound: ReadonlySet<number>;
}

/** An entry that keeps to the schema. */
export interface ValidEntry {
  /** Its place in the journal, from 0. */
  readonly index: number;
  readonly entry: Readonly<Record<string, unknown>>;
}

/** A plain text with a comment behind it, which may have been meant as part of it: YAML drops ` #3`. */
export interface CutText {
  readonly key: string;
  /** The value and the comment as one line, e.g. `Sprint S12 #3`. */
  readonly whole: string;
  /** JSON Pointer of the value. */
  readonly path: string;
  /** Of the value and the comment. */
  readonly location: Location;
}

interface JournalFile {
  /** `/`-separated path from the repository's root. */
  readonly path: string;
  /** The number of the folder it lies in. */
  readonly sprint: number;
  /** The blob's text as written, a byte order mark aside, which no column counts; null where it is not text. */
  readonly text: string | null;
}

/** A journal as a blob of git holds it: unreadable, broken YAML, or read. */
export type Journal =
  | (JournalFile & { readonly state: 'unreadable'; readonly reason: UnreadableReason })
  | (JournalFile & { readonly state: 'broken'; readonly problem: SyntaxProblem })
  | (JournalFile & {
      readonly state: 'read';
      /** Empty where the document is no list. */
      readonly entries: readonly Entry[];
      /** The entries that keep to the schema. */
      readonly valid: readonly ValidEntry[];
      readonly cutTexts: readonly CutText[];
      /** What breaks the schema, in the order of the file; empty for a journal that keeps to it. */
      readonly schemaProblems: readonly SchemaProblem[];
      readonly locate: LocatePointer;
    });

export type BrokenJournal = Extract<Journal, { state: 'broken' }>;

/** A journal that could be parsed. */
export type ReadJournal = Extract<Journal, { state: 'read' }>;
