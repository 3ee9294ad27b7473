import type { Start } from '../facts/facts.js';
import type { Language } from '../language.js';
import { startedAt } from './start.js';

/** What status says beside the time. */
export interface StatusWords {
  readonly noSprint: string;
  readonly noStart: string;
  readonly started: (start: Start, now: number) => string;
  /** A command that names the cause follows. */
  readonly broken: (path: string) => string;
  readonly noWord: string;
  readonly lastWord: string;
  readonly nonePending: string;
  readonly pending: (count: number) => string;
  /** `entry` counts from 1. */
  readonly entry: (sprint: number, entry: number) => string;
  readonly action: string;
  readonly more: (count: number) => string;
  readonly artefacts: string;
  readonly next: string;
}

export const statusWords: Readonly<Record<Language, StatusWords>> = {
  en: {
    noSprint: 'No sprint is open.',
    noStart: 'When it started is written nowhere: started_at is missing, and so is a developer’s entry.',
    started: (start, now) => startedAt('en', start, now),
    broken: (path) => `${path} has errors; to see which:`,
    noWord: 'The PO has not answered yet.',
    lastWord: 'The PO’s last word, where work resumes:',
    nonePending: 'No entry awaits an answer.',
    pending: (count) => (count === 1 ? '1 entry awaits the PO’s answer:' : `${count} entries await the PO’s answer:`),
    entry: (sprint, entry) => `S${sprint}, entry ${entry}:`,
    action: 'the PO runs:',
    more: (count) => `and ${count} more`,
    artefacts: 'Artefacts:',
    next: 'Next:',
  },
  fr: {
    noSprint: 'Aucun sprint n’est ouvert.',
    noStart: 'Son début n’est noté nulle part : il manque started_at, et une entrée d’un développeur.',
    started: (start, now) => startedAt('fr', start, now),
    broken: (path) => `${path} contient des erreurs ; pour les voir :`,
    noWord: 'Le PO n’a pas encore répondu.',
    lastWord: 'Le dernier mot du PO, où le travail reprend :',
    nonePending: 'Aucune entrée n’attend de réponse.',
    pending: (count) =>
      count === 1 ? '1 entrée attend la réponse du PO :' : `${count} entrées attendent la réponse du PO :`,
    entry: (sprint, entry) => `S${sprint}, entrée ${entry} :`,
    action: 'le PO lance :',
    more: (count) => `et ${count} de plus`,
    artefacts: 'Artefacts :',
    next: 'Ensuite :',
  },
};
