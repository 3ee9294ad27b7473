import type { Config } from '../config/config.js';
import { faultInQuotes, keyOfQuoted } from '../journal/in-quotes.js';
import type { BrokenJournal } from '../journal/journal.js';
import { topicOf } from '../journal/topics.js';
import type { Language, Words } from '../language.js';
import { schemaWords } from '../words/schema.js';
import type { SchemaFinding } from '../words/schema-values.js';
import { syntaxWords } from '../words/syntax.js';
import { rfc3339 } from '../words/time.js';
import type { SyntaxProblem } from '../yaml/problem.js';
import { quotedText } from '../yaml/quote.js';
import { defineRule } from './rule.js';

/** Why a journal is not YAML; `inQuotes`: what the schema would say of the value there in quotes. */
interface SyntaxFinding {
  readonly problem: SyntaxProblem;
  readonly inQuotes: SchemaFinding | null;
}

export default defineRule<SyntaxFinding>({
  id: 'journal/syntax',
  severity: 'error',
  where: 'K',
  check: ({ at, journals, config }) =>
    journals.flatMap((journal) => {
      if (journal.state !== 'broken') return [];
      const { kind, location } = journal.problem;
      const data = syntaxFinding(journal, config, at);
      return [{ data, file: journal.path, location, mender: kind === 'conflict-marker' ? 'anyone' : undefined }];
    }),
  words: {
    en: {
      summary: 'A journal is one YAML 1.2 document, without anchors, aliases, tags or directives.',
      why: 'A journal that each reader understands differently, or not at all, settles nothing.',
      remedy:
        'Correct the line shown: put quotes around the value, as in context: "env: https://…", or replace the tab with spaces.',
      message: (finding) => syntaxFindingWords('en', finding)[0],
      help: (finding) => syntaxFindingWords('en', finding)[1],
    },
    fr: {
      summary: 'Un journal est un seul document YAML 1.2, sans ancre, alias, tag ni directive.',
      why: 'Un journal que chacun comprend à sa façon, ou pas du tout, ne tranche rien.',
      remedy:
        'Corrigez la ligne indiquée : mettez la valeur entre guillemets, comme dans context: "env: https://…", ou remplacez la tabulation par des espaces.',
      message: (finding) => syntaxFindingWords('fr', finding)[0],
      help: (finding) => syntaxFindingWords('fr', finding)[1],
    },
  },
});

/** Returns where a journal is not YAML, with what the remedy needs; `at` in milliseconds since the epoch. */
export function syntaxFinding(journal: BrokenJournal, { developers }: Config, at: number): SyntaxFinding {
  const { sprint } = journal;
  const problem = withOwnSprint(journal.problem, sprint);
  const fault = faultInQuotes(problem, ['PO', ...developers], journal.text ?? '');
  const [signer = ''] = developers;
  return { problem, inQuotes: fault && { problem: fault, sprint, now: rfc3339(at), signer } };
}

export function syntaxFindingWords(language: Language, { problem, inQuotes }: SyntaxFinding): Words {
  const [message, help] = syntaxWords[language](problem, 'entries');
  if (inQuotes === null) return [message, help];
  const words = schemaWords(language, inQuotes);
  // An unfilled text still has to be put in quotes.
  return inQuotes.problem.kind === 'unfilled' ? [message, `${help}\n${words[1]}`] : words;
}

function withOwnSprint(problem: SyntaxProblem, sprint: number): SyntaxProblem {
  if (problem.kind !== 'reserved-value' || keyOfQuoted(problem) !== 'topic') return problem;
  return { ...problem, quoted: `topic: ${quotedText(topicOf(sprint, problem.subject))}` };
}
