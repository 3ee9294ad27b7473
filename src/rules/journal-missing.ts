import { defineRule } from './rule.js';

interface Missing {
  readonly sprint: number;
  readonly journal: string;
  readonly untracked: boolean;
}

/** The sprint has its journal. */
export default defineRule<Missing>({
  id: 'journal/missing',
  severity: 'error',
  words: {
    en: {
      summary: 'The sprint has its journal.',
      why: 'What was delivered, asked and answered stands there; without it nobody knows what the sprint was.',
      message: ({ sprint, journal, untracked }) =>
        untracked
          ? `The journal of sprint S${sprint} lies on disk, but git does not have it: ${journal}`
          : `Sprint S${sprint} has no journal: ${journal}`,
      help: ({ sprint, journal, untracked }) =>
        untracked
          ? `git add "${journal}"`
          : `write its first entry (who: ChatGPT, when, topic: Sprint S${sprint}, did, ask, context, status: pending), then: git add "${journal}"`,
    },
    fr: {
      summary: 'Le sprint a son journal.',
      why: 'Ce qui a été livré, demandé et répondu s’y trouve ; sans lui, personne ne sait ce que fut le sprint.',
      message: ({ sprint, journal, untracked }) =>
        untracked
          ? `Le journal du sprint S${sprint} est sur le disque, mais git ne l’a pas : ${journal}`
          : `Le sprint S${sprint} n’a pas de journal : ${journal}`,
      help: ({ sprint, journal, untracked }) =>
        untracked
          ? `git add "${journal}"`
          : `écrivez sa première entrée (who: ChatGPT, when, topic: Sprint S${sprint}, did, ask, context, status: pending), puis : git add "${journal}"`,
    },
  },
  snapshot: ({ sprint, journal, journalUntracked }) => {
    if (!sprint || journal) return [];
    return [
      { data: { sprint: sprint.id, journal: sprint.journal, untracked: journalUntracked }, file: sprint.journal },
    ];
  },
});
