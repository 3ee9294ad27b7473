import type { HeaderKey, HeaderProblem } from '../facts/notes.js';
import { Failure } from '../failure.js';
import { intendedWhen } from '../journal/when.js';
import type { Language, Translated, Words } from '../language.js';
import { visible } from '../report/visible.js';
import type { Location } from '../yaml/location.js';
import { syntaxWords } from './syntax.js';
import { rfc3339 } from './time.js';
import { unreadableWords } from './yaml.js';

export interface BrokenHeader {
  readonly path: string;
  readonly problem: HeaderProblem;
  /** The sprint's journal; if the header does not name a sprint, that of the highest known one. */
  readonly journal: string;
  /** The highest known N. */
  readonly known: number | null;
  /** T as known without the header, in milliseconds since the epoch. */
  readonly start: number | null;
  /** Now, in milliseconds since the epoch. */
  readonly at: number;
}

/** `argument` is the path of the notes as one types it. */
export function headerWords(language: Language, broken: BrokenHeader, argument?: string): Words {
  const { path, problem } = broken;
  if (problem.kind === 'unreadable') return unreadableWords[language](problem.reason, path, argument);
  if (problem.kind === 'syntax') {
    // Quotes would turn it into a text, and only status may be one.
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

/** Suggests a value that passes, as close as possible to what was written. */
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

/** Reads N from `S3`, `"3"` or `sprint_id:3`; if sprints are known, only the highest or the next is likely. */
function meantSprint(written: unknown, known: number | null): number {
  const digits = /[1-9]\d{0,8}/.exec(JSON.stringify(written) ?? '')?.[0];
  const number = digits === undefined ? null : Number(digits);
  if (known === null) return number ?? 1;
  return number === known + 1 ? number : known;
}

/** `location` is null if the notes as a whole can't be read. */
export function headerFailure(broken: BrokenHeader, location: Location | null): Failure {
  const place = location ? `${visible(broken.path)}:${location.line}:${location.column}: ` : '';
  const at = (language: Language): Words => {
    const [message, help] = headerWords(language, broken);
    return [`${place}${message}`, help];
  };
  return new Failure('notes', { en: at('en'), fr: at('fr') });
}

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
