import type { ForcedFacts } from '../facts/facts.js';
import type { Loss } from '../journal/history.js';
import type { Language } from '../language.js';
import { type PathArgument, quoted } from './commands.js';
import { amendInstead } from './commit.js';
import { remedyWords } from './remedy.js';

export interface Rewritten {
  readonly loss: Loss;
  readonly journal: string;
  readonly oid: string | null;
  /** The revision that has the entry, to restore the journal from. */
  readonly from: string;
  /** The journal is unreadable at `from`, but not in an earlier commit. */
  readonly baseUnreadable: boolean;
  readonly isDeleted: boolean;
  /** A deleted journal is still on disk, perhaps with newer entries. */
  readonly isOnDisk: boolean;
  readonly mayAmend: boolean;
  /** Set if a push replaces the old tip with one that does not contain it. */
  readonly forced: Pick<ForcedFacts, 'oldTip' | 'target'> | null;
}

const phrases = {
  en: {
    mergeRemote: 'merge what the remote has:',
    toTheEnd: (entry: number) => `move entry ${entry} to the end`,
    takeOut: (entry: number) => `remove entry ${entry}; the PO adds it in a separate commit`,
    reply: (entry: number, reply: string) => `in entry ${entry}, reply: ${reply}`,
    putBack: (entry: number, command: string) =>
      `put entry ${entry} back as it was, with all else that is missing, and add what is new at the end; to see it: ${command}`,
    bothForms: 'if the other side has it in another form, keep both',
  },
  fr: {
    mergeRemote: 'fusionnez ce que contient le dépôt distant :',
    toTheEnd: (entry: number) => `déplacez l’entrée ${entry} à la fin`,
    takeOut: (entry: number) => `retirez l’entrée ${entry} ; le PO l’ajoutera dans un commit à part`,
    reply: (entry: number, reply: string) => `dans l’entrée ${entry}, reply: ${reply}`,
    putBack: (entry: number, command: string) =>
      `remettez l’entrée ${entry} telle qu’elle était, avec tout ce qui manque, et ajoutez la suite à la fin ; pour la voir : ${command}`,
    bothForms: 'si l’autre côté l’a sous une autre forme, gardez les deux',
  },
};

/** Returns the help for a commit that is being made. */
export function historyHelp(language: Language, data: Rewritten, path: PathArgument): string {
  const { loss, journal, from, forced, baseUnreadable, isDeleted, isOnDisk, mayAmend } = data;
  const words = phrases[language];
  const entry = loss.index + 1;
  if (forced) {
    const merges = [`git pull --no-rebase ${forced.target}`, `git merge ${forced.oldTip.slice(0, 10)}`];
    return [words.mergeRemote, ...merges, remedyWords[language].conflict('git commit')].join('\n');
  }
  if (isDeleted) return isOnDisk ? `git add -f ${path(journal)}` : `git checkout ${from} -- ${path(journal)}`;
  const staged = [`git add ${path(journal)}`, ...(mayAmend ? [amendInstead[language]] : [])];
  if (loss.kind === 'inserted' || loss.kind === 'late') return [words.toTheEnd(entry), ...staged].join('\n');
  if (loss.kind === 'answered') return [words.takeOut(entry), ...staged].join('\n');
  if (loss.reply) return [words.reply(entry, loss.reply), ...staged].join('\n');
  // git reads the path in `<rev>:<path>` from the root, wherever the user stands.
  const see = baseUnreadable ? `git log --patch ${from} -- ${path(journal)}` : `git show ${from}:${quoted(journal)}`;
  const isOfSide = loss.kind === 'gone' && loss.parent !== undefined;
  return [words.putBack(entry, see), ...staged, ...(isOfSide ? [words.bothForms] : [])].join('\n');
}
