import type { Context } from '../commands/command.js';
import type { Config } from '../config/config.js';
import { isMapping } from '../journal/entries.js';
import type { Journal } from '../journal/journal.js';
import { visible } from '../report/visible.js';
import { fixWords } from '../words/fix.js';
import { typeset } from '../words/report.js';
import { schemaWords } from '../words/schema.js';
import { syntaxWords } from '../words/syntax.js';
import { rfc3339 } from '../words/time.js';
import type { Words } from '../words/yaml.js';
import type { Location } from '../yaml/location.js';

/** How many errors are named; the hook names all of them. */
const mostNamed = 10;

/** What is still wrong with a journal that was repaired, as lines; nothing where it is sound by itself. */
export function remainingErrors(journal: Journal, config: Config, context: Context): string[] {
  const { language, colors } = context;
  const errors = errorsOf(journal, config, context);
  const named = errors.slice(0, mostNamed).flatMap(({ location, message, help }) => {
    const [first = '', ...others] = help.split('\n');
    return [
      `${colors.red('✖')} ${colors.bold(visible(`${journal.path}:${location.line}:${location.column}`))}  ${typeset(language, visible(message))}`,
      ...[first, ...others].map((line) => `    ${visible(line)}`),
    ];
  });
  const rest = errors.length - mostNamed;
  return rest > 0 ? [...named, `  ${fixWords[language].more(rest)}`] : named;
}

interface Named extends Words {
  readonly location: Location;
}

function errorsOf(journal: Journal, { developers }: Config, { language, now }: Context): Named[] {
  if (journal.state === 'unreadable') return [];
  if (journal.state === 'broken') {
    return journal.problems.map((problem) => {
      return { location: problem.location, ...syntaxWords[language](problem, 'entries') };
    });
  }
  return journal.schemaProblems.map((problem) => {
    const entry = journal.entries[Number(problem.path.split('/')[1] ?? -1)];
    const isAnswer = isMapping(entry) && Object.hasOwn(entry, 'reply');
    const signer = isAnswer ? 'PO' : (developers[0] ?? 'PO');
    const finding = { problem, sprint: journal.sprint, now: rfc3339(now), signer };
    return { location: problem.location, ...schemaWords(language, finding) };
  });
}
