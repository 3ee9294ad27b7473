import { Failure } from '../failure.js';
import type { Language, Translated, Words } from '../language.js';
import { nearest } from '../nearest.js';
import { visible } from '../report/visible.js';
import { syntaxWords } from '../words/syntax.js';
import { unreadableWords } from '../words/yaml.js';
import type { Location } from '../yaml/location.js';
import type { SyntaxProblem, UnreadableReason } from '../yaml/problem.js';
import type { Config } from './config.js';
import type { ConfigPath, ConfigProblem } from './problem.js';

/** Returns the Failure (exit 2) of a broken config: a line for each problem, and each remedy once. */
export function configFailure(problems: readonly ConfigProblem[]): Failure {
  const joined = (language: Language): Words => {
    const all = problems.map(({ words }) => words[language]);
    return [all.map(([message]) => message).join('\n'), [...new Set(all.map(([, help]) => help))].join('\n')];
  };
  return new Failure('config', { en: joined('en'), fr: joined('fr') });
}

export function unreadable(file: ConfigPath, reason: UnreadableReason): ConfigProblem {
  const location = reason.kind === 'too-deep' ? reason.location : null;
  const place = placeOf(file, location);
  return { location, words: { en: unreadableWords.en(reason, place), fr: unreadableWords.fr(reason, place) } };
}

/** Escapes what is quoted from the file, which must not control a terminal. */
export function problemAt(file: ConfigPath, location: Location | null, { en, fr }: Translated<Words>): ConfigProblem {
  const place = placeOf(file, location);
  const shown = (prefix: string, [message, help]: Words): Words => [visible(prefix + message), visible(help)];
  return { location, words: { en: shown(`${place}: `, en), fr: shown(`${place} : `, fr) } };
}

function placeOf(file: ConfigPath, location: Location | null): string {
  return location === null ? file : `${file}:${location.line}:${location.column}`;
}

export function notYaml(file: ConfigPath, problem: SyntaxProblem): ConfigProblem {
  const { kind, location, subject } = problem;
  // Quotes would turn a list into a text, and no text of a config is in brackets.
  const isList = kind === 'reserved-value' && /^[[{]/.test(subject);
  const described: SyntaxProblem = isList ? { kind: 'bracket', location, subject } : problem;
  return problemAt(file, location, { en: syntaxWords.en(described), fr: syntaxWords.fr(described) });
}

export const notJson: Translated<Words> = {
  en: [
    'this is not JSON.',
    'put keys and texts in double quotes; no comments, no comma before } or ], no conflict marks',
  ],
  fr: [
    'ce n’est pas du JSON.',
    'mettez clés et textes entre guillemets droits (") ; ni commentaire, ni virgule avant } ou ], ni marque de conflit',
  ],
};

export function secondSource(file: ConfigPath, other: ConfigPath): Translated<Words> {
  return {
    en: [`there is already a config in ${other}.`, `keep one of them, for example: delete ${file}, then: git add -A`],
    fr: [
      `il y a déjà une configuration dans ${other}.`,
      `n’en gardez qu’une, par exemple : supprimez ${file}, puis : git add -A`,
    ],
  };
}

export function unknownKey(name: string, known: readonly string[]): Translated<Words> {
  const match = nearest(name, known);
  return {
    en: [`unknown key ${JSON.stringify(name)}.`, match ? `did you mean "${match}"?` : 'delete it'],
    fr: [`clé ${JSON.stringify(name)} inconnue.`, match ? `vouliez-vous dire « ${match} » ?` : 'supprimez-la'],
  };
}

/** `key` is null if the whole config is wrong; `example` is valid, as JSON and as YAML. */
export function wrongValue(key: ConfigKey | null, example: string): Translated<Words> {
  const { en, fr } = key === null ? mapping : wanted[key];
  return {
    en: [`${key ?? 'the config'} must be ${en}.`, `write, for example: ${example}`],
    fr: [`${key ?? 'la configuration'} doit être ${fr}.`, `écrivez, par exemple : ${example}`],
  };
}

export type ConfigKey = keyof Config | '$schema';

const mapping = { en: 'a mapping of keys to values', fr: 'un ensemble de clés et de valeurs' };
const path = { en: 'a relative path with "/", without ".."', fr: 'un chemin relatif avec « / », sans « .. »' };
const globs = {
  en: 'a list of globs, of 1 to 1000 characters each',
  fr: 'une liste de globs, de 1 à 1000 caractères chacun',
};
const minutes = {
  en: 'a whole number of minutes, from 1 to 100000000, and freezeAfter at most timebox',
  fr: 'un nombre entier de minutes, de 1 à 100000000, et freezeAfter au plus égal à timebox',
};

const wanted: Readonly<Record<ConfigKey, Translated>> = {
  $schema: { en: 'a text', fr: 'un texte' },
  notes: path,
  sprints: path,
  branches: globs,
  push: globs,
  sprintBranch: { en: 'the name of a branch, without spaces', fr: 'un nom de branche, sans espace' },
  freezeAfter: minutes,
  timebox: minutes,
  allowAfterFreeze: globs,
  po: { en: 'a list of e-mail addresses', fr: 'une liste d’adresses e-mail' },
  developers: {
    en: 'a list of one or more distinct names, without spaces around them, none of them PO',
    fr: 'une liste d’au moins un nom, sans doublon, sans espaces autour et sans PO',
  },
  rules: {
    en: 'a mapping of rules to "error", "warn" or "off"',
    fr: 'un ensemble de règles, chacune à "error", "warn" ou "off"',
  },
  lang: { en: '"en" or "fr"', fr: '"en" ou "fr"' },
};
