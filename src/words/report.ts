import type { Language, Translated } from '../language.js';
import { depuis } from './time.js';

const s = (count: number) => (count === 1 ? '' : 's');
const sFrench = (count: number) => (count > 1 ? 's' : '');

const refusedThings: Readonly<Record<string, Translated>> = {
  'pre-commit': { en: 'Commit refused', fr: 'Commit refusé' },
  'pre-merge-commit': { en: 'Merge refused', fr: 'Fusion refusée' },
  'pre-push': { en: 'Push refused', fr: 'Push refusé' },
  'pre-receive': { en: 'Push refused', fr: 'Push refusé' },
};

const en = {
  help: 'help:',
  severity: { error: 'error', warn: 'warning' },
  errors: (count: number) => `${count} error${s(count)}`,
  warnings: (count: number) => `${count} warning${s(count)}`,
  commits: (count: number) => `${count} commit${s(count)}`,
  /** `command` is null for a command line that names none. */
  refused: (command: string | null, counts: string) =>
    `${refusedThings[command ?? '']?.en ?? 'Check failed'}: ${counts}.`,
  /** `left` and `since` are durations, `at` is a clock time. */
  running: (sprint: number, left: string, at: string) => `Sprint S${sprint}: ${left} left before the freeze at ${at}.`,
  frozen: (sprint: number, since: string, at: string) => `Sprint S${sprint}: frozen since ${at} (${since} ago).`,
  noFreeze: (sprint: number) => `Sprint S${sprint}.`,
  nothing: 'Nothing to check.',
  why: 'why:',
  error: 'error:',
  noVerdict: 'No verdict',
  summaryLost: (reason: string) => `The job summary could not be written: ${reason}`,
  columns: { severity: 'Severity', rule: 'Rule', place: 'Place', fact: 'What is wrong, and how to fix it' },
};

export const reportWords: Translated<typeof en> = {
  en,
  fr: {
    help: 'aide :',
    severity: { error: 'erreur', warn: 'avertissement' },
    errors: (count) => `${count} erreur${sFrench(count)}`,
    warnings: (count) => `${count} avertissement${sFrench(count)}`,
    commits: (count) => `${count} commit${sFrench(count)}`,
    refused: (command, counts) => `${refusedThings[command ?? '']?.fr ?? 'Échec du contrôle'} : ${counts}.`,
    running: (sprint, left, at) => `Sprint S${sprint} : encore ${left} avant le gel, à ${at}.`,
    frozen: (sprint, since, at) => `Sprint S${sprint} : gelé ${depuis(at)} (${since}).`,
    noFreeze: (sprint) => `Sprint S${sprint}.`,
    nothing: 'Rien à contrôler.',
    why: 'pourquoi :',
    error: 'erreur :',
    noVerdict: 'Contrôle impossible',
    summaryLost: (reason) => `Le résumé du job n’a pas pu être écrit : ${reason}`,
    columns: { severity: 'Gravité', rule: 'Règle', place: 'Emplacement', fact: 'Problème et correction' },
  },
};

/** Puts French no-break spaces before `: ; ? ! »` and after `«`. Not for commands, which would not work with them. */
export function typeset(language: Language, sentence: string): string {
  return language === 'fr' ? sentence.replace(/ (?=[:;?!](?:\s|$)|»)|(?<=«) /g, '\u00a0') : sentence;
}
