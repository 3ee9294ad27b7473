import { rfc3339 } from '../words/time.js';
import { defineRule } from './rule.js';

export default defineRule({
  id: 'freeze/unknown',
  severity: 'error',
  where: 'K',
  after: [
    'notes/header',
    'sprint/reopened',
    'journal/missing',
    'journal/unreadable',
    'journal/syntax',
    'journal/schema',
    'journal/who',
    'journal/topic',
  ],
  check: ({ sprint, config: { notes }, at }) =>
    sprint && !sprint.start ? [{ data: { sprint: sprint.id, notes, at }, file: notes }] : [],
  words: {
    en: {
      summary: 'The start of the sprint is known.',
      why: 'The freeze is counted from it; a sprint without a start would never freeze.',
      remedy: 'Add started_at to the sprint header of PO_NOTES.md, as in started_at: 2026-11-22T14:00:00+01:00.',
      message: ({ sprint }) => `Nothing says when sprint S${sprint} started.`,
      help: ({ notes, at }, path) =>
        `in the sprint header of ${notes}, add started_at: ${rfc3339(at)}\ngit add ${path(notes)}`,
    },
    fr: {
      summary: 'On sait quand le sprint a commencé.',
      why: 'Le gel se compte à partir de là ; un sprint sans début ne gèlerait jamais.',
      remedy: 'Ajoutez started_at à l’en-tête de sprint de PO_NOTES.md, comme started_at: 2026-11-22T14:00:00+01:00.',
      message: ({ sprint }) => `Rien ne dit quand le sprint S${sprint} a commencé.`,
      help: ({ notes, at }, path) =>
        `dans l’en-tête de sprint de ${notes}, ajoutez started_at: ${rfc3339(at)}\ngit add ${path(notes)}`,
    },
  },
});
