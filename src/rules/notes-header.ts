import type { HeaderKey, HeaderProblem } from '../facts/notes.js';
import { journalPath } from '../facts/sprint.js';
import type { Language, Translated } from '../language.js';
import { meantSprint } from '../words/notes.js';
import { syntaxWords } from '../words/syntax.js';
import { rfc3339 } from '../words/time.js';
import { unreadableWords, type Words } from '../words/yaml.js';
import { defineRule, type Finding } from './rule.js';

interface Broken {
  readonly path: string;
  readonly problem: HeaderProblem;
  /** That of the sprint, or where the header does not tell, of the highest that is known. */
  readonly journal: string;
  /** The highest N of the parents and of the changed journals; null where none has one. */
  readonly known: number | null;
  /** When the snapshot is judged, in milliseconds since the epoch. */
  readonly at: number;
}

export default defineRule<Broken>({
  id: 'notes/header',
  severity: 'error',
  where: 'K',
  words: {
    en: {
      summary: 'The sprint header of the notes is YAML, with valid sprint_id, started_at, interaction_log and status.',
      why: 'The header says which sprint is running and since when; everything else is checked against it.',
      remedy:
        'Correct the line shown. sprint_id is a whole number, started_at a date such as 2026-11-22T14:00:00+01:00, interaction_log the path of a file, status a text.',
      message: (data) => describe('en', data).message,
      help: (data) => describe('en', data).help,
    },
    fr: {
      summary:
        'L’en-tête de sprint des notes est du YAML, où sprint_id, started_at, interaction_log et status sont valides.',
      why: 'L’en-tête dit quel sprint est en cours et depuis quand ; tout le reste en dépend.',
      remedy:
        'Corrigez la ligne indiquée. sprint_id est un nombre entier, started_at une date comme 2026-11-22T14:00:00+01:00, interaction_log le chemin d’un fichier, status un texte.',
      message: (data) => describe('fr', data).message,
      help: (data) => describe('fr', data).help,
    },
  },
  check: ({ notes, sprint, at, parents, journals, config }) => {
    const known = Math.max(0, ...[...parents, ...journals].map((each) => each.sprint ?? 0)) || null;
    const journal = sprint?.journal ?? journalPath(config, known ?? 1);
    return (notes?.header?.problems ?? []).map((problem) => ({
      data: { path: notes?.path ?? '', problem, journal, known, at },
      ...(notes && { file: notes.path }),
      ...placeOf(problem),
    }));
  },
});

function placeOf(problem: HeaderProblem): Pick<Finding<Broken>, 'location' | 'path'> {
  if (problem.kind === 'syntax') return { location: problem.problem.location };
  if (problem.kind === 'unreadable')
    return problem.reason.kind === 'too-deep' ? { location: problem.reason.location } : {};
  return { path: problem.kind === 'key' ? `/${problem.key}` : '' };
}

function describe(language: Language, broken: Broken): Words {
  const { path, problem } = broken;
  if (problem.kind === 'unreadable') return unreadableWords[language](problem.reason, path);
  if (problem.kind === 'syntax') {
    // In quotes it would be a text, which only status may be.
    const [, key, written] = /^(sprint_id|started_at|interaction_log): (.*)$/.exec(problem.problem.quoted ?? '') ?? [];
    return key ? wrong(language, key as HeaderKey, written, broken) : syntaxWords[language](problem.problem);
  }
  if (problem.kind === 'not-a-mapping')
    return { message: notAMapping[language], help: `sprint_id: ${meantSprint(problem.written, broken.known)}` };
  return wrong(language, problem.key, problem.written, broken);
}

const notAMapping: Translated = {
  en: 'The sprint header is not a mapping of keys to values.',
  fr: 'L’en-tête de sprint n’associe pas des clés à des valeurs.',
};

const wrongKey: Translated<Readonly<Record<HeaderKey, string>>> = {
  en: {
    sprint_id: 'sprint_id is not a whole number from 1.',
    started_at: 'started_at is not an RFC 3339 date and time with an offset.',
    interaction_log: 'interaction_log is not the path of a file.',
    status: 'status is not a text.',
  },
  fr: {
    sprint_id: 'sprint_id n’est pas un nombre entier à partir de 1.',
    started_at: 'started_at n’est pas une date et heure RFC 3339 avec son décalage.',
    interaction_log: 'interaction_log n’est pas le chemin d’un fichier.',
    status: 'status n’est pas un texte.',
  },
};

/** Says that a key is wrong, with a value that passes: as close to what was written as can be told. */
function wrong(language: Language, key: HeaderKey, written: unknown, { journal, known, at }: Broken): Words {
  const values: Readonly<Record<HeaderKey, string>> = {
    sprint_id: `${meantSprint(written, known)}`,
    started_at: rfc3339(at),
    interaction_log: `./${journal}`,
    status: 'wip',
  };
  return { message: wrongKey[language][key], help: `${key}: ${values[key]}` };
}
