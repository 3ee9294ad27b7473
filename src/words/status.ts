import type { Translated } from '../language.js';

const en = {
  noSprint: 'No sprint is open.',
  noStart: 'Its start is unknown: there is neither started_at nor a developer’s entry.',
  broken: (path: string) => `${path} has errors; to see which:`,
  noWord: 'The PO has not answered yet.',
  unknownWord: (path: string) => `What the PO said last is unknown until ${path} is repaired:`,
  lastWord: 'The PO’s last answer, from which work resumes:',
  nonePending: 'No entry awaits an answer.',
  pending: (count: number) =>
    count === 1 ? '1 entry awaits the PO’s answer:' : `${count} entries await the PO’s answer:`,
  /** `entry` is 1-based. */
  entry: (sprint: number, entry: number) => `S${sprint}, entry ${entry}:`,
  action: 'for the PO to run:',
  more: (count: number) => `and ${count} more`,
  artefacts: 'Artefacts:',
  reply: 'For the PO: npx sprint-check reply OK, or: npx sprint-check reply KO --details "what is wrong"',
  next: 'Next:',
  correct: (notes: string) => `correct ${notes}, then: npx sprint-check status`,
};

export const statusWords: Translated<typeof en> = {
  en,
  fr: {
    noSprint: 'Aucun sprint n’est ouvert.',
    noStart: 'Son début est inconnu : il n’y a ni started_at, ni entrée d’un développeur.',
    broken: (path) => `${path} contient des erreurs ; pour les voir :`,
    noWord: 'Le PO n’a pas encore répondu.',
    unknownWord: (path) => `La dernière réponse du PO reste inconnue tant que ${path} n’est pas réparé :`,
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
