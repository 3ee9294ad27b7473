import { defineRule } from './rule.js';

interface Unanswered {
  readonly sprint: number;
  readonly opened: number;
}

const answer = (sprint: number) => `- who: PO\n  topic: Sprint S${sprint}\n  reply: OK`;

/** A sprint is opened once the PO has answered the one before. */
export default defineRule<Unanswered>({
  id: 'sprint/unanswered',
  severity: 'warn',
  where: 'C',
  words: {
    en: {
      summary: 'A sprint is opened once the PO has answered what the last one asked.',
      why: 'Work resumes from the PO’s last word; without it the new sprint builds on something nobody has accepted.',
      remedy: 'Let the PO add an entry to the last sprint’s journal: who: PO, topic: Sprint S<N>, reply: OK (or KO).',
      message: ({ sprint, opened }) =>
        `Sprint S${opened} is opened while the PO has not answered the newest ask of S${sprint}.`,
      help: ({ sprint }) => `ask the PO to add an answer to the journal of S${sprint}:\n${answer(sprint)}`,
    },
    fr: {
      summary: 'Un sprint s’ouvre une fois que le PO a répondu à la demande du précédent.',
      why: 'Le travail reprend à la dernière parole du PO ; sans elle, le nouveau sprint bâtit sur ce que personne n’a accepté.',
      remedy:
        'Que le PO ajoute une entrée au journal du dernier sprint : who: PO, topic: Sprint S<N>, reply: OK (ou KO).',
      message: ({ sprint, opened }) =>
        `Le sprint S${opened} est ouvert alors que le PO n’a pas répondu à la dernière demande de S${sprint}.`,
      help: ({ sprint }) => `demandez au PO d’ajouter une réponse au journal de S${sprint} :\n${answer(sprint)}`,
    },
  },
  check: ({ sprint, unanswered }) => {
    if (!sprint || !unanswered) return [];
    return [{ data: { sprint: unanswered.sprint, opened: sprint.id }, file: unanswered.journal, whole: true }];
  },
});
