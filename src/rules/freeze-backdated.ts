import { leCommit, sentence, theCommit } from '../words/commit.js';
import { dateAndTime } from '../words/time.js';
import { clockTolerance } from './freeze-future.js';
import { defineRule } from './rule.js';

export default defineRule({
  id: 'freeze/backdated',
  severity: 'warn',
  where: 'C',
  check: ({ oid, committedAt, parents }) => {
    const parentAt = Math.max(...parents.map((parent) => parent.committedAt ?? Number.NEGATIVE_INFINITY));
    if (committedAt === null || committedAt >= parentAt - clockTolerance) return [];
    return [{ data: { oid, committedAt, parentAt } }];
  },
  words: {
    en: {
      summary: 'A commit is not dated before the commit it follows.',
      why: 'Dates that go backwards mean a wrong clock, or one set back to stay before the freeze.',
      remedy: 'Set this machine’s clock, then: git commit --amend --no-edit --date=now',
      message: ({ oid, committedAt, parentAt }) =>
        `${sentence(theCommit(oid))} is dated ${dateAndTime(committedAt)}, before the commit it follows (${dateAndTime(parentAt)}).`,
      help: () => 'check this machine’s clock: date',
    },
    fr: {
      summary: 'Un commit n’est pas antérieur à celui qu’il suit.',
      why: 'Des dates qui reculent trahissent une horloge déréglée, ou réglée pour échapper au gel.',
      remedy: 'Réglez l’horloge de cette machine, puis : git commit --amend --no-edit --date=now',
      message: ({ oid, committedAt, parentAt }) =>
        `${sentence(leCommit(oid))} est daté du ${dateAndTime(committedAt)}, avant le commit qu’il suit (${dateAndTime(parentAt)}).`,
      help: () => 'vérifiez l’horloge de cette machine : date',
    },
  },
});
