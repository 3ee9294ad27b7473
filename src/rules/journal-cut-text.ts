import { isPO } from '../journal/entries.js';
import type { CutText } from '../journal/journal.js';
import { lastAnswer } from '../journal/sound.js';
import { refusedPaths } from '../journal/topics.js';
import { pointerSegments } from '../yaml/pointer.js';
import { quotedText } from '../yaml/quote.js';
import { defineRule, type Finding } from './rule.js';

interface Cut extends CutText {
  /** The PO wrote or has answered the entry, so that it stays as it is once it is committed. */
  readonly isAnswered: boolean;
}

export default defineRule<Cut>({
  id: 'journal/cut-text',
  severity: 'warn',
  where: 'S',
  words: {
    en: {
      summary: 'A text that contains “ #” is in quotes.',
      why: 'YAML reads “ #” and what follows as a comment: “Sprint S12 #3” is read as “Sprint S12”.',
      remedy: 'Put the text in quotes: topic: "Sprint S12 #3".',
      message: ({ key }) => `YAML reads ${key} only up to the “#”, and drops the rest as a comment.`,
      help: (cut) =>
        cut.isAnswered ? `if the entry is committed, leave it as it is; in the next one: ${quoted(cut)}` : quoted(cut),
    },
    fr: {
      summary: 'Un texte qui contient un « # » après un espace est entre guillemets.',
      why: 'Pour YAML, un « # » après un espace ouvre un commentaire : « Sprint S12 #3 » se lit « Sprint S12 ».',
      remedy: 'Mettez le texte entre guillemets : topic: "Sprint S12 #3".',
      message: ({ key }) => `YAML ne lit ${key} que jusqu’au « # » et ignore la suite, prise pour un commentaire.`,
      help: (cut) =>
        cut.isAnswered
          ? `si l’entrée est déjà commitée, n’y touchez plus ; dans la prochaine : ${quoted(cut)}`
          : quoted(cut),
    },
  },
  check: ({ journals }) =>
    journals.flatMap((journal): Finding<Cut>[] => {
      if (journal.state !== 'read') return [];
      const { path: file, entries, cutTexts, schemaProblems } = journal;
      const refused = refusedPaths(schemaProblems);
      const allowed = cutTexts.filter(({ path }) => !refused.has(path));
      return allowed.map((cut) => {
        const index = Number(pointerSegments(cut.path)[0]);
        const isAnswered = index < lastAnswer(journal) || isPO(entries[index]);
        return { data: { ...cut, isAnswered }, file, location: cut.location, path: cut.path };
      });
    }),
});

function quoted({ key, written }: CutText): string {
  // Not by a pattern: looking for the line break behind each of a million tabs takes minutes.
  const lines = written.split('\n').map((line) => line.trim());
  return `${key}: ${quotedText(lines.filter(Boolean).join(' '))}`;
}
