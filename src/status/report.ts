import { envelope, type ReportContext, sprintOf } from '../report/report.js';
import type { Report } from '../report/types.js';
import type { Pending, Status } from './facts.js';

/** What `status --format json` prints: the report of a check that found nothing, and what only status says. */
export interface StatusReport extends Report {
  readonly pending: readonly Pending[];
  readonly lastWord: {
    readonly sprint: number;
    readonly entry: number;
    readonly when: string | null;
    readonly reply: 'OK' | 'KO' | null;
    readonly details: string | null;
    readonly action: 'none' | 'fix' | null;
  } | null;
  readonly artefacts: Readonly<Record<string, boolean>>;
}

/** The report of a status. */
export function statusReport(context: ReportContext, { sprint, pending, artefacts, ...status }: Status): StatusReport {
  const lastWord = status.lastWord && 'sprint' in status.lastWord ? status.lastWord : null;
  return {
    ...envelope(context),
    ok: true,
    sprint: sprint && sprintOf(sprint, context.now),
    pending,
    lastWord: lastWord && {
      ...{ sprint: lastWord.sprint, entry: lastWord.entry, when: lastWord.when, details: lastWord.details },
      reply: wordOf(lastWord.reply?.toUpperCase(), ['OK', 'KO'] as const),
      action: wordOf(lastWord.action?.toLowerCase(), ['none', 'fix'] as const),
    },
    artefacts,
  };
}

function wordOf<Word extends string>(text: string | undefined, words: readonly Word[]): Word | null {
  return words.find((word) => word === text) ?? null;
}
