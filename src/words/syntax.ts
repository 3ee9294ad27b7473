import type { Translated, Words } from '../language.js';
import type { SyntaxProblem } from '../yaml/problem.js';

/** `holds` tells a journal from a header or a config. */
export const syntaxWords: Translated<(problem: SyntaxProblem, holds?: 'entries' | 'keys') => Words> = {
  en: (problem, holds = 'keys') => english(problem, holds)[problem.kind],
  fr: (problem, holds = 'keys') => french(problem, holds)[problem.kind],
};

type Sentences = Readonly<Record<SyntaxProblem['kind'], Words>>;

function english({ subject, quoted }: SyntaxProblem, holds: 'entries' | 'keys'): Sentences {
  const ifText = quoted ? `; if it is text: ${quoted}` : '';
  const newEntry = holds === 'entries' ? ', a new entry as - who: name' : '';
  const sides = {
    entries: 'keep the entries of both sides, each with its own dash and all of its keys',
    keys: 'keep one of the two sides (of a sprint header, the higher sprint_id or, if it is the same, the earlier started_at)',
  }[holds];
  return {
    'reserved-value': ['YAML does not read this value as text: it needs quotes.', `${quoted}`],
    'duplicate-key': [
      `The key ${subject} is here a second time.`,
      {
        entries: `keep one ${subject}, with the content of both if it is a text, and delete the other; if a new entry starts here, start each entry with a dash: - who:`,
        keys: `keep the right ${subject}, and delete the other`,
      }[holds],
    ],
    'missing-dash': [
      'A new entry starts here, but it has no dash of its own.',
      `write the entries one below the other, each starting with a dash (- ${subject}:) and with all of its keys`,
    ],
    'misplaced-text': [
      `The text of ${subject} is not indented here.`,
      `indent it, and the lines that belong to it, deeper than ${subject}`,
    ],
    'misplaced-entry': [
      'This entry does not start in the column of the one above.',
      'move it, with all of its lines, to lines of its own in the column of the entries above',
    ],
    'superfluous-dash': [
      'These keys belong to the entry above.',
      'replace the dash in front of them with a space, so that they go on with it',
    ],
    'several-documents': [
      'A second YAML document starts here; the file must be a single one.',
      'delete the lines --- and ... between the two',
    ],
    refused: [
      `${subject} is a YAML directive, anchor, tag or alias; none of these is allowed here.`,
      `delete ${subject}; in place of an alias, write what it stands for${ifText}`,
    ],
    'excluded-character': [
      `${subject} is a character that YAML does not allow.`,
      'delete or retype it, here and wherever else it is',
    ],
    'tab-indentation': ['This line is indented with a tab; YAML allows only spaces.', 'indent the line with spaces'],
    'conflict-marker': [
      'There is an unresolved merge conflict here.',
      `${sides}, and delete the lines <<<<<<<, ======= and >>>>>>>, with what stands between ||||||| and =======`,
    ],
    'open-quote': ['The quote that opens here is never closed.', 'close it after the text, or delete it'],
    bracket: [
      'A bracket is not closed here, or a comma is missing.',
      'put a comma between two values and a bracket after the last, or put it all in quotes if it is text',
    ],
    other: [
      'From here on, this is not valid YAML.',
      `align this line and the next with those around them, the text of a key deeper than the key; write a key as key: value${newEntry}; a text with a colon in it needs quotes, and what is neither goes`,
    ],
  };
}

function french({ subject, quoted }: SyntaxProblem, holds: 'entries' | 'keys'): Sentences {
  const ifText = quoted ? ` ; si c’est du texte : ${quoted}` : '';
  const newEntry = holds === 'entries' ? ', une nouvelle entrée sous la forme - who: nom' : '';
  const sides = {
    entries: 'gardez les entrées des deux côtés, chacune avec son tiret et toutes ses clés',
    keys: 'gardez l’un des deux côtés (d’un en-tête de sprint, le sprint_id le plus grand ou, s’il est le même, le started_at le plus ancien)',
  }[holds];
  return {
    'reserved-value': ['YAML ne lit pas cette valeur comme un texte : il lui faut des guillemets.', `${quoted}`],
    'duplicate-key': [
      `La clé ${subject} figure ici une deuxième fois.`,
      {
        entries: `gardez un seul ${subject}, avec le contenu des deux si c’est un texte, et supprimez l’autre ; si une nouvelle entrée commence ici, commencez chaque entrée par un tiret : - who:`,
        keys: `gardez le bon ${subject}, et supprimez l’autre`,
      }[holds],
    ],
    'missing-dash': [
      'Une nouvelle entrée commence ici, mais sans son tiret.',
      `écrivez les entrées l’une sous l’autre, chacune avec son tiret (- ${subject}:) et toutes ses clés`,
    ],
    'misplaced-text': [
      `Le texte de ${subject} n’est pas indenté ici.`,
      `indentez-le, avec les lignes qui en font partie, plus loin que ${subject}`,
    ],
    'misplaced-entry': [
      'Cette entrée ne commence pas dans la colonne de la précédente.',
      'mettez-la, avec toutes ses lignes, sur des lignes à part, alignées sur les entrées du dessus',
    ],
    'superfluous-dash': [
      'Ces clés font partie de l’entrée du dessus.',
      'remplacez le tiret qui les précède par un espace, pour qu’elles en soient la suite',
    ],
    'several-documents': [
      'Un deuxième document YAML commence ici ; le fichier ne doit en contenir qu’un.',
      'supprimez les lignes --- et ... entre les deux',
    ],
    refused: [
      `${subject} est une directive, une ancre, un tag ou un alias YAML ; rien de cela n’est admis ici.`,
      `supprimez ${subject} ; à la place d’un alias, écrivez ce qu’il désigne${ifText}`,
    ],
    'excluded-character': [
      `${subject} est un caractère que YAML n’admet pas.`,
      'supprimez-le ou retapez-le, ici et partout ailleurs',
    ],
    'tab-indentation': [
      'Cette ligne est indentée par une tabulation ; YAML n’admet que des espaces.',
      'indentez la ligne avec des espaces',
    ],
    'conflict-marker': [
      'Il reste un conflit de fusion ici.',
      `${sides}, et supprimez les lignes <<<<<<<, ======= et >>>>>>>, avec ce qui se trouve entre ||||||| et =======`,
    ],
    'open-quote': ['Le guillemet ouvert ici n’est jamais refermé.', 'refermez-le après le texte, ou supprimez-le'],
    bracket: [
      'Un crochet ou une accolade n’est pas refermé ici, ou il manque une virgule.',
      'séparez les valeurs par des virgules et refermez après la dernière, ou mettez le tout entre guillemets si c’est du texte',
    ],
    other: [
      'À partir d’ici, ce n’est plus du YAML valide.',
      `alignez cette ligne et la suivante sur celles qui les entourent, le texte d’une clé plus loin que la clé ; écrivez une clé sous la forme clé: valeur${newEntry} ; un texte qui contient un deux-points veut des guillemets, et supprimez ce qui n’est ni l’un ni l’autre`,
    ],
  };
}
