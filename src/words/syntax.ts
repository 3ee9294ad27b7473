import type { Translated, Words } from '../language.js';
import type { SyntaxProblem } from '../yaml/problem.js';

/** What is said of a file that is not one YAML 1.2 document; `holds` tells a journal's entries from a header's or a config's keys. */
export const syntaxWords: Translated<(problem: SyntaxProblem, holds?: 'entries' | 'keys') => Words> = {
  en: (problem, holds = 'keys') => english(problem, holds)[problem.kind],
  fr: (problem, holds = 'keys') => french(problem, holds)[problem.kind],
};

type Sentences = Readonly<Record<SyntaxProblem['kind'], Words>>;

function english({ subject, quoted }: SyntaxProblem, holds: 'entries' | 'keys'): Sentences {
  const ifText = quoted ? `; if it is text: ${quoted}` : '';
  const sides = {
    entries: 'keep the entries of both sides, each with its own dash and all of its keys',
    keys: 'keep one of the two sides (of a sprint header, the higher sprint_id or, if it is the same, the earlier started_at)',
  }[holds];
  return {
    'reserved-value': ['YAML does not read this value as text: it needs quotes.', `${quoted}`],
    'duplicate-key': [
      `The key ${subject} is here a second time.`,
      {
        entries: `keep one ${subject}, of a text with the content of both, and delete the other; if a new entry starts here, give it its dash: - who:`,
        keys: `keep the right ${subject}, and delete the other`,
      }[holds],
    ],
    'no-dashes': [
      'A new entry starts here, but the entries have no dashes.',
      `start each entry with a dash (${quoted}), and indent its other keys by two spaces`,
    ],
    'missing-dash': [
      'A new entry starts here, but its dash is missing.',
      `${quoted}\nalign the dash with the one above, and the entry’s other keys with ${subject}`,
    ],
    'fused-entries': [
      'Two entries are fused into one here: the second starts at this line.',
      `write them one below the other, each starting with a dash (${quoted}), and repeat the lines they share in each`,
    ],
    'several-documents': [
      'A second YAML document starts here; the file must be a single one.',
      'delete the lines --- and ... between the two',
    ],
    directive: [`${subject} is a YAML directive; directives are not allowed here.`, `delete the line ${subject}`],
    anchor: [
      `${subject} is a YAML anchor; anchors are not allowed here.`,
      `delete ${subject}, and replace *${subject.slice(1)} with what it stands for${ifText}`,
    ],
    tag: [`${subject} is a YAML tag; tags are not allowed here.`, `delete ${subject}${ifText}`],
    alias: [
      `${subject} is a YAML alias; aliases are not allowed here.`,
      `replace it with what ${subject} stands for${ifText}`,
    ],
    'excluded-character': [
      `${subject} is a character that YAML does not allow.`,
      `delete or retype it, here and wherever else it is; in double quotes it may be written ${escapeOf(subject)}`,
    ],
    'tab-indentation': ['This line is indented with a tab; YAML allows only spaces.', 'indent the line with spaces'],
    'text-not-indented': [
      `The text of ${subject} starts here, but it is not indented.`,
      `indent each line of the text by two spaces more than ${subject}`,
    ],
    'conflict-marker': [
      'There is an unresolved merge conflict here.',
      `${sides}, and delete the lines <<<<<<<, ======= and >>>>>>>, with what stands between ||||||| and =======`,
    ],
    'open-quote': ['The quote that opens here is never closed.', 'close it after the text, or delete it'],
    bracket: [
      'A bracket is not closed here, or a comma is missing.',
      'put a comma between two values and a bracket after the last, or put it all in quotes if it is text',
    ],
    'misplaced-line': [
      subject === '*' ? 'YAML knows no “*” as a bullet.' : 'This line does not go with the lines above it.',
      'indent it like the lines it belongs with; a key is written key: value, a new entry - key: value; otherwise delete it',
    ],
    other: [
      'From here on, this is not valid YAML.',
      'put the value in quotes, and indent this line and the next like those around them',
    ],
  };
}

