import { causedByHeader } from './notes-header.js';
import { defineRule } from './rule.js';

export default defineRule({
  id: 'notes/log-path',
  severity: 'error',
  where: 'S',
  after: ['sprint/reopened'],
  check: ({ notes, sprint }) => {
    const log = notes?.header?.interactionLog;
    if (!log || !sprint || log.replace(/^\.?\//, '') === sprint.journal) return [];
    const data = { sprint: sprint.id, journal: sprint.journal, written: log };
    return [{ data, file: notes.path, path: '/interaction_log', ...causedByHeader({ notes }) }];
  },
  words: {
    en: {
      summary: 'interaction_log, if the sprint header has it, names the journal of the sprint.',
      why: 'The journal that the header names is the one that people write to and answer in.',
      remedy:
        'Write interaction_log: ./docs/sprints/S<N>/INTERACTIONS.yaml with the number of sprint_id, or delete the line.',
      message: ({ sprint, written }) =>
        `interaction_log names ${written}, which is not the journal of sprint S${sprint}.`,
      help: ({ journal }) => `interaction_log: ./${journal}`,
    },
    fr: {
      summary: 'interaction_log, s’il figure dans l’en-tête, désigne le journal du sprint.',
      why: 'C’est dans le journal désigné par l’en-tête que chacun écrit et répond.',
      remedy:
        'Écrivez interaction_log: ./docs/sprints/S<N>/INTERACTIONS.yaml avec le numéro de sprint_id, ou supprimez la ligne.',
      message: ({ sprint, written }) =>
        `interaction_log désigne ${written}, qui n’est pas le journal du sprint S${sprint}.`,
      help: ({ journal }) => `interaction_log: ./${journal}`,
    },
  },
});
