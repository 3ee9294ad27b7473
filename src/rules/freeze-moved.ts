import type { MadeCommit } from '../facts/facts.js';
import { leChangement, sentence, theChange } from '../words/commit.js';
import { mend } from '../words/mend.js';
import { quoted } from '../words/path.js';
import { rfc3339 } from '../words/time.js';
import { defineRule } from './rule.js';

interface Moved {
  readonly sprint: number;
  readonly notes: string;
  readonly oid: string | null;
  readonly made: MadeCommit | null;
  readonly since: string | null;
  readonly from: number;
  readonly to: number;
}

/** A sprint's start stays where it is. */
export default defineRule<Moved>({
  id: 'freeze/moved',
  severity: 'error',
  scope: 'S C',
  words: {
    en: {
      summary: 'The start of a sprint is not moved to a later time.',
      why: 'A timebox whose start can be moved has no end.',
      remedy: 'Set started_at in PO_NOTES.md back to what it was.',
      message: ({ sprint, from, to, oid, since }) =>
        `${sentence(theChange({ oid, since }))} moves the start of sprint S${sprint} from ${rfc3339(from)} to ${rfc3339(to)}.`,
      help: ({ notes, from, made }) =>
        mend(
          'en',
          made,
          `in the sprint header of ${notes}, set started_at: ${rfc3339(from)}\ngit add ${quoted(notes)}`,
        ),
    },
    fr: {
      summary: 'Le début d’un sprint n’est pas repoussé.',
      why: 'Une durée dont le début peut bouger n’a pas de fin.',
      remedy: 'Remettez started_at, dans PO_NOTES.md, à ce qu’il était.',
      message: ({ sprint, from, to, oid, since }) =>
        `${sentence(leChangement({ oid, since }))} déplace le début du sprint S${sprint} de ${rfc3339(from)} à ${rfc3339(to)}.`,
      help: ({ notes, from, made }) =>
        mend(
          'fr',
          made,
          `dans l’en-tête de sprint de ${notes}, mettez started_at: ${rfc3339(from)}\ngit add ${quoted(notes)}`,
        ),
    },
  },
  acrossRange: true,
  commit: ({ sprint, base, ownStart, oid, made, since, config }) => {
    if (base?.sprint !== sprint.id || !base.start || !ownStart || ownStart.at <= base.start.at) return [];
    const data = { sprint: sprint.id, notes: config.notes, oid, made, since, from: base.start.at, to: ownStart.at };
    return [{ data, file: config.notes }];
  },
});
