import { firstEntry } from '../words/entry.js';
import { quoted } from '../words/path.js';
import { rfc3339 } from '../words/time.js';
import { defineRule } from './rule.js';

interface Missing {
  readonly sprint: number;
  readonly journal: string;
  readonly untracked: boolean;
  /** The moment of the check, in milliseconds since the epoch. */
  readonly at: number;
}

/** The sprint has its journal. */
export default defineRule<Missing>({
  id: 'journal/missing',
  severity: 'error',
  scope: 'S',
  words: {
    en: {
      summary: 'The sprint has its journal.',
      why: 'What was delivered, asked and answered stands there; without it nobody knows what the sprint was.',
      remedy:
        'Write its first entry (who: ChatGPT, when, topic: Sprint S<N>, did, ask, context, status: pending), and git add the file.',
      message: ({ sprint, journal, untracked }) =>
        untracked
          ? `The journal of sprint S${sprint} lies on disk, but git does not have it: ${journal}`
          : `Sprint S${sprint} has no journal: ${journal}`,
      help: ({ sprint, journal, untracked, at }) =>
        untracked
          ? `git add -f ${quoted(journal)}`
          : `write its first entry, with texts in place of …, then: git add ${quoted(journal)}\n${firstEntry(sprint, rfc3339(at))}`,
    },
    fr: {
      summary: 'Le sprint a son journal.',
      why: 'Ce qui a été livré, demandé et répondu s’y trouve ; sans lui, personne ne sait ce que fut le sprint.',
      remedy:
        'Écrivez sa première entrée (who: ChatGPT, when, topic: Sprint S<N>, did, ask, context, status: pending), puis git add.',
      message: ({ sprint, journal, untracked }) =>
        untracked
          ? `Le journal du sprint S${sprint} est sur le disque, mais git ne l’a pas : ${journal}`
          : `Le sprint S${sprint} n’a pas de journal : ${journal}`,
      help: ({ sprint, journal, untracked, at }) =>
        untracked
          ? `git add -f ${quoted(journal)}`
          : `écrivez sa première entrée, avec des textes à la place de …, puis : git add ${quoted(journal)}\n${firstEntry(sprint, rfc3339(at))}`,
    },
  },
  snapshot: ({ sprint, journal, journalUntracked, at }) => {
    if (!sprint || journal) return [];
    return [
      { data: { sprint: sprint.id, journal: sprint.journal, untracked: journalUntracked, at }, file: sprint.journal },
    ];
  },
});
