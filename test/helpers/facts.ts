import { defaultConfig } from '../../src/config/config.ts';
import type { SnapshotFacts, Sprint } from '../../src/facts/facts.ts';
import { type Notes, readNotes } from '../../src/facts/notes.ts';
import type { Journal } from '../../src/journal/journal.ts';
import { readJournal } from '../../src/journal/read.ts';
import type { Language } from '../../src/language.ts';
import type { Finding, Rule } from '../../src/rules/rule.ts';
import { blob } from './blob.ts';

/** The moment that snapshots are judged at unless told otherwise, ten minutes into sprint 3; milliseconds since the epoch. */
export const judgedAt = Date.parse('2026-11-22T14:10:00Z');

const startedAt = judgedAt - 10 * 60_000;

export const journalPath = (sprint: number) => `docs/sprints/S${sprint}/INTERACTIONS.yaml`;

const sprint3: Sprint = {
  id: 3,
  journal: journalPath(3),
  start: { at: startedAt, source: 'header' },
  freezeAt: startedAt + 22 * 60_000,
};

/** The facts of a sound snapshot in sprint 3 without files, frozen, but for what is given. */
export function snapshotFacts(given: Partial<SnapshotFacts> = {}): SnapshotFacts {
  return Object.freeze({
    at: judgedAt,
    config: defaultConfig,
    branch: 'work',
    notes: null,
    sprint: sprint3,
    journal: null,
    journals: given.journal ? [given.journal] : [],
    journalUntracked: false,
    missingArtefacts: [],
    staleSchema: null,
    unanswered: null,
    ...given,
  });
}

/** A journal as it is read from its file. */
export async function journalOf(content: string | Uint8Array, sprint = 3, mode?: string): Promise<Journal> {
  return Object.freeze(await readJournal({ path: journalPath(sprint), sprint, ...blob(content, mode) }));
}

/** Facts in which a file is the journal of sprint 3. */
export async function factsOfJournal(content: string | Uint8Array, mode?: string): Promise<SnapshotFacts> {
  return snapshotFacts({ journal: await journalOf(content, 3, mode) });
}

/** Notes as they are read from their file. */
export async function notesOf(content: string | Uint8Array, mode?: string): Promise<Notes> {
  return Object.freeze(await readNotes({ path: 'PO_NOTES.md', ...blob(content, mode) }));
}

/** What a rule finds in a snapshot, in words: `line:column path message`, with `help` behind ` | `. */
export async function said<Data>(rule: Rule<Data>, facts: SnapshotFacts, language: Language = 'en'): Promise<string[]> {
  const found = (rule.snapshot?.(facts) ?? []).map(async (finding: Finding<Data>) => {
    const { data, path } = finding;
    const location = finding.location ?? (path === undefined ? null : await locate(facts, finding.file, path));
    const place = location ? `${location.line}:${location.column}` : '-';
    const { message, help } = rule.words[language];
    return `${place} ${path || '-'} ${message(data)} | ${help(data)}`;
  });
  return Promise.all(found);
}

async function locate({ notes, journals }: SnapshotFacts, file: string | undefined, path: string) {
  const found = [notes, ...journals].find((candidate) => candidate?.path === file);
  return found && 'locate' in found ? found.locate?.(path) : null;
}
