import { answeredCount, isMapping, isPO } from '../journal/entries.js';
import { fixedWords } from '../journal/in-quotes.js';
import type { Entry } from '../journal/journal.js';
import { type Edit, rangeAt } from '../worktree/edits.js';
import type { YamlText } from '../yaml/read.js';

/** A fixed word of the schema in place of what differs from it in its case alone. */
export interface WordEdit extends Edit {
  readonly key: string;
}

type FixedWords = Readonly<Record<string, readonly string[]>>;
const { status = [], ...ofReply } = fixedWords;
const ofPO: FixedWords = { who: ['PO'], ...ofReply };
const ofDeveloper: FixedWords = { status };
/** What is not answered can't be done. */
const ofUnanswered: FixedWords = { status: ['pending'] };

/** The fixed words whose case is wrong, in the order of the text; those of the PO's entries only where `mayEditPO`. */
export function wordEdits(text: string, yaml: Extract<YamlText, { state: 'read' }>, mayEditPO: boolean): WordEdit[] {
  if (!Array.isArray(yaml.value)) return [];
  const answered = answeredCount(yaml.value);
  const edits = yaml.value.flatMap((entry: Entry, index) => {
    if (!isMapping(entry) || (isPO(entry) && !mayEditPO)) return [];
    const fixed = isPO(entry) ? ofPO : index < answered ? ofDeveloper : ofUnanswered;
    return Object.entries(fixed).flatMap(([key, words]) => {
      const written = entry[key];
      const word = words.find((each) => typeof written === 'string' && isSameInCapitals(each, written));
      if (word === undefined || word === written) return [];
      const { start, end } = rangeAt(yaml.locate(`/${index}/${key}`));
      const at = text.slice(start, end).indexOf(String(written));
      return at < 0 ? [] : [{ key, start: start + at, end: start + at + word.length, text: word }];
    });
  });
  return edits.sort((one, other) => one.start - other.start);
}

function isSameInCapitals(word: string, written: string): boolean {
  return /^[a-z]+$/i.test(written) && word.toUpperCase() === written.toUpperCase();
}
