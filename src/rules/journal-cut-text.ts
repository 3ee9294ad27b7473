import type { CutText } from '../journal/journal.js';
import { inQuotes } from '../yaml/quote.js';
import { defineRule } from './rule.js';

/** A plain text of a journal that YAML cuts short at ` #`. */
export default defineRule<CutText>({
  id: 'journal/cut-text',
  severity: 'warn',
  where: 'S',
  words: {
    en: {
      summary: 'A text with “ #” in it stands in quotes.',
      why: 'YAML takes what follows “ #” for a comment and drops it: “Sprint S12 #3” is read as “Sprint S12”.',
      remedy: 'Put the text in quotes: topic: "Sprint S12 #3".',
      message: ({ key }) => `YAML reads ${key} only as far as the “#” and drops the rest as a comment.`,
      help: mended,
    },
    fr: {
      summary: 'Un texte qui contient «  # » se met entre guillemets.',
      why: 'YAML prend ce qui suit «  # » pour un commentaire et le laisse tomber : « Sprint S12 #3 » se lit « Sprint S12 ».',
      remedy: 'Mettez le texte entre guillemets : topic: "Sprint S12 #3".',
      message: ({ key }) => `YAML ne lit ${key} que jusqu’au « # » et laisse tomber la suite comme un commentaire.`,
      help: mended,
    },
  },
  check: ({ journals }) =>
    journals.flatMap((journal) =>
      journal.state !== 'read'
        ? []
        : journal.cutTexts.map((cut) => ({ data: cut, file: journal.path, location: cut.location, path: cut.path })),
    ),
});

function mended({ key, written }: CutText): string {
  // Not by a pattern: looking for the line break behind each of a million tabs takes minutes.
  const lines = written.split('\n').map((line) => line.trim());
  return `${key}: ${inQuotes(lines.filter(Boolean).join(' '))}`;
}
