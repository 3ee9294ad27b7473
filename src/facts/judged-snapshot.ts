import type { Config } from '../config/config.js';
import { entriesOf, isPO } from '../journal/entries.js';
import type { Journal } from '../journal/journal.js';
import type { SnapshotFacts, Start } from './facts.js';
import type { Files } from './files.js';
import { journalOf, journalPath, readJournalAt, type State, sprintFolder, sprintOfJournal } from './sprint.js';
import { sprintFrom } from './start.js';

/** File names of what a sprint's folder holds beside the journal. */
const artefacts = ['PLAN.md', 'BOARD.md', 'DEMO.md', 'REVIEW.md', 'RETRO.md', 'PREFLIGHT.md'];

/** What the facts of a snapshot are made of. */
export interface SnapshotInput {
  readonly files: Files;
  readonly config: Config;
  readonly at: number;
  readonly branch: string | null;
  readonly state: State;
  /** The T that counts. */
  readonly start: Start | null;
  /** N of what the snapshot is compared with; null where there is none. */
  readonly baseSprint: number | null;
  /** The paths that differ from what it is compared with. */
  readonly changedPaths: readonly string[];
  /** What `undeclaredSchemas` gave. */
  readonly schemas: readonly string[];
  /** Whether a commit since an instant (milliseconds since the epoch) changed one of `schemas`. */
  readonly schemaTouched: (since: number) => Promise<boolean>;
  /** Whether a path lies on disk; asked only for a journal that the snapshot lacks. */
  readonly onDisk: (path: string) => Promise<boolean>;
}

/** The facts of a snapshot. Throws Failure when git lacks a blob. */
export async function snapshotFacts(input: SnapshotInput): Promise<SnapshotFacts> {
  const { files, config, state, start, at, branch } = input;
  const { notes, sprint: id } = state;
  const journal = await journalOf(files, config, state);
  return {
    at,
    config,
    branch,
    notes,
    sprint: id === null ? null : sprintFrom(config, id, start),
    journal,
    journals: await journalsToJudge(input, journal),
    journalUntracked: id !== null && journal === null && (await input.onDisk(journalPath(config, id))),
    missingArtefacts: id === null ? [] : await missingArtefacts(input, id),
    staleSchema: await staleSchema(input),
    unanswered: await unanswered(input),
  };
}

async function journalsToJudge(
  { files, config, state, changedPaths }: SnapshotInput,
  journal: Journal | null,
): Promise<Journal[]> {
  const numbers = changedPaths.map((path) => sprintOfJournal(config, path)).filter((number) => number !== null);
  const others = new Set(numbers.filter((number) => number !== state.sprint));
  const changed = await Promise.all([...others].map((number) => readJournalAt(files, config, state.snapshot, number)));
  return [journal, ...changed].filter((journal) => journal !== null);
}

async function missingArtefacts({ config, state }: SnapshotInput, id: number): Promise<string[]> {
  const present = await state.snapshot.list(sprintFolder(config, id));
  return artefacts.filter((name) => !present.has(name));
}

/**
 * `unchanged` and something that justifies it after it, before the next heading: a letter or digit of any script,
 * whose ranges are named since a class of Unicode costs a commit a millisecond.
 */
const declaredUnchanged = /\bunchanged\b(?:.|\r?\n(?![ \t]*#))*?[a-z0-9\u00c0-\u1fff\u2c00-\ud7ff]/i;

/**
 * The paths of the tracked `schema.sql` files, by `tracked`, unless one is among the changed paths or PREFLIGHT.md
 * declares them unchanged.
 */
export async function undeclaredSchemas(
  files: Files,
  config: Config,
  { sprint, snapshot }: State,
  changedPaths: readonly string[],
  tracked: () => Promise<readonly string[]>,
): Promise<readonly string[]> {
  if (sprint === null || changedPaths.some(isSchemaFile)) return [];
  const path = `${sprintFolder(config, sprint)}/PREFLIGHT.md`;
  const entry = await snapshot.entry(path);
  const declared = entry && declaredUnchanged.test((await files.bytes(path, entry)).bytes.toString('utf8'));
  return declared ? [] : tracked();
}

/** Whether a path is that of a `schema.sql`, in any folder. */
export function isSchemaFile(path: string): boolean {
  return /(^|\/)schema\.sql$/.test(path);
}

async function staleSchema({ schemas, start, schemaTouched }: SnapshotInput): Promise<string | null> {
  const refreshed = schemas.length > 0 && start !== null && (await schemaTouched(start.at));
  return refreshed ? null : (schemas[0] ?? null);
}

async function unanswered({ files, config, state, baseSprint }: SnapshotInput): Promise<SnapshotFacts['unanswered']> {
  if (baseSprint === null || state.sprint === null || baseSprint === state.sprint) return null;
  const entries = entriesOf(await readJournalAt(files, config, state.snapshot, baseSprint)) ?? [];
  const last = entries.at(-1);
  return last === undefined || isPO(last) ? null : { sprint: baseSprint, journal: journalPath(config, baseSprint) };
}
