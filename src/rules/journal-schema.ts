import type { Config } from '../config/config.js';
import { isMapping } from '../journal/entries.js';
import type { ReadJournal } from '../journal/journal.js';
import type { SchemaProblem } from '../journal/schema-problem.js';
import { schemaProblemsOf } from '../journal/sound.js';
import { latestWhens } from '../journal/when.js';
import type { Language } from '../language.js';
import { logCommand, type PathArgument } from '../words/commands.js';
import { schemaWords } from '../words/schema.js';
import type { SchemaFinding } from '../words/schema-values.js';
import { rfc3339 } from '../words/time.js';
import { defineRule, type Finding } from './rule.js';

export default defineRule<Broken>({
  id: 'journal/schema',
  severity: 'error',
  where: 'K',
  after: ['journal/po-identity'],
  byEntry: true,
  check: ({ at, journals, journalChanges, baseName, config }) =>
    journals.flatMap((journal) => {
      if (journal.state !== 'read') return [];
      const change = journalChanges.find(({ path }) => path === journal.path);
      // Earlier entries have to come back: a new first entry in their place would be refused in turn.
      const hadEntries = change?.before.some(({ entries }) => entries.length > 0) ?? false;
      return schemaFindings(journal, config, at).map((finding) => {
        const { kind, location, path } = finding.problem;
        const data = {
          ...finding,
          file: journal.path,
          emptied: kind === 'no-entries' && hadEntries ? baseName : null,
        };
        return { data, file: journal.path, location, path, mender: menderOf(finding.problem) };
      });
    }),
  words: {
    en: {
      summary: 'A journal is a list of entries that conforms to schemas/interactions.schema.json.',
      why: 'What is missing, misspelt or left as in the template can’t be tested, answered or counted.',
      remedy: 'Correct the key or value shown; the help gives one that passes.',
      message: (finding) => schemaWords('en', finding)[0],
      help: (broken, path) => helpOf('en', broken, path),
    },
    fr: {
      summary: 'Un journal est une liste d’entrées conforme à schemas/interactions.schema.json.',
      why: 'Ce qui manque, est mal orthographié ou vient encore du gabarit ne peut être ni testé, ni validé.',
      remedy: 'Corrigez la clé ou la valeur indiquée ; l’aide en donne une qui passe.',
      message: (finding) => schemaWords('fr', finding)[0],
      help: (broken, path) => helpOf('fr', broken, path),
    },
  },
});

/** `emptied`: the revision with the entries of a journal that has lost them all; null if it has some, or never had. */
type Broken = SchemaFinding & { readonly file: string; readonly emptied: string | null };

function menderOf(problem: SchemaProblem): Finding['mender'] {
  if (problem.kind === 'template-answer') return 'anyone';
  return problem.kind === 'unknown-key' && problem.isAnswer ? 'PO' : undefined;
}

function helpOf(language: Language, broken: Broken, path: PathArgument): string {
  const { emptied, file } = broken;
  if (emptied === null) return schemaWords(language, broken)[1];
  return `git checkout ${emptied} -- ${path(file)}\n${logCommand[language]}`;
}

/** Returns what breaks the schema, with what the remedies need; `at` in milliseconds since the epoch. */
export function schemaFindings(journal: ReadJournal, config: Config, at: number): SchemaFinding[] {
  const latest = latestWhens(journal.entries, at);
  return schemaProblemsOf(journal, config.developers).map((problem) => {
    const now = rfc3339(latest[entryOf(problem)] ?? at);
    return { problem, sprint: journal.sprint, now, signer: signerOf(journal, problem, config) };
  });
}

/** Returns the index of the entry at fault; -1 for a problem of the whole journal. */
function entryOf({ path }: SchemaProblem): number {
  return Number(path.split('/')[1] ?? -1);
}

function signerOf({ entries }: ReadJournal, problem: SchemaProblem, { developers }: Config): string {
  const entry = entries[entryOf(problem)];
  return isMapping(entry) && Object.hasOwn(entry, 'reply') ? 'PO' : (developers[0] ?? 'PO');
}
