import { answeredCount, isMapping, isPO } from './entries.js';
import type { ReadJournal } from './journal.js';
import { references } from './references.js';

/** A topic that is not about the sprint of its journal. */
export interface StrayedTopic {
  /** The entry's index in the journal, from 0. */
  readonly index: number;
  readonly topic: string;
  /** What follows the S of the sprint that it references instead, `<N>` in a template's; null where it references none. */
  readonly referenced: string | null;
}

/** Where the schema has named what is wrong: at values, and at entries that are still the template's. */
export function refusedPaths(problems: ReadJournal['schemaProblems']): ReadonlySet<string> {
  return new Set(problems.filter(({ kind }) => kind !== 'missing-key').map(({ path }) => path));
}

/** The topics that reference another sprint first than the journal's, or none that they could: the template's S<N>. */
export function strayedTopics({ entries, sprint, schemaProblems }: ReadJournal): StrayedTopic[] {
  const refused = refusedPaths(schemaProblems);
  return entries.flatMap((entry, index) => {
    const topic = isMapping(entry) ? entry.topic : null;
    if (typeof topic !== 'string' || refused.has(`/${index}/topic`) || refused.has(`/${index}`)) return [];
    const referenced = topic.includes('S<N>') ? '<N>' : referencedIn(topic);
    return referenced === null || referenced === String(sprint) ? [] : [{ index, topic, referenced }];
  });
}

/**
 * The topic to mend where no entry's topic references the journal's sprint; null where one does, or may once it is mended.
 * It is that of an ask that nobody has answered; where there is none, the last entry's, which has to stay as it is.
 */
export function unreferencedTopic(journal: ReadJournal): (StrayedTopic & { readonly isAnswered: boolean }) | null {
  const { entries, sprint, schemaProblems } = journal;
  const refused = refusedPaths(schemaProblems);
  const topics = entries.map((entry, index) => {
    const isRefused = refused.has(`/${index}/topic`) || refused.has(`/${index}`);
    return isMapping(entry) && !isRefused ? entry.topic : null;
  });
  if (topics.some((topic) => typeof topic !== 'string' || referencedIn(topic) === String(sprint))) return null;
  const last = entries.length - 1;
  const open = answeredCount(entries);
  const isAnswered = isPO(entries[open]) && open === last;
  const index = isPO(entries[open]) && !isAnswered ? open + 1 : open;
  const topic = topics[index];
  return typeof topic === 'string' && strayedTopics(journal).length === 0
    ? { index, topic, referenced: null, isAnswered }
    : null;
}

/** N of the first sprint that a topic references, as written; null where it references none. */
function referencedIn(topic: string): string | null {
  const [first] = references(topic);
  return first?.sprint ?? null;
}

/** The topic as it would be about sprint N, every other character kept. */
export function topicOf(sprint: number, { topic }: Pick<StrayedTopic, 'topic'>): string {
  const filled = topic.replaceAll('S<N>', `S${sprint}`);
  const [first] = references(filled);
  return first ? `${filled.slice(0, first.start)}${sprint}${filled.slice(first.end)}` : `Sprint S${sprint} — ${filled}`;
}
