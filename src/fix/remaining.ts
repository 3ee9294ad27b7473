import type { Context } from '../commands/command.js';
import type { Config } from '../config/config.js';
import { isPO } from '../journal/entries.js';
import type { Journal } from '../journal/journal.js';
import { isSignedPO } from '../journal/source.js';
import type { Words } from '../language.js';
import { visible } from '../report/visible.js';
import { schemaFindings } from '../rules/journal-schema.js';
import { syntaxFinding, syntaxFindingWords } from '../rules/journal-syntax.js';
import { remedyWords } from '../words/remedy.js';
import { typeset } from '../words/report.js';
import { schemaWords } from '../words/schema.js';
import type { Location } from '../yaml/location.js';
import { pointerSegments } from '../yaml/pointer.js';

type TextJournal = Exclude<Journal, { state: 'unreadable' }>;

/** Returns lines about the errors that are left. Leaves the PO's entries to the PO unless `mayEditPO`. */
export function remainingErrors(journal: TextJournal, config: Config, mayEditPO: boolean, context: Context): string[] {
  const { language, colors } = context;
  return errorsOf(journal, config, context).flatMap(({ location, words: [message, help], isByPO }) => {
    const place = visible(`${journal.path}:${location.line}:${location.column}`);
    const left = isByPO && !mayEditPO ? [remedyWords[language].leftToPO] : [];
    return [
      `${colors.red('✖')} ${colors.bold(place)}  ${typeset(language, visible(message))}`,
      ...[...left, ...help.split('\n')].map((line) => `    ${visible(line)}`),
    ];
  });
}

interface Remaining {
  readonly location: Location;
  readonly words: Words;
  readonly isByPO: boolean;
}

function errorsOf(journal: TextJournal, config: Config, { language, now }: Context): Remaining[] {
  if (journal.state === 'broken') {
    const { location } = journal.problem;
    const words = syntaxFindingWords(language, syntaxFinding(journal, config, now));
    return [{ location, words, isByPO: isSignedPO(journal.text, location.line) }];
  }
  return schemaFindings(journal, config, now).map((finding) => {
    const { problem } = finding;
    const { location, path, kind } = problem;
    const isAnswer = kind === 'unknown-key' && problem.isAnswer;
    const isByPO = isAnswer || (kind !== 'template-answer' && isPO(journal.entries[Number(pointerSegments(path)[0])]));
    return { location, words: schemaWords(language, finding), isByPO };
  });
}
