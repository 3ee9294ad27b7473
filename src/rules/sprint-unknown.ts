import { openSprint } from '../words/commands.js';
import { defineRule } from './rule.js';

export default defineRule({
  id: 'sprint/unknown',
  severity: 'error',
  where: 'K',
  after: ['notes/header'],
  check: ({ sprint, notes, config }) =>
    sprint
      ? []
      : [{ data: { notes: config.notes, sprints: config.sprints, hasNotes: notes !== null }, file: config.notes }],
  words: {
    en: {
      summary: 'Every commit belongs to a known sprint.',
      why: 'The journal, the freeze and the PR belong to a sprint; without its number, none of them can be checked.',
      remedy: 'npx sprint-check start opens a sprint: it writes the sprint header of PO_NOTES.md and the journal.',
      message: ({ notes, sprints, hasNotes }) =>
        `The current sprint is unknown: ${hasNotes ? `${notes} has no sprint header` : `there is no ${notes}`}, and ${sprints}/ has no folder S<N>.`,
      help: (data, path) => `open a sprint:\n${openSprint(data, path)}`,
    },
    fr: {
      summary: 'Chaque commit appartient à un sprint connu.',
      why: 'Le journal, le gel et la PR sont ceux d’un sprint ; sans son numéro, rien ne peut être contrôlé.',
      remedy: 'npx sprint-check start ouvre un sprint : il écrit l’en-tête de sprint de PO_NOTES.md et le journal.',
      message: ({ notes, sprints, hasNotes }) =>
        `Le sprint en cours est inconnu : ${hasNotes ? `${notes} n’a pas d’en-tête de sprint` : `il n’y a pas de ${notes}`}, et ${sprints}/ n’a aucun dossier S<N>.`,
      help: (data, path) => `ouvrez un sprint :\n${openSprint(data, path)}`,
    },
  },
});
