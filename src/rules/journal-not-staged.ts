import type { JournalChange } from '../facts/facts.js';
import { keyOf, sameValue } from '../journal/entries.js';
import type { Language } from '../language.js';
import { logCommand, type PathArgument, stageNext } from '../words/commands.js';
import { amendInstead, leCommit, sentence, theCommit } from '../words/commit.js';
import { causedByHeader } from './notes-header.js';
import { defineRule } from './rule.js';

interface NotStaged {
  readonly journal: string;
  readonly oid: string | null;
  /** The entries on disk have unstaged changes. */
  readonly hasUnstaged: boolean;
  readonly mayAmend: boolean;
  /** The next sprint is open on disk, so `log` would write there. */
  readonly nextNotAdded: boolean;
  readonly notes: string;
  readonly sprints: string;
}

function help(language: Language, notStaged: NotStaged, path: PathArgument): string {
  const { hasUnstaged, journal, mayAmend } = notStaged;
  if (notStaged.nextNotAdded) return stageNext(language, notStaged, path);
  const mend = hasUnstaged ? `git add ${path(journal)}` : logCommand[language];
  return mayAmend ? `${mend}\n${amendInstead[language]}` : mend;
}

export default defineRule<NotStaged>({
  id: 'journal/not-staged',
  severity: 'error',
  where: 'C',
  after: [
    'sprint/reopened',
    'journal/missing',
    'journal/unreadable',
    'journal/syntax',
    'journal/history',
    'freeze/closed',
  ],
  check: (facts) => {
    const { oid, sprint, journalChanges, plainMerge, mayAmend, answer, unfinished } = facts;
    if (!sprint || plainMerge || answer || unfinished) return [];
    const change = journalChanges.find(({ path }) => path === sprint.journal);
    if (change && changesEntries(change, facts.merge)) return [];
    const { journal } = sprint;
    const { notes, sprints } = facts.config;
    const { journalNotAdded: hasUnstaged, nextNotAdded } = facts;
    const data = { journal, oid, hasUnstaged, mayAmend, nextNotAdded, notes, sprints };
    const mend = change?.after === null ? 'all in one' : 'amend';
    return [{ data, file: journal, mend, ...causedByHeader(facts) }];
  },
  words: {
    en: {
      summary: 'Every commit adds an entry to its sprint’s journal, or changes one.',
      why: 'The PO tests from the journal; nobody is asked to look at a commit that it does not mention.',
      remedy: 'npx sprint-check log adds an entry and stages it; if it is already written: git add the journal.',
      message: ({ journal, oid, hasUnstaged }) =>
        hasUnstaged
          ? `What you wrote to ${journal} is not in this commit.`
          : `${sentence(theCommit(oid))} changes nothing in the entries of ${journal}`,
      help: (data, path) => help('en', data, path),
    },
    fr: {
      summary: 'Chaque commit ajoute une entrée au journal de son sprint, ou en modifie une.',
      why: 'Le PO teste d’après le journal ; un commit qui n’y figure pas, personne ne pense à le regarder.',
      remedy: 'npx sprint-check log ajoute une entrée et l’indexe ; si elle est déjà écrite : git add sur le journal.',
      message: ({ journal, oid, hasUnstaged }) =>
        hasUnstaged
          ? `Ce que vous avez écrit dans ${journal} n’est pas dans ce commit.`
          : `${sentence(leCommit(oid))} ne change rien aux entrées de ${journal}`,
      help: (data, path) => help('fr', data, path),
    },
  },
});

/** Tells whether entries change. An unreadable journal and deleted sound entries count: other rules judge them. */
function changesEntries({ before, after, entries }: JournalChange, merge: boolean): boolean {
  if (after === null) return before.some((list) => list.unsound.size < list.entries.length);
  if (!entries) return true;
  if (!merge) return !sameValue(before[0]?.entries ?? [], entries.entries);
  const known = new Set(before.flatMap((list) => list.entries).map(keyOf));
  return entries.entries.some((entry) => !known.has(keyOf(entry)));
}
