import type { Language, Severity } from '../rules/rule.js';

/** The words of the text report that belong to no rule. */
export interface ReportWords {
  readonly help: string;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly counts: (errors: number, warnings: number) => string;
  readonly configChanged: string;
  /** `left` and `since` are lengths of time, `at` a clock time. */
  readonly running: (sprint: number, left: string, at: string) => string;
  readonly frozen: (sprint: number, since: string, at: string) => string;
  readonly noFreeze: (sprint: number) => string;
  readonly nothing: string;
  readonly error: string;
}

const s = (count: number) => (count === 1 ? '' : 's');
const sFrench = (count: number) => (count > 1 ? 's' : '');

/** The words of the text report, in both languages. */
export const reportWords: Readonly<Record<Language, ReportWords>> = {
  en: {
    help: 'help:',
    severity: { error: 'error', warn: 'warning' },
    counts: (errors, warnings) => `${errors} error${s(errors)}, ${warnings} warning${s(warnings)}`,
    configChanged: 'The config changes; it takes effect from the next commit on.',
    running: (sprint, left, at) => `Sprint S${sprint}: ${left} left before the freeze at ${at}.`,
    frozen: (sprint, since, at) => `Sprint S${sprint}: frozen since ${at} (${since} ago).`,
    noFreeze: (sprint) => `Sprint S${sprint}.`,
    nothing: 'Nothing to judge.',
    error: 'error:',
  },
  fr: {
    help: 'aide :',
    severity: { error: 'erreur', warn: 'avertissement' },
    counts: (errors, warnings) => `${errors} erreur${sFrench(errors)}, ${warnings} avertissement${sFrench(warnings)}`,
    configChanged: 'La configuration change ; elle prend effet à partir du prochain commit.',
    running: (sprint, left, at) => `Sprint S${sprint} : encore ${left} avant le gel de ${at}.`,
    frozen: (sprint, since, at) => `Sprint S${sprint} : gelé depuis ${at} (il y a ${since}).`,
    noFreeze: (sprint) => `Sprint S${sprint}.`,
    nothing: 'Rien à juger.',
    error: 'erreur :',
  },
};
