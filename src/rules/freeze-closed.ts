import type { CommitFacts, Start } from '../facts/facts.js';
import type { Language } from '../language.js';
import { openSprint, type PathArgument, stageNext } from '../words/commands.js';
import { leCommit, sentence, theCommit } from '../words/commit.js';
import { clockTime, dateAndTime, depuis, duration, rfc3339, startedAt } from '../words/time.js';
import { causedByHeader } from './notes-header.js';
import { defineRule } from './rule.js';

interface Closed {
  readonly sprint: number;
  readonly oid: string | null;
  readonly committedAt: number | null;
  readonly now: number;
  readonly start: Start;
  readonly freezeAt: number;
  readonly notes: string;
  readonly sprints: string;
  /** Only this commit's own journal gives T, which may be a date left over from a template. */
  readonly isOwnDate: boolean;
  readonly nextNotAdded: boolean;
}

const phrases = {
  en: {
    open: 'move the work to the next sprint:',
    correct: (line: number, when: string) => `or, if the when of line ${line} is wrong, correct it: when: ${when}`,
  },
  fr: {
    open: 'reportez ce travail au sprint suivant :',
    correct: (line: number, when: string) => `ou, si le when de la ligne ${line} est faux, corrigez-le : when: ${when}`,
  },
};

function help(language: Language, closed: Closed, path: PathArgument): string {
  const { isOwnDate, start, now, nextNotAdded } = closed;
  const words = phrases[language];
  if (nextNotAdded) return stageNext(language, closed, path);
  const next = `${words.open}\n${openSprint(closed, path)}`;
  return isOwnDate && start.line ? `${next}\n${words.correct(start.line(), rfc3339(now))}` : next;
}

export default defineRule<Closed>({
  id: 'freeze/closed',
  severity: 'error',
  where: 'C',
  after: ['freeze/future', 'sprint/reopened'],
  check: (facts) => {
    const { sprint, committedAt, oid, now, config } = facts;
    if (!sprint?.start || sprint.freezeAt === null || isExempt(facts) || isNotOpenYet(facts)) return [];
    if (committedAt !== null && committedAt < sprint.freezeAt) return [];
    const { id, start, freezeAt } = sprint;
    const { notes, sprints } = config;
    const isOwnDate = oid === null && !facts.parents.some((parent) => parent.sprint === id && parent.start);
    const { nextNotAdded } = facts;
    const data = { sprint: id, start, freezeAt, oid, committedAt, now, notes, sprints, isOwnDate, nextNotAdded };
    return [{ data, ...causedByHeader(facts) }];
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
          ? `Sprint S${sprint} has been frozen since ${clockTime(freezeAt, now)} (${since} ago); ${startedAt('en', sprint, start, now)}.`
          : `${sentence(theCommit(oid))} was made on ${dateAndTime(committedAt)}, ${since} after the freeze of S${sprint}; ${startedAt('en', sprint, start, now)}.`;
      },
      help: (closed, path) => help('en', closed, path),
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
          ? `Le sprint S${sprint} est gelé ${depuis(clockTime(freezeAt, now))} (${since}) ; ${startedAt('fr', sprint, start, now)}.`
          : `${sentence(leCommit(oid))} date du ${dateAndTime(committedAt)}, ${since} après le gel de S${sprint} ; ${startedAt('fr', sprint, start, now)}.`;
      },
      help: (closed, path) => help('fr', closed, path),
    },
  },
});

/** The header names a sprint without a journal: `start` has yet to open it, and sets its start. */
function isNotOpenYet({ oid, sprint, parents, journalAbsence }: CommitFacts): boolean {
  return oid === null && journalAbsence === 'nowhere' && !parents.some((parent) => parent.sprint === sprint?.id);
}

function isExempt({ answer, unfinished, plainMerge, changes, sprint, allowedAfterFreeze }: CommitFacts): boolean {
  if (answer || unfinished || plainMerge) return true;
  const isAllowed = changes.every(({ path }) => path === sprint?.journal || allowedAfterFreeze.has(path));
  return isAllowed && allowedAfterFreeze.size > 0;
}
