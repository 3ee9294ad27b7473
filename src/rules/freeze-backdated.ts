import { leCommit, sentence, theCommit } from '../words/commit.js';
import { dateAndTime } from '../words/time.js';
import { defineRule } from './rule.js';

/** Clocks of two machines differ by less than this many milliseconds. */
const tolerance = 60_000;

interface Backdated {
  readonly oid: string | null;
  readonly committedAt: number;
  readonly parentCommittedAt: number;
}

/** A commit is not older than what it follows. */
export default defineRule<Backdated>({
  id: 'freeze/backdated',
  severity: 'warn',
  scope: 'C',
  words: {
    en: {
      summary: 'A commit is not dated before the commit it follows.',
      why: 'Dates that run backwards are a clock set wrong, or set so as to stay before the freeze.',
      remedy: 'Set this machine’s clock, then: git commit --amend --no-edit --date=now',
      message: ({ oid, committedAt, parentCommittedAt }) =>
        `${sentence(theCommit(oid))} is dated ${dateAndTime(committedAt)}, before the commit it follows (${dateAndTime(parentCommittedAt)}).`,
      help: () => 'check this machine’s clock: date',
    },
    fr: {
      summary: 'Un commit n’est pas daté d’avant celui qu’il suit.',
      why: 'Des dates qui reculent, c’est une horloge déréglée, ou réglée pour rester avant le gel.',
      remedy: 'Réglez l’horloge de cette machine, puis : git commit --amend --no-edit --date=now',
      message: ({ oid, committedAt, parentCommittedAt }) =>
        `${sentence(leCommit(oid))} est daté du ${dateAndTime(committedAt)}, avant le commit qu’il suit (${dateAndTime(parentCommittedAt)}).`,
      help: () => 'vérifiez l’horloge de cette machine : date',
    },
  },
  commit: ({ oid, committedAt, parentCommittedAt }) => {
    if (committedAt === null || parentCommittedAt === null || committedAt >= parentCommittedAt - tolerance) return [];
    return [{ data: { oid, committedAt, parentCommittedAt } }];
  },
});
