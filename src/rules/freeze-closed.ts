import type { CommitFacts } from '../facts/facts.js';
import { openSprint, stageSprint } from '../words/commands.js';
import { leCommit, sentence, theCommit } from '../words/commit.js';
import { clockTime, dateAndTime, depuis, duration, rfc3339, startedAt } from '../words/time.js';
import { inUnknownSprint } from './notes-header.js';
import { defineRule } from './rule.js';

export default defineRule({
  id: 'freeze/closed',
  severity: 'error',
  where: 'C',
  after: ['freeze/future', 'sprint/reopened'],
  check: (facts) => {
    const { sprint, committedAt, oid, now, config } = facts;
    if (!sprint?.start || sprint.freezeAt === null || isExempt(facts)) return [];
    if (committedAt !== null && committedAt < sprint.freezeAt) return [];
    const { id, start, freezeAt } = sprint;
    const { notes, sprints } = config;
    // T is what this commit's own journal says, and no commit before it: it may be a date left over from a template.
    const isOwnDate = oid === null && !facts.parents.some((parent) => parent.sprint === id && parent.start);
    const { nextNotAdded } = facts;
    const data = { sprint: id, start, freezeAt, oid, committedAt, now, notes, sprints, isOwnDate, nextNotAdded };
    return [{ data, ...inUnknownSprint(facts) }];
  },
  words: {
    en: {
      summary: 'Once the sprint is frozen, only the PO’s answers are committed.',
      why: 'The last minutes of a sprint are for its PR and the demo; code that lands then is tested by nobody.',
      remedy:
        'Move the work to the next sprint: npx sprint-check start, then git add -A and commit. List what may change after every freeze under "allowAfterFreeze" in the config.',
      message: ({ sprint, start, oid, freezeAt, committedAt, now }) => {
        if (committedAt === null)
          return `${sentence(theCommit(oid))} has an unreadable date: it counts as made after the freeze of S${sprint}.`;
        const since = duration(committedAt - freezeAt, 'en');
        return oid === null
          ? `Sprint S${sprint} has been frozen since ${clockTime(freezeAt, now)} (${since} ago); ${startedAt('en', start, now)}.`
          : `${sentence(theCommit(oid))} was made on ${dateAndTime(committedAt)}, ${since} after the freeze of S${sprint}; ${startedAt('en', start, now)}.`;
      },
      help: (closed, path) => {
        const { isOwnDate, start, now, nextNotAdded } = closed;
        if (nextNotAdded) return `the next sprint is open on disk; stage it:\n${stageSprint(closed, path)}`;
        const next = `move the work to the next sprint:\n${openSprint(closed, path)}`;
        return isOwnDate && start.line
          ? `${next}\nor, if the when of line ${start.line()} is wrong, correct it: when: ${rfc3339(now)}`
          : next;
      },
    },
    fr: {
      summary: 'Une fois le sprint gelé, on ne commite plus que les réponses du PO.',
      why: 'Les dernières minutes d’un sprint servent à sa PR et à la démo ; le code qui arrive à ce moment-là, personne ne le teste.',
      remedy:
        'Reportez le travail au sprint suivant : npx sprint-check start, puis git add -A et le commit. Listez ce qui peut changer après chaque gel dans "allowAfterFreeze", dans la configuration.',
      message: ({ sprint, start, oid, freezeAt, committedAt, now }) => {
        if (committedAt === null)
          return `${sentence(leCommit(oid))} a une date illisible : il compte comme fait après le gel de S${sprint}.`;
        const since = duration(committedAt - freezeAt, 'fr');
        return oid === null
          ? `Le sprint S${sprint} est gelé ${depuis(clockTime(freezeAt, now))} (${since}) ; ${startedAt('fr', start, now)}.`
          : `${sentence(leCommit(oid))} date du ${dateAndTime(committedAt)}, ${since} après le gel de S${sprint} ; ${startedAt('fr', start, now)}.`;
      },
      help: (closed, path) => {
        const { isOwnDate, start, now, nextNotAdded } = closed;
        if (nextNotAdded)
          return `le sprint suivant est ouvert sur le disque ; indexez-le :\n${stageSprint(closed, path)}`;
        const next = `reportez ce travail au sprint suivant :\n${openSprint(closed, path)}`;
        return isOwnDate && start.line
          ? `${next}\nou, si le when de la ligne ${start.line()} est faux, corrigez-le : when: ${rfc3339(now)}`
          : next;
      },
    },
  },
});

function isExempt({ answer, unfinished, plainMerge, changes, sprint, allowedAfterFreeze }: CommitFacts): boolean {
  if (answer || unfinished || plainMerge) return true;
  const only = changes.every(({ path }) => path === sprint?.journal || allowedAfterFreeze.has(path));
  return only && allowedAfterFreeze.size > 0;
}
