import schema from '../../schemas/interactions.schema.json' with { type: 'json' };
import { pointerSegments } from '../yaml/pointer.js';
import { isMapping, isPO } from './entries.js';
import type { Entry, ReadJournal } from './journal.js';
import type { SchemaProblem } from './schema-problem.js';
import { refusedPaths, strayedTopics } from './topics.js';

/** An entry whose `who` is a text, but neither PO nor a developer. */
export interface Unsigned {
  /** 0-based. */
  readonly index: number;
  readonly who: string;
  /** Judged by the entry's keys. */
  readonly isAnswer: boolean;
}

export function unsigned({ entries, schemaProblems }: ReadJournal, developers: readonly string[]): Unsigned[] {
  const names = new Set(['PO', ...developers]);
  const refused = refusedPaths(schemaProblems);
  return entries.flatMap((entry, index) => {
    if (!isMapping(entry) || typeof entry.who !== 'string' || names.has(entry.who)) return [];
    if (refused.has(`/${index}/who`) || refused.has(`/${index}`)) return [];
    return [{ index, who: entry.who, isAnswer: looksLikeAnswer(entry) }];
  });
}

/** Judges by the entry's keys, whoever signs it. */
export function looksLikeAnswer(entry: Entry): boolean {
  return isPO(entry) || (isMapping(entry) && 'reply' in entry && !('did' in entry) && !('ask' in entry));
}

const answerKeys = new Set(Object.keys(schema.$defs.ownerEntry.properties));

/** Leaves out the problems that an answer has only because it is not signed PO. */
export function schemaProblemsOf(journal: ReadJournal, developers: readonly string[]): readonly SchemaProblem[] {
  const answers = new Set(unsigned(journal, developers).flatMap(({ index, isAnswer }) => (isAnswer ? [index] : [])));
  return journal.schemaProblems.filter((problem) => {
    const index = Number(pointerSegments(problem.path)[0]);
    if (!answers.has(index) || isPO(journal.entries[index])) return true;
    return problem.kind !== 'missing-key' && !(problem.kind === 'unknown-key' && answerKeys.has(problem.key));
  });
}

/** Returns the 0-based indexes of the entries with a fault in the schema, `who` or topic. */
export function unsoundEntries(journal: ReadJournal, developers: readonly string[]): ReadonlySet<number> {
  const valid = new Set(journal.valid.map(({ index }) => index));
  const unsound = new Set([...journal.entries.keys()].filter((index) => !valid.has(index)));
  for (const { index } of [...unsigned(journal, developers), ...strayedTopics(journal)]) unsound.add(index);
  return unsound;
}

/** Returns the indexes of the PO's entries that still are the template's. */
export function templateAnswers({ schemaProblems }: ReadJournal): ReadonlySet<number> {
  const templates = schemaProblems.filter(({ kind }) => kind === 'template-answer');
  return new Set(templates.map(({ path }) => Number(pointerSegments(path)[0])));
}

/** Returns the index of the PO's last answer, the template's aside; -1 if there is none. */
export function lastAnswer(journal: ReadJournal): number {
  const templates = templateAnswers(journal);
  return journal.entries.findLastIndex((entry, index) => isPO(entry) && !templates.has(index));
}
