import type { JsonType, SchemaProblem } from '../journal/schema-problem.js';
import type { Language } from '../language.js';
import { visible } from '../report/visible.js';
import { inQuotes } from '../yaml/quote.js';
import { firstEntry } from './entry.js';
import type { Words } from './yaml.js';

/** A problem with what its remedy is made of. */
export type SchemaFinding<Problem = SchemaProblem> = {
  readonly problem: Problem;
  /** The number of the journal's folder. */
  readonly sprint: number;
  /** Now, as RFC 3339. */
  readonly now: string;
};

type Sentences = {
  readonly [Kind in SchemaProblem['kind']]: (finding: SchemaFinding<Extract<SchemaProblem, { kind: Kind }>>) => string;
};

/** What is said of a journal that breaks its schema: the fact, and the remedy as something to type. */
export function schemaWords(language: Language, finding: SchemaFinding): Words {
  const { kind, key } = finding.problem;
  const named = { ...finding, problem: { ...finding.problem, key: shorten(key) } };
  const say = (sentences: Sentences) => (sentences[kind] as (finding: SchemaFinding) => string)(named);
  return { message: say(messages[language]), help: say(helps[language]) };
}

const longest = 60;

/** What a journal has, as a sentence quotes it: on one line. */
function shorten(text: string): string {
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
    boolean: 'vrai ou faux',
    number: 'un nombre',
    string: 'un texte',
    array: 'une liste',
    object: 'une suite de clés et de valeurs',
  },
};

const textOrMapping: Readonly<Record<Language, string>> = {
  en: 'a text, or a mapping of texts or numbers',
  fr: 'un texte, ou des clés suivies de textes ou de nombres',
};

function wantedType(language: Language, { key, wanted }: Extract<SchemaProblem, { kind: 'wrong-type' }>): string {
  return key === 'context' ? textOrMapping[language] : types[language][wanted];
}

