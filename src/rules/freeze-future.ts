import type { MadeCommit } from '../facts/facts.js';
import { leCommit, sentence, theCommit } from '../words/commit.js';
import { mend } from '../words/mend.js';
import { quoted } from '../words/path.js';
import { dateAndTime, rfc3339 } from '../words/time.js';
import { defineRule } from './rule.js';

/** Clocks of two machines differ by less than this many milliseconds. */
const tolerance = 60_000;

interface Future {
  /** What lies in the future: the start of the sprint, or the date of the commit. */
  readonly kind: 'start' | 'commit';
  readonly oid: string | null;
  readonly made: MadeCommit | null;
  readonly sprint: number;
  readonly notes: string;
  readonly at: number;
  readonly now: number;
}

/** Neither a sprint nor a commit is dated in the future. */
export default defineRule<Future>({
  id: 'freeze/future',
  severity: 'error',
  scope: 'S C',
  words: {
    en: {
      summary: 'A sprint does not start, and a commit is not dated, in the future.',
      why: 'A start that has not come yet puts the freeze off for as long as one likes.',
      remedy:
        'Set started_at in PO_NOTES.md to when the sprint started; or set this machine’s clock, then: git commit --amend --no-edit',
      message: ({ kind, oid, sprint, at }) =>
        kind === 'start'
          ? `Sprint S${sprint} starts on ${dateAndTime(at)}, after ${theCommit(oid)}.`
          : `${sentence(theCommit(oid))} is dated in the future: ${dateAndTime(at)}.`,
      help: ({ kind, notes, at, now, made }) => {
        const set = `in the sprint header of ${notes}, set started_at: ${rfc3339(now)}\ngit add ${quoted(notes)}`;
        const dated = 'see that this machine’s clock is right; the commit gets its date anew:';
        return mend('en', made, kind === 'start' && at > now ? set : dated);
      },
    },
    fr: {
      summary: 'Ni un sprint ne commence, ni un commit n’est daté dans le futur.',
      why: 'Un début qui n’est pas encore venu repousse le gel aussi loin que l’on veut.',
      remedy:
        'Mettez started_at, dans PO_NOTES.md, au moment où le sprint a commencé ; ou réglez l’horloge de cette machine, puis : git commit --amend --no-edit',
      message: ({ kind, oid, sprint, at }) =>
        kind === 'start'
          ? `Le sprint S${sprint} commence le ${dateAndTime(at)}, après ${leCommit(oid)}.`
          : `${sentence(leCommit(oid))} est daté dans le futur : ${dateAndTime(at)}.`,
      help: ({ kind, notes, at, now, made }) => {
        const set = `dans l’en-tête de sprint de ${notes}, mettez started_at: ${rfc3339(now)}\ngit add ${quoted(notes)}`;
        const dated = 'vérifiez l’horloge de cette machine ; le commit est redaté par :';
        return mend('fr', made, kind === 'start' && at > now ? set : dated);
      },
    },
  },
  commit: ({ oid, made, sprint, committedAt, now, config }) => {
    const data = { oid, made, sprint: sprint.id, notes: config.notes, now };
    const start = sprint.start?.at ?? Number.NEGATIVE_INFINITY;
    if (committedAt !== null && committedAt > now + tolerance)
      return [{ data: { ...data, kind: 'commit', at: committedAt } }];
    if (committedAt !== null && start > committedAt + tolerance)
      return [{ data: { ...data, kind: 'start', at: start }, file: config.notes }];
    return [];
  },
});
