import type { Config } from '../config/config.js';
import type { Change } from '../git/diff.js';
import { folderMode, type TreeEntry } from '../git/tree.js';
import type { Journal } from '../journal/journal.js';
import type { Notes } from './notes.js';
import { hasFiles, type Snapshot } from './snapshot.js';

/** What a snapshot says about its sprint. */
export interface State {
  readonly snapshot: Snapshot;
  readonly notes: Notes | null;
  /** N; null if no sprint can be named. */
  readonly sprint: number | null;
  /** The entry at the path of the sprint's journal; null if there is none, or a folder. */
  readonly journal: TreeEntry | null;
}

/** Returns `docs/sprints/S3`, from the repository's root. */
export function sprintFolder(config: Config, sprint: number): string {
  return `${config.sprints}/S${sprint}`;
}

/** Returns `docs/sprints/S3/INTERACTIONS.yaml`, from the repository's root. */
export function journalPath(config: Config, sprint: number): string {
  return `${sprintFolder(config, sprint)}/INTERACTIONS.yaml`;
}

/** Returns the folders that lead to a path, the outermost first. */
export function foldersTo(path: string): string[] {
  const folders = path.split('/').slice(0, -1);
  return folders.map((_, index) => folders.slice(0, index + 1).join('/'));
}

/** Returns N of the journal at a path; null if the path is not a journal's. */
export function sprintOfJournal(config: Config, path: string): number | null {
  const [before, after] = [`${config.sprints}/`, '/INTERACTIONS.yaml'];
  if (!path.startsWith(before) || !path.endsWith(after)) return null;
  return folderNumber(path.slice(before.length, -after.length));
}

export function changedFiles(config: Config, changes: readonly Change[]): TreeEntry[] {
  const read = changes.filter(({ path }) => path === config.notes || sprintOfJournal(config, path) !== null);
  return read.flatMap(({ before, after }) => [before, after]).filter((entry) => entry !== null);
}

/** Returns the entry at a path; null if there is none, or a folder. */
async function fileAt(snapshot: Snapshot, path: string): Promise<TreeEntry | null> {
  const entry = await snapshot.entry(path);
  return entry?.mode === folderMode ? null : entry;
}

/** Reads a snapshot's sprint; if it has none, `inherited` is used: N of the first parent, for a commit of a range. */
export async function readState(config: Config, snapshot: Snapshot, inherited: number | null = null): Promise<State> {
  const entry = await fileAt(snapshot, config.notes);
  const notes = entry && (await snapshot.files.notes(config.notes, entry));
  const sprint = (notes?.header ? notes.header.sprintId : await highestSprint(config, snapshot)) ?? inherited;
  const journal = sprint === null ? null : await fileAt(snapshot, journalPath(config, sprint));
  return { snapshot, notes, sprint, journal };
}

/**
 * Returns the state after changes to `before`, reading trees only if they may name another sprint. A commit that exists
 * (`isMade`) and has no sprint of its own is in that of `before`.
 */
export async function nextState(
  config: Config,
  snapshot: Snapshot,
  before: State | null,
  changes: readonly Change[],
  isMade: boolean,
): Promise<State> {
  if (!before || !keepsSprint(config, before, changes)) {
    return readState(config, snapshot, isMade ? (before?.sprint ?? null) : null);
  }
  if (before.sprint === null) return { ...before, snapshot };
  const path = journalPath(config, before.sprint);
  // Even if a folder replaces the journal, or a file its folder, the changes name the journal's own path.
  const change = changes.find((candidate) => candidate.path === path);
  return { ...before, snapshot, journal: change ? change.after : before.journal };
}

function keepsSprint({ notes, sprints }: Config, before: State, changes: readonly Change[]): boolean {
  const byHeader = before.notes?.header != null;
  return changes.every(({ path }) => path !== notes && (byHeader || !path.startsWith(`${sprints}/`)));
}

export async function journalOf(config: Config, { snapshot, sprint, journal }: State): Promise<Journal | null> {
  if (sprint === null || !journal) return null;
  return snapshot.files.journal(journalPath(config, sprint), sprint, journal);
}

export async function readJournalAt(config: Config, snapshot: Snapshot, sprint: number): Promise<Journal | null> {
  const path = journalPath(config, sprint);
  const entry = await fileAt(snapshot, path);
  return entry && snapshot.files.journal(path, sprint, entry);
}

/** Returns the highest N whose folder has files; null if none has. */
export async function highestSprint(config: Config, snapshot: Snapshot): Promise<number | null> {
  for (const number of await sprintNumbers(config, snapshot)) {
    if (await hasFiles(snapshot, sprintFolder(config, number))) return number;
  }
  return null;
}

/** Returns N of every sprint folder that a snapshot lists, the highest first. */
export async function sprintNumbers(config: Config, snapshot: Snapshot): Promise<number[]> {
  return [...(await snapshot.list(config.sprints))]
    .filter(([, entry]) => entry.mode === folderMode)
    .map(([name]) => folderNumber(name))
    .filter((number) => number !== null)
    .sort((one, other) => other - one);
}

/** Parses `S<N>`: N is a positive integer without leading zeros that a JavaScript number holds exactly. */
function folderNumber(name: string): number | null {
  return /^S[1-9]\d{0,14}$/.test(name) ? Number(name.slice(1)) : null;
}
