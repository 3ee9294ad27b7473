import type { SchemaProblem } from '../journal/schema-problem.js';
import { textFault } from '../journal/texts.js';
import type { Language, Translated, Words } from '../language.js';
import { plainOrQuoted } from '../yaml/quote.js';
import { dated, example, firstEntry, or, rightWord, type SchemaFinding, shorten, textOf } from './schema-values.js';

export function schemaWords(language: Language, finding: SchemaFinding): Words {
  const message = { en: english, fr: french }[language];
  return [message(finding.problem), helpOf(language, finding)];
}

type WrongType = Extract<SchemaProblem, { kind: 'wrong-type' }>;

const wrongType: Translated<Readonly<Record<WrongType['wanted'] | 'context', string>>> = {
  en: {
    string: 'is not a text',
    array: 'is not a list',
    object: 'is not a mapping of keys to values',
    context: 'is neither a text nor a mapping of keys to texts or numbers',
  },
  fr: {
    string: 'n’est pas un texte',
    array: 'n’est pas une liste',
    object: 'n’est pas un ensemble de clés et de valeurs',
    context: 'n’est ni un texte, ni un ensemble de clés et de valeurs (textes ou nombres)',
  },
};

function english(problem: SchemaProblem): string {
  const key = shorten(problem.key) || 'This entry';
  switch (problem.kind) {
    case 'no-entries':
      return 'The journal has no entry.';
    case 'not-a-list':
      return 'The journal is not a list of entries.';
    case 'unknown-key':
      return `${key} is not a key of this entry.`;
    case 'missing-key':
      return `This entry has no ${key}.`;
    case 'empty':
      return `${key} is empty.`;
    case 'comment':
      return `${key} is empty: YAML reads what starts with “#” as a comment.`;
    case 'comma':
      return `${shorten(problem.name)} is cut off: in braces, YAML reads what follows a comma as the next key.`;
    case 'unfilled':
      return `${key} still contains the ${problem.leftovers.map((each) => `“${each}”`).join(' and the ')} of the template.`;
    case 'template-answer':
      return 'This is still the template’s answer, “OK | KO”.';
    case 'unknown-word':
      return `${key} is “${shorten(problem.written)}”; it must be ${problem.words.join(or.en)}.`;
    case 'not-a-date':
      return `when is “${shorten(problem.written)}”, which is not an RFC 3339 date and time with an offset.`;
    case 'wrong-type':
      return `${key} ${wrongType.en[problem.key === 'context' ? 'context' : problem.wanted]}.`;
  }
}

function french(problem: SchemaProblem): string {
  const key = shorten(problem.key) || 'Cette entrée';
  switch (problem.kind) {
    case 'no-entries':
      return 'Le journal n’a aucune entrée.';
    case 'not-a-list':
      return 'Le journal n’est pas une liste d’entrées.';
    case 'unknown-key':
      return `${key} n’est pas une clé de cette entrée.`;
    case 'missing-key':
      return `Il manque ${key} à cette entrée.`;
    case 'empty':
      return `${key} est vide.`;
    case 'comment':
      return `${key} est vide : pour YAML, ce qui commence par « # » est un commentaire.`;
    case 'comma':
      return `${shorten(problem.name)} est coupé : entre accolades, YAML lit ce qui suit une virgule comme la clé suivante.`;
    case 'unfilled':
      return `${key} contient encore le ${problem.leftovers.map((each) => `« ${each} »`).join(' et le ')} du gabarit.`;
    case 'template-answer':
      return 'reply contient encore le « OK | KO » du gabarit.';
    case 'unknown-word':
      return `${key} vaut « ${shorten(problem.written)} » ; il faut ${problem.words.join(or.fr)}.`;
    case 'not-a-date':
      return `when vaut « ${shorten(problem.written)} », qui n’est pas une date RFC 3339 avec heure et décalage horaire.`;
    case 'wrong-type':
      return `${key} ${wrongType.fr[problem.key === 'context' ? 'context' : problem.wanted]}.`;
  }
}

const remedies = {
  en: {
    startEach: 'start every entry with a dash:',
    unwrap: (key: string) => `delete the line ${key}: and keep the list below it`,
    rename: (right: string, written: string) => `write ${right} instead of ${written}`,
    moveAnswer:
      'if the PO wrote this answer, move all of it to an entry of the PO’s own, behind this one; if not, delete it',
    deleteKey: (key: string, known: string) => `delete it, or name it x-${key}; known keys: ${known}`,
    fill: 'replace each “…” with your own text',
    fillNumber: (sprint: number) => `replace S<N> with S${sprint}`,
    and: ', and ',
    deleteEntry: 'delete this entry: the PO writes the answer',
  },
  fr: {
    startEach: 'commencez chaque entrée par un tiret :',
    unwrap: (key: string) => `supprimez la ligne ${key}: et gardez la liste qui la suit`,
    rename: (right: string, written: string) => `écrivez ${right} au lieu de ${written}`,
    moveAnswer:
      'si le PO a écrit cette réponse, déplacez-la en entier dans une entrée du PO, à la suite de celle-ci ; sinon, supprimez-la',
    deleteKey: (key: string, known: string) => `supprimez-la, ou nommez-la x-${key} ; clés connues : ${known}`,
    fill: 'remplacez chaque « … » par votre texte',
    fillNumber: (sprint: number) => `remplacez S<N> par S${sprint}`,
    and: ' et ',
    deleteEntry: 'supprimez cette entrée : c’est le PO qui écrit la réponse',
  },
};

function helpOf(language: Language, finding: SchemaFinding): string {
  const { problem, sprint, now, signer } = finding;
  const words = remedies[language];
  switch (problem.kind) {
    case 'no-entries':
      return firstEntry(language, finding);
    case 'not-a-list':
      if (problem.wrapper !== null) return words.unwrap(problem.wrapper);
      return `${words.startEach} - who: ${plainOrQuoted(signer)}`;
    case 'unknown-key':
      if (problem.isAnswer) return words.moveAnswer;
      if (problem.resembles) return words.rename(problem.resembles, problem.name);
      return words.deleteKey(shorten(problem.key), problem.known.join(', '));
    case 'unfilled':
      return problem.leftovers.map((each) => (each === 'S<N>' ? words.fillNumber(sprint) : words.fill)).join(words.and);
    case 'template-answer':
      return words.deleteEntry;
    case 'unknown-word':
      return rightWord(language, finding, problem);
    case 'not-a-date':
      return dated(problem.written, now);
    case 'comment':
    case 'comma':
      return ownText(language, finding, problem.written);
    case 'wrong-type':
      return problem.text === null ? example(language, finding) : ownText(language, finding, problem.text);
    default:
      return example(language, finding);
  }
}

/** Shows what the user wrote as a text at its key, the sprint's number filled in, and says what else is left to fill. */
function ownText(language: Language, finding: SchemaFinding, written: string): string {
  const text = written.replaceAll('S<N>', `S${finding.sprint}`);
  const fill = textFault(text) === null ? '' : `\n${remedies[language].fill}`;
  return textOf(finding, text) + fill;
}
