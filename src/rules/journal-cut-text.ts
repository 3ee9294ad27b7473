import { settled } from '../facts/settled.js';
import type { CutText } from '../journal/journal.js';
import { refusedPaths } from '../journal/topics.js';
import { pointerSegments } from '../yaml/pointer.js';
import { quotedText } from '../yaml/quote.js';
import { defineRule } from './rule.js';

const help = ({ key, whole }: CutText) => `${key}: ${quotedText(whole)}`;

export default defineRule<CutText>({
  id: 'journal/cut-text',
  severity: 'warn',
  where: 'S',
  byEntry: true,
  check: (facts) =>
    facts.journals.flatMap((journal) => {
      if (journal.state !== 'read') return [];
      const { path: file, cutTexts, schemaProblems } = journal;
      const refused = refusedPaths(schemaProblems);
      const stateOf = settled(facts, journal);
      return cutTexts.flatMap((cut) => {
        const state = stateOf(Number(pointerSegments(cut.path)[0]));
        if (refused.has(cut.path) || state === 'settled') return [];
        const after = cut.key === 'topic' ? ['journal/topic'] : [];
        return [{ data: cut, file, location: cut.location, path: cut.path, ofCommit: state === 'new', after }];
      });
    }),
  words: {
    en: {
      summary: 'A text that contains “ #” is in quotes.',
      why: 'YAML reads “ #” and what follows as a comment: “Sprint S12 #3” is read as “Sprint S12”.',
      remedy: 'Put the text in quotes: topic: "Sprint S12 #3".',
      message: ({ key }) => `YAML drops the “#” in ${key} and the rest of its line as a comment.`,
      help,
    },
    fr: {
      summary: 'Un texte qui contient un « # » après un espace est entre guillemets.',
      why: 'Pour YAML, un « # » après un espace ouvre un commentaire : « Sprint S12 #3 » se lit « Sprint S12 ».',
      remedy: 'Mettez le texte entre guillemets : topic: "Sprint S12 #3".',
      message: ({ key }) => `YAML ignore le « # » de ${key} et la suite de sa ligne, pris pour un commentaire.`,
      help,
    },
  },
});
