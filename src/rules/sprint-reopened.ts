import { defineRule } from './rule.js';

interface Reopened {
  readonly from: number;
  readonly to: number;
  readonly notes: string;
  readonly sprints: string;
}

type Path = (fromRoot: string) => string;
const add = ({ notes, sprints }: Reopened, path: Path) => `git add ${path(notes)} ${path(sprints)}`;

/** A sprint that was left is not gone back to. */
export default defineRule<Reopened>({
  id: 'sprint/reopened',
  severity: 'error',
  where: 'C',
  words: {
    en: {
      summary: 'A sprint that was left stays closed.',
      why: 'Going back to an earlier sprint would give its journal and its clock a second life after the PO has judged it.',
      remedy:
        'Set sprint_id in PO_NOTES.md back to the sprint that is running, or open a new one: npx sprint-check start',
      message: ({ from, to }) => `Sprint S${to} was opened before; after S${from} it can't be gone back to.`,
      help: (data, path) =>
        `in the sprint header of ${data.notes}, set sprint_id: ${data.from} and what goes with it as it was; for a new sprint then: npx sprint-check start\n${add(data, path)}`,
    },
    fr: {
      summary: 'Un sprint que l’on a quitté reste clos.',
      why: 'Revenir à un sprint antérieur rouvrirait son journal et son horloge, après le jugement du PO.',
      remedy:
        'Remettez sprint_id, dans PO_NOTES.md, au sprint en cours, ou ouvrez-en un nouveau : npx sprint-check start',
      message: ({ from, to }) => `Le sprint S${to} a déjà été ouvert ; après S${from}, on n’y revient pas.`,
      help: (data, path) =>
        `dans l’en-tête de sprint de ${data.notes}, remettez sprint_id: ${data.from} et ce qui va avec ; pour un nouveau sprint, ensuite : npx sprint-check start\n${add(data, path)}`,
    },
  },
  check: ({ sprint, parents, baseHoldsJournal, config: { notes, sprints } }) => {
    if (!sprint) return [];
    const [base] = parents;
    const higher = parents.map((parent) => parent.sprint ?? 0).filter((id) => id > sprint.id);
    const wasLeft = base?.sprint != null && base.sprint !== sprint.id && baseHoldsJournal;
    const from = higher.length > 0 ? Math.max(...higher) : wasLeft ? base.sprint : null;
    return from === null ? [] : [{ data: { from, to: sprint.id, notes, sprints }, file: notes }];
  },
});
