import { addedBy } from '../facts/journal-changes.js';
import { isPO } from '../journal/entries.js';
import type { CutText } from '../journal/journal.js';
import { lastAnswer } from '../journal/sound.js';
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
      const { path: file, entries, cutTexts, schemaProblems } = journal;
      const refused = refusedPaths(schemaProblems);
      const isAdded = addedBy(facts, file);
      const allowed = cutTexts.filter(({ path }) => !refused.has(path));
      return allowed.flatMap((cut) => {
        const index = Number(pointerSegments(cut.path)[0]);
        const isAnswered = index < lastAnswer(journal) || isPO(entries[index]);
        // What the PO wrote or answered may not change any more, except in the commit that adds it.
        if (isAnswered && !isAdded(entries[index])) return [];
        const after = cut.key === 'topic' ? ['journal/topic'] : [];
        return [{ data: cut, file, location: cut.location, path: cut.path, ofCommit: isAnswered, after }];
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
