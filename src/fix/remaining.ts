import type { Context } from '../commands/command.js';
import type { Config } from '../config/config.js';
import { isPO } from '../journal/entries.js';
import type { Journal } from '../journal/journal.js';
import { isSignedPO } from '../journal/source.js';
import type { Words } from '../language.js';
import { visible } from '../report/visible.js';
import { schemaFindings } from '../rules/journal-schema.js';
import { syntaxFinding, syntaxFindingWords } from '../rules/journal-syntax.js';
import { fixWords } from '../words/fix.js';
import { remedyWords } from '../words/remedy.js';
import { typeset } from '../words/report.js';
import { schemaWords } from '../words/schema.js';
import type { Location } from '../yaml/location.js';
import { pointerSegments } from '../yaml/pointer.js';

/** How many errors are named; the hook names all of them. */
const mostNamed = 10;

/**
 * What is still wrong with a journal that was repaired, as lines; nothing where it is sound by itself. The PO's entries are
 * left to the PO where not `mayEditPO`.
 */
export function remainingErrors(
  journal: Exclude<Journal, { state: 'unreadable' }>,
  config: Config,
  mayEditPO: boolean,
  context: Context,
): string[] {
  const { language, colors } = context;
  const errors = errorsOf(journal, config, mayEditPO, context);
  const named = errors.slice(0, mostNamed).flatMap(({ location, words: [message, help] }) => {
    const [first = '', ...others] = help.split('\n');
    return [
      `${colors.red('✖')} ${colors.bold(visible(`${journal.path}:${location.line}:${location.column}`))}  ${typeset(language, visible(message))}`,
      ...[first, ...others].map((line) => `    ${visible(line)}`),
    ];
  });
  return errors.length > mostNamed ? [...named, `  ${fixWords[language].more}`] : named;
}

interface Named {
  readonly location: Location;
  readonly words: Words;
}

function errorsOf(
  journal: Exclude<Journal, { state: 'unreadable' }>,
  config: Config,
  mayEditPO: boolean,
  { language, now }: Context,
): Named[] {
  const left = ([message, help]: Words, isByPO: boolean): Words =>
    isByPO && !mayEditPO ? [message, `${remedyWords[language].leftToPO}\n${help}`] : [message, help];
  if (journal.state === 'broken') {
    const { location } = journal.problem;
    const words = syntaxFindingWords(language, syntaxFinding(journal, config, now));
    return [{ location, words: left(words, isSignedPO(journal.text, location.line)) }];
  }
  return schemaFindings(journal, config, now).map((finding) => {
    const { location, path, kind } = finding.problem;
    const isByPO = kind !== 'template-answer' && isPO(journal.entries[Number(pointerSegments(path)[0])]);
    return { location, words: left(schemaWords(language, finding), isByPO) };
  });
}
