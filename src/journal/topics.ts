import { isMapping, isPO } from './entries.js';
import type { ReadJournal } from './journal.js';
import { references } from './references.js';

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
export function strayedTopics(journal: ReadJournal): StrayedTopic[] {
  return topicsOf(journal).flatMap((topic, index) => {
    const referenced = topic === null ? null : topic.includes('S<N>') ? '<N>' : referencedIn(topic);
    if (topic === null || referenced === null || referenced === String(journal.sprint)) return [];
    return [{ index, topic, referenced }];
  });
}

/**
 * The topic to mend where no entry's topic references the journal's sprint; null where one does, or may once it is mended.
 * It is that of an ask that nobody has answered; where there is none, the last entry's, which has to stay as it is.
 */
export function unreferencedTopic(journal: ReadJournal): (StrayedTopic & { readonly isAnswered: boolean }) | null {
  const { entries } = journal;
  const topics = topicsOf(journal);
  if (topics.some((topic) => topic === null || referencedIn(topic) !== null || topic.includes('S<N>'))) return null;
  const open = entries.findLastIndex(isPO) + 1;
  const isAnswered = open === entries.length;
  const index = isAnswered ? open - 1 : open;
  const topic = topics[index];
  return typeof topic === 'string' ? { index, topic, referenced: null, isAnswered } : null;
}

/** The topic of each entry; null where it is no text, or the schema has named what is wrong with it. */
function topicsOf({ entries, schemaProblems }: ReadJournal): (string | null)[] {
  const refused = refusedPaths(schemaProblems);
  return entries.map((entry, index) => {
    const isRefused = refused.has(`/${index}/topic`) || refused.has(`/${index}`);
    return isMapping(entry) && typeof entry.topic === 'string' && !isRefused ? entry.topic : null;
  });
}

/** N of the first sprint that a topic references, as written; null where it references none. */
function referencedIn(topic: string): string | null {
  const [first] = references(topic);
  return first?.sprint ?? null;
}

/** The topic as it would be about sprint N, every other character kept. */
export function topicOf(sprint: number, topic: string): string {
  const filled = topic.replaceAll('S<N>', `S${sprint}`);
  const [first] = references(filled);
  return first ? `${filled.slice(0, first.start)}${sprint}${filled.slice(first.end)}` : `Sprint S${sprint} — ${filled}`;
}
