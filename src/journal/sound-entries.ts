import { pointerSegments } from '../yaml/pointer.js';
import { isMapping } from './entries.js';
import type { ReadJournal } from './journal.js';

/** An entry that is a mapping and keeps to the schema. */
export interface SoundEntry {
  /** Its place in the journal, from 0. */
  readonly index: number;
  readonly entry: Readonly<Record<string, unknown>>;
}

/** The entries that keep to the schema: what breaks it is reported once, and not judged further. */
export function soundEntries({ entries, validated, schemaProblems }: ReadJournal): SoundEntry[] {
  const broken = new Set(schemaProblems.map(({ path }) => Number(pointerSegments(path)[0])));
  return entries
    .slice(0, validated)
    .flatMap((entry, index) => (isMapping(entry) && !broken.has(index) ? [{ index, entry }] : []));
}
