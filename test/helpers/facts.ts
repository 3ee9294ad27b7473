import type { CommitFacts } from '../../src/facts/facts.ts';
import { type Notes, readNotes } from '../../src/facts/notes.ts';
import type { Journal } from '../../src/journal/journal.ts';
import { readJournal } from '../../src/journal/read.ts';
import type { Language } from '../../src/language.ts';
import { pathFrom } from '../../src/report/remedy.ts';
import type { CommitRule, Finding } from '../../src/rules/rule.ts';
import { blob } from './blob.ts';
import { commitFacts, journalPath, judgedAt } from './commit-facts.ts';

export { commitFacts, journalPath, judgedAt };

/** A journal as it is read from its file. */
export function journalOf(content: string | Uint8Array, sprint = 3, mode?: string): Journal {
  return Object.freeze(readJournal({ path: journalPath(sprint), sprint, ...blob(content, mode) }));
}

/** Facts in which a file is the journal of sprint 3. */
export function factsOfJournal(content: string | Uint8Array, mode?: string): CommitFacts {
  return commitFacts({ journal: journalOf(content, 3, mode), journalChanges: [] });
}

/** Notes as they are read from their file. */
export function notesOf(content: string | Uint8Array, mode?: string): Notes {
  return Object.freeze(readNotes({ path: 'PO_NOTES.md', ...blob(content, mode) }));
}

/** What a rule finds in facts, in words: `line:column path message`, with `help` behind ` | `. */
export function said<Data>(rule: CommitRule<Data>, facts: CommitFacts, language: Language = 'en'): string[] {
  return rule.check(facts).map((finding: Finding<Data>) => {
    const { data, path } = finding;
    const location = finding.location ?? (path === undefined ? null : locate(facts, finding.file, path));
    const place = location ? `${location.line}:${location.column}` : '-';
    const { message, help } = rule.words[language];
    return `${place} ${path || '-'} ${message(data)} | ${help(data, pathFrom(''))}`;
  });
}

function locate({ notes, journals }: CommitFacts, file: string | undefined, path: string) {
  const found = [notes, ...journals].find((candidate) => candidate?.path === file);
  return found && 'locate' in found ? found.locate?.(path) : null;
}
