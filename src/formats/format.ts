import type { Language } from '../language.js';
import type { Outcome } from '../report/report.js';
import type { TextOptions } from '../report/text.js';
import type { ReportedError } from '../report/types.js';
import { reportWords, typeset } from '../words/report.js';

/** A pure function from what a check came to, to what is printed; it may load what only it needs. */
export type Reporter = (outcome: Outcome, options: TextOptions) => string | Promise<string>;

export interface Format {
  /** What is printed on stdout. Where there is no verdict, stderr says why in every format. */
  readonly output: Reporter;
  /** What is appended, in Markdown, to the job summary of GitHub Actions. */
  readonly summary?: Reporter;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A text in which XML and HTML find no tag and no entity but these. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>]/g, (character) => entities[character] ?? character);
}

/** What was found, and below it what mends it. */
export function withHelp(language: Language, { message, help }: Pick<ReportedError, 'message' | 'help'>): string {
  const fact = typeset(language, message);
  return help === null ? fact : `${fact}\n${typeset(language, reportWords[language].help)} ${help}`;
}
