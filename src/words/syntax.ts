import type { Language } from '../language.js';
import type { SyntaxProblem } from '../yaml/problem.js';
import type { Words } from './yaml.js';

/** What is said of a file that is not one YAML 1.2 document; `holds` tells a journal's entries from a header's or a config's keys. */
export const syntaxWords: Readonly<Record<Language, (problem: SyntaxProblem, holds?: 'entries' | 'keys') => Words>> = {
  en: (problem, holds) => pair(english(problem, holds ?? 'keys')[problem.kind]),
  fr: (problem, holds) => pair(french(problem, holds ?? 'keys')[problem.kind]),
};

/** The message and the help. */
type Sentences = Readonly<Record<SyntaxProblem['kind'], readonly [message: string, help: string]>>;

function pair([message, help]: readonly [message: string, help: string]): Words {
  return { message, help };
}

function english({ subject, quoted }: SyntaxProblem, holds: 'entries' | 'keys'): Sentences {
  const ifText = quoted ? `; if it is text: ${quoted}` : '';
  const sides = {
    entries: 'keep the entries of both sides, each with its own dash and all of its keys',
    keys: 'keep one of the two sides',
  }[holds];
  return {
    'reserved-value': ['YAML takes this value for something else than text: it has to stand in quotes.', `${quoted}`],
    'duplicate-key': [
      `The key ${subject} stands here a second time.`,
      `keep one ${subject}, with all that the two have to say, and delete the other`,
    ],
    'missing-dash': [
      'A new entry begins here, and its dash is missing.',
      `${quoted}\nwith the dash straight below the one above, and the entry’s other keys straight below ${subject}`,
    ],
    'fused-entries': [
      'Two entries stand here as one: this is where the second begins.',
      `write the two one below the other, each beginning with a dash (${quoted}), and the lines that both had in each`,
    ],
    'several-documents': [
      'A second YAML document starts here, and the file has to be one.',
      'delete the lines --- and ... between the two',
    ],
    directive: [`${subject} is a directive, and none is read here.`, `delete the line ${subject}`],
    anchor: [
      `${subject} is an anchor of YAML, and none is read here: each thing is said where it stands.`,
      `delete ${subject}, and where *${subject.slice(1)} stands write what it stands for${ifText}`,
    ],
    tag: [`${subject} is a tag of YAML, and none is read here.`, `delete ${subject}${ifText}`],
    alias: [
      `${subject} is an alias of YAML, and none is read here: each thing is said where it stands.`,
      `write in its place what ${subject} stands for${ifText}`,
    ],
    'excluded-character': [
      `${subject} stands here, a character that YAML does not allow.`,
      `delete it or type it anew, here and wherever else it stands; in double quotes it may be written ${escapeOf(subject)}`,
    ],
    'tab-indentation': ['A tab indents this line, where YAML takes only spaces.', 'indent the line with spaces'],
    'conflict-marker': [
      'git left a conflict here.',
      `${sides}, and delete the lines <<<<<<<, ======= and >>>>>>>, with what stands between ||||||| and =======`,
    ],
    'open-quote': ['The quote that opens here is never closed.', 'close it behind the text, or delete it'],
    bracket: [
      'What is in brackets is not closed here, or lacks a comma.',
      'put a comma between two values and a bracket behind the last, or all of it in quotes if it is text',
    ],
    'misplaced-line': [
      'This line goes with nothing above it: it is no key with a colon, no list item with a dash, and not indented like the text.',
      'indent it like the line that it goes with; a key is written key: value, a new entry - key: value; delete it if it is neither',
    ],
    other: [
      'YAML can’t read on from here.',
      'put the value in quotes, and indent this line and the one below like their neighbours',
    ],
  };
}

function french({ subject, quoted }: SyntaxProblem, holds: 'entries' | 'keys'): Sentences {
  const ifText = quoted ? ` ; si c’est du texte : ${quoted}` : '';
  const sides = {
    entries: 'gardez les entrées des deux côtés, chacune avec son tiret et toutes ses clés',
    keys: 'gardez l’un des deux côtés',
  }[holds];
  return {
    'reserved-value': [
      'YAML prend cette valeur pour autre chose qu’un texte : il lui faut des guillemets.',
      `${quoted}`,
    ],
    'duplicate-key': [
      `La clé ${subject} figure ici une deuxième fois.`,
      `gardez un seul ${subject}, avec tout ce que disent les deux, et supprimez l’autre`,
    ],
    'missing-dash': [
      'Une nouvelle entrée commence ici, et son tiret manque.',
      `${quoted}\nle tiret juste sous celui du dessus, les autres clés de l’entrée juste sous ${subject}`,
    ],
    'fused-entries': [
      'Deux entrées n’en font qu’une ici : la seconde commence à cette ligne.',
      `écrivez-les l’une sous l’autre, chacune commençant par un tiret (${quoted}), et les lignes communes dans chacune`,
    ],
    'several-documents': [
      'Un deuxième document YAML commence ici, et le fichier doit n’en être qu’un.',
      'supprimez les lignes --- et ... entre les deux',
    ],
    directive: [`${subject} est une directive, et aucune n’est lue ici.`, `supprimez la ligne ${subject}`],
    anchor: [
      `${subject} est une ancre de YAML, et aucune n’est lue ici : chaque chose est écrite à sa place.`,
      `supprimez ${subject}, et écrivez à la place de *${subject.slice(1)} ce qu’il désigne${ifText}`,
    ],
    tag: [`${subject} est une étiquette de YAML, et aucune n’est lue ici.`, `supprimez ${subject}${ifText}`],
    alias: [
      `${subject} est un alias de YAML, et aucun n’est lu ici : chaque chose est écrite à sa place.`,
      `écrivez à sa place ce que ${subject} désigne${ifText}`,
    ],
    'excluded-character': [
      `${subject} se trouve ici, un caractère que YAML n’admet pas.`,
      `supprimez-le ou retapez-le, ici et partout où il se trouve ; entre guillemets doubles, il peut s’écrire ${escapeOf(subject)}`,
    ],
    'tab-indentation': [
      'Une tabulation indente cette ligne, là où YAML n’admet que des espaces.',
      'indentez la ligne avec des espaces',
    ],
    'conflict-marker': [
      'git a laissé un conflit ici.',
      `${sides}, et supprimez les lignes <<<<<<<, ======= et >>>>>>>, avec ce qui se trouve entre ||||||| et =======`,
    ],
    'open-quote': ['Le guillemet ouvert ici n’est jamais refermé.', 'refermez-le après le texte, ou supprimez-le'],
    bracket: [
      'Ce qui est entre crochets ou accolades n’est pas refermé ici, ou il y manque une virgule.',
      'séparez les valeurs par des virgules et refermez après la dernière, ou mettez le tout entre guillemets si c’est du texte',
    ],
    'misplaced-line': [
      'Cette ligne ne se rattache à rien : ni clé avec son deux-points, ni élément de liste avec son tiret, ni suite du texte.',
      'indentez-la comme la ligne avec laquelle elle va ; une clé s’écrit clé: valeur, une nouvelle entrée - clé: valeur ; supprimez-la si ce n’est ni l’une ni l’autre',
    ],
    other: [
      'YAML ne peut pas lire la suite à partir d’ici.',
      'mettez la valeur entre guillemets, et indentez cette ligne et la suivante comme leurs voisines',
    ],
  };
}

/** `\x1B` for U+001B, `\uFFFE` for U+FFFE. */
function escapeOf(character: string): string {
  const code = character.slice('U+'.length);
  return code.startsWith('00') ? `\\x${code.slice(2)}` : `\\u${code}`;
}
