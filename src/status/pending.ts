import { answeredCount, isMapping, isPO } from '../journal/entries.js';
import type { Journal } from '../journal/journal.js';

/** A developer's entry that awaits the PO's answer. */
export interface Pending {
  readonly sprint: number;
  /** Its place in the journal, from 0. */
  readonly entry: number;
  readonly topic: string;
  readonly ask: string;
  /** ACTIONS_PO: what the PO has to run. */
  readonly actions: readonly string[];
}

/** The entries of a journal that are pending and that no PO's entry follows; none of one that can't be read. */
export function pendingIn(journal: Journal | null): Pending[] {
  if (journal?.state !== 'read') return [];
  const { sprint, entries } = journal;
  const answered = answeredCount(entries);
  return entries.flatMap((entry, index) => {
    if (index < answered || !isMapping(entry) || isPO(entry) || !/^pending$/i.test(textOf(entry.status))) return [];
    const actions = Array.isArray(entry.actions) ? entry.actions.map(textOf).filter(Boolean) : [];
    return [{ sprint, entry: index, topic: textOf(entry.topic), ask: textOf(entry.ask), actions }];
  });
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