const messages: Readonly<Record<Language, Sentences>> = {
  en: {
    'no-entries': () => 'The journal has no entry.',
    'not-a-list': () => 'The journal is not a list of entries.',
    'unknown-key': ({ problem: { key } }) => `${key} is not a key of this entry.`,
    'missing-key': ({ problem: { key } }) => `This entry has no ${key}.`,
    empty: ({ problem: { key } }) => `${key || 'This entry'} is empty.`,
    unfilled: ({ problem: { key } }) => `${key} is still the “…” of the template.`,
    undecided: ({ problem: { key, words } }) => `${key} is still the “${words.join(' | ')}” of the template.`,
    'unknown-word': ({ problem: { key, written, words } }) =>
      `${key} is “${shorten(written)}”, and has to be ${words.join(' or ')}.`,
    'not-a-date': ({ problem: { key, written } }) =>
      `${key} is “${shorten(written)}”, which is not an RFC 3339 date and time with an offset.`,
    'wrong-type': ({ problem }) =>
      `${problem.key || 'This entry'} is ${types.en[problem.is]}, and has to be ${wantedType('en', problem)}.`,
    other: ({ problem: { key, keyword, sentence } }) =>
      `${key || 'This entry'} breaks “${keyword}” of the schema: ${sentence}.`,
  },
  fr: {
    'no-entries': () => 'Le journal n’a aucune entrée.',
    'not-a-list': () => 'Le journal n’est pas une liste d’entrées.',
    'unknown-key': ({ problem: { key } }) => `${key} n’est pas une clé de cette entrée.`,
    'missing-key': ({ problem: { key } }) => `Il manque ${key} à cette entrée.`,
    empty: ({ problem: { key } }) => `${key || 'Cette entrée'} ne contient rien.`,
    unfilled: ({ problem: { key } }) => `${key} en est resté au « … » du gabarit.`,
    undecided: ({ problem: { key, words } }) => `${key} en est resté au « ${words.join(' | ')} » du gabarit.`,
    'unknown-word': ({ problem: { key, written, words } }) =>
      `${key} vaut « ${shorten(written)} », et doit être ${words.join(' ou ')}.`,
    'not-a-date': ({ problem: { key, written } }) =>
      `${key} vaut « ${shorten(written)} », qui n’est pas une date et heure RFC 3339 avec son décalage.`,
    'wrong-type': ({ problem }) =>
      `${problem.key || 'Cette entrée'} est ${types.fr[problem.is]}, et doit être ${wantedType('fr', problem)}.`,
    other: ({ problem: { key, keyword, sentence } }) =>
      `${key || 'Cette entrée'} enfreint « ${keyword} » du schéma : ${sentence}.`,
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

/** A key with a value that passes, as one would type it; a list item for what stands in a list. */
function example(language: Language, { problem, sprint, now }: SchemaFinding): string {
  const values: Readonly<Record<string, string>> = {
    ...free[language],
    who: 'ChatGPT',
    when: now,
    topic: `Sprint S${sprint} — validation`,
    context: 'https://stage.example.app',
    status: 'pending',
    reply: 'OK',
    action: 'fix',
    actions: '[npm run seed]',
  };
  const key = problem.key.split('.').at(-1) ?? '';
  if (/^\d+$/.test(key)) return '- npm run seed';
  return key === '' ? '- who: ChatGPT' : `${key}: ${values[key] ?? '…'}`;
}

function decided(key: string, words: readonly string[], or: string): string {
  return words.map((word) => `${key}: ${word}`).join(or);
}

/** The value that was written in the type that is wanted, where it can be. */
function retyped(language: Language, finding: SchemaFinding<Extract<SchemaProblem, { kind: 'wrong-type' }>>): string {
  const { key, is, wanted, written } = finding.problem;
  const isScalar = is === 'number' || is === 'boolean' || is === 'string';
  if (key === '' || !isScalar || /\.\d+$/.test(key)) return example(language, finding);
  const name = key.split('.').at(-1);
  if (wanted === 'string') return `${name}: ${inQuotes(written)}`;
  return wanted === 'array' ? `${name}: [${inQuotes(shorten(written))}]` : example(language, finding);
}

/** How an unknown key may stay. One that was shortened is no name to type. */
function freely(language: Language, key: string): string {
  const isShort = key.length <= longest;
  if (language === 'en') return isShort ? `name it x-${key}` : 'give it a short name that starts with x-';
  return isShort ? `nommez-la x-${key}` : 'donnez-lui un nom court qui commence par x-';
}

const helps: Readonly<Record<Language, Sentences>> = {
  en: {
    'no-entries': ({ sprint, now }) => firstEntry(sprint, now),
    'not-a-list': () => 'start every entry with a dash: - who: ChatGPT',
    'unknown-key': ({ problem: { key, resembles, known } }) =>
      resembles
        ? `write ${resembles} instead of ${key}`
        : `delete it, or ${freely('en', key)}${known.length > 0 ? `; known are ${known.join(', ')}` : ''}`,
    'missing-key': (finding) => example('en', finding),
    empty: (finding) => example('en', finding),
    unfilled: (finding) => example('en', finding),
    undecided: ({ problem: { key, words } }) => decided(key, words, ' or '),
    'unknown-word': ({ problem: { key, words, resembles } }) => decided(key, resembles ? [resembles] : words, ' or '),
    'not-a-date': ({ problem: { key }, now }) => `${key}: ${now}`,
    'wrong-type': (finding) => retyped('en', finding),
    other: () => 'see the schema that the config names under “schema”',
  },
  fr: {
    'no-entries': ({ sprint, now }) => firstEntry(sprint, now),
    'not-a-list': () => 'commencez chaque entrée par un tiret : - who: ChatGPT',
    'unknown-key': ({ problem: { key, resembles, known } }) =>
      resembles
        ? `écrivez ${resembles} au lieu de ${key}`
        : `supprimez-la, ou ${freely('fr', key)}${known.length > 0 ? ` ; les clés connues sont ${known.join(', ')}` : ''}`,
    'missing-key': (finding) => example('fr', finding),
    empty: (finding) => example('fr', finding),
    unfilled: (finding) => example('fr', finding),
    undecided: ({ problem: { key, words } }) => decided(key, words, ' ou '),
    'unknown-word': ({ problem: { key, words, resembles } }) => decided(key, resembles ? [resembles] : words, ' ou '),
    'not-a-date': ({ problem: { key }, now }) => `${key}: ${now}`,
    'wrong-type': (finding) => retyped('fr', finding),
    other: () => 'voyez le schéma que la configuration nomme sous « schema »',
  },
};
