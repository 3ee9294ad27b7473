import { isMapping } from '../journal/entries.js';
import type { ReadJournal } from '../journal/journal.js';
import { defineRule, type Finding } from './rule.js';

interface Strayed {
  readonly sprint: number;
  readonly topic: string;
  /** What follows the S of the sprint that the topic references instead; null where no entry references a sprint. */
  readonly referenced: string | null;
}

/** The entries of a journal are about its own sprint. */
export default defineRule<Strayed>({
  id: 'journal/topic',
  severity: 'error',
  where: 'K',
  words: {
    en: {
      summary: 'A topic references the sprint of its journal as “Sprint S<N>”, and no other sprint before it.',
      why: 'An entry in the wrong journal is an ask that nobody answers.',
      remedy:
        'Write topic: Sprint S<N> with the number of the journal’s folder, or move the entry to the journal of the sprint that it names.',
      message: ({ sprint, referenced }) =>
        referenced === null
          ? `No entry’s topic references “Sprint S${sprint}”.`
          : `This topic references “Sprint S${referenced}” in the journal of sprint S${sprint}.`,
      help: mended,
    },
    fr: {
      summary: 'Un sujet cite le sprint de son journal sous la forme « Sprint S<N> », et aucun autre sprint avant lui.',
      why: 'Une entrée dans le mauvais journal est une demande à laquelle personne ne répond.',
      remedy:
        'Écrivez topic: Sprint S<N> avec le numéro du dossier du journal, ou déplacez l’entrée dans le journal du sprint qu’elle cite.',
      message: ({ sprint, referenced }) =>
        referenced === null
          ? `Aucune entrée ne cite « Sprint S${sprint} » dans son sujet.`
          : `Ce sujet cite « Sprint S${referenced} » dans le journal du sprint S${sprint}.`,
      help: mended,
    },
  },
  check: ({ journals }) => journals.flatMap((journal) => (journal.state === 'read' ? strayed(journal) : [])),
});

// `Sprint S12 — search`; U+00A0 and U+202F are the no-break spaces.
const reference = /Sprint[ \u00a0\u202f]+S(\d+)/;

/** N of the first sprint that a topic references, as written: S3b is no sprint, nor is S<N>; null where it references none. */
function referencedIn(topic: string): string | null {
  for (const match of topic.matchAll(new RegExp(reference, 'g'))) {
    const around = [topic[match.index - 1], topic[match.index + match[0].length]];
    if (!around.some(continuesWord)) return match[1] ?? null;
  }
  return null;
}

function continuesWord(character: string | undefined): boolean {
  if (character === undefined || character <= '\x7f') return /\w/.test(character ?? ' ');
  // A class of Unicode takes a millisecond to be made, which a topic without such a letter need not wait for.
  return /\p{ID_Continue}/u.test(character);
}

function strayed(journal: ReadJournal): Finding<Strayed>[] {
  const { path: file, sprint } = journal;
  const sound = journal.sound.map(({ index, entry }) => {
    const topic = String(entry.topic ?? '');
    return { path: `/${index}/topic`, topic, referenced: referencedIn(topic) };
  });
  const others = sound.filter(({ referenced }) => referenced !== null && referenced !== String(sprint));
  const [first] = sound;
  const found = others.length > 0 || !first || mayReference(journal) ? others : [first];
  return found.map(({ path, topic, referenced }) => ({
    data: { sprint, topic, referenced },
    file,
    path,
  }));
}

// A topic that the schema refuses may be the one that was to reference the sprint.
function mayReference({ entries, sprint }: ReadJournal): boolean {
  return entries.some((entry) => {
    const topic = isMapping(entry) ? entry.topic : null;
    return typeof topic !== 'string' || referencedIn(topic) === String(sprint);
  });
}

function mended({ sprint, topic, referenced }: Strayed): string {
  const right = `Sprint S${sprint}`;
  const template = 'Sprint S<N>';
  if (referenced !== null) return shown(topic.replace(reference, right));
  return shown(topic.includes(template) ? topic.replace(template, right) : `${right} — ${topic}`);
}

function shown(topic: string): string {
  return `topic: ${JSON.stringify(topic.trim())}`;
}
