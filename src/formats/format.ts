import type { Language } from '../language.js';
import type { Outcome } from '../report/report.js';
import type { TextOptions } from '../report/text.js';
import type { ReportedError } from '../report/types.js';
import { reportWords, typeset } from '../words/report.js';

/** A pure function; it may import what only it needs. */
export type Reporter = (outcome: Outcome, options: TextOptions) => string | Promise<string>;

export interface Format {
  /** Printed on stdout. If there is no verdict, stderr says why in every format. */
  readonly output: Reporter;
  /** Markdown for the job summary of GitHub Actions. */
  readonly summary?: Reporter;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

export function escapeMarkup(text: string): string {
  return text.replace(/[&<>]/g, (character) => entities[character] ?? character);
}

export function withHelp(language: Language, { message, help }: Pick<ReportedError, 'message' | 'help'>): string {
  const fact = typeset(language, message);
  return help === null ? fact : `${fact}\n${typeset(language, reportWords[language].help)} ${help}`;
}
