import type { Language } from '../language.js';
import type { SyntaxProblem } from '../yaml/problem.js';
import type { Words } from './yaml.js';

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
      'conflict-marker': {
        message: 'git left a conflict here.',
        help: 'keep the entries of both sides, and delete the lines <<<<<<<, ======= and >>>>>>>',
      },
      'bad-escape': {
        message: `In double quotes, ${subject} is none of the escapes that YAML knows.`,
        help: 'write \\\\ for a backslash, or put the text in single quotes',
      },
      'open-quote': {
        message: 'The quote that opens here is never closed.',
        help: 'close it behind the text, or delete it',
      },
      'open-bracket': {
        message: `What is in brackets is not closed here: ${subject} is missing.`,
        help: `write ${subject} behind its last value, or put all of it in quotes if it is text`,
      },
      'missing-comma': {
        message: 'A comma is missing between two values in brackets.',
        help: 'put a comma between the two, or put all of it in quotes if it is text',
      },
      'missing-colon': {
        message: 'This is no key with a value: a colon with a blank behind it is missing.',
        help: 'write it as key: value, or put it in quotes with the text that it belongs to',
      },
      'list-behind-key': {
        message: 'A list can’t begin on the line of its key.',
        help: 'begin it on the line below, indented',
      },
      'text-behind': {
        message: 'Something stands behind a value that has ended.',
        help: 'put all of the value in double quotes, with \\" for one of its own',
      },
      'nested-mapping': {
        message: 'A “: ” stands in a text of several lines, or the line below is indented too deeply for a key.',
        help: 'put the text in quotes, or indent the line below like the key of this one',
      },
      'bad-indentation': {
        message: 'This line goes with nothing above it: no key or list item there is indented like it.',
        help: 'indent it like the line that it goes with; a new list item starts with a dash and a blank; delete it if it is neither',
      },
      other: {
        message: 'YAML can’t read on from here.',
        help: 'check the quotes, brackets and indentation of this line and of the one above it',
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
      'conflict-marker': {
        message: 'git a laissé un conflit ici.',
        help: 'gardez les entrées des deux côtés, et supprimez les lignes <<<<<<<, ======= et >>>>>>>',
      },
      'bad-escape': {
        message: `Entre guillemets doubles, ${subject} n’est aucune des séquences d’échappement de YAML.`,
        help: 'écrivez \\\\ pour une barre oblique inverse, ou mettez le texte entre apostrophes',
      },
      'open-quote': {
        message: 'Le guillemet ouvert ici n’est jamais refermé.',
        help: 'refermez-le après le texte, ou supprimez-le',
      },
      'open-bracket': {
        message: `Ce qui est entre crochets ou accolades n’est pas refermé ici : il manque ${subject}.`,
        help: `écrivez ${subject} après la dernière valeur, ou mettez le tout entre guillemets si c’est du texte`,
      },
      'missing-comma': {
        message: 'Il manque une virgule entre deux valeurs entre crochets ou accolades.',
        help: 'séparez-les par une virgule, ou mettez le tout entre guillemets si c’est du texte',
      },
      'missing-colon': {
        message: 'Ce n’est pas une clé avec sa valeur : il manque un deux-points suivi d’une espace.',
        help: 'écrivez clé: valeur, ou mettez-le entre guillemets avec le texte dont il fait partie',
      },
      'list-behind-key': {
        message: 'Une liste ne peut pas commencer sur la ligne de sa clé.',
        help: 'commencez-la sur la ligne du dessous, indentée',
      },
      'text-behind': {
        message: 'Quelque chose se trouve après une valeur déjà terminée.',
        help: 'mettez toute la valeur entre guillemets doubles, et \\" pour un guillemet du texte',
      },
      'nested-mapping': {
        message:
          'Un « : » se trouve dans un texte de plusieurs lignes, ou la ligne du dessous est trop indentée pour une clé.',
        help: 'mettez le texte entre guillemets, ou indentez la ligne du dessous comme la clé de celle-ci',
      },
      'bad-indentation': {
        message:
          'Cette ligne ne va avec rien de ce qui précède : aucune clé ni aucun élément n’y est indenté comme elle.',
        help: 'indentez-la comme la ligne avec laquelle elle va ; un nouvel élément commence par un tiret et une espace ; supprimez-la si ce n’est ni l’un ni l’autre',
      },
      other: {
        message: 'YAML ne peut pas lire la suite à partir d’ici.',
        help: 'vérifiez les guillemets, les crochets et l’indentation de cette ligne et de celle du dessus',
      },
    };
    return words[kind];
  },
};

// Every excluded character is below U+0020.
function escapeOf(character: string): string {
  return `\\x${character.slice(-2)}`;
}
