import type { ReadJournal } from '../journal/journal.js';
import { instant } from '../journal/when.js';
import { rfc3339 } from '../words/time.js';
import { defineRule, type Finding } from './rule.js';

interface Astray {
  readonly is: 'in the future' | 'before the start' | 'before the entry above';
  /** The `when`, milliseconds since the epoch, as are the others. */
  readonly when: number;
  /** What it is held against: the moment of the check or commit, T, or the `when` above. */
  readonly limit: number;
  /** The moment of the check or commit. */
  readonly at: number;
}

const tolerance = 2 * 60_000;

/** The entries of a journal are dated when they were written. */
export default defineRule<Astray>({
  id: 'journal/when',
  severity: 'warn',
  where: 'S',
  words: {
    en: {
      summary: 'Every “when” lies in the sprint, in the order of the entries, and not in the future.',
      why: 'The journal tells what happened in which order; without a start in the header, the freeze is counted from it.',
      remedy: 'Date the entry when it was written, as in when: 2026-11-22T14:05:00+01:00.',
      message: ({ is, when, limit }) =>
        ({
          'in the future': `This entry is dated ${rfc3339(when)}, in the future as of ${rfc3339(limit)}.`,
          'before the start': `This entry is dated ${rfc3339(when)}, before the sprint started (${rfc3339(limit)}).`,
          'before the entry above': `This entry is dated ${rfc3339(when)}, before an entry above it (${rfc3339(limit)}).`,
        })[is],
      help: ({ is, at }) =>
        is === 'before the entry above'
          ? `date it when it was written, for example when: ${rfc3339(at)}`
          : `when: ${rfc3339(at)}`,
    },
    fr: {
      summary: 'Chaque « when » tombe dans le sprint, dans l’ordre des entrées, et pas dans le futur.',
      why: 'Le journal dit ce qui s’est passé et dans quel ordre ; sans début dans l’en-tête, c’est de lui que part le gel.',
      remedy: 'Datez l’entrée du moment où elle a été écrite, comme when: 2026-11-22T14:05:00+01:00.',
      message: ({ is, when, limit }) =>
        ({
          'in the future': `Cette entrée est datée du ${rfc3339(when)}, dans le futur au ${rfc3339(limit)}.`,
          'before the start': `Cette entrée est datée du ${rfc3339(when)}, avant le début du sprint (${rfc3339(limit)}).`,
          'before the entry above': `Cette entrée est datée du ${rfc3339(when)}, avant une entrée au-dessus d’elle (${rfc3339(limit)}).`,
        })[is],
      help: ({ is, at }) =>
        is === 'before the entry above'
          ? `datez-la du moment où elle a été écrite, par exemple when: ${rfc3339(at)}`
          : `when: ${rfc3339(at)}`,
    },
  },
  check: ({ at, journals, sprint }) =>
    journals.flatMap((journal) => {
      if (journal.state !== 'read') return [];
      const start = journal.path === sprint?.journal ? (sprint.start?.at ?? null) : null;
      return astray(journal, at, start);
    }),
});

function astray(journal: ReadJournal, at: number, start: number | null): Finding<Astray>[] {
  const { path: file } = journal;
  const findings: Finding<Astray>[] = [];
  let above: number | null = null;
  for (const { index, entry } of journal.sound) {
    const when = instant(entry.when);
    if (when === null) continue;
    const judged = judge(when, at, start, above);
    if (judged) findings.push({ data: { ...judged, when, at }, file, path: `/${index}/when` });
    above = when;
  }
  return findings;
}

function judge(
  when: number,
  at: number,
  start: number | null,
  above: number | null,
): Pick<Astray, 'is' | 'limit'> | null {
  if (when > at + tolerance) return { is: 'in the future', limit: at };
  if (start !== null && when < start) return { is: 'before the start', limit: start };
  if (above !== null && when < above) return { is: 'before the entry above', limit: above };
  return null;
}
