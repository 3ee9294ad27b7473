import { type StrayedTopic, strayedTopics, topicOf, unreferencedTopic } from '../journal/topics.js';
import { quotedText } from '../yaml/quote.js';
import { defineRule } from './rule.js';

interface Strayed extends StrayedTopic {
  readonly sprint: number;
  /** The entry may not change, since the PO wrote or answered it. */
  readonly isAnswered?: boolean;
}

const mended = ({ sprint, topic }: Strayed) => `topic: ${quotedText(topicOf(sprint, topic).trim())}`;

export default defineRule<Strayed>({
  id: 'journal/topic',
  severity: 'error',
  where: 'K',
  after: ['journal/po-identity'],
  byEntry: true,
  check: ({ journals }) =>
    journals.flatMap((journal) => {
      if (journal.state !== 'read') return [];
      const unreferenced = unreferencedTopic(journal);
      const all = unreferenced ? [unreferenced] : strayedTopics(journal);
      return all.map((strayed) => {
        const path = `/${strayed.index}/topic`;
        const cut = journal.cutTexts.find((each) => each.path === path);
        return {
          // For a topic that a comment cuts short, the help shows all of it, in quotes.
          data: { ...strayed, topic: cut?.whole ?? strayed.topic, sprint: journal.sprint },
          ...{ file: journal.path, path, ...(cut && { location: cut.location }) },
        };
      });
    }),
  words: {
    en: {
      summary: 'A topic references the sprint of its journal as “Sprint S<N>”, and no other sprint before it.',
      why: 'An entry in the wrong journal is an ask that nobody answers.',
      remedy:
        'Write topic: Sprint S<N> with the number of the journal’s folder, or move the entry to the journal of the sprint that it names.',
      message: ({ sprint, referenced }) =>
        referenced === null
          ? `No entry’s topic references “Sprint S${sprint}”.`
          : referenced === '<N>'
            ? 'This topic still contains the “S<N>” of the template.'
            : `This topic references “Sprint S${referenced}” in the journal of sprint S${sprint}.`,
      help: (data) =>
        data.isAnswered
          ? `add an entry whose topic references the sprint, as in topic: Sprint S${data.sprint} — validation`
          : mended(data),
    },
    fr: {
      summary: 'Un sujet cite le sprint de son journal sous la forme « Sprint S<N> », et aucun autre sprint avant lui.',
      why: 'Une entrée dans le mauvais journal est une demande à laquelle personne ne répond.',
      remedy:
        'Écrivez topic: Sprint S<N>, avec le numéro du dossier du journal, ou déplacez l’entrée dans le journal du sprint qu’elle cite.',
      message: ({ sprint, referenced }) =>
        referenced === null
          ? `Aucune entrée ne cite « Sprint S${sprint} » dans son sujet.`
          : referenced === '<N>'
            ? 'Ce sujet contient encore le « S<N> » du gabarit.'
            : `Ce sujet cite « Sprint S${referenced} » dans le journal du sprint S${sprint}.`,
      help: (data) =>
        data.isAnswered
          ? `ajoutez une entrée dont le sujet cite le sprint, comme topic: Sprint S${data.sprint} — validation`
          : mended(data),
    },
  },
});
