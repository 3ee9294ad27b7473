import type { SyntaxProblem, UnreadableReason } from '../yaml/problem.js';
import type { JsonFault, Wanted } from './problem.js';
import { type ConfigWords, dropOneOf, place, toUtf8, typed } from './typed.js';

/** What is said of a broken config, in French. */
export const french: ConfigWords = {
  unreadable: (problem) => ({
    message: `${place(problem)} ne peut pas être lu comme configuration : ${unreadable[problem.reason.kind]}.`,
    help: unreadableHelp[problem.reason.kind](problem.file),
  }),
  'json-syntax': (problem) => ({
    message: `${place(problem)} n’est pas du JSON : ${json[problem.fault].says}.`,
    help: json[problem.fault].help,
  }),
  'yaml-syntax': (problem) => ({
    message: `${place(problem)} n’est pas un document YAML 1.2 unique : ${yaml[problem.problem.kind].says(problem.problem.subject)}.`,
    help: problem.problem.quoted ? `écrivez : ${problem.problem.quoted}` : yaml[problem.problem.kind].help,
  }),
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

const unreadable: Readonly<Record<UnreadableReason['kind'], string>> = {
  symlink: 'c’est un lien symbolique, et les liens ne sont pas suivis',
  submodule: 'c’est un sous-module',
  'lfs-pointer': 'c’est un pointeur de Git LFS',
  'utf-16': 'c’est de l’UTF-16, pas de l’UTF-8',
  'not-utf-8': 'ce n’est pas de l’UTF-8',
  'too-large': 'il dépasse 1 Mio',
  'too-deep': 'il dépasse 64 niveaux d’imbrication',
  'too-dense': 'il contient plus de 200 000 clés, valeurs et signes de ponctuation',
};

const unreadableHelp: Readonly<Record<UnreadableReason['kind'], (file: string) => string>> = {
  symlink: (file) => `mettez-y le fichier lui-même, puis : git add ${file}`,
  submodule: (file) => `git rm --cached ${file}`,
  'lfs-pointer': (file) => `git lfs untrack ${file} && git add --renormalize ${file}`,
  'utf-16': toUtf8,
  'not-utf-8': (file) => `enregistrez-le en UTF-8, puis : git add ${file}`,
  'too-large': (file) => `raccourcissez-le, puis : git add ${file}`,
  'too-deep': (file) => `retirez des niveaux, puis : git add ${file}`,
  'too-dense': (file) => `raccourcissez-le, puis : git add ${file}`,
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

const yaml: Readonly<Record<SyntaxProblem['kind'], { says: (subject: string) => string; help: string }>> = {
  'reserved-value': {
    says: (value) => `${value} n’est pas une valeur simple`,
    help: 'mettez-la entre guillemets droits',
  },
  'duplicate-key': { says: (key) => `${key} y est deux fois`, help: 'supprimez l’une des deux' },
  'several-documents': { says: () => 'il y en a plusieurs', help: 'supprimez le --- et ce qui suit' },
  'yaml-version': { says: (version) => `il dit %YAML ${version}`, help: 'supprimez la ligne' },
  'unknown-tag': { says: (tag) => `l’étiquette ${tag} est inconnue`, help: 'supprimez l’étiquette' },
  'alias-bomb': { says: () => 'ses alias se déploient à l’excès', help: 'écrivez les valeurs en entier' },
  'unresolved-alias': { says: (alias) => `${alias} n’a pas d’ancre`, help: 'écrivez la valeur en entier' },
  'control-character': { says: (character) => `il contient ${character}`, help: 'supprimez le caractère' },
  'tab-indentation': { says: () => 'une tabulation indente cette ligne', help: 'indentez avec des espaces' },
  other: {
    says: (sentence) => sentence,
    help: 'mettez les textes entre guillemets droits, et indentez avec des espaces',
  },
};
