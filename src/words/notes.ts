import type { HeaderKey, HeaderProblem } from '../facts/notes.js';
import { Failure } from '../failure.js';
import { intendedWhen } from '../journal/when.js';
import type { Language, Translated, Words } from '../language.js';
import { visible } from '../report/visible.js';
import type { Location } from '../yaml/location.js';
import { syntaxWords } from './syntax.js';
import { rfc3339 } from './time.js';
import { unreadableWords } from './yaml.js';

/** What is wrong with a sprint header, and what a right one is made of. */
export interface BrokenHeader {
  readonly path: string;
  readonly problem: HeaderProblem;
  /** That of the sprint, or where the header does not tell, of the highest that is known. */
  readonly journal: string;
  /** The highest N that is known; null where none is. */
  readonly known: number | null;
  /** T of the sprint as it is known to have begun, milliseconds since the epoch; null where it is not. */
  readonly start: number | null;
  /** When the header is read, in milliseconds since the epoch. */
  readonly at: number;
}

/** What is said of a sprint header that can’t be read; `argument` is the path of the notes as one types it. */
export function headerWords(language: Language, broken: BrokenHeader, argument?: string): Words {
  const { path, problem } = broken;
  if (problem.kind === 'unreadable') return unreadableWords[language](problem.reason, path, argument);
  if (problem.kind === 'syntax') {
    // In quotes it would be a text, which only status may be.
    const [, key, written] = /^(sprint_id|started_at|interaction_log): (.*)$/.exec(problem.problem.quoted ?? '') ?? [];
    return key ? wrong(language, key as HeaderKey, written, broken) : syntaxWords[language](problem.problem);
  }
  return wrong(language, problem.key, problem.written, broken);
}

const wrongKey: Translated<Readonly<Record<HeaderKey, string>>> = {
  en: {
    sprint_id: 'sprint_id is not a whole number from 1.',
    started_at: 'started_at is not an RFC 3339 date and time with an offset.',
    interaction_log: 'interaction_log is not the path of a file.',
    status: 'status is not a text.',
  },
  fr: {
    sprint_id: 'sprint_id n’est pas un nombre entier à partir de 1.',
    started_at: 'started_at n’est pas une date et heure RFC 3339 avec son décalage.',
    interaction_log: 'interaction_log n’est pas le chemin d’un fichier.',
    status: 'status n’est pas un texte.',
  },
};

/** Says that a key is wrong, with a value that passes: as close to what was written as can be told. */
function wrong(language: Language, key: HeaderKey, written: unknown, broken: BrokenHeader): Words {
  const { journal, known, start, at } = broken;
  const values: Readonly<Record<HeaderKey, string>> = {
    sprint_id: `${meantSprint(written, known)}`,
    started_at: start === null ? (intendedWhen(String(written)) ?? rfc3339(at)) : rfc3339(start),
    interaction_log: `./${journal}`,
    status: 'wip',
  };
  return [wrongKey[language][key], `${key}: ${values[key]}`];
}

/** The number that was meant, in `S3`, `"3"` or `sprint_id:3`; of the sprints that are `known` to be there the highest, unless it is the next. */
function meantSprint(written: unknown, known: number | null): number {
  const digits = /[1-9]\d{0,8}/.exec(JSON.stringify(written) ?? '')?.[0];
  const number = digits === undefined ? null : Number(digits);
  if (known === null) return number ?? 1;
  return number === known + 1 ? number : known;
}

/** The sprint header can't be read; `location` is null where the notes as a whole can't. */
export function headerFailure(broken: BrokenHeader, location: Location | null): Failure {
  const place = location ? `${visible(broken.path)}:${location.line}:${location.column}: ` : '';
  const at = (language: Language): Words => {
    const [message, help] = headerWords(language, broken);
    return [`${place}${message}`, help];
  };
  return new Failure('notes', { en: at('en'), fr: at('fr') });
}

/** The sprint header can be read, but not written, for the form of the notes. */
export function unwritableHeader(path: string): Failure {
  return new Failure('notes', {
    en: [
      `The sprint header of ${visible(path)} can’t be written.`,
      'close the fence or the comment left open there, and write the header as one key: value per line',
    ],
    fr: [
      `Impossible d’écrire l’en-tête de sprint de ${visible(path)}.`,
      'fermez le bloc ou le commentaire qui y reste ouvert, et écrivez l’en-tête à raison d’une clé: valeur par ligne',
    ],
  });
}
