import schema from '../../schemas/interactions.schema.json' with { type: 'json' };
import { pointerSegments } from '../yaml/pointer.js';
import { isMapping, isPO } from './entries.js';
import type { Entry, ReadJournal } from './journal.js';
import type { SchemaProblem } from './schema-problem.js';
import { refusedPaths, strayedTopics } from './topics.js';

/** An entry that neither the PO nor one of the developers signs. */
export interface Unsigned {
  /** Its index in the journal, from 0. */
  readonly index: number;
  readonly who: string;
  /** It is an answer, as its keys tell. */
  readonly isAnswer: boolean;
}

/** The entries that neither the PO nor one of the developers signs, of those whose `who` is a text. */
export function unsigned({ entries, schemaProblems }: ReadJournal, developers: readonly string[]): Unsigned[] {
  const names = new Set(['PO', ...developers]);
  const refused = refusedPaths(schemaProblems);
  return entries.flatMap((entry, index) => {
    if (!isMapping(entry) || typeof entry.who !== 'string' || names.has(entry.who)) return [];
    if (refused.has(`/${index}/who`) || refused.has(`/${index}`)) return [];
    return [{ index, who: entry.who, isAnswer: looksLikeAnswer(entry) }];
  });
}

/** Whether an entry is an answer, as its keys tell, whoever signs it. */
export function looksLikeAnswer(entry: Entry): boolean {
  return isPO(entry) || (isMapping(entry) && 'reply' in entry && !('did' in entry) && !('ask' in entry));
}

const answerKeys = new Set(Object.keys(schema.$defs.ownerEntry.properties));

/** What breaks the schema, without what only seems to because an answer is not signed PO. */
export function schemaProblemsOf(journal: ReadJournal, developers: readonly string[]): readonly SchemaProblem[] {
  const answers = new Set(unsigned(journal, developers).flatMap(({ index, isAnswer }) => (isAnswer ? [index] : [])));
  return journal.schemaProblems.filter((problem) => {
    const index = Number(pointerSegments(problem.path)[0]);
    if (!answers.has(index) || isPO(journal.entries[index])) return true;
    return problem.kind !== 'missing-key' && !(problem.kind === 'unknown-key' && answerKeys.has(problem.key));
  });
}

/** The indexes, from 0, of the entries at which the schema, their `who` or their topic is at fault. */
export function unsoundEntries(journal: ReadJournal, developers: readonly string[]): ReadonlySet<number> {
  const valid = new Set(journal.valid.map(({ index }) => index));
  const unsound = new Set([...journal.entries.keys()].filter((index) => !valid.has(index)));
  for (const { index } of [...unsigned(journal, developers), ...strayedTopics(journal)]) unsound.add(index);
  return unsound;
}

/** The indexes of the PO's entries that are still the template's, which nobody has filled in. */
export function templateAnswers({ schemaProblems }: ReadJournal): ReadonlySet<number> {
  const templates = schemaProblems.filter(({ kind }) => kind === 'template-answer');
  return new Set(templates.map(({ path }) => Number(pointerSegments(path)[0])));
}

/** The index of the last answer of the PO's; -1 without one. The template's is none. */
export function lastAnswer(journal: ReadJournal): number {
  const templates = templateAnswers(journal);
  return journal.entries.findLastIndex((entry, index) => isPO(entry) && !templates.has(index));
}
