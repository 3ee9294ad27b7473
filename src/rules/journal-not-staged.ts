import type { JournalChange } from '../facts/facts.js';
import { sameValue } from '../journal/entries.js';
import { keyOf } from '../journal/keys.js';
import { leCommit, sentence, theCommit } from '../words/commit.js';
import { logCommand } from '../words/log-command.js';
import { defineRule } from './rule.js';

interface NotStaged {
  readonly journal: string;
  readonly oid: string | null;
  /** Its entries on disk have changes that are not staged. */
  readonly isWritten: boolean;
  readonly mayAmend: boolean;
  readonly onlyPaths: boolean;
}

type Path = (fromRoot: string) => string;
const stage = ({ journal, onlyPaths }: NotStaged, path: Path) =>
  onlyPaths ? `git commit -- … ${path(journal)}` : `git add ${path(journal)}`;
const amend = 'git commit --amend --no-edit';

/** Every commit says in the journal what it does. */
export default defineRule<NotStaged>({
  id: 'journal/not-staged',
  severity: 'error',
  where: 'C',
  after: ['journal/missing', 'journal/unreadable', 'journal/syntax', 'freeze/closed'],
  words: {
    en: {
      summary: 'Every commit adds to the entries of its sprint’s journal, or alters one.',
      why: 'The PO tests from the journal; a commit that it does not mention is one that nobody is asked to look at.',
      remedy:
        'npx sprint-check log adds an entry and stages it; an entry that is written already: git add the journal.',
      message: ({ journal, oid, isWritten }) =>
        isWritten
          ? `What you wrote to ${journal} is not staged.`
          : `${sentence(theCommit(oid))} changes nothing in the entries of ${journal}`,
      help: (data, path) => {
        const log = logCommand.en;
        const lines = [data.isWritten ? stage(data, path) : log];
        if (!data.isWritten && data.onlyPaths) lines.push(stage(data, path));
        if (data.mayAmend)
          lines.push(`or, where it was to amend HEAD, a second after HEAD, without --date or --reset-author: ${amend}`);
        return lines.join('\n');
      },
    },
    fr: {
      summary: 'Chaque commit ajoute une entrée au journal de son sprint, ou en modifie une.',
      why: 'Le PO teste d’après le journal ; un commit dont il ne parle pas, personne n’est invité à le regarder.',
      remedy: 'npx sprint-check log ajoute une entrée et l’indexe ; si elle est déjà écrite : git add sur le journal.',
      message: ({ journal, oid, isWritten }) =>
        isWritten
          ? `Ce que vous avez écrit dans ${journal} n’est pas indexé.`
          : `${sentence(leCommit(oid))} ne change rien aux entrées de ${journal}`,
      help: (data, path) => {
        const log = logCommand.fr;
        const lines = [data.isWritten ? stage(data, path) : log];
        if (!data.isWritten && data.onlyPaths) lines.push(stage(data, path));
        if (data.mayAmend)
          lines.push(
            `ou, s’il s’agissait d’amender HEAD, une seconde après lui, sans --date ni --reset-author : ${amend}`,
          );
        return lines.join('\n');
      },
    },
  },
  check: ({ oid, sprint, journalChanges, journalNotAdded, plainMerge, mayAmend, onlyPaths, answer, unfinished }) => {
    if (!sprint || plainMerge || answer || unfinished) return [];
    const change = journalChanges.find(({ path }) => path === sprint.journal);
    if (change && changesEntries(change)) return [];
    const data = { journal: sprint.journal, oid, isWritten: journalNotAdded, mayAmend, onlyPaths };
    return [{ data, file: sprint.journal }];
  },
});

/** Whether a change says something new; a deletion is another rule's matter, as is a journal without an entry. */
function changesEntries({ before, entries }: JournalChange): boolean {
  if (!entries) return true;
  const [first, ...others] = before;
  if (others.length === 0) return !sameValue(first?.entries ?? [], entries.entries);
  const known = new Set(before.flatMap((list) => list.entries).map(keyOf));
  return entries.entries.some((entry) => !known.has(keyOf(entry)));
}
