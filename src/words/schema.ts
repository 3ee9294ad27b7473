import type { JsonType, SchemaProblem } from '../journal/schema-problem.js';
import type { Language } from '../language.js';
import { visible } from '../report/visible.js';
import { quotedText } from '../yaml/quote.js';
import type { Words } from './yaml.js';

/** A problem with what its remedy is made of. */
export type SchemaFinding<Problem = SchemaProblem> = {
  readonly problem: Problem;
  /** The number of the journal's folder. */
  readonly sprint: number;
  /** Now, as RFC 3339. */
  readonly now: string;
  /** Who signs the entry, by the keys that it has. */
  readonly signer: string;
};

type Sentences = {
  readonly [Kind in SchemaProblem['kind']]: (finding: SchemaFinding<Extract<SchemaProblem, { kind: Kind }>>) => string;
};

/** What is said of a journal that breaks its schema: the fact, and the remedy as something to type. */
export function schemaWords(language: Language, finding: SchemaFinding): Words {
  const { kind } = finding.problem;
  const say = (sentences: Sentences) => (sentences[kind] as (finding: SchemaFinding) => string)(finding);
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
    boolean: 'un booléen',
    number: 'un nombre',
    string: 'un texte',
    array: 'une liste',
    object: 'un groupe de clés',
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
    'unknown-key': ({ problem: { key } }) => `${shorten(key)} is not a key of this entry.`,
    'missing-key': ({ problem: { key } }) => `This entry has no ${key}.`,
    empty: ({ problem: { key } }) => `${shorten(key) || 'This entry'} is empty.`,
    comment: ({ problem: { key } }) => `${shorten(key)} is empty: YAML takes what starts with “#” for a comment.`,
    unfilled: ({ problem: { key, what } }) => `${shorten(key)} still has the “${what}” of the template.`,
    'template-answer': () => 'This is still the template’s answer, “OK | KO”.',
    'unknown-word': ({ problem: { key, written, words } }) =>
      `${key} is “${shorten(written)}”, and has to be ${words.join(' or ')}.`,
    'not-a-date': ({ problem: { key, written } }) =>
      `${key} is ${shorten(written)}, which is not an RFC 3339 date and time with an offset.`,
    'wrong-type': ({ problem }) =>
      `${shorten(problem.key) || 'This entry'} is ${types.en[problem.is]}, and has to be ${wantedType('en', problem)}.`,
  },
  fr: {
    'no-entries': () => 'Le journal n’a aucune entrée.',
    'not-a-list': () => 'Le journal n’est pas une liste d’entrées.',
    'unknown-key': ({ problem: { key } }) => `${shorten(key)} n’est pas une clé de cette entrée.`,
    'missing-key': ({ problem: { key } }) => `Il manque ${key} à cette entrée.`,
    empty: ({ problem: { key } }) => `${shorten(key) || 'Cette entrée'} est vide.`,
    comment: ({ problem: { key } }) =>
      `${shorten(key)} est vide : pour YAML, ce qui commence par « # » est un commentaire.`,
    unfilled: ({ problem: { key, what } }) => `${shorten(key)} contient encore le « ${what} » du gabarit.`,
    'template-answer': () => 'reply contient encore le « OK | KO » du gabarit.',
    'unknown-word': ({ problem: { key, written, words } }) =>
      `${key} vaut « ${shorten(written)} », et doit être ${words.join(' ou ')}.`,
    'not-a-date': ({ problem: { key, written } }) =>
      `${key} vaut ${shorten(written)}, qui n’est pas une date et heure RFC 3339 avec son décalage.`,
    'wrong-type': ({ problem }) =>
      `${shorten(problem.key) || 'Cette entrée'} est ${types.fr[problem.is]}, et doit être ${wantedType('fr', problem)}.`,
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
    who: quotedIfNeeded(signer),
    when: now,
    topic: `Sprint S${sprint} — validation`,
    context: 'https://stage.example.app',
    status: 'pending',
    reply: 'OK',
    action: 'fix',
    actions: '["npm run seed"]',
  };
}

function quotedIfNeeded(name: string): string {
  return /^[A-Za-z][\w.-]*$/.test(name) && !/^(?:null|true|false)$/i.test(name) ? name : quotedText(name);
}

/** A key with a value that passes, as one would type it; a list item for what stands in a list. */
function example(language: Language, finding: SchemaFinding): string {
  const { key, name } = finding.problem;
  const values = examples(language, finding);
  if (name === '-') return '- "npm run seed"';
  if (key === '') return firstEntry(language, finding);
  return `${name}: ${values[key] ?? values.context}`;
}

/** An entry that passes. */
function firstEntry(language: Language, finding: SchemaFinding): string {
  const values = examples(language, finding);
  const keys = ['who', 'when', 'topic', 'did', 'ask', 'context', 'status'];
  return keys.map((key, index) => `${index === 0 ? '- ' : '  '}${key}: ${values[key]}`).join('\n');
}

