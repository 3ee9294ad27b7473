import type { Outcome } from '../report/report.js';
import type { TextOptions } from '../report/text.js';

/** A pure function from what a check came to, to what is printed; it may load what only it needs. */
export type Reporter = (outcome: Outcome, options: TextOptions) => string | Promise<string>;

export interface Format {
  readonly output: Reporter;
  /** What goes to stderr where there is no verdict; nothing where `output` says it to its only reader. */
  readonly error?: Reporter;
  /** What is appended, in Markdown, to the job summary of GitHub Actions. */
  readonly summary?: Reporter;
}
