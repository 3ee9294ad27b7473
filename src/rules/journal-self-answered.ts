import { answeredCount, isMapping, isPO } from '../journal/entries.js';
import { defineRule, type Finding } from './rule.js';

interface SelfAnswered {
  /** The entry's index in the journal, from 0. */
  readonly index: number;
}

/** Only the PO closes an ask. */
export default defineRule<SelfAnswered>({
  id: 'journal/self-answered',
  severity: 'error',
  where: 'K',
  after: ['journal/history'],
  words: {
    en: {
      summary: 'An entry is done once an entry of the PO’s follows it.',
      why: 'An ask that its own author closes is one that nobody has tested.',
      remedy: 'Write status: pending; the PO’s answer makes it done.',
      message: ({ index }) => `Entry ${index + 1} is done, and no answer of the PO’s follows it.`,
      help: () => 'status: pending',
    },
    fr: {
      summary: 'Une entrée est close (done) une fois qu’une entrée du PO la suit.',
      why: 'Une demande close par son propre auteur, personne ne l’a testée.',
      remedy: 'Écrivez status: pending ; c’est la réponse du PO qui clôt l’entrée.',
      message: ({ index }) => `L’entrée ${index + 1} est close (done), sans réponse du PO après elle.`,
      help: () => 'status: pending',
    },
  },
  check: ({ journals }) =>
    journals.flatMap((journal): Finding<SelfAnswered>[] => {
      if (journal.state !== 'read') return [];
      const answered = answeredCount(journal.entries);
      return journal.entries.flatMap((entry, index) =>
        isMapping(entry) && !isPO(entry) && entry.status === 'done' && index >= answered
          ? [{ data: { index }, file: journal.path, path: `/${index}/status` }]
          : [],
      );
    }),
});
