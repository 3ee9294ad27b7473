import type { Config } from '../config/config.js';
import type { Change } from '../git/diff.js';
import { folderMode, type TreeEntry } from '../git/tree.js';
import type { Journal } from '../journal/journal.js';
import type { Files } from './files.js';
import type { Notes } from './notes.js';
import { hasFiles, type Snapshot } from './snapshot.js';

/** What a snapshot says about its sprint. */
export interface State {
  readonly snapshot: Snapshot;
  readonly notes: Notes | null;
  /** N; null where no sprint can be named. */
  readonly sprint: number | null;
}

/** `docs/sprints/S3`, from the repository's root. */
export function sprintFolder(config: Config, sprint: number): string {
  return `${config.sprints}/S${sprint}`;
}

/** `docs/sprints/S3/INTERACTIONS.yaml`, from the repository's root. */
export function journalPath(config: Config, sprint: number): string {
  return `${sprintFolder(config, sprint)}/INTERACTIONS.yaml`;
}

/** The number of the sprint whose journal lies at a path; null where no journal does. */
export function sprintOfJournal(config: Config, path: string): number | null {
  const [before, after] = [`${config.sprints}/`, '/INTERACTIONS.yaml'];
  if (!path.startsWith(before) || !path.endsWith(after)) return null;
  return folderNumber(path.slice(before.length, -after.length));
}

/** What stands before and after changes of notes and journals: all of the changes that is read. */
export function changedFiles(config: Config, changes: readonly Change[]): TreeEntry[] {
  const read = changes.filter(({ path }) => path === config.notes || sprintOfJournal(config, path) !== null);
  return read.flatMap(({ before, after }) => [before, after]).filter((entry) => entry !== null);
}

/**
 * Reads what a snapshot says about its sprint. `inherited` is the N of the commit before, for a commit
 * of a range that has none of its own.
 */
export async function readState(
  files: Files,
  config: Config,
  snapshot: Snapshot,
  inherited: number | null = null,
): Promise<State> {
  const notesEntry = await snapshot.entry(config.notes);
  const notes = notesEntry && notesEntry.mode !== folderMode ? await files.notes(config.notes, notesEntry) : null;
  const sprint = (notes?.header ? notes.header.sprintId : await highestSprint(config, snapshot)) ?? inherited;
  return { snapshot, notes, sprint };
}

/** Whether changes leave alone all that tells what sprint a state is in. */
export function keepsSprint({ notes, sprints }: Config, before: State, changes: readonly Change[]): boolean {
  const byHeader = before.notes?.header != null;
  return changes.every(({ path }) => path !== notes && (byHeader || !path.startsWith(`${sprints}/`)));
}

/** The journal of S<N>; null where the snapshot has none, or no sprint can be named. */
export async function journalOf(files: Files, config: Config, { snapshot, sprint }: State): Promise<Journal | null> {
  return sprint === null ? null : readJournalAt(files, config, snapshot, sprint);
}

/** The journal of S<sprint> in a snapshot; null where there is none. */
export async function readJournalAt(
  files: Files,
  config: Config,
  snapshot: Snapshot,
  sprint: number,
): Promise<Journal | null> {
  const path = journalPath(config, sprint);
  const entry = await snapshot.entry(path);
  return entry && entry.mode !== folderMode ? files.journal(path, sprint, entry) : null;
}

/** The highest N that has a folder in a snapshot; null where none has. */
async function highestSprint(config: Config, snapshot: Snapshot): Promise<number | null> {
  for (const number of await sprintNumbers(config, snapshot)) {
    if (await hasFiles(snapshot, sprintFolder(config, number))) return number;
  }
  return null;
}

/** The numbers of the sprints whose folders a snapshot lists, the highest first. */
export async function sprintNumbers(config: Config, snapshot: Snapshot): Promise<number[]> {
  return [...(await snapshot.list(config.sprints))]
    .filter(([, entry]) => entry.mode === folderMode)
    .map(([name]) => folderNumber(name))
    .filter((number) => number !== null)
    .sort((one, other) => other - one);
}

/** N of `S<N>`: a positive integer without leading zeros that a JavaScript number holds exactly. */
function folderNumber(name: string): number | null {
  return /^S[1-9]\d{0,14}$/.test(name) ? Number(name.slice(1)) : null;
}
