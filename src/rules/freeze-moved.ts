import type { ParentFacts, Start } from '../facts/facts.js';
import { leCommit, sentence, theCommit } from '../words/commit.js';
import { rfc3339 } from '../words/time.js';
import { defineRule, type Finding } from './rule.js';

interface Moved {
  readonly sprint: number;
  readonly notes: string;
  readonly oid: string | null;
  readonly from: Start;
  readonly to: Start;
}

/** T stood in a header, and the header has it no longer. */
const isLost = ({ from, to }: Moved) => from.source === 'header' && to.source === 'journal';

/** A sprint's start stays where it is. */
export default defineRule<Moved>({
  id: 'freeze/moved',
  severity: 'error',
  where: 'C',
  after: ['notes/header'],
  words: {
    en: {
      summary: 'The start of a sprint is not moved to a later time.',
      why: 'A timebox whose start can be moved has no end.',
      remedy: 'Set started_at in PO_NOTES.md back to what it was.',
      message: (moved) => {
        const { sprint, from, to, oid } = moved;
        return isLost(moved)
          ? `${sentence(theCommit(oid))} takes started_at (${rfc3339(from.at)}) out of the sprint header of S${sprint}.`
          : `${sentence(theCommit(oid))} moves the start of sprint S${sprint} from ${rfc3339(from.at)} to ${rfc3339(to.at)}.`;
      },
      help: ({ notes, from }, path) =>
        `in the sprint header of ${notes}, set started_at: ${rfc3339(from.at)}\ngit add ${path(notes)}`,
    },
    fr: {
      summary: 'Le début d’un sprint n’est pas repoussé.',
      why: 'Un temps limité dont on déplace le début n’a plus de fin.',
      remedy: 'Remettez started_at, dans PO_NOTES.md, à ce qu’il était.',
      message: (moved) => {
        const { sprint, from, to, oid } = moved;
        return isLost(moved)
          ? `${sentence(leCommit(oid))} retire started_at (${rfc3339(from.at)}) de l’en-tête du sprint S${sprint}.`
          : `${sentence(leCommit(oid))} repousse le début du sprint S${sprint} de ${rfc3339(from.at)} à ${rfc3339(to.at)}.`;
      },
      help: ({ notes, from }, path) =>
        `dans l’en-tête de sprint de ${notes}, mettez started_at: ${rfc3339(from.at)}\ngit add ${path(notes)}`,
    },
  },
  check: ({ sprint, parents, ownStart, oid, config }) =>
    sprint ? moved(sprint.id, parents, ownStart, oid, config.notes) : [],
  forced: ({ sprint, before, ownStart, config }) =>
    sprint === null ? [] : moved(sprint, [before], ownStart, null, config.notes),
});

function moved(
  sprint: number,
  parents: readonly ParentFacts[],
  to: Start | null,
  oid: string | null,
  notes: string,
): Finding<Moved>[] {
  const starts = parents.filter((parent) => parent.sprint === sprint).map(({ start }) => start);
  const from = starts.find((start) => start !== null && to !== null && to.at > start.at);
  return from && to ? [{ data: { sprint, notes, oid, from, to }, file: notes }] : [];
}
