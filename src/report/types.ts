import type { Severity } from '../severity.js';

/**
 * What one rule found, in words. `file` and `path` are raw; the other texts are safe to print. Lines and columns count
 * from 1.
 */
export interface Diagnostic {
  readonly rule: string;
  readonly severity: Severity;
  /** The fact, in one sentence. */
  readonly message: string;
  /** The remedy: the command or value to type. */
  readonly help: string;
  /** `/`-separated, from the repository's root; null if no file is at fault. */
  readonly file: string | null;
  readonly line: number | null;
  /** In UTF-16 code units. */
  readonly column: number | null;
  readonly endLine: number | null;
  /** Exclusive. */
  readonly endColumn: number | null;
  /** JSON Pointer (RFC 6901) into the file's value. */
  readonly path: string | null;
  /** The full object name of the commit at fault; null if that is being made, or if a snapshot is at fault. */
  readonly commit: string | null;
}

/** The sprint of what was judged last. Instants are RFC 3339, in UTC. */
export interface ReportedSprint {
  readonly id: number;
  readonly journal: string;
  readonly startedAt: string | null;
  readonly startSource: 'header' | 'journal' | null;
  readonly freezeAt: string | null;
  /** As of now. */
  readonly frozen: boolean;
}

/** The range of commits that was judged last; `from` is null if it has no base. */
export interface ReportedRange {
  readonly from: string | null;
  readonly to: string;
  readonly commits: number;
}

/** Why there is no verdict (exit 2). */
export interface ReportedError {
  readonly code: string;
  readonly message: string;
  readonly help: string | null;
}

/** The outcome of a check, as `--format json` prints it; `schemas/report.schema.json` describes it. */
export interface Report {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: 'sprint-check'; readonly version: string };
  /** The command that ran; null if the command line names no known one. */
  readonly command: string | null;
  /** No rule of severity `error` says no, and `error` is null. */
  readonly ok: boolean;
  /** Null if there is a verdict. */
  readonly error: ReportedError | null;
  /** The judged change alters the config, which takes effect from the next commit or push on. */
  readonly configChanged: boolean;
  /** Null if unknown. */
  readonly sprint: ReportedSprint | null;
  /** Null if no range was judged. */
  readonly range: ReportedRange | null;
  readonly counts: { readonly error: number; readonly warn: number };
  readonly diagnostics: readonly Diagnostic[];
}
