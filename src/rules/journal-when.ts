import type { CommitFacts } from '../facts/facts.js';
import { settled } from '../facts/settled.js';
import type { ReadJournal } from '../journal/journal.js';
import { developersWhen, latestWhens } from '../journal/when.js';
import { rfc3339 } from '../words/time.js';
import { defineRule, type Finding } from './rule.js';

interface Misdated {
  readonly is: 'in the future' | 'before the start' | 'before the entry above';
  /** In milliseconds since the epoch, as are the others. */
  readonly when: number;
  /** What it is compared with: the moment of the check or commit, T, or the `when` above. */
  readonly limit: number;
  /** A date that passes: the moment of the check or commit, or earlier if later entries are. */
  readonly validDate: number;
}

const tolerance = 2 * 60_000;

export default defineRule<Misdated>({
  id: 'journal/when',
  severity: 'warn',
  where: 'S',
  after: ['sprint/reopened', 'freeze/future'],
  check: (facts) =>
    facts.journals.flatMap((journal) => {
      // A merge interleaves its parents' entries, and may not change their dates.
      return facts.merge || journal.state !== 'read' ? [] : misdated(facts, journal);
    }),
  words: {
    en: {
      summary: 'A developer’s “when” is within the sprint, in the order of the entries, and not in the future.',
      why: 'The journal says what happened, and in which order; if the header has no start, the freeze is counted from it.',
      remedy: 'Date the entry when it was written, as in when: 2026-11-22T14:05:00+01:00.',
      message: ({ is, when, limit }) =>
        ({
          'in the future': `This entry is dated ${rfc3339(when)}, in the future as of ${rfc3339(limit)}.`,
          'before the start': `This entry is dated ${rfc3339(when)}, before the sprint started (${rfc3339(limit)}).`,
          'before the entry above': `This entry is dated ${rfc3339(when)}, before an entry above it (${rfc3339(limit)}).`,
        })[is],
      help: ({ validDate }) => `when: ${rfc3339(validDate)}`,
    },
    fr: {
      summary: 'Le « when » d’un développeur est dans le sprint, dans l’ordre des entrées, et pas dans le futur.',
      why: 'Le journal dit ce qui s’est passé et dans quel ordre ; si l’en-tête ne donne pas de début, c’est à partir de lui que se compte le gel.',
      remedy: 'Datez l’entrée du moment où elle a été écrite, comme when: 2026-11-22T14:05:00+01:00.',
      message: ({ is, when, limit }) =>
        ({
          'in the future': `Cette entrée est datée du ${rfc3339(when)}, dans le futur : il est ${rfc3339(limit)}.`,
          'before the start': `Cette entrée est datée du ${rfc3339(when)}, avant le début du sprint (${rfc3339(limit)}).`,
          'before the entry above': `Cette entrée est datée du ${rfc3339(when)}, avant une entrée placée plus haut (${rfc3339(limit)}).`,
        })[is],
      help: ({ validDate }) => `when: ${rfc3339(validDate)}`,
    },
  },
});

function misdated(facts: CommitFacts, journal: ReadJournal): Finding<Misdated>[] {
  const { at, sprint } = facts;
  const start = journal.path === sprint?.journal ? (sprint.start?.at ?? null) : null;
  const findings: Finding<Misdated>[] = [];
  const { path: file, entries, valid } = journal;
  const stateOf = settled(facts, journal);
  const latest = latestWhens(entries, at);
  let above: number | null = null;
  for (const { index, entry } of valid) {
    const when = developersWhen(entry);
    if (when === null) continue;
    const wrong = judge(when, at, start, above);
    const state = wrong ? stateOf(index) : 'settled';
    if (wrong && state !== 'settled') {
      // If a later entry is dated before T or the entry above, it is the later one that is wrong.
      const least = Math.max(start ?? 0, above ?? 0);
      const last = latest[index] ?? at;
      const validDate = last >= least ? last : wrong.is === 'in the future' ? at : least;
      findings.push({
        data: { ...wrong, when, validDate },
        file,
        path: `/${index}/when`,
        ofCommit: state === 'new',
      });
    }
    // Entries after one in the future are not compared with it.
    if (when <= at + tolerance) above = when;
  }
  return findings;
}

function judge(
  when: number,
  at: number,
  start: number | null,
  above: number | null,
): Pick<Misdated, 'is' | 'limit'> | null {
  if (when > at + tolerance) return { is: 'in the future', limit: at };
  if (start !== null && when < start) return { is: 'before the start', limit: start };
  if (above !== null && when < above) return { is: 'before the entry above', limit: above };
  return null;
}
