import { Failure } from '../failure.js';
import type { Language, Translated, Words } from '../language.js';
import { visible } from '../report/visible.js';
import { syntaxWords } from '../words/syntax.js';
import { unreadableWords } from '../words/yaml.js';
import type { SyntaxProblem } from '../yaml/problem.js';
import type { ConfigProblem, Wanted } from './problem.js';

type InBoth = Translated<Words>;

/** The Failure (exit 2) of a config that is broken: a line for each problem, and each remedy once. */
export function configFailure(problems: readonly ConfigProblem[]): Failure {
  const described = problems.map(describeConfigProblem);
  const joined = (language: Language): Words => {
    const all = described.map((words) => words[language]);
    return [all.map(([message]) => message).join('\n'), [...new Set(all.map(([, help]) => help))].join('\n')];
  };
  return new Failure('config', { en: joined('en'), fr: joined('fr') });
}

/** The message (the fact, with file and line) and the help (the remedy, as something to type) of a problem. */
export function describeConfigProblem(problem: ConfigProblem): InBoth {
  const { file, location } = problem;
  const place = location === null ? file : `${file}:${location.line}:${location.column}`;
  if (problem.kind === 'unreadable') {
    return { en: unreadableWords.en(problem.reason, place), fr: unreadableWords.fr(problem.reason, place) };
  }
  const { en, fr } = (words[problem.kind] as (problem: ConfigProblem) => InBoth)(problem);
  return { en: shown(`${place}: `, en), fr: shown(`${place} : `, fr) };
}

/** What a message quotes from the file must not steer a terminal. */
function shown(prefix: string, [message, help]: Words): Words {
  return [visible(prefix + message), visible(help)];
}

type Kind = Exclude<ConfigProblem['kind'], 'unreadable'>;

/** What is said behind the place of each kind of problem. */
const words: { readonly [K in Kind]: (problem: Extract<ConfigProblem, { kind: K }>) => InBoth } = {
  syntax: ({ problem }) => {
    // In quotes a list would be a text, and what a config has in brackets is no text.
    const isList = problem.kind === 'reserved-value' && /^[[{]/.test(problem.subject);
    const { location, subject } = problem;
    const said: SyntaxProblem = isList ? { kind: 'bracket', location, subject } : problem;
    return { en: syntaxWords.en(said), fr: syntaxWords.fr(said) };
  },
  'not-json': () => ({
    en: ['this is not JSON.', 'put keys and texts in double quotes; no comments, no comma before } or ]'],
    fr: [
      'ce n’est pas du JSON.',
      'mettez clés et textes entre guillemets droits (") ; ni commentaire, ni virgule avant } ou ]',
    ],
  }),
  'two-sources': ({ file, other }) => {
    const isManifest = [file, other].includes('package.json');
    const [en, fr] = isManifest
      ? [
          'npm pkg delete sprint-check, then: git add package.json',
          'npm pkg delete sprint-check, puis : git add package.json',
        ]
      : [`delete ${file}, then: git add -A`, `supprimez ${file}, puis : git add -A`];
    return {
      en: [`there is already a config in ${other}.`, `keep one of them, for example: ${en}`],
      fr: [`il y a déjà une configuration dans ${other}.`, `n’en gardez qu’une, par exemple : ${fr}`],
    };
  },
  'unknown-key': ({ name, suggestion }) => ({
    en: [`unknown key ${JSON.stringify(name)}.`, didYouMean.en(suggestion) ?? 'delete it'],
    fr: [`clé ${JSON.stringify(name)} inconnue.`, didYouMean.fr(suggestion) ?? 'supprimez-la'],
  }),
  'unknown-rule': ({ name, suggestion }) => ({
    en: [
      `unknown rule ${JSON.stringify(name)}.`,
      didYouMean.en(suggestion) ?? 'list the rules: npx sprint-check explain',
    ],
    fr: [
      `règle ${JSON.stringify(name)} inconnue.`,
      didYouMean.fr(suggestion) ?? 'pour la liste des règles : npx sprint-check explain',
    ],
  }),
  'wrong-value': ({ key, wanted, example }) => ({
    en: [`${key ?? 'the config'} must be ${wantedWords.en[wanted]}.`, `write, for example: ${example}`],
    fr: [`${key ?? 'la configuration'} doit être ${wantedWords.fr[wanted]}.`, `écrivez, par exemple : ${example}`],
  }),
  'freeze-after-timebox': ({ freezeAfter, timebox }) => ({
    en: [
      `freezeAfter (${freezeAfter} minutes) is greater than timebox (${timebox}).`,
      `write, for example: "freezeAfter": ${timebox}`,
    ],
    fr: [
      `freezeAfter (${freezeAfter} minutes) dépasse timebox (${timebox}).`,
      `écrivez, par exemple : "freezeAfter": ${timebox}`,
    ],
  }),
};

const didYouMean: Translated<(name: string | null) => string | null> = {
  en: (name) => name && `did you mean "${name}"?`,
  fr: (name) => name && `vouliez-vous dire « ${name} » ?`,
};

const wantedWords: Translated<Readonly<Record<Wanted, string>>> = {
  en: {
    mapping: 'a mapping of keys to values',
    text: 'a text',
    path: 'a relative path with "/", without ".."',
    branch: 'the name of a branch, without spaces',
    globs: 'a list of globs, of 1 to 1000 characters each',
    minutes: 'a whole number of minutes, from 1 to 100000000',
    addresses: 'a list of e-mail addresses',
    names: 'a list of one or more distinct names, without spaces around them, none of them PO',
    severities: 'a mapping of rules to "error", "warn" or "off"',
    language: '"en" or "fr"',
  },
  fr: {
    mapping: 'un ensemble de clés et de valeurs',
    text: 'un texte',
    path: 'un chemin relatif avec « / », sans « .. »',
    branch: 'un nom de branche, sans espace',
    globs: 'une liste de globs, de 1 à 1000 caractères chacun',
    minutes: 'un nombre entier de minutes, de 1 à 100000000',
    addresses: 'une liste d’adresses e-mail',
    names: 'une liste d’au moins un nom, sans doublon, sans espaces autour et sans PO',
    severities: 'un ensemble de règles, chacune à "error", "warn" ou "off"',
    language: '"en" ou "fr"',
  },
};
