import { isMapping, isPO } from './entries.js';
import type { ReadJournal } from './journal.js';
import { references } from './references.js';

export interface StrayedTopic {
  /** 0-based. */
  readonly index: number;
  readonly topic: string;
  /** The sprint that it references instead, as written, or a template's `<N>`; null if it references none. */
  readonly referenced: string | null;
}

/** Returns the paths at which the schema already reports a problem, so that one cause gives one diagnostic. */
export function refusedPaths(problems: ReadJournal['schemaProblems']): ReadonlySet<string> {
  return new Set(problems.filter(({ kind }) => kind !== 'missing-key').map(({ path }) => path));
}

/** Finds the topics whose first reference is another sprint than the journal's, or the template's S<N>. */
export function strayedTopics(journal: ReadJournal): StrayedTopic[] {
  return topicsOf(journal).flatMap((topic, index) => {
    const referenced = topic === null ? null : topic.includes('S<N>') ? '<N>' : referencedIn(topic);
    if (topic === null || referenced === null || referenced === String(journal.sprint)) return [];
    return [{ index, topic, referenced }];
  });
}

/**
 * Returns the topic to mend if no topic references the journal's sprint; null if one does, or may once it is mended. It
 * is the topic of an unanswered ask; if there is none, of the last entry, which can't be changed any more.
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

/** Returns each entry's topic; null if it is no text, or the schema already refuses it. */
function topicsOf({ entries, schemaProblems }: ReadJournal): (string | null)[] {
  const refused = refusedPaths(schemaProblems);
  return entries.map((entry, index) => {
    const isRefused = refused.has(`/${index}/topic`) || refused.has(`/${index}`);
    return isMapping(entry) && typeof entry.topic === 'string' && !isRefused ? entry.topic : null;
  });
}

/** Returns the first sprint that a topic references, as written. */
function referencedIn(topic: string): string | null {
  const [first] = references(topic);
  return first?.sprint ?? null;
}

/** Rewrites a topic for sprint N, every other character kept. */
export function topicOf(sprint: number, topic: string): string {
  const filled = topic.replaceAll('S<N>', `S${sprint}`);
  const [first] = references(filled);
  return first ? `${filled.slice(0, first.start)}${sprint}${filled.slice(first.end)}` : `Sprint S${sprint} — ${filled}`;
}
