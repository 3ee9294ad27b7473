import { entriesOf, isMapping, isPO } from '../journal/entries.js';
import type { Journal } from '../journal/journal.js';
import type { Judged } from '../judge.js';
import { workResumes } from '../words/notices.js';
import type { Notice } from './result.js';

/** Where work resumes after a pass: the PO's newest answer, where that is a KO that no developer's entry follows. */
export function resumesFrom(findings: readonly Judged[], journal: Journal | null): Notice | null {
  const last = entriesOf(journal)?.at(-1);
  const isRefused = findings.some(({ severity }) => severity === 'error');
  if (isRefused || !isPO(last) || !isMapping(last) || last.reply !== 'KO') return null;
  return workResumes(typeof last.details === 'string' ? last.details.trim() : '');
}
