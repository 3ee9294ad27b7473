import type { Start } from '../facts/facts.js';
import type { Translated } from '../language.js';
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
  /** What the PO is to type. */
  readonly reply: string;
  readonly next: string;
  /** Where the sprint header is broken. */
  readonly correct: (notes: string) => string;
}

export const statusWords: Translated<StatusWords> = {
  en: {
    noSprint: 'No sprint is open.',
    noStart: 'Its start is unknown: there is neither started_at nor a developer’s entry.',
    started: (start, now) => startedAt('en', start, now),
    broken: (path) => `${path} has errors; to see which:`,
    noWord: 'The PO has not answered yet.',
    lastWord: 'The PO’s last answer, from which work resumes:',
    nonePending: 'No entry awaits an answer.',
    pending: (count) => (count === 1 ? '1 entry awaits the PO’s answer:' : `${count} entries await the PO’s answer:`),
    entry: (sprint, entry) => `S${sprint}, entry ${entry}:`,
    action: 'for the PO to run:',
    more: (count) => `and ${count} more`,
    artefacts: 'Artefacts:',
    reply: 'For the PO: npx sprint-check reply OK, or: npx sprint-check reply KO --details "what is wrong"',
    next: 'Next:',
    correct: (notes) => `correct ${notes}, then: npx sprint-check status`,
  },
  fr: {
    noSprint: 'Aucun sprint n’est ouvert.',
    noStart: 'Son début est inconnu : il n’y a ni started_at, ni entrée d’un développeur.',
    started: (start, now) => startedAt('fr', start, now),
    broken: (path) => `${path} contient des erreurs ; pour les voir :`,
    noWord: 'Le PO n’a pas encore répondu.',
    lastWord: 'Dernière réponse du PO, d’où le travail reprend :',
    nonePending: 'Aucune entrée n’attend de réponse.',
    pending: (count) =>
      count === 1 ? '1 entrée attend la réponse du PO :' : `${count} entrées attendent la réponse du PO :`,
    entry: (sprint, entry) => `S${sprint}, entrée ${entry} :`,
    action: 'à lancer par le PO :',
    more: (count) => `et ${count} autre${count > 1 ? 's' : ''}`,
    artefacts: 'Artefacts :',
    reply: 'Pour le PO : npx sprint-check reply OK, ou : npx sprint-check reply KO --details "ce qui ne va pas"',
    next: 'Ensuite :',
    correct: (notes) => `corrigez ${notes}, puis : npx sprint-check status`,
  },
};
