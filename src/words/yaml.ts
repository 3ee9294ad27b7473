import type { Translated, Words } from '../language.js';
import type { UnreadableReason } from '../yaml/problem.js';
import { maxLexemes } from '../yaml/text.js';
import { quoted } from './commands.js';

/** `argument` is the path as one types it. */
export const unreadableWords: Translated<(reason: UnreadableReason, path: string, argument?: string) => Words> = {
  en: (reason, path, argument = quoted(path)) => {
    const add = `git add ${argument}`;
    const words: Readonly<Record<UnreadableReason['kind'], Words>> = {
      symlink: [
        `${path} is a symbolic link, and links are not followed.`,
        `replace it with the file itself, then:\n${add}`,
      ],
      submodule: [`${path} is a submodule, not a file.`, `git rm --cached ${argument}`],
      'lfs-pointer': [
        `${path} is in Git LFS, so git itself has only a pointer to it.`,
        `git lfs untrack ${argument}\ngit add --renormalize ${argument}`,
      ],
      'utf-16': [`${path} is UTF-16, as PowerShell’s > writes it, not UTF-8.`, `save it as UTF-8, then:\n${add}`],
      'not-utf-8': [`${path} is not UTF-8.`, `save it as UTF-8, then:\n${add}`],
      'too-large': [
        `${path} is too large: over 1 MiB, or over ${maxLexemes.toLocaleString('en')} words and marks.`,
        'move long texts and lists, such as logs, to files of their own and mention those here',
      ],
      'too-deep': [`${path} is nested over 64 deep.`, 'write what is nested here as a text, in quotes'],
    };
    return words[reason.kind];
  },
  fr: (reason, path, argument = quoted(path)) => {
    const add = `git add ${argument}`;
    const words: Readonly<Record<UnreadableReason['kind'], Words>> = {
      symlink: [
        `${path} est un lien symbolique, et les liens ne sont pas suivis.`,
        `remplacez-le par le fichier lui-même, puis :\n${add}`,
      ],
      submodule: [`${path} est un sous-module, pas un fichier.`, `git rm --cached ${argument}`],
      'lfs-pointer': [
        `${path} est géré par Git LFS : git lui-même n’en a qu’un pointeur.`,
        `git lfs untrack ${argument}\ngit add --renormalize ${argument}`,
      ],
      'utf-16': [
        `${path} est en UTF-16, comme l’écrit le > de PowerShell, et non en UTF-8.`,
        `enregistrez-le en UTF-8, puis :\n${add}`,
      ],
      'not-utf-8': [`${path} n’est pas en UTF-8.`, `enregistrez-le en UTF-8, puis :\n${add}`],
      'too-large': [
        `${path} est trop grand : plus de 1 Mio, ou plus de ${maxLexemes.toLocaleString('fr')} mots et signes.`,
        'déplacez les longs textes et les longues listes, comme les logs, dans d’autres fichiers, et citez ceux-ci ici',
      ],
      'too-deep': [
        `${path} est imbriqué sur plus de 64 niveaux.`,
        'écrivez ce qui est imbriqué ici comme un texte, entre guillemets',
      ],
    };
    return words[reason.kind];
  },
};
