import { isMapping, isPO } from '../journal/entries.js';
import { lastAnswer } from '../journal/sound.js';
import { defineRule } from './rule.js';

export default defineRule({
  id: 'journal/self-answered',
  severity: 'error',
  where: 'K',
  after: ['journal/history'],
  check: ({ journals }) =>
    journals.flatMap((journal) => {
      if (journal.state !== 'read') return [];
      const answer = lastAnswer(journal);
      return journal.entries.flatMap((entry, index) =>
        isMapping(entry) && !isPO(entry) && entry.status === 'done' && index > answer
          ? [{ data: { index }, file: journal.path, path: `/${index}/status` }]
          : [],
      );
    }),
  words: {
    en: {
      summary: 'An entry is done only once the PO has answered it.',
      why: 'An ask closed by its own author has not been tested by anybody.',
      remedy: 'Write status: pending; the PO’s answer makes it done.',
      message: ({ index }) => `Entry ${index + 1} is done, but no answer from the PO follows it.`,
      help: () => 'status: pending',
    },
    fr: {
      summary: 'Une demande n’est close (done) qu’une fois que le PO y a répondu.',
      why: 'Une demande close par son propre auteur n’a été testée par personne.',
      remedy: 'Écrivez status: pending ; c’est la réponse du PO qui clôt la demande.',
      message: ({ index }) => `L’entrée ${index + 1} est close (done), mais aucune réponse du PO ne la suit.`,
      help: () => 'status: pending',
    },
  },
});
