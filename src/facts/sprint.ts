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
  /** N; null where no sprint can be named. */
  readonly sprint: number | null;
  /** What stands at the path of the sprint's journal; null where nothing does. */
  readonly journal: TreeEntry | null;
}

/** `docs/sprints/S3`, from the repository's root. */
export function sprintFolder(config: Config, sprint: number): string {
  return `${config.sprints}/S${sprint}`;
}

/** `docs/sprints/S3/INTERACTIONS.yaml`, from the repository's root. */
export function journalPath(config: Config, sprint: number): string {
  return `${sprintFolder(config, sprint)}/INTERACTIONS.yaml`;
}

/** The folders that lead to a path, the outermost first. */
export function foldersTo(path: string): string[] {
  const folders = path.split('/').slice(0, -1);
  return folders.map((_, index) => folders.slice(0, index + 1).join('/'));
}

/** The number of the sprint whose journal lies at a path; null where no journal does. */
export function sprintOfJournal(config: Config, path: string): number | null {
  const [before, after] = [`${config.sprints}/`, '/INTERACTIONS.yaml'];
  if (!path.startsWith(before) || !path.endsWith(after)) return null;
  return folderNumber(path.slice(before.length, -after.length));
}

export function changedFiles(config: Config, changes: readonly Change[]): TreeEntry[] {
  const read = changes.filter(({ path }) => path === config.notes || sprintOfJournal(config, path) !== null);
  return read.flatMap(({ before, after }) => [before, after]).filter((entry) => entry !== null);
}

/**
 * Reads what a snapshot says about its sprint. `inherited` is the N of the first parent, for a commit of a range that
 * has none of its own.
 */
export async function readState(config: Config, snapshot: Snapshot, inherited: number | null = null): Promise<State> {
  const entry = await snapshot.entry(config.notes);
  const notes = entry && entry.mode !== folderMode ? await snapshot.files.notes(config.notes, entry) : null;
  const sprint = (notes?.header ? notes.header.sprintId : await highestSprint(config, snapshot)) ?? inherited;
  const journal = sprint === null ? null : await snapshot.entry(journalPath(config, sprint));
  return { snapshot, notes, sprint, journal };
}

/**
 * The state after changes to `before`, without reading a tree where they leave alone what names the sprint. A commit
 * that is made (`isMade`) and has no sprint of its own is in that of `before`.
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
  // A folder in the place of the journal, or a file in the place of its folder, changes more than one path.
  const change = changes.find((candidate) => candidate.path === path);
  return { ...before, snapshot, journal: change ? change.after : before.journal };
}

function keepsSprint({ notes, sprints }: Config, before: State, changes: readonly Change[]): boolean {
  const byHeader = before.notes?.header != null;
  return changes.every(({ path }) => path !== notes && (byHeader || !path.startsWith(`${sprints}/`)));
}

/** The journal of the sprint; null where the snapshot has none, or no sprint can be named. */
export async function journalOf(config: Config, { snapshot, sprint, journal }: State): Promise<Journal | null> {
  if (sprint === null || !journal || journal.mode === folderMode) return null;
  return snapshot.files.journal(journalPath(config, sprint), sprint, journal);
}

/** The journal of S<sprint> in a snapshot; null where there is none. */
export async function readJournalAt(config: Config, snapshot: Snapshot, sprint: number): Promise<Journal | null> {
  const path = journalPath(config, sprint);
  const entry = await snapshot.entry(path);
  return entry && entry.mode !== folderMode ? snapshot.files.journal(path, sprint, entry) : null;
}

/** The highest N that has a folder in a snapshot; null where none has. */
export async function highestSprint(config: Config, snapshot: Snapshot): Promise<number | null> {
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