function french({ subject, quoted }: SyntaxProblem, holds: 'entries' | 'keys'): Sentences {
  const ifText = quoted ? ` ; si c’est du texte : ${quoted}` : '';
  const sides = {
    entries: 'gardez les entrées des deux côtés, chacune avec son tiret et toutes ses clés',
    keys: 'gardez l’un des deux côtés (d’un en-tête de sprint, le sprint_id le plus grand ou, s’il est le même, le started_at le plus ancien)',
  }[holds];
  return {
    'reserved-value': ['YAML ne lit pas cette valeur comme un texte : il lui faut des guillemets.', `${quoted}`],
    'duplicate-key': [
      `La clé ${subject} figure ici une deuxième fois.`,
      {
        entries: `gardez un seul ${subject}, avec le contenu des deux si c’est un texte, et supprimez l’autre ; si une nouvelle entrée commence ici, donnez-lui son tiret : - who:`,
        keys: `gardez le bon ${subject}, et supprimez l’autre`,
      }[holds],
    ],
    'no-dashes': [
      'Une nouvelle entrée commence ici, mais les entrées n’ont pas de tiret.',
      `commencez chaque entrée par un tiret (${quoted}), et indentez ses autres clés de deux espaces`,
    ],
    'missing-dash': [
      'Une nouvelle entrée commence ici, mais son tiret manque.',
      `${quoted}\nalignez le tiret sur celui du dessus, et les autres clés de l’entrée sur ${subject}`,
    ],
    'fused-entries': [
      'Deux entrées n’en font qu’une ici : la seconde commence à cette ligne.',
      `écrivez-les l’une sous l’autre, chacune avec son tiret (${quoted}), et répétez dans chacune les lignes communes`,
    ],
    'several-documents': [
      'Un deuxième document YAML commence ici ; le fichier ne doit en contenir qu’un.',
      'supprimez les lignes --- et ... entre les deux',
    ],
    directive: [`${subject} est une directive YAML ; elles ne sont pas admises ici.`, `supprimez la ligne ${subject}`],
    anchor: [
      `${subject} est une ancre YAML ; elles ne sont pas admises ici.`,
      `supprimez ${subject}, et remplacez *${subject.slice(1)} par ce qu’il désigne${ifText}`,
    ],
    tag: [`${subject} est un tag YAML ; ils ne sont pas admis ici.`, `supprimez ${subject}${ifText}`],
    alias: [
      `${subject} est un alias YAML ; ils ne sont pas admis ici.`,
      `remplacez-le par ce que ${subject} désigne${ifText}`,
    ],
    'excluded-character': [
      `${subject} est un caractère que YAML n’admet pas.`,
      `supprimez-le ou retapez-le, ici et partout ailleurs ; entre guillemets doubles, il peut s’écrire ${escapeOf(subject)}`,
    ],
    'tab-indentation': [
      'Cette ligne est indentée par une tabulation ; YAML n’admet que des espaces.',
      'indentez la ligne avec des espaces',
    ],
    'text-not-indented': [
      `Le texte de ${subject} commence ici, mais il n’est pas indenté.`,
      `indentez chaque ligne du texte de deux espaces de plus que ${subject}`,
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
    'misplaced-line': [
      subject === '*' ? 'YAML ne connaît pas la puce « * ».' : 'Cette ligne ne va pas avec celles du dessus.',
      'indentez-la comme les lignes dont elle fait partie ; une clé s’écrit clé: valeur, une nouvelle entrée - clé: valeur ; sinon, supprimez-la',
    ],
    other: [
      'À partir d’ici, ce n’est plus du YAML valide.',
      'mettez la valeur entre guillemets, et indentez cette ligne et la suivante comme celles qui les entourent',
    ],
  };
}

/** `\x1B` for U+001B, `\uFFFE` for U+FFFE. */
function escapeOf(character: string): string {
  const code = character.slice('U+'.length);
  return code.startsWith('00') ? `\\x${code.slice(2)}` : `\\u${code}`;
}
