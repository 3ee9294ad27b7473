import type { Config } from '../config/config.js';
import { artefacts } from '../facts/closing.js';
import type { Sprint } from '../facts/facts.js';
import { type LastWord, lastWord, type UnknownWord } from '../facts/last-word.js';
import { journalPath, readJournalAt, type State, sprintFolder, sprintNumbers } from '../facts/sprint.js';
import type { Failure } from '../failure.js';
import { folderMode } from '../git/tree.js';
import type { Journal } from '../journal/journal.js';
import { brokenHeader } from '../worktree/header.js';
import { currentSprint, missingJournalCommand, type Workspace } from '../worktree/workspace.js';
import { type Pending, pendingIn } from './pending.js';

/** A place in a file of the work tree, by its path from the root; the line counts from 1. */
export interface Place {
  readonly path: string;
  readonly line: number;
}

/** Where the sprint stands, by the files of the work tree. */
export interface Status {
  readonly config: Config;
  /** Null where no sprint can be named. */
  readonly sprint: Sprint | null;
  /** The sprint's journal. */
  readonly journal: 'sound' | 'missing' | 'broken';
  /** What puts the journal of the sprint on disk, where it is missing. */
  readonly missingJournal: string | null;
  /** What is wrong with the sprint header. */
  readonly brokenHeader: Failure | null;
  /** Paths of the journals with errors that hide something here. */
  readonly broken: readonly string[];
  /** The newest sprint's first. */
  readonly pending: readonly Pending[];
  readonly lastWord: (LastWord & { readonly place: Place }) | UnknownWord | null;
  /** By file name. */
  readonly artefacts: Readonly<Record<string, boolean>>;
}

/** The words of what is broken are as of `now`. */
export async function readStatus(workspace: Workspace, now: number): Promise<Status> {
  const { config, disk } = workspace;
  const { snapshot } = disk;
  const word = await lastWord(config, snapshot);
  const since = word && 'sprint' in word ? word.sprint : 0;
  const pending: Pending[] = [];
  const broken: string[] = [];
  for (const sprint of await sprintNumbers(config, snapshot)) {
    const isCurrent = sprint === disk.sprint;
    const isNew = isCurrent || sprint >= since;
    if (!isNew && !(await mayBePending(config, disk, sprint))) continue;
    const journal = await readJournalAt(config, snapshot, sprint);
    if (journal && isNew && isBroken(journal, isCurrent)) broken.push(journal.path);
    pending.push(...pendingIn(journal));
  }
  return {
    ...{ config, pending, broken },
    sprint: await currentSprint(workspace),
    journal: journalState(config, disk, broken),
    missingJournal: disk.sprint === null ? null : await missingJournalCommand(workspace, disk.sprint),
    brokenHeader: await brokenHeader(workspace, now),
    lastWord: word && 'sprint' in word ? { ...word, place: await placeOf(config, disk, word) } : word,
    artefacts: await presentArtefacts(config, disk),
  };
}

/** Tells without parsing it whether a journal may hold a pending entry: most of a long history do not. */
async function mayBePending(config: Config, { snapshot }: State, sprint: number): Promise<boolean> {
  const path = journalPath(config, sprint);
  const entry = await snapshot.entry(path);
  if (!entry || entry.mode === folderMode) return false;
  return /pending/i.test((await snapshot.files.bytes(path, entry)).bytes.toString('latin1'));
}

function isBroken(journal: Journal, isCurrent: boolean): boolean {
  return journal.state !== 'read' || (isCurrent && journal.schemaProblems.length > 0);
}

function journalState(config: Config, { sprint, journal }: State, broken: readonly string[]): Status['journal'] {
  if (sprint === null || !journal || journal.mode === folderMode) return 'missing';
  return broken.includes(journalPath(config, sprint)) ? 'broken' : 'sound';
}

async function placeOf(config: Config, { snapshot }: State, word: LastWord): Promise<Place> {
  const journal = await readJournalAt(config, snapshot, word.sprint);
  const line = journal?.state === 'read' ? journal.locate(`/${word.entry}`).line : 1;
  return { path: journalPath(config, word.sprint), line };
}

async function presentArtefacts(config: Config, { snapshot, sprint }: State): Promise<Record<string, boolean>> {
  const folder = sprint === null ? new Map() : await snapshot.list(sprintFolder(config, sprint));
  const names = [...artefacts, 'INTERACTIONS.yaml'];
  return Object.fromEntries(names.map((name) => [name, folder.get(name)?.mode === '100644']));
}
