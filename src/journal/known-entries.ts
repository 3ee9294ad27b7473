import type { Entry } from './journal.js';

/** Entries by their text, each parsed once in a run; null for a text that does not stand for one sound entry by itself. */
export type KnownEntries = Map<string, { readonly entry: Entry } | null>;

/**
 * The entries of a journal, read one by one; null where they are not sound, or can't be told apart so simply.
 *
 * A journal only grows, so that most of its entries were read before, in its base or in an earlier commit.
 * Between two lines that begin with `- ` in the first column stands one entry of the list, whatever surrounds it:
 * what spans more of them (a quoted text, an anchor, a second document) breaks one of the parts, and then the
 * whole is for the reader of whole journals, as it is for every diagnostic.
 *
 * @param read gives the entry of a part that is sound as a journal of its own; null where it is not
 */
export function entriesByText(
  text: string,
  known: KnownEntries,
  read: (part: string) => { readonly entry: Entry } | null,
): Entry[] | null {
  const entries: Entry[] = [];
  for (const part of partsOf(text) ?? [null]) {
    if (part === null) return null;
    const found = known.get(part) ?? (known.has(part) ? null : read(part));
    known.set(part, found);
    if (!found) return null;
    entries.push(found.entry);
  }
  return entries.length > 0 ? entries : null;
}

/** The parts of a text from each `- ` in the first column to the next; null where something else stands in the first column. */
function partsOf(text: string): string[] | null {
  const first = text.startsWith('- ') ? 0 : text.indexOf('\n- ') + 1;
  if (first === 0 && !text.startsWith('- ')) return null;
  // Before the first entry only comments and blank lines; after it no line that could end the document.
  if (!/^(?:#.*\r?\n|\r?\n)*$/.test(text.slice(0, first)) || /\n(?:---|\.\.\.|%)|\r(?!\n)/.test(text)) return null;
  const parts: string[] = [];
  for (let start = first; start < text.length; ) {
    const next = text.indexOf('\n- ', start);
    const end = next < 0 ? text.length : next + 1;
    parts.push(text.slice(start, end));
    start = end;
  }
  return parts;
}
