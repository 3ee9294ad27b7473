import type { Language } from '../language.js';
import type { SyntaxProblem, UnreadableReason } from '../yaml/problem.js';
import { densest } from '../yaml/text.js';
import { quoted } from './path.js';

/** A message (the fact, in one sentence) and its help (the remedy, as something to type). */
interface Words {
  readonly message: string;
  readonly help: string;
}

/** What is said of a file that can't be read. */
export const unreadableWords: Readonly<Record<Language, (reason: UnreadableReason, path: string) => Words>> = {
  en: (reason, path) => {
    const add = `git add ${quoted(path)}`;
    const words: Readonly<Record<UnreadableReason['kind'], Words>> = {
      symlink: {
        message: `${path} is a symbolic link, and links are not followed.`,
        help: `put the file itself in its place, then: ${add}`,
      },
      submodule: { message: `${path} is a submodule, not a file.`, help: `git rm --cached ${quoted(path)}` },
      'lfs-pointer': {
        message: `${path} is kept in Git LFS, so git itself holds only a pointer to it.`,
        help: `git lfs untrack ${quoted(path)} && git add --renormalize ${quoted(path)}`,
      },
      'utf-16': {
        message: `${path} is UTF-16, as PowerShell’s > writes it, not UTF-8.`,
        help: `save it as UTF-8, then: ${add}`,
      },
      'not-utf-8': { message: `${path} is not UTF-8.`, help: `save it as UTF-8, then: ${add}` },
      'too-large': {
        message: `${path} is over 1 MiB${sizeOf(reason, 'en', ' MiB')}.`,
        help: 'move long texts, such as logs, to files of their own and name those here',
      },
      'too-dense': {
        message: `${path} holds over ${densest.toLocaleString('en')} keys, values and punctuation marks.`,
        help: 'move long lists to files of their own and name those here',
      },
      'too-deep': {
        message: `${path} is nested over 64 deep.`,
        help: 'write what is nested here as a text, in quotes',
      },
    };
    return words[reason.kind];
  },
  fr: (reason, path) => {
    const add = `git add ${quoted(path)}`;
    const words: Readonly<Record<UnreadableReason['kind'], Words>> = {
      symlink: {
        message: `${path} est un lien symbolique, et les liens ne sont pas suivis.`,
        help: `mettez le fichier lui-même à sa place, puis : ${add}`,
      },
      submodule: { message: `${path} est un sous-module, pas un fichier.`, help: `git rm --cached ${quoted(path)}` },
      'lfs-pointer': {
        message: `${path} est confié à Git LFS : git lui-même n’en garde qu’un pointeur.`,
        help: `git lfs untrack ${quoted(path)} && git add --renormalize ${quoted(path)}`,
      },
      'utf-16': {
        message: `${path} est en UTF-16, comme l’écrit le > de PowerShell, et non en UTF-8.`,
        help: `enregistrez-le en UTF-8, puis : ${add}`,
      },
      'not-utf-8': { message: `${path} n’est pas en UTF-8.`, help: `enregistrez-le en UTF-8, puis : ${add}` },
      'too-large': {
        message: `${path} dépasse 1 Mio${sizeOf(reason, 'fr', ' Mio')}.`,
        help: 'déplacez les longs textes, comme les journaux d’exécution, dans leurs propres fichiers, et nommez-les ici',
      },
      'too-dense': {
        message: `${path} contient plus de ${densest.toLocaleString('fr')} clés, valeurs et signes de ponctuation.`,
        help: 'déplacez les longues listes dans leurs propres fichiers, et nommez-les ici',
      },
      'too-deep': {
        message: `${path} est imbriqué sur plus de 64 niveaux.`,
        help: 'écrivez ce qui est imbriqué ici comme un texte, entre guillemets',
      },
    };
    return words[reason.kind];
  },
};

function sizeOf(reason: UnreadableReason, language: Language, unit: string): string {
  if (reason.kind !== 'too-large') return '';
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return ` (${(reason.size / 1024 / 1024).toLocaleString(language, digits)}${unit})`;
}

