import { entriesOf, isMapping, isPO } from '../journal/entries.js';
import type { Journal } from '../journal/journal.js';

/** The details of the PO's newest answer, where that is a KO that no developer's entry follows; null otherwise. */
export function openRefusal(journal: Journal | null): string | null {
  const last = entriesOf(journal)?.at(-1);
  if (!isPO(last) || !isMapping(last) || last.reply !== 'KO') return null;
  return typeof last.details === 'string' ? last.details.trim() : '';
}
