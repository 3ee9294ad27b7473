import type { JournalChange, MadeCommit } from '../facts/facts.js';
import { sameValue } from '../journal/entries.js';
import { keyOf } from '../journal/keys.js';
import { leCommit, sentence, theCommit } from '../words/commit.js';
import { mend } from '../words/mend.js';
import { quoted } from '../words/path.js';
import { defineRule } from './rule.js';

interface NotStaged {
  readonly journal: string;
  readonly oid: string | null;
  readonly made: MadeCommit | null;
  /** Whether HEAD is being amended could not be told. */
  readonly perhapsAmend: boolean;
  readonly onlyPaths: boolean;
}

/** Every commit says in the journal what it does. */
export default defineRule<NotStaged>({
  id: 'journal/not-staged',
  severity: 'error',
  scope: 'S C',
  words: {
    en: {
      summary: 'Every commit adds to the entries of its sprint’s journal, or alters one.',
      why: 'The PO tests from the journal; a commit that it does not mention is one that nobody is asked to look at.',
      remedy:
        'Say in a new entry what the commit does, and git add the journal with it. For a commit that is made already: git switch --detach <commit>, the entry, git commit --amend, then git rebase --onto HEAD <commit> work.',
      message: ({ journal, oid }) => `${sentence(theCommit(oid))} changes nothing in the entries of ${journal}`,
      help: ({ journal, made, perhapsAmend, onlyPaths }) => {
        const then = onlyPaths ? 'and name the journal beside the other paths:' : 'then:';
        const add = `say in an entry of the journal what it does, ${then}\n${command(journal, onlyPaths)}`;
        const amend = '\nor, if you are amending (the push judges the result):\ngit commit --amend --no-verify';
        return mend('en', made, perhapsAmend ? `${add}${amend}` : add);
      },
    },
    fr: {
      summary: 'Chaque commit ajoute aux entrées du journal de son sprint, ou en modifie une.',
      why: 'Le PO teste d’après le journal ; un commit qu’il ne mentionne pas, personne n’est invité à le regarder.',
      remedy:
        'Dites dans une nouvelle entrée ce que fait le commit, et ajoutez-y le journal par git add. Pour un commit déjà fait : git switch --detach <commit>, l’entrée, git commit --amend, puis git rebase --onto HEAD <commit> work.',
      message: ({ journal, oid }) => `${sentence(leCommit(oid))} ne change rien aux entrées de ${journal}`,
      help: ({ journal, made, perhapsAmend, onlyPaths }) => {
        const then = onlyPaths ? 'et nommez le journal à côté des autres chemins :' : 'puis :';
        const add = `dites dans une entrée du journal ce qu’il fait, ${then}\n${command(journal, onlyPaths)}`;
        const amend = '\nou, si vous amendez (le push juge le résultat) :\ngit commit --amend --no-verify';
        return mend('fr', made, perhapsAmend ? `${add}${amend}` : add);
      },
    },
  },
  commit: ({ oid, made, sprint, journals, plainMerge, amend, onlyPaths, answer }) => {
    if (plainMerge || answer || amend === true) return [];
    const change = journals.find(({ path }) => path === sprint.journal);
    if (change && changesEntries(change)) return [];
    const perhapsAmend = amend === null;
    return [{ data: { journal: sprint.journal, oid, made, perhapsAmend, onlyPaths }, file: sprint.journal }];
  },
});

/** What takes the journal into the commit. */
function command(journal: string, onlyPaths: boolean): string {
  return `${onlyPaths ? 'git commit -- …' : 'git add'} ${quoted(journal)}`;
}

/** A journal that can't be read, or holds no entry at all, is another rule's matter; of a merge, an entry must be no parent's. */
function changesEntries(change: JournalChange): boolean {
  const { before, after } = change;
  if (!after) return false;
  if (after.state !== 'read' || after.entries.length === 0) return true;
  const [first = [], ...others] = before;
  if (others.length === 0) return !sameValue(first, after.entries);
  const known = new Set(before.flat().map(keyOf));
  return after.entries.some((entry) => !known.has(keyOf(entry)));
}