/** What is said of a file that is not one YAML 1.2 document. */
export const syntaxWords: Readonly<Record<Language, (problem: SyntaxProblem) => Words>> = {
  en: ({ kind, subject, quoted }) => {
    const words: Readonly<Record<SyntaxProblem['kind'], Words>> = {
      'reserved-value': {
        message: 'YAML takes this value for something else than text: it has to stand in quotes.',
        help: `${quoted}`,
      },
      'duplicate-key': {
        message: `The key ${subject} stands here a second time.`,
        help: 'delete or rename one of the two',
      },
      'several-documents': {
        message: 'A second YAML document starts here, and the file has to be one.',
        help: 'delete the line --- that parts them',
      },
      'yaml-version': {
        message: `The file says that it is YAML ${subject}; only YAML 1.2 is read.`,
        help: `delete the line %YAML ${subject}`,
      },
      'unknown-tag': {
        message: `The tag ${subject} is none that YAML’s core schema can read here.`,
        help: `delete ${subject}, or put the value in quotes if it is part of the text`,
      },
      'alias-bomb': {
        message: `The alias *${subject} makes the file expand to over 1 MiB, or to over 64 levels.`,
        help: `write out what *${subject} stands for`,
      },
      'unresolved-alias': {
        message: `The alias *${subject} has no anchor above it.`,
        help: `"*${subject}" in quotes, if it is text`,
      },
      'control-character': {
        message: `The control character ${subject} stands here, which YAML does not allow.`,
        help: `delete it, or write it in double quotes as ${escapeOf(subject)}`,
      },
      'tab-indentation': {
        message: 'A tab indents this line, where YAML takes only spaces.',
        help: 'indent the line with spaces',
      },
      other: {
        message: `This is not YAML: ${subject}.`,
        help: 'check the quotes and the indentation of this line and of the one above it',
      },
    };
    return words[kind];
  },
  fr: ({ kind, subject, quoted }) => {
    const words: Readonly<Record<SyntaxProblem['kind'], Words>> = {
      'reserved-value': {
        message: 'YAML prend cette valeur pour autre chose qu’un texte : il lui faut des guillemets.',
        help: `${quoted}`,
      },
      'duplicate-key': {
        message: `La clé ${subject} figure ici une deuxième fois.`,
        help: 'supprimez ou renommez l’une des deux',
      },
      'several-documents': {
        message: 'Un deuxième document YAML commence ici, et le fichier doit n’en être qu’un.',
        help: 'supprimez la ligne --- qui les sépare',
      },
      'yaml-version': {
        message: `Le fichier se dit en YAML ${subject} ; seul YAML 1.2 est lu.`,
        help: `supprimez la ligne %YAML ${subject}`,
      },
      'unknown-tag': {
        message: `L’étiquette ${subject} n’en est pas une que le schéma de base de YAML sache lire ici.`,
        help: `supprimez ${subject}, ou mettez la valeur entre guillemets si elle fait partie du texte`,
      },
      'alias-bomb': {
        message: `L’alias *${subject} fait gonfler le fichier au-delà de 1 Mio, ou de 64 niveaux.`,
        help: `écrivez en toutes lettres ce que *${subject} désigne`,
      },
      'unresolved-alias': {
        message: `L’alias *${subject} n’a pas d’ancre au-dessus de lui.`,
        help: `"*${subject}" entre guillemets, si c’est du texte`,
      },
      'control-character': {
        message: `Le caractère de contrôle ${subject} se trouve ici, et YAML ne l’admet pas.`,
        help: `supprimez-le, ou écrivez-le entre guillemets doubles sous la forme ${escapeOf(subject)}`,
      },
      'tab-indentation': {
        message: 'Une tabulation indente cette ligne, là où YAML n’admet que des espaces.',
        help: 'indentez la ligne avec des espaces',
      },
      other: {
        message: `Ceci n’est pas du YAML ; l’analyseur dit : « ${subject} ».`,
        help: 'vérifiez les guillemets et l’indentation de cette ligne et de celle du dessus',
      },
    };
    return words[kind];
  },
};

// Every excluded character is below U+0020.
function escapeOf(character: string): string {
  return `\\x${character.slice(-2)}`;
}
