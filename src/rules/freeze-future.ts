import type { Start } from '../facts/facts.js';
import type { PathArgument } from '../words/commands.js';
import { leCommit, sentence, theCommit } from '../words/commit.js';
import { dateAndTime, rfc3339, source } from '../words/time.js';
import { defineRule } from './rule.js';

/** Milliseconds by which the clocks of two machines may differ. */
export const clockTolerance = 60_000;

interface Future {
  /** What is in the future. `early`: nothing; the commit is dated before a start that a parent is dated after. */
  readonly kind: 'start' | 'commit' | 'early';
  readonly oid: string | null;
  readonly sprint: number | null;
  /** Where the start is set; null if it is right. */
  readonly file: string | null;
  readonly start: Start | null;
  readonly at: number;
  /** A start that passes: the commit's date, or now if that is in the future. In milliseconds since the epoch. */
  readonly validStart: number;
}

function help(
  { kind, file, start, validStart }: Future,
  path: PathArgument,
  setClock: string,
  setAt: (place: string) => string,
): string {
  if (file === null) return setClock;
  const [place, key] = start?.line ? [`${file}:${start.line()}`, 'when'] : [file, 'started_at'];
  const set = `${setAt(place)} ${key}: ${rfc3339(validStart)}\ngit add ${path(file)}`;
  return kind === 'commit' ? `${setClock}\n${set}` : set;
}

export default defineRule<Future>({
  id: 'freeze/future',
  severity: 'error',
  where: 'C',
  check: ({ oid, sprint, parents, committedAt, now, config }) => {
    const { start = null, id = null, journal = null } = sprint ?? {};
    const file = start?.source === 'header' ? config.notes : journal;
    const data = { oid, sprint: id, start, validStart: committedAt ?? now };
    if (committedAt === null) return [];
    if (committedAt > now + clockTolerance) {
      // With the right clock, the start would be refused next.
      const isStartInFuture = start !== null && start.at > now + clockTolerance;
      return [
        { data: { ...data, kind: 'commit', file: isStartInFuture ? file : null, at: committedAt, validStart: now } },
      ];
    }
    if (!start || start.at <= committedAt + clockTolerance) return [];
    // If a parent is dated after the start, it is this commit's date that is wrong.
    const hadBegun = parents.some(
      (parent) =>
        parent.sprint === id && parent.committedAt !== null && parent.committedAt >= start.at - clockTolerance,
    );
    if (hadBegun) return [{ data: { ...data, kind: 'early', file: null, at: start.at } }];
    return [{ data: { ...data, kind: 'start', file, at: start.at }, ...(file !== null && { file }) }];
  },
  words: {
    en: {
      summary: 'No sprint starts, and no commit is dated, in the future.',
      why: 'A start in the future puts the freeze off for as long as one likes.',
      remedy:
        'Set started_at in PO_NOTES.md to when the sprint started; or set this machine’s clock, then: git commit --amend --no-edit',
      message: ({ kind, oid, sprint, start, at, validStart }) => {
        const commit = sentence(theCommit(oid));
        if (kind === 'commit') return `${commit} is dated in the future: ${dateAndTime(at)}.`;
        return kind === 'early'
          ? `${commit} is dated ${dateAndTime(validStart)}, before sprint S${sprint} started (${dateAndTime(at)}).`
          : `Sprint S${sprint} starts on ${dateAndTime(at)} (${start && source('en', start)}), after ${theCommit(oid)}.`;
      },
      help: (future, path) =>
        help(future, path, 'set this machine’s clock; the commit then gets a new date', (place) => `in ${place}, set`),
    },
    fr: {
      summary: 'Aucun sprint ne commence dans le futur, aucun commit n’y est daté.',
      why: 'Un début dans le futur repousse le gel aussi loin que l’on veut.',
      remedy:
        'Mettez dans started_at, dans PO_NOTES.md, l’heure où le sprint a commencé ; ou réglez l’horloge de cette machine, puis : git commit --amend --no-edit',
      message: ({ kind, oid, sprint, start, at, validStart }) => {
        const commit = sentence(leCommit(oid));
        if (kind === 'commit') return `${commit} est daté dans le futur : ${dateAndTime(at)}.`;
        return kind === 'early'
          ? `${commit} est daté du ${dateAndTime(validStart)}, avant le début du sprint S${sprint} (${dateAndTime(at)}).`
          : `Le sprint S${sprint} commence le ${dateAndTime(at)} (${start && source('fr', start)}), après ${leCommit(oid)}.`;
      },
      help: (future, path) =>
        help(
          future,
          path,
          'réglez l’horloge de cette machine ; le commit prendra une nouvelle date',
          (place) => `dans ${place}, mettez`,
        ),
    },
  },
});
