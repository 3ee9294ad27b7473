import { defineRule } from './rule.js';

const answer = (sprint: number) => `- who: PO\n  topic: Sprint S${sprint}\n  reply: OK`;

export default defineRule({
  id: 'sprint/unanswered',
  severity: 'warn',
  where: 'C',
  after: ['sprint/reopened'],
  check: ({ sprint, unanswered }) => {
    if (!sprint || !unanswered) return [];
    return [{ data: { sprint: unanswered.sprint, opened: sprint.id }, file: unanswered.journal, mend: 'help' }];
  },
  words: {
    en: {
      summary: 'A sprint is opened only once the PO has answered the last one.',
      why: 'Work resumes from the PO’s last answer; without it, the new sprint builds on something nobody has accepted.',
      remedy: 'Ask the PO for an entry in the last sprint’s journal: who: PO, topic: Sprint S<N>, reply: OK (or KO).',
      message: ({ sprint, opened }) =>
        `Sprint S${opened} is opened although the PO has not answered the last ask of S${sprint}.`,
      help: ({ sprint }) => `ask the PO to add an answer to the journal of S${sprint}:\n${answer(sprint)}`,
    },
    fr: {
      summary: 'Un sprint ne s’ouvre qu’une fois que le PO a répondu au précédent.',
      why: 'Le travail reprend à la dernière réponse du PO ; sans elle, le nouveau sprint s’appuie sur ce que personne n’a validé.',
      remedy:
        'Demandez au PO une entrée dans le journal du dernier sprint : who: PO, topic: Sprint S<N>, reply: OK (ou KO).',
      message: ({ sprint, opened }) =>
        `Le sprint S${opened} s’ouvre alors que le PO n’a pas répondu à la dernière demande de S${sprint}.`,
      help: ({ sprint }) => `demandez au PO d’ajouter une réponse au journal de S${sprint} :\n${answer(sprint)}`,
    },
  },
});
