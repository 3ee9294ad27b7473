import type { Entry } from './journal.js';

/** One entry's text in a journal, up to the next one's. */
export interface Part {
  readonly text: string;
  /** Its offset in the journal, in UTF-16 code units. */
  readonly start: number;
}

/** An entry that was read by itself. */
export interface KnownEntry {
  readonly entry: Entry;
  /** It keeps to the built-in schema. */
  readonly sound: boolean;
}

/** Entries by their text, each read once in a run; null for a text that does not stand for one entry by itself. */
export interface KnownEntries {
  get(text: string): KnownEntry | null | undefined;
  set(text: string, entry: KnownEntry | null): void;
}

/**
 * The entries of parts; null where one of them is not to be read by itself. `read` gives the entries of a text that
 * holds nothing else, or null.
 */
export function entriesOfParts(
  parts: readonly Part[],
  known: KnownEntries,
  read: (text: string) => readonly KnownEntry[] | null,
): KnownEntry[] | null {
  const found = parts.map(({ text }) => known.get(text));
  if (found.includes(null)) return null;
  if (!unknownRuns(parts, found).every((run) => readRun(run, known, read))) return null;
  return parts.map(({ text }, index) => found[index] ?? (known.get(text) as KnownEntry));
}

/** Longer runs take more memory, and hardly less time. */
const longestRun = 100;

/** The texts of the parts of which nothing was found, in runs of those that follow one another. */
function unknownRuns(parts: readonly Part[], found: readonly unknown[]): string[][] {
  const runs: string[][] = [];
  for (const [index, { text }] of parts.entries()) {
    if (found[index] !== undefined) continue;
    const run = runs.at(-1);
    const goesOn = run && run.length < longestRun && found[index - 1] === undefined;
    if (goesOn) run.push(text);
    else runs.push([text]);
  }
  return runs;
}

/** Reads texts that follow one another; false at the first that does not stand for an entry by itself. */
function readRun(
  texts: readonly string[],
  known: KnownEntries,
  read: (text: string) => readonly KnownEntry[] | null,
): boolean {
  // A third of the time that it takes to read them one by one. Each entry begins where a part does, so that as many
  // entries as parts are those of the parts.
  const together = read(texts.join(''));
  if (together?.length === texts.length) {
    for (const [index, text] of texts.entries()) known.set(text, together[index] as KnownEntry);
    return true;
  }
  if (texts.length > 1) return texts.every((text) => readRun([text], known, read));
  for (const text of texts) known.set(text, null);
  return false;
}

/**
 * The parts of a journal, from each `- ` in the first column to the next; null where they can't be told so simply.
 *
 * A journal only grows, so that most of its entries were read before, in its base or in an earlier commit. Between two
 * lines that begin with `- ` in the first column stands one entry of the list, whatever surrounds it: what spans more of
 * them (a quoted text, an anchor, a second document) breaks one of the parts, and then the whole is to be read.
 */
export function partsOf(text: string): Part[] | null {
  const first = text.startsWith('- ') ? 0 : text.indexOf('\n- ') + 1;
  if (first === 0 && !text.startsWith('- ')) return null;
  // Before the first entry only comments and blank lines; after it no line that could end the document.
  if (!/^(?:#.*\r?\n|\r?\n)*$/.test(text.slice(0, first)) || /\n(?:---|\.\.\.|%)|\r(?!\n)/.test(text)) return null;
  const parts: Part[] = [];
  for (let start = first; start < text.length; ) {
    const next = text.indexOf('\n- ', start);
    const end = next < 0 ? text.length : next + 1;
    parts.push({ text: text.slice(start, end), start });
    start = end;
  }
  return parts;
}
