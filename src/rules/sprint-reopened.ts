import { stageSprint } from '../words/commands.js';
import { defineRule } from './rule.js';

export default defineRule({
  id: 'sprint/reopened',
  severity: 'error',
  where: 'C',
  check: ({ sprint, parents, baseHoldsJournal, config: { notes, sprints } }) => {
    if (!sprint) return [];
    const [base] = parents;
    const higher = parents.map((parent) => parent.sprint ?? 0).filter((id) => id > sprint.id);
    const wasLeft = base?.sprint != null && base.sprint !== sprint.id && baseHoldsJournal;
    const from = higher.length > 0 ? Math.max(...higher) : wasLeft ? base.sprint : null;
    return from === null ? [] : [{ data: { from, to: sprint.id, notes, sprints }, file: notes }];
  },
  words: {
    en: {
      summary: 'A sprint is not reopened once another one has followed it.',
      why: 'Going back to an earlier sprint would reopen its journal and restart its clock after the PO has answered.',
      remedy: 'Set sprint_id in PO_NOTES.md back to the current sprint, or open a new one: npx sprint-check start',
      message: ({ from, to }) =>
        to < from
          ? `Sprint S${to} is over since S${from} was opened; there is no going back to it.`
          : `Sprint S${to} can’t be opened after S${from}: it has a journal already.`,
      help: (data, path) =>
        `in the sprint header of ${data.notes}, put sprint_id: ${data.from} and its other keys back as they were; then, if S${data.from} is frozen: npx sprint-check start\n${stageSprint(data, path)}`,
    },
    fr: {
      summary: 'Un sprint n’est pas rouvert une fois qu’un autre lui a succédé.',
      why: 'Revenir à un sprint antérieur rouvrirait son journal et relancerait son chrono, après la réponse du PO.',
      remedy:
        'Remettez sprint_id, dans PO_NOTES.md, au sprint en cours, ou ouvrez-en un nouveau : npx sprint-check start',
      message: ({ from, to }) =>
        to < from
          ? `Le sprint S${to} est terminé depuis l’ouverture de S${from} ; on n’y revient pas.`
          : `Le sprint S${to} ne peut pas s’ouvrir après S${from} : il a déjà un journal.`,
      help: (data, path) =>
        `dans l’en-tête de sprint de ${data.notes}, remettez sprint_id: ${data.from} et les autres clés comme avant ; puis, si S${data.from} est gelé : npx sprint-check start\n${stageSprint(data, path)}`,
    },
  },
});
