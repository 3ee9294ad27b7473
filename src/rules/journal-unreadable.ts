import type { Language } from '../language.js';
import { unreadableWords } from '../words/yaml.js';
import type { UnreadableReason } from '../yaml/problem.js';
import { defineRule } from './rule.js';

interface Data {
  readonly path: string;
  readonly reason: UnreadableReason;
}

const words = (language: Language, { reason, path }: Data, argument?: string) =>
  unreadableWords[language](reason, path, argument);

function help(language: Language, data: Data, argument: string): string {
  if (data.reason.kind === 'utf-16') return `npx sprint-check fix ${argument}\ngit add ${argument}`;
  return words(language, data, argument)[1] ?? '';
}

export default defineRule<Data>({
  id: 'journal/unreadable',
  severity: 'error',
  where: 'K',
  check: ({ journals }) =>
    journals.flatMap((journal) => {
      if (journal.state !== 'unreadable') return [];
      const { path, reason } = journal;
      return [{ data: { path, reason }, file: path, ...(reason.kind === 'too-deep' && { location: reason.location }) }];
    }),
  words: {
    en: {
      summary: 'A journal is a regular UTF-8 file of at most 1 MiB, nested at most 64 deep.',
      why: 'What can’t be read can’t be checked, and git would accept it without a word.',
      remedy:
        'Save it as a regular file in UTF-8, neither a link nor in Git LFS, and move long texts to other files that it mentions.',
      message: (data) => words('en', data)[0],
      help: (data, path) => help('en', data, path(data.path)),
    },
    fr: {
      summary: 'Un journal est un fichier ordinaire en UTF-8, de 1 Mio et de 64 niveaux d’imbrication au plus.',
      why: 'Ce qui est illisible ne peut pas être contrôlé, et git l’accepterait sans rien dire.',
      remedy:
        'Enregistrez-le comme un fichier ordinaire en UTF-8, sans lien ni Git LFS, et déplacez les longs textes dans d’autres fichiers, qu’il cite.',
      message: (data) => words('fr', data)[0],
      help: (data, path) => help('fr', data, path(data.path)),
    },
  },
});
