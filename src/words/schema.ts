import type { JsonType, SchemaProblem } from '../journal/schema-problem.js';
import type { Language, Translated, Words } from '../language.js';
import { plainOrQuoted } from '../yaml/quote.js';
import {
  dated,
  example,
  firstEntry,
  isShort,
  type Of,
  or,
  retyped,
  rightWord,
  type SchemaFinding,
  shorten,
  textOf,
  withLines,
} from './schema-values.js';

type Sentences = { readonly [Kind in SchemaProblem['kind']]: (finding: Of<Kind>) => Words };

/** What is said of a journal that breaks its schema. */
export function schemaWords(language: Language, finding: SchemaFinding): Words {
  const say = sentences[language][finding.problem.kind] as (finding: SchemaFinding) => Words;
  return say(finding);
}

const types: Translated<Readonly<Record<JsonType, string>>> = {
  en: {
    null: 'nothing',
    boolean: 'true or false',
    number: 'a number',
    string: 'a text',
    array: 'a list',
    object: 'a mapping of keys to values',
  },
  fr: {
    null: 'rien',
    boolean: 'un booléen',
    number: 'un nombre',
    string: 'un texte',
    array: 'une liste',
    object: 'un ensemble de clés et de valeurs',
  },
};

/** Whether it is an answer of the PO's that stands in the entry that it answers. */
function isAnswered(key: string, known: readonly string[]): boolean {
  return known.includes('ask') && ['reply', 'details', 'action'].includes(key);
}

const textOrMapping: Translated = {
  en: 'a text, or a mapping of keys to texts or numbers',
  fr: 'un texte, ou un ensemble de clés et de valeurs (textes ou nombres)',
};

function wantedType(language: Language, { key, wanted }: Of<'wrong-type'>['problem']): string {
  return key === 'context' ? textOrMapping[language] : types[language][wanted];
}

