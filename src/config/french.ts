import { syntaxWords } from '../words/syntax.js';
import { unreadableWords } from '../words/yaml.js';
import type { JsonFault, Wanted } from './problem.js';
import { type ConfigWords, dropOneOf, place, typed } from './typed.js';

/** What is said of a broken config, in French. */
export const french: ConfigWords = {
  unreadable: (problem) => unreadableWords.fr(problem.reason, place(problem)),
  'json-syntax': (problem) => ({
    message: `${place(problem)} n’est pas du JSON : ${json[problem.fault].says}.`,
    help: json[problem.fault].help,
  }),
  'yaml-syntax': (problem) => {
    const { message, help } = syntaxWords.fr(problem.problem);
    return { message: `${place(problem)} : ${message}`, help };
  },
  'duplicate-key': (problem) => ({
    message: `${place(problem)} donne ${JSON.stringify(problem.key)} une seconde fois.`,
    help: 'supprimez l’une des deux',
  }),
  'two-sources': ({ file, other }) => ({
    message: `Il y a deux configurations, dans ${other} et dans ${file}.`,
    help: `n’en gardez qu’une, par exemple : ${dropOneOf([file, other])}`,
  }),
  'unknown-key': (problem) => ({
    message: `${place(problem)} : la configuration n’a pas de clé ${JSON.stringify(problem.key)}.`,
    help: problem.suggestion ? `vouliez-vous dire "${problem.suggestion}" ?` : 'supprimez-la',
  }),
  'unknown-rule': (problem) => ({
    message: `${place(problem)} : il n’y a pas de règle ${JSON.stringify(problem.rule)}.`,
    help: problem.suggestion
      ? `vouliez-vous dire "${problem.suggestion}" ?`
      : 'pour la liste des règles : sprint-check explain',
  }),
  'wrong-value': (problem) => ({
    message: `${place(problem)} : ${problem.subject} doit être ${wanted[problem.wanted]}.`,
    help: `écrivez, par exemple : ${typed(problem.file, problem.key)}`,
  }),
  'freeze-after-timebox': (problem) => ({
    message: `${place(problem)} : le gel, après ${problem.freezeAfter} minutes, dépasse la timebox de ${problem.timebox}.`,
    help: `écrivez, par exemple : ${typed(problem.file, 'freezeAfter', problem.timebox)}`,
  }),
};

const wanted: Readonly<Record<Wanted, string>> = {
  mapping: 'un dictionnaire de clés et de valeurs',
  text: 'un texte',
  path: 'un chemin relatif avec « / », sans « .. »',
  branch: 'le nom d’une branche, sans blancs',
  globs: 'une liste de globs',
  glob: 'un glob, un texte qui n’est pas vide',
  minutes: 'un nombre entier de minutes, de 1 à 100000000',
  addresses: 'une liste d’adresses e-mail',
  address: 'une adresse e-mail',
  severities: 'un dictionnaire de règles vers "error", "warn" ou "off"',
  severity: '"error", "warn" ou "off"',
  language: '"en" ou "fr"',
};

const json: Readonly<Record<JsonFault, { says: string; help: string }>> = {
  comment: { says: 'il n’a pas de commentaires', help: 'supprimez le commentaire' },
  'trailing-comma': { says: 'rien ne suit cette virgule', help: 'supprimez la virgule' },
  key: { says: 'une clé entre guillemets droits est attendue ici', help: 'écrivez : "clé": valeur' },
  colon: { says: 'un deux-points est attendu ici', help: 'écrivez : "clé": valeur' },
  comma: { says: 'une virgule est attendue ici', help: 'mettez une virgule entre les deux' },
  value: {
    says: 'une valeur est attendue ici',
    help: 'écrivez un texte entre guillemets droits, un nombre, true, false, null, [ ou {',
  },
  unclosed: { says: 'un crochet ou une accolade n’est jamais fermé', help: 'fermez-le par } ou ]' },
  'unclosed-string': { says: 'un texte n’est jamais fermé', help: 'fermez-le par "' },
  escape: { says: 'une barre oblique inverse n’y a pas de sens', help: 'écrivez-la deux fois : \\\\' },
  'control-character': {
    says: 'un texte contient un caractère de contrôle brut',
    help: 'écrivez-le comme un échappement, tel que \\t',
  },
  'text-after': { says: 'quelque chose suit la fin', help: 'supprimez ce qui suit' },
};