/** A text of the user's in quotes, at its key. */
function textOf({
  problem: { key, name, written },
  sprint,
}: SchemaFinding<SchemaProblem & { written: string }>): string {
  const text = quotedText(key === 'topic' ? `Sprint S${sprint} — ${written}` : written);
  return name === '-' ? `- ${text}` : `${name}: ${text}`;
}

/** The value that was written, as a text where a text is wanted, or as a list of it. */
function retyped(language: Language, finding: SchemaFinding<Extract<SchemaProblem, { kind: 'wrong-type' }>>): string {
  const { key, name, wanted, written } = finding.problem;
  if (written === null || key === '' || key === 'who') return example(language, finding);
  if (written.includes('\n'))
    return wanted === 'string' && name !== '-' ? asBlock(name, written) : example(language, finding);
  if (wanted === 'array') return `${name}: [${isQuoted(written) ? written : quotedText(written)}]`;
  if (wanted !== 'string') return example(language, finding);
  return textOf({ ...finding, problem: { ...finding.problem, written } });
}

/** Lines as a text of several lines: a literal block scalar (YAML 1.2, 8.1.2). */
function asBlock(name: string, written: string): string {
  const [first = '', ...others] = written.split('\n');
  const indents = others.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const indent = Math.min(...indents);
  return [`${name}: |`, `    ${first}`, ...others.map((line) => `    ${line.slice(indent)}`)].join('\n');
}

function isQuoted(written: string): boolean {
  return /^(["']).*\1$/s.test(written);
}

/** The word that was meant, with the keys that it needs; else each of the words. */
function meant(language: Language, finding: SchemaFinding<Extract<SchemaProblem, { kind: 'unknown-word' }>>): string {
  const { key, words, resembles, lacks } = finding.problem;
  if (resembles === null) return words.map((word) => `${key}: ${word}`).join(language === 'fr' ? ' ou ' : ' or ');
  const values = examples(language, finding);
  return [`${key}: ${resembles}`, ...lacks.map((name) => `${name}: ${values[name]}`)].join('\n');
}

/** How an unknown key may stay. One that is long, or can't be shown as it is, is no name to type. */
function freely(language: Language, key: string): string {
  const isShort = key.length <= longest && visible(key) === key;
  if (language === 'en') return isShort ? `name it x-${key}` : 'give it a short name that starts with x-';
  return isShort ? `nommez-la x-${key}` : 'donnez-lui un nom court qui commence par x-';
}

const helps: Readonly<Record<Language, Sentences>> = {
  en: {
    'no-entries': (finding) => firstEntry('en', finding),
    'not-a-list': ({ signer }) => `start every entry with a dash: - who: ${quotedIfNeeded(signer)}`,
    'unknown-key': ({ problem: { key, name, resembles, known } }) =>
      resembles
        ? `write ${resembles} instead of ${name}`
        : `delete it, or ${freely('en', key)}${known.length > 0 ? `; known are ${known.join(', ')}` : ''}`,
    'missing-key': (finding) => example('en', finding),
    empty: (finding) => example('en', finding),
    comment: textOf,
    unfilled: ({ problem: { what }, sprint }) =>
      what === '…'
        ? 'write what belongs in place of each “…”, or delete the line'
        : `write S${sprint} in place of S<N>`,
    'template-answer': () => 'delete this entry: the PO writes the answer',
    'unknown-word': (finding) => meant('en', finding),
    'not-a-date': ({ problem: { key }, now }) => `${key}: ${now}`,
    'wrong-type': (finding) => retyped('en', finding),
  },
  fr: {
    'no-entries': (finding) => firstEntry('fr', finding),
    'not-a-list': ({ signer }) => `commencez chaque entrée par un tiret : - who: ${quotedIfNeeded(signer)}`,
    'unknown-key': ({ problem: { key, name, resembles, known } }) =>
      resembles
        ? `écrivez ${resembles} au lieu de ${name}`
        : `supprimez-la, ou ${freely('fr', key)}${known.length > 0 ? ` ; les clés connues sont ${known.join(', ')}` : ''}`,
    'missing-key': (finding) => example('fr', finding),
    empty: (finding) => example('fr', finding),
    comment: textOf,
    unfilled: ({ problem: { what }, sprint }) =>
      what === '…'
        ? 'remplacez chaque « … » par ce qui convient, ou supprimez la ligne'
        : `écrivez S${sprint} à la place de S<N>`,
    'template-answer': () => 'supprimez cette entrée : c’est le PO qui écrit la réponse',
    'unknown-word': (finding) => meant('fr', finding),
    'not-a-date': ({ problem: { key }, now }) => `${key}: ${now}`,
    'wrong-type': (finding) => retyped('fr', finding),
  },
};
