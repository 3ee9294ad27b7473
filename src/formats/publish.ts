import { appendFileSync } from 'node:fs';
import type { Language } from '../language.js';
import { visible } from '../report/visible.js';
import { reportWords, typeset } from '../words/report.js';

/** Appends Markdown to a file that CI shows; returns the reason to report if that fails, else an empty text. */
export function publish(path: string, markdown: string, language: Language): string {
  try {
    appendFileSync(path, markdown);
    return '';
  } catch (error) {
    // The summary is only a copy: the verdict stands without it.
    const reason = error instanceof Error ? error.message : String(error);
    return `${visible(typeset(language, reportWords[language].summaryLost(reason)))}\n`;
  }
}