const sentences: Translated<Sentences> = {
  en: {
    'no-entries': (finding) => ['The journal has no entry.', firstEntry('en', finding)],
    'not-a-list': ({ signer }) => [
      'The journal is not a list of entries.',
      `start every entry with a dash: - who: ${plainOrQuoted(signer)}`,
    ],
    'unknown-key': ({ problem: { key, name, resembles, known } }) => [
      `${shorten(key)} is not a key of this entry.`,
      resembles
        ? `write ${resembles} instead of ${name}`
        : isAnswered(key, known)
          ? 'if the PO wrote it, move it to an entry of the PO’s own, behind this one; if not, delete it'
          : `delete it, or ${isShort(key) ? `name it x-${key}` : 'give it a short name that starts with x-'}; known keys: ${known.join(', ')}`,
    ],
    'missing-key': (finding) => [`This entry has no ${finding.problem.key}.`, example('en', finding)],
    empty: (finding) => [`${shorten(finding.problem.key) || 'This entry'} is empty.`, example('en', finding)],
    comment: (finding) => [
      `${shorten(finding.problem.key)} is empty: YAML reads what starts with “#” as a comment.`,
      textOf(finding, finding.problem.written),
    ],
    comma: (finding) => [
      `${shorten(finding.problem.name)} is cut off: in braces, YAML reads what follows a comma as the next key.`,
      textOf(finding, finding.problem.written),
    ],
    unindented: ({ problem }) => [
      `${problem.key} is empty: the keys below it have to be indented.`,
      withLines(problem, `${problem.name}:`, problem.lines),
    ],
    unfilled: ({ problem: { key, leftovers, several, hasText }, sprint }) => [
      `${shorten(key)} still contains the ${leftovers.map((leftover) => `“${leftover}”`).join(' and the ')} of the template.`,
      leftovers
        .map((leftover) => {
          if (leftover === 'S<N>') return `replace S<N> with S${sprint}`;
          const deletable = hasText ? ', or delete its line' : '';
          return `replace ${several ? 'each ' : ''}“…” with your own text${deletable}`;
        })
        .join(', and '),
    ],
    'template-answer': () => [
      'This is still the template’s answer, “OK | KO”.',
      'delete this entry: the PO writes the answer',
    ],
    'unknown-word': (finding) => [
      `${finding.problem.key} is “${shorten(finding.problem.written)}”; it must be ${finding.problem.words.join(or.en)}.`,
      rightWord('en', finding),
    ],
    'not-a-date': (finding) => [
      `when is “${shorten(finding.problem.written)}”, which is not an RFC 3339 date and time with an offset.`,
      dated(finding),
    ],
    'wrong-type': (finding) => [
      `${shorten(finding.problem.key) || 'This entry'} is ${types.en[finding.problem.is]}; it must be ${wantedType('en', finding.problem)}.`,
      retyped('en', finding),
    ],
  },
  fr: {
    'no-entries': (finding) => ['Le journal n’a aucune entrée.', firstEntry('fr', finding)],
    'not-a-list': ({ signer }) => [
      'Le journal n’est pas une liste d’entrées.',
      `commencez chaque entrée par un tiret : - who: ${plainOrQuoted(signer)}`,
    ],
    'unknown-key': ({ problem: { key, name, resembles, known } }) => [
      `${shorten(key)} n’est pas une clé de cette entrée.`,
      resembles
        ? `écrivez ${resembles} au lieu de ${name}`
        : isAnswered(key, known)
          ? 'si le PO l’a écrite, déplacez-la dans une entrée du PO, à la suite de celle-ci ; sinon, supprimez-la'
          : `supprimez-la, ou ${isShort(key) ? `nommez-la x-${key}` : 'donnez-lui un nom court qui commence par x-'} ; clés connues : ${known.join(', ')}`,
    ],
    'missing-key': (finding) => [`Il manque ${finding.problem.key} à cette entrée.`, example('fr', finding)],
    empty: (finding) => [`${shorten(finding.problem.key) || 'Cette entrée'} est vide.`, example('fr', finding)],
    comment: (finding) => [
      `${shorten(finding.problem.key)} est vide : pour YAML, ce qui commence par « # » est un commentaire.`,
      textOf(finding, finding.problem.written),
    ],
    comma: (finding) => [
      `${shorten(finding.problem.name)} est coupé : entre accolades, YAML lit ce qui suit une virgule comme la clé suivante.`,
      textOf(finding, finding.problem.written),
    ],
    unindented: ({ problem }) => [
      `${problem.key} est vide : les clés qui le suivent doivent être indentées.`,
      withLines(problem, `${problem.name}:`, problem.lines),
    ],
    unfilled: ({ problem: { key, leftovers, several, hasText }, sprint }) => [
      `${shorten(key)} contient encore le ${leftovers.map((leftover) => `« ${leftover} »`).join(' et le ')} du gabarit.`,
      leftovers
        .map((leftover) => {
          if (leftover === 'S<N>') return `remplacez S<N> par S${sprint}`;
          const deletable = hasText ? ', ou supprimez sa ligne' : '';
          return `remplacez ${several ? 'chaque ' : ''}« … » par votre texte${deletable}`;
        })
        .join(' et '),
    ],
    'template-answer': () => [
      'reply contient encore le « OK | KO » du gabarit.',
      'supprimez cette entrée : c’est le PO qui écrit la réponse',
    ],
    'unknown-word': (finding) => [
      `${finding.problem.key} vaut « ${shorten(finding.problem.written)} » ; il faut ${finding.problem.words.join(or.fr)}.`,
      rightWord('fr', finding),
    ],
    'not-a-date': (finding) => [
      `when vaut « ${shorten(finding.problem.written)} », qui n’est pas une date RFC 3339 avec heure et décalage horaire.`,
      dated(finding),
    ],
    'wrong-type': (finding) => [
      `${shorten(finding.problem.key) || 'Cette entrée'} est ${types.fr[finding.problem.is]} ; il faut ${wantedType('fr', finding.problem)}.`,
      retyped('fr', finding),
    ],
  },
};
