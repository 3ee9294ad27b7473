import type { SnapshotFacts } from '../facts/facts.js';
import { rfc3339 } from '../words/time.js';
import { defineRule, refuses } from './rule.js';

interface UnknownStart {
  readonly sprint: number;
  readonly notes: string;
  readonly at: number;
}

/** The start of the sprint can be found. */
export default defineRule<UnknownStart>({
  id: 'freeze/unknown',
  severity: 'error',
  scope: 'S',
  words: {
    en: {
      summary: 'The start of the sprint can be found.',
      why: 'The freeze is counted from it; a sprint without a start would never freeze.',
      remedy: 'Add started_at to the sprint header of PO_NOTES.md, as in started_at: 2026-11-22T14:00:00+01:00.',
      message: ({ sprint }) => `Nothing tells when sprint S${sprint} started.`,
      help: ({ notes, at }) => `in the sprint header of ${notes}, add started_at: ${rfc3339(at)}`,
    },
    fr: {
      summary: 'Le début du sprint se trouve quelque part.',
      why: 'Le gel se compte à partir de lui ; un sprint sans début ne gèlerait jamais.',
      remedy: 'Ajoutez started_at à l’en-tête de sprint de PO_NOTES.md, comme started_at: 2026-11-22T14:00:00+01:00.',
      message: ({ sprint }) => `Rien ne dit quand le sprint S${sprint} a commencé.`,
      help: ({ notes, at }) => `dans l’en-tête de sprint de ${notes}, ajoutez started_at: ${rfc3339(at)}`,
    },
  },
  snapshot: (facts) => {
    const { sprint, config, at } = facts;
    if (!sprint || sprint.start || isSaid(facts)) return [];
    return [{ data: { sprint: sprint.id, notes: config.notes, at }, file: config.notes }];
  },
});

/** Another rule refuses what T would have been read from. */
function isSaid({ config, notes, journal }: SnapshotFacts): boolean {
  const causes = [
    (notes?.header?.problems.length ?? 0) > 0 && 'notes/header',
    journal === null && 'journal/missing',
    journal?.state === 'unreadable' && 'journal/unreadable',
    journal?.state === 'broken' && 'journal/syntax',
    journal?.state === 'read' && journal.schemaProblems.length > 0 && 'journal/schema',
  ];
  return causes.some((id) => id !== false && refuses(config, id));
}
