import type { Config } from '../config/config.js';
import { artefacts } from '../facts/closing.js';
import type { Sprint } from '../facts/facts.js';
import { type LastWord, lastWord, type UnknownWord } from '../facts/last-word.js';
import { readJournalAt, type State, sprintFolder, sprintNumbers } from '../facts/sprint.js';
import type { Failure } from '../failure.js';
import type { GitContext } from '../git/process.js';
import { answeredCount, isMapping, isPO } from '../journal/entries.js';
import type { Journal } from '../journal/journal.js';
import {
  brokenHeader,
  currentSprint,
  isInConflict,
  missingJournalCommand,
  type Workspace,
} from '../worktree/workspace.js';

export interface Pending {
  readonly sprint: number;
  /** 0-based. */
  readonly entry: number;
  readonly topic: string;
  readonly ask: string;
  /** ACTIONS_PO: what the PO has to run. */
  readonly actions: readonly string[];
}

export interface Status {
  readonly config: Config;
  /** Turns a path from the root into an argument of a command, from where the user stands. */
  readonly argument: Workspace['argument'];
  readonly sprint: Sprint | null;
  readonly journal: 'sound' | 'missing' | 'broken';
  readonly missingJournal: string | null;
  readonly brokenHeader: Failure | null;
  /** Paths of the journals with errors that may hide entries or an answer. */
  readonly broken: readonly string[];
  /** The newest sprint's first. */
  readonly pending: readonly Pending[];
  readonly lastWord: LastWord | UnknownWord | null;
  readonly artefacts: Readonly<Record<string, boolean>>;
}

/** `now` is the time in the help for a broken header. */
export async function readStatus(context: GitContext, workspace: Workspace, now: number): Promise<Status> {
  const { config, argument, disk } = workspace;
  const { snapshot, sprint } = disk;
  const word = await lastWord(config, snapshot);
  const since = word && 'sprint' in word ? word.sprint : 0;
  const numbers = await sprintNumbers(config, snapshot);
  const found = await Promise.all(numbers.map((number) => readJournalAt(config, snapshot, number)));
  const journals = found.filter((journal) => journal !== null);
  const current = journals.find((journal) => journal.sprint === sprint);
  const isUnmerged = current !== undefined && (await isInConflict(workspace, current.path));
  const isBroken = (journal: Journal) =>
    journal.state !== 'read' || (journal === current && (isUnmerged || journal.schemaProblems.length > 0));
  return {
    ...{ config, argument },
    sprint: await currentSprint(workspace),
    journal: !current ? 'missing' : isBroken(current) ? 'broken' : 'sound',
    missingJournal: sprint === null || current ? null : await missingJournalCommand(context, workspace, sprint),
    brokenHeader: await brokenHeader(workspace, now),
    broken: journals
      .filter((journal) => (journal === current || journal.sprint >= since) && isBroken(journal))
      .map(({ path }) => path),
    pending: journals.flatMap(pendingIn),
    lastWord: word,
    artefacts: await presentArtefacts(config, disk),
  };
}

/** Returns the pending entries that no PO's entry follows; none for an unreadable journal. */
function pendingIn(journal: Journal): Pending[] {
  if (journal.state !== 'read') return [];
  const { sprint, entries } = journal;
  const answered = answeredCount(entries);
  return entries.flatMap((entry, index) => {
    if (index < answered || !isMapping(entry) || isPO(entry) || !/^pending$/i.test(textOf(entry.status))) return [];
    const actions = Array.isArray(entry.actions) ? entry.actions.map(textOf).filter(Boolean) : [];
    return [{ sprint, entry: index, topic: textOf(entry.topic), ask: textOf(entry.ask), actions }];
  });
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

async function presentArtefacts(config: Config, { snapshot, sprint }: State): Promise<Record<string, boolean>> {
  const folder = sprint === null ? new Map() : await snapshot.list(sprintFolder(config, sprint));
  const names = [...artefacts, 'INTERACTIONS.yaml'];
  return Object.fromEntries(names.map((name) => [name, folder.get(name)?.mode === '100644']));
}
