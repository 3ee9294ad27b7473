import { addedBy } from '../facts/journal-changes.js';
import { isPO } from '../journal/entries.js';
import type { CutText } from '../journal/journal.js';
import { lastAnswer } from '../journal/sound.js';
import { refusedPaths } from '../journal/topics.js';
import { pointerSegments } from '../yaml/pointer.js';
import { quotedText } from '../yaml/quote.js';
import { defineRule } from './rule.js';

export default defineRule<CutText>({
  id: 'journal/cut-text',
  severity: 'warn',
  where: 'S',
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
        // What the PO wrote or has answered stays as it is, but in the commit that adds it.
        if (isAnswered && !isAdded(entries[index])) return [];
        return [{ data: cut, file, location: cut.location, path: cut.path, ofCommit: isAnswered }];
      });
    }),
  words: {
    en: {
      summary: 'A text that contains “ #” is in quotes.',
      why: 'YAML reads “ #” and what follows as a comment: “Sprint S12 #3” is read as “Sprint S12”.',
      remedy: 'Put the text in quotes: topic: "Sprint S12 #3".',
      message: ({ key }) => `YAML reads ${key} only up to the “#”, and drops the rest as a comment.`,
      help: quoted,
    },
    fr: {
      summary: 'Un texte qui contient un « # » après un espace est entre guillemets.',
      why: 'Pour YAML, un « # » après un espace ouvre un commentaire : « Sprint S12 #3 » se lit « Sprint S12 ».',
      remedy: 'Mettez le texte entre guillemets : topic: "Sprint S12 #3".',
      message: ({ key }) => `YAML ne lit ${key} que jusqu’au « # » et ignore la suite, prise pour un commentaire.`,
      help: quoted,
    },
  },
});

function quoted({ key, written }: CutText): string {
  // Not by a pattern: looking for the line break behind each of a million tabs takes minutes.
  const lines = written.split('\n').map((line) => line.trim());
  return `${key}: ${quotedText(lines.filter(Boolean).join(' '))}`;
}
