import type { JsonType, SchemaProblem } from '../journal/schema-problem.js';
import { intendedWhen } from '../journal/when.js';
import type { Language } from '../language.js';
import { visible } from '../report/visible.js';
import { plainOrQuoted, quotedText } from '../yaml/quote.js';
import type { Words } from './yaml.js';

/** A problem with what its remedy is made of. */
export type SchemaFinding<Problem = SchemaProblem> = {
  readonly problem: Problem;
  /** The number of the journal's folder. */
  readonly sprint: number;
  /** Now, or where later entries are dated earlier, the earliest of those, as RFC 3339. */
  readonly now: string;
  /** Who signs the entry, by the keys that it has. */
  readonly signer: string;
};

type Of<Kind extends SchemaProblem['kind']> = SchemaFinding<Extract<SchemaProblem, { kind: Kind }>>;

/** The fact, and the remedy as something to type. */
type Sentences = {
  readonly [Kind in SchemaProblem['kind']]: (finding: Of<Kind>) => readonly [message: string, help: string];
};

/** What is said of a journal that breaks its schema. */
export function schemaWords(language: Language, finding: SchemaFinding): Words {
  const say = sentences[language][finding.problem.kind] as (finding: SchemaFinding) => readonly [string, string];
  const [message, help] = say(finding);
  return { message, help };
}

const longest = 60;

/** What a journal has, as a sentence quotes it: on one line. */
export function shorten(text: string): string {
  const shown = visible(text);
  return shown.length > longest ? `${shown.slice(0, longest)}…` : shown;
}

const types: Readonly<Record<Language, Readonly<Record<JsonType, string>>>> = {
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

const textOrMapping: Readonly<Record<Language, string>> = {
  en: 'a text, or a mapping of keys to texts or numbers',
  fr: 'un texte, ou un ensemble de clés et de valeurs (textes ou nombres)',
};

function wantedType(language: Language, { key, wanted }: Of<'wrong-type'>['problem']): string {
  return key === 'context' ? textOrMapping[language] : types[language][wanted];
}

const or: Readonly<Record<Language, string>> = { en: ' or ', fr: ' ou ' };

const sentences: Readonly<Record<Language, Sentences>> = {
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
    unfilled: ({ problem: { key, leftovers, hasText }, sprint }) => [
      `${shorten(key)} still contains the ${leftovers.map((leftover) => `“${leftover}”`).join(' and the ')} of the template.`,
      leftovers
        .map((leftover) => {
          if (leftover === 'S<N>') return `replace S<N> with S${sprint}`;
          return hasText ? 'replace each “…” with your own text, or delete its line' : 'replace “…” with your own text';
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
    unfilled: ({ problem: { key, leftovers, hasText }, sprint }) => [
      `${shorten(key)} contient encore le ${leftovers.map((leftover) => `« ${leftover} »`).join(' et le ')} du gabarit.`,
      leftovers
        .map((leftover) => {
          if (leftover === 'S<N>') return `remplacez S<N> par S${sprint}`;
          return hasText
            ? 'remplacez chaque « … » par votre texte, ou supprimez sa ligne'
            : 'remplacez « … » par votre texte';
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

const free: Readonly<Record<Language, Readonly<Record<'did' | 'ask' | 'details', string>>>> = {
  en: {
    did: 'Search page delivered',
    ask: 'Open /search and look for a tour',
    details: 'The search finds nothing',
  },
  fr: {
    did: 'Page de recherche livrée',
    ask: 'Ouvrir /search et chercher une visite',
    details: 'La recherche ne trouve rien',
  },
};

/** Values that pass, by key. */
function examples(language: Language, { sprint, now, signer }: SchemaFinding): Readonly<Record<string, string>> {
  return {
    ...free[language],
    who: plainOrQuoted(signer),
    when: now,
    topic: `Sprint S${sprint} — validation`,
    context: 'https://stage.example.app',
    status: 'pending',
    action: 'fix',
    actions: '["npm run seed"]',
  };
}

/** A key with a value that passes, as one would type it; a list item for what stands in a list. */
function example(language: Language, finding: SchemaFinding): string {
  const { key, name } = finding.problem;
  const values = examples(language, finding);
  if (name === '-') return '- "npm run seed"';
  if (key === '') return firstEntry(language, finding);
  // Which of the two it is, is for the PO to say.
  if (key === 'reply') return eachWord(language, key, ['OK', 'KO']);
  return `${name}: ${values[key] ?? values.context}`;
}

/** An entry that passes. */
function firstEntry(language: Language, finding: SchemaFinding): string {
  const values = examples(language, finding);
  const keys = ['who', 'when', 'topic', 'did', 'ask', 'context', 'status'];
  return keys.map((key, index) => `${index === 0 ? '- ' : '  '}${key}: ${values[key]}`).join('\n');
}

/** A text of the user's at its key: in quotes, as a block of lines, or in a list. */
function textOf({ problem: { key, name }, sprint }: SchemaFinding, written: string): string {
  const start = name === '-' ? '-' : `${name}:`;
  if (key === 'actions') return `${start} [${quotedText(written.replace(/\n$/, ''))}]`;
  const text = key === 'topic' ? `Sprint S${sprint} — ${written}` : written;
  if (!text.includes('\n')) return `${start} ${quotedText(text)}`;
  return [`${start} |`, ...text.split('\n').map((line) => `  ${line}`.trimEnd())].join('\n');
}

/** What the user wrote, as a text where a text is wanted, or as a list of it. */
function retyped(language: Language, finding: Of<'wrong-type'>): string {
  const { key, text } = finding.problem;
  if (text === null || key === '' || key === 'who') return example(language, finding);
  return textOf(finding, text);
}

/** The word that was meant, with the keys that it needs; else each of the words. */
function rightWord(language: Language, finding: Of<'unknown-word'>): string {
  const { key, words, resembles, lacks } = finding.problem;
  if (resembles === null) return eachWord(language, key, words);
  const values = examples(language, finding);
  return [`${key}: ${resembles}`, ...lacks.map((name) => `${name}: ${values[name]}`)].join('\n');
}

function eachWord(language: Language, key: string, words: readonly string[]): string {
  return words.map((word) => `${key}: ${word}`).join(or[language]);
}

function dated({ problem: { written }, now }: Of<'not-a-date'>): string {
  return `when: ${intendedWhen(written) ?? now}`;
}

/** Whether a key is shown as it is and in full, so that it can be typed. */
function isShort(key: string): boolean {
  return key.length <= longest && visible(key) === key;
}
