import type { CommitFacts } from '../facts/facts.js';
import { journalPath } from '../facts/sprint.js';
import { leCommit, sentence, theCommit } from '../words/commit.js';
import { clockTime, dateAndTime, duration, rfc3339 } from '../words/time.js';
import { defineRule, refuses } from './rule.js';

interface Closed {
  readonly sprint: number;
  /** The number that a new sprint takes. */
  readonly next: number;
  /** The path of its journal. */
  readonly journal: string;
  readonly notes: string;
  readonly oid: string | null;
  readonly freezeAt: number;
  readonly committedAt: number | null;
  readonly now: number;
}

/** Once the sprint is frozen, only the PO's answers and what the config allows may still be committed. */
export default defineRule<Closed>({
  id: 'freeze/closed',
  severity: 'error',
  scope: 'S C',
  words: {
    en: {
      summary: 'Nothing but the PO’s answers is committed once the sprint is frozen.',
      why: 'The last minutes of a sprint are for its PR and the demo; code that lands in them is code that nobody tests.',
      remedy:
        'Take the work into the next sprint: its sprint_id and started_at in PO_NOTES.md, and its journal. What may change after every freeze goes under "allowAfterFreeze" in the config.',
      message: ({ sprint, oid, freezeAt, committedAt }) => {
        if (committedAt === null)
          return `${sentence(theCommit(oid))} has a date that can't be read: it counts as made after the freeze of S${sprint}.`;
        const since = duration(committedAt - freezeAt, 'd');
        return oid === null
          ? `Sprint S${sprint} has been frozen since ${clockTime(freezeAt)} (${since} ago).`
          : `${sentence(theCommit(oid))} was made on ${dateAndTime(committedAt)}, ${since} after the freeze of S${sprint}.`;
      },
      help: (closed) =>
        `take it into the next sprint; in the sprint header of ${closed.notes}:\n${nextHeader(closed)}\nand write its first entry to ${closed.journal}`,
    },
    fr: {
      summary: 'Une fois le sprint gelé, on ne commite plus que les réponses du PO.',
      why: 'Les dernières minutes d’un sprint sont pour sa PR et sa démo ; le code qui y arrive, personne ne le teste.',
      remedy:
        'Portez le travail au sprint suivant : son sprint_id et son started_at dans PO_NOTES.md, et son journal. Ce qui peut changer après tout gel va sous "allowAfterFreeze" dans la configuration.',
      message: ({ sprint, oid, freezeAt, committedAt }) => {
        if (committedAt === null)
          return `${sentence(leCommit(oid))} a une date illisible : il compte comme fait après le gel de S${sprint}.`;
        const since = duration(committedAt - freezeAt, 'j');
        return oid === null
          ? `Le sprint S${sprint} est gelé depuis ${clockTime(freezeAt)} (il y a ${since}).`
          : `${sentence(leCommit(oid))} date du ${dateAndTime(committedAt)}, ${since} après le gel de S${sprint}.`;
      },
      help: (closed) =>
        `portez-le au sprint suivant ; dans l’en-tête de sprint de ${closed.notes} :\n${nextHeader(closed)}\net écrivez sa première entrée dans ${closed.journal}`,
    },
  },
  commit: (facts) => {
    const { sprint, nextSprint: next, committedAt, oid, now, config } = facts;
    if (sprint.freezeAt === null || isExempt(facts) || isUnreadable(facts)) return [];
    if (committedAt !== null && committedAt < sprint.freezeAt) return [];
    const data = {
      sprint: sprint.id,
      next,
      journal: journalPath(config, next),
      notes: config.notes,
      oid,
      freezeAt: sprint.freezeAt,
      committedAt,
      now,
    };
    return [{ data }];
  },
});

function nextHeader({ next, journal, now }: Closed): string {
  return [`sprint_id: ${next}`, `started_at: ${rfc3339(now)}`, `interaction_log: ./${journal}`, 'status: wip'].join(
    '\n',
  );
}

/** Nothing but journals changed, of which one can't be read: whether this is the PO's answer is told once it can. */
function isUnreadable({ changes, journals, merge, config }: CommitFacts): boolean {
  if (merge || changes.length !== journals.length) return false;
  return journals.some((journal) => {
    if (!journal.after || journal.after.state === 'read') return false;
    return refuses(config, journal.after.state === 'broken' ? 'journal/syntax' : 'journal/unreadable');
  });
}

function isExempt({ answer, plainMerge, changes, sprint, allowedAfterFreeze }: CommitFacts): boolean {
  if (answer || plainMerge) return true;
  const only = changes.every(({ path }) => path === sprint.journal || allowedAfterFreeze.has(path));
  return only && allowedAfterFreeze.size > 0;
}
