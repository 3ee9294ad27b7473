import type { Language } from '../language.js';
import type { ReportedError } from '../report/types.js';
import { reportWords, typeset } from '../words/report.js';

/** What was found, and below it what mends it. */
export function withHelp(language: Language, { message, help }: Pick<ReportedError, 'message' | 'help'>): string {
  const fact = typeset(language, message);
  return help === null ? fact : `${fact}\n${typeset(language, reportWords[language].help)} ${help}`;
}
