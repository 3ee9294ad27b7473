import type { CommitFacts } from '../facts/facts.js';
import type { HeaderProblem } from '../facts/notes.js';
import { journalPath } from '../facts/sprint.js';
import { type BrokenHeader, headerWords } from '../words/notes.js';
import { defineRule, type Finding } from './rule.js';

export default defineRule<BrokenHeader>({
  id: 'notes/header',
  severity: 'error',
  where: 'K',
  check: ({ notes, sprint, at, parents, journals, config }) => {
    const known = Math.max(0, ...[...parents, ...journals].map((each) => each.sprint ?? 0)) || null;
    const journal = sprint?.journal ?? journalPath(config, known ?? 1);
    // The help keeps the start of a sprint that has begun, since its freeze may not move.
    const start = parents.find((parent) => parent.sprint === (sprint?.id ?? known))?.start?.at ?? null;
    return (notes?.header?.problems ?? []).map((problem) => ({
      data: { path: notes?.path ?? '', problem, journal, known, start, at },
      ...(notes && { file: notes.path }),
      ...placeOf(problem),
    }));
  },
  words: {
    en: {
      summary: 'The sprint header of the notes is YAML, with valid sprint_id, started_at, interaction_log and status.',
      why: 'The header says which sprint is running and since when; everything else is checked against it.',
      remedy:
        'Correct the line shown. sprint_id is a whole number, started_at a date such as 2026-11-22T14:00:00+01:00, interaction_log the path of a file, status a text.',
      message: (data) => headerWords('en', data)[0],
      help: (data, path) => headerWords('en', data, path(data.path))[1],
    },
    fr: {
      summary:
        'L’en-tête de sprint des notes est du YAML, où sprint_id, started_at, interaction_log et status sont valides.',
      why: 'L’en-tête dit quel sprint est en cours et depuis quand ; tout le reste en dépend.',
      remedy:
        'Corrigez la ligne indiquée. sprint_id est un nombre entier, started_at une date comme 2026-11-22T14:00:00+01:00, interaction_log le chemin d’un fichier, status un texte.',
      message: (data) => headerWords('fr', data)[0],
      help: (data, path) => headerWords('fr', data, path(data.path))[1],
    },
  },
});

/** Names notes/header as the cause if the header gives no sprint: the commit is then judged in its parent's sprint. */
export function causedByHeader({ notes }: Pick<CommitFacts, 'notes'>): Pick<Finding, 'after'> {
  return notes?.header && notes.header.sprintId === null ? { after: ['notes/header'] } : {};
}

function placeOf(problem: HeaderProblem): Pick<Finding<BrokenHeader>, 'location' | 'path'> {
  if (problem.kind === 'syntax') return { location: problem.problem.location };
  if (problem.kind === 'unreadable')
    return problem.reason.kind === 'too-deep' ? { location: problem.reason.location } : {};
  return { path: `/${problem.key}` };
}
